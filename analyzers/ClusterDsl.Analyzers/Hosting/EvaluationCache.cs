using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>
/// The last evaluation of each of the last few projects. The generator and every document's analysis have compilations of their own
/// over the same syntax trees; one evaluation serves them all, and after an edit what it leaves as it was is not evaluated again.
/// Nothing depends on a hit.
/// </summary>
internal sealed class EvaluationCache
{
    const int Capacity = 8;

    public static readonly EvaluationCache Shared = new();

    readonly LinkedList<Entry> _entries = new();

    public Evaluation Get(Compilation compilation, CancellationToken cancellation, SemanticModel? bound = null, AnalyzerConfigOptionsProvider? options = null)
    {
        var trees = Snapshot.FilesOf(compilation);
        var entry = EntryOf(compilation, trees);
        // Whoever asks second for the same source waits for the first, which takes less than evaluating it again.
        entry.Turn.Wait(cancellation);
        try
        {
            var evaluation = Engine.Evaluate(compilation, trees, entry.Snapshot, entry.Known, cancellation, bound, options);
            entry.Known = new Known(entry.Snapshot, evaluation);
            return evaluation;
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    Entry EntryOf(Compilation compilation, SyntaxTree[] trees)
    {
        lock (_entries)
        {
            var entry = _entries.FirstOrDefault(e => e.Snapshot.Is(trees) && e.Surroundings.Are(compilation));
            // What is known of a project moves on to its next state.
            var earlier = entry ?? _entries.FirstOrDefault(e => e.Snapshot.Count == trees.Length && e.Surroundings.Are(compilation));
            entry ??= new Entry(earlier?.Surroundings ?? new Surroundings(compilation), Snapshot.Of(trees, earlier?.Snapshot), earlier?.Known);
            if (earlier is not null) _entries.Remove(earlier);
            _entries.AddFirst(entry);
            if (_entries.Count > Capacity) _entries.RemoveLast();
            return entry;
        }
    }

    sealed class Entry(Surroundings surroundings, Snapshot snapshot, Known? known)
    {
        volatile Known? _known = known;

        public Surroundings Surroundings { get; } = surroundings;

        public Snapshot Snapshot { get; } = snapshot;

        /// <summary>The evaluation of this source or, until it is made, of an earlier one.</summary>
        public Known? Known
        {
            get => _known;
            set => _known = value;
        }

        public SemaphoreSlim Turn { get; } = new(1, 1);
    }
}

/// <summary>An evaluation and the source it is of.</summary>
internal sealed record Known(Snapshot Snapshot, Evaluation Evaluation);
