using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>The files of a compilation, in its order, that people wrote.</summary>
internal sealed class Snapshot
{
    readonly SourceFile[] _files;

    Snapshot(SourceFile[] files) => _files = files;

    public int Count => _files.Length;

    public static SyntaxTree[] FilesOf(Compilation compilation) => [.. compilation.SyntaxTrees.Where(t => !Generated.IsOurs(t))];

    /// <summary>What is known already of files that are the same as earlier is known still.</summary>
    public static Snapshot Of(SyntaxTree[] trees, Snapshot? earlier = null)
    {
        var files = new SourceFile[trees.Length];
        for (var i = 0; i < files.Length; i++)
            files[i] = earlier is not null && i < earlier._files.Length && earlier._files[i].IsOf(trees[i]) ? earlier._files[i] : new SourceFile(trees[i]);
        return new Snapshot(files);
    }

    public bool Is(SyntaxTree[] trees)
    {
        if (trees.Length != _files.Length) return false;
        for (var i = 0; i < trees.Length; i++)
            if (!_files[i].IsOf(trees[i])) return false;
        return true;
    }

    /// <summary>The files in which a class can be marked; all others need not be bound.</summary>
    public IEnumerable<int> Candidates(CancellationToken cancellation)
    {
        var outlines = Array.ConvertAll(_files, f => f.Outline(cancellation));
        var aliases = outlines.Any(o => o is { HasGlobalAlias: true });
        return Enumerable.Range(0, outlines.Length)
            .Where(i => outlines[i] is { } o && (o.IsMarked || o.HasAttributes && (o.HasAlias || aliases)));
    }

    /// <summary>
    /// The files that differ inside, where everything they show to each other is as it was; null where anything else has changed
    /// and nothing that was known holds.
    /// </summary>
    public HashSet<int>? ChangedSince(Snapshot earlier, CancellationToken cancellation)
    {
        if (earlier._files.Length != _files.Length) return null;
        var changed = new HashSet<int>();
        for (var i = 0; i < _files.Length; i++)
        {
            if (ReferenceEquals(_files[i], earlier._files[i])) continue;
            if (!_files[i].ShowsWhat(earlier._files[i], out var homes, cancellation)) return null;
            if (homes.Count > 0 && _files.Where((_, j) => j != i).Any(f => f.Outline(cancellation) is not { } o || o.Partials.Intersect(homes).Any())) return null;
            changed.Add(i);
        }
        return changed;
    }
}
