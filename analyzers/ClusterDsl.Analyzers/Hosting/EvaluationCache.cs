using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>
/// The last few evaluations, by the identity of the source they are of. The generator and every document's analysis have
/// compilations of their own over the same syntax trees; one evaluation serves them all. Nothing depends on a hit.
/// </summary>
internal sealed class EvaluationCache
{
    const int Capacity = 5;

    public static readonly EvaluationCache Shared = new();

    readonly SemaphoreSlim _turn = new(1, 1);
    readonly LinkedList<(Source Source, Evaluation Evaluation)> _entries = new();

    public Evaluation Get(Compilation compilation, CancellationToken cancellation, Func<Evaluation> evaluate)
    {
        var trees = compilation.SyntaxTrees.Where(t => !Generated.IsOurs(t)).ToArray();
        // Whoever asks second waits for the first, which takes less than evaluating it again.
        _turn.Wait(cancellation);
        try
        {
            for (var node = _entries.First; node is not null; node = node.Next)
            {
                if (!node.Value.Source.Is(trees, compilation)) continue;
                _entries.Remove(node);
                _entries.AddFirst(node);
                return node.Value.Evaluation;
            }
            var evaluation = evaluate();
            _entries.AddFirst((new Source(trees, compilation), evaluation));
            if (_entries.Count > Capacity) _entries.RemoveLast();
            return evaluation;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What an evaluation depends on. Held weakly: a cache must not keep a closed solution alive.</summary>
    sealed class Source(SyntaxTree[] trees, Compilation compilation)
    {
        readonly WeakReference<SyntaxTree>[] _trees = [.. trees.Select(t => new WeakReference<SyntaxTree>(t))];
        readonly WeakReference<MetadataReference>[] _references = [.. compilation.References.Select(r => new WeakReference<MetadataReference>(r))];
        readonly WeakReference<CompilationOptions> _options = new(compilation.Options);

        public bool Is(SyntaxTree[] trees, Compilation compilation) =>
            Same(_trees, trees)
            && Same(_references, compilation.References)
            && _options.TryGetTarget(out var options) && options.Equals(compilation.Options);

        static bool Same<T>(WeakReference<T>[] held, IEnumerable<T> items) where T : class
        {
            var i = 0;
            foreach (var item in items)
                if (i >= held.Length || !held[i++].TryGetTarget(out var target) || !ReferenceEquals(target, item)) return false;
            return i == held.Length;
        }
    }
}
