namespace ClusterDsl.Model;

/// <summary>
/// How much one definition may declare. Planning costs what the description costs, on every keystroke: a million devices are one
/// group with a count, and no cluster that is built has more groups of them than these.
/// </summary>
static class DesignSize
{
    const int Many = 10_000, Few = 1_000;

    /// <summary>What there is too much of, at the first that is too many.</summary>
    public static IEnumerable<Violation> Excess(ClusterDesign design)
    {
        var blocks = design.Fabrics.SelectMany(f => f.Blocks);
        return
        [
            .. Beyond(Few, "sites", design.Sites.Select(s => s.At)),
            .. Beyond(Few, "workloads", design.Workloads.Select(w => w.At)),
            .. Beyond(Many, "halls", design.Sites.SelectMany(s => s.Halls).Select(h => h.At)),
            .. Beyond(Many, "node groups", design.Nodes.Select(n => n.At)),
            .. Beyond(Few, "interconnects", design.Interconnects.Select(i => i.At)),
            .. Beyond(Few, "paths between sites", design.Interconnects.SelectMany(i => i.Paths).Select(p => p.At)),
            .. Beyond(Few, "fabrics", design.Fabrics.Select(f => f.At)),
            .. Beyond(Few, "blocks of leaves", blocks.Select(b => b.At)),
            .. Beyond(Many, "connections", design.Fabrics.SelectMany(f => f.AllConnections).Select(c => c.At)),
            .. Beyond(Few, "kinds of cells", design.Fabrics.SelectMany(f => f.Topology is CellsDesign cells ? cells.Kinds : []).Select(k => k.At)),
            .. Beyond(Many, "links by hand", design.Fabrics.SelectMany(f => f.Links).Select(l => l.At)),
            .. Beyond(Many, "pairs of nodes back to back", design.Fabrics.SelectMany(f => f.BackToBack).Select(b => b.At)),
        ];
    }

    static IEnumerable<Violation> Beyond(int most, string what, IEnumerable<Origin> declared)
    {
        var count = declared.Count();
        if (count > most)
            yield return new Violation($"a cluster has at most {Text.Number(most)} {what}; this one has {Text.Number(count)}. Declare what is alike together, with a count", declared.ElementAt(most));
    }
}
