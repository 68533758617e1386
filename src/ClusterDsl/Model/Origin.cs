using ClusterDsl.Language;

namespace ClusterDsl;

/// <summary>
/// Where in the definition something was declared. File and line are the same in the compiler and in the running
/// program and belong to the plan; the exact span is known to the compiler alone and takes no part in equality.
/// </summary>
public sealed class Origin : IEquatable<Origin>
{
    readonly CallSite? _site;
    readonly SourceSpan? _span;

    Origin(string file, int line, CallSite? site, SourceSpan? span)
    {
        File = file;
        Line = line;
        _site = site;
        _span = span;
    }

    /// <summary>An origin of which only file and line are known: a plan read back.</summary>
    public Origin(string file, int line) : this(file, line, null, null) { }

    /// <summary>The file's name without its folder, so that a plan does not depend on the machine it was made on.</summary>
    public string File { get; }

    /// <summary>The line of the call, from 1.</summary>
    public int Line { get; }

    /// <summary>The full path of the source file where the host knows it.</summary>
    public string? Path => _site?.Path;

    /// <summary>The characters to underline where the host knows them.</summary>
    public SourceSpan? Span => _span ?? _site?.Call;

    /// <summary>The call that is executing now.</summary>
    internal static Origin Here(string path, int line) =>
        new(path.Substring(path.LastIndexOfAny(['/', '\\']) + 1), line, CallSite.Current, null);

    /// <summary>The argument given for a parameter of this call; the call itself where it was left to its default.</summary>
    internal Origin Argument(string parameter) =>
        _site is { } site && site.Arguments.TryGetValue(parameter, out var span) ? new Origin(File, Line, site, span) : this;

    /// <summary>The whole call of which this may be an argument.</summary>
    internal Origin Call => new(File, Line, _site, null);

    /// <inheritdoc/>
    public bool Equals(Origin? other) => other is not null && File == other.File && Line == other.Line;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Origin);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(File.GetHashCode() * 31 + Line);

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}";
}
