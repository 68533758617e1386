namespace ClusterDsl.Planning;

/// <summary>The bandwidth between two halves of the nodes, where a bound from below and a cut agree on it.</summary>
static class Bisection
{
    public static int? Of(FabricTree tree, IReadOnlyList<NodeKind> kinds)
    {
        var withGpus = kinds.Where(k => k.Group.Nodes is { Model.Gpus: > 0 }).ToList();
        var halved = withGpus.Count > 0 ? withGpus : [.. kinds];
        var groups = halved.GroupBy(k => k.Group).ToList();
        // What is connected higher up, or in parts of different speed, is no tree of equal nodes.
        if (halved.Any(k => tree.Up(k.Group, k.Device).Any(s => tree.LevelOf(s.Other) > 1)) || groups.Any(g => g.Any(k => k.Gbps != g.First().Gbps))) return null;

        var gbps = halved.All(k => k.Carried == k.Gbps) ? Unhindered([.. groups.Select(g => (g.Key.Count, g.First().Gbps))])
            : groups.Count == 1 && halved.Count == kinds.Count ? Narrowed(tree, halved)
            : null;
        return gbps <= int.MaxValue ? (int?)gbps : null;
    }

    /// <summary>
    /// Where no switch holds anything back, any half sends to the other all that its links bring: the least is the slower half, cut off at
    /// its own links.
    /// </summary>
    static long? Unhindered(List<(int Count, long Gbps)> groups)
    {
        var left = groups.Sum(g => (long)g.Count) / 2;
        var gbps = 0L;
        foreach (var (count, each) in groups.OrderBy(g => g.Gbps))
        {
            var taken = Math.Min(left, count);
            (gbps, left) = (gbps + taken * each, left - taken);
        }
        return gbps;
    }

    /// <summary>
    /// Where all are held back alike, a half gets through at least what its nodes do at full load. No less than that is cut where an even
    /// number of equal branches, split among the halves, meets at the top.
    /// </summary>
    static long? Narrowed(FabricTree tree, List<NodeKind> kinds)
    {
        var node = kinds[0];
        if (kinds.Any(k => k.Carried != node.Carried) || node.Group.Count % 2 != 0) return null;
        var leaf = tree.Up(node.Group, node.Device).First();
        var (branch, at, nodes) = (leaf.Other, leaf.First, Nodes(leaf.Other, leaf.First));
        if (tree.IsTop(branch)) return null;
        // Up to the switches below the top: the nodes of a branch are those of its leaves, each counted once for every leaf of it that it is on.
        while (tree.Up(branch, at).First() is var up && !tree.IsTop(up.Other))
        {
            var below = tree.Down(up.Other, up.First).ToList();
            var mine = tree.Up(node.Group, node.Device).Sum(s => below.Where(b => b.Other == s.Other).Sum(b => b.Set.CommonCount(s.Set)));
            if (below.Any(b => b.Other != leaf.Other) || mine == 0) return null;
            (branch, at, nodes) = (up.Other, up.First, below.Sum(b => (long)b.Count) * nodes / mine);
        }
        var carried = node.Carried * node.Group.Count;
        var top = tree.Tops().Sum(t => (decimal)t.LinksBelow.Sum(l => l.Count * l.SpeedGbps));
        return nodes > 0 && node.Group.Count % (2 * nodes) == 0 && carried == top && carried % 2 == 0 ? (long)(carried / 2) : null;

        long Nodes(GroupDraft group, int device) => tree.Down(group, device).Sum(s => (long)s.Count);
    }
}
