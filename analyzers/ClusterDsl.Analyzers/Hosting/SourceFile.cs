using ClusterDsl.Analyzers.Devices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>A file as the cache remembers it. Its syntax is held weakly: a cache must not keep a closed solution alive.</summary>
internal sealed class SourceFile(SyntaxTree tree)
{
    readonly WeakReference<SyntaxTree> _tree = new(tree);
    readonly ParseOptions _options = tree.Options;
    readonly SourceText? _text = HardwareEmitter.IsHardware(tree) ? tree.GetText() : null;
    Outline? _outline;
    Declarations? _declarations;

    /// <summary>The models of hardware are the same source whether the generator evaluates with them or the compiler has been given them.</summary>
    public bool IsOf(SyntaxTree tree) =>
        _tree.TryGetTarget(out var target) && (ReferenceEquals(target, tree) || _text is not null && HardwareEmitter.IsHardware(tree) && _text.ContentEquals(tree.GetText()));

    /// <summary>Null when the syntax is gone before anybody asked.</summary>
    public Outline? Outline(CancellationToken cancellation) =>
        _outline ??= _tree.TryGetTarget(out var tree) ? Hosting.Outline.Of(tree, cancellation) : null;

    Declarations? Declarations(CancellationToken cancellation) =>
        _declarations ??= _tree.TryGetTarget(out var tree) ? Hosting.Declarations.Of(tree, cancellation) : null;

    /// <summary>
    /// Whether all that other files can know is as it was. The types whose private constants have another value than before are
    /// <paramref name="homes"/>: only their own bodies know.
    /// </summary>
    public bool ShowsWhat(SourceFile earlier, out IReadOnlyCollection<string> homes, CancellationToken cancellation)
    {
        homes = [];
        if (!_options.Equals(earlier._options)) return false;
        if (Declarations(cancellation) is not { } now || earlier.Declarations(cancellation) is not { } then || now.Seen != then.Seen) return false;
        if (now.Constants != then.Constants) homes = now.Homes;
        return true;
    }
}
