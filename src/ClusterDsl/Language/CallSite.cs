using System.ComponentModel;

namespace ClusterDsl.Language;

/// <summary>
/// The call of the definition that is being executed, as the compiler's host knows it: exact spans of the call and
/// of each argument. The interpreter sets <see cref="Current"/> before it calls into the library; in a running
/// program it stays null and <c>[CallerLineNumber]</c> alone says where a declaration was made.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallSite(string path, SourceSpan call, IReadOnlyDictionary<string, SourceSpan> arguments)
{
    /// <summary>The call that is executing on this thread, or null outside the compiler.</summary>
    [field: ThreadStatic]
    public static CallSite? Current { get; set; }

    /// <summary>The path of the syntax tree that holds the call.</summary>
    public string Path { get; } = path;

    /// <summary>From the method's name to its closing parenthesis.</summary>
    public SourceSpan Call { get; } = call;

    /// <summary>The span of each argument that was written, by the parameter's name (name colon included).</summary>
    public IReadOnlyDictionary<string, SourceSpan> Arguments { get; } = arguments;
}

/// <summary>A run of characters in a source file.</summary>
/// <param name="Start">The first character, from 0.</param>
/// <param name="Length">The number of characters.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SourceSpan(int Start, int Length);
