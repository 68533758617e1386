namespace ClusterDsl.Planning;

/// <summary>
/// How long a collective takes, in closed form: α, the latency of a message, for every message that waits for another, and β, one over
/// the bandwidth, for every byte that a GPU sends. S is what a GPU holds of the longer side: what is reduced, what is gathered, what it
/// sends to all. With one layer of n GPUs:
/// <list type="table">
/// <item><term>all-reduce, ring</term><description>2(n−1)α + 2(n−1)/n·Sβ</description></item>
/// <item><term>all-reduce, double binary tree</term><description>2⌈log₂n⌉α + 2Sβ</description></item>
/// <item><term>all-gather, reduce-scatter, ring</term><description>(n−1)α + (n−1)/n·Sβ</description></item>
/// <item><term>the same, doubling or halving</term><description>⌈log₂n⌉α + (n−1)/n·Sβ</description></item>
/// <item><term>all-to-all, pairwise</term><description>(n−1)α + (n−1)/n·Sβ</description></item>
/// <item><term>all-to-all, Bruck</term><description>⌈log₂n⌉(α + S/2·β)</description></item>
/// </list>
/// Sources: R. Thakur, R. Rabenseifner, W. Gropp, Optimization of Collective Communication Operations in MPICH (2005) for all but the tree; P. Sanders, J. Speck,
/// J. L. Träff, Two-tree algorithms for full bandwidth broadcast, reduction and scan (2009), for it, in the limit of a filled pipeline;
/// NVIDIA/nccl-tests doc/PERFORMANCE.md for 2(n−1)/n as the ratio of bus to algorithm bandwidth.
/// Over several layers a ring, a tree and what is sent pairwise pass each layer with its own α and β. Hierarchical is a stage for each layer: scattered inside, what is left
/// of it exchanged outside by all GPUs at once, gathered inside, one stage after the other, each by halving and doubling (Rabenseifner).
/// </summary>
static class CollectiveTimes
{
    /// <summary>The microseconds that each algorithm takes, the slower ones too.</summary>
    public static IEnumerable<(string Algorithm, double Us)> Of(Collective collective, Span span, double bytes) => span.Stages.Count == 0 ? [] : collective switch
    {
        Collective.AllReduce => [("ring", 2 * Ring(span, bytes)), ("double binary tree", Tree(span, bytes)), ("hierarchical", 2 * Hierarchical(span, bytes))],
        Collective.AllGather => [("ring", Ring(span, bytes)), ("recursive doubling", Doubling(span, bytes)), ("hierarchical", Hierarchical(span, bytes))],
        Collective.ReduceScatter => [("ring", Ring(span, bytes)), ("recursive halving", Doubling(span, bytes)), ("hierarchical", Hierarchical(span, bytes))],
        Collective.AllToAll => [("pairwise", Pairwise(span, bytes)), ("Bruck", Bruck(span, bytes)), ("hierarchical", Exchanged(span, bytes))],
        _ => [("direct", Direct(span, bytes))],
    };

    /// <summary>Once round: a chunk passes every GPU but one, inside a part wherever it can.</summary>
    static double Ring(Span span, double bytes)
    {
        var (n, parts, start) = ((double)span.Ranks, (double)span.Ranks, 0.0);
        foreach (var stage in span.Stages)
        {
            parts /= stage.Width;
            start += (stage.Width - 1) * parts * stage.LatencyUs;
        }
        return start + (n - 1) / n * bytes * 8 / span.RelayedMbps;
    }

    /// <summary>Up two trees of half the data each and down again; every GPU is inside of one of them.</summary>
    static double Tree(Span span, double bytes) =>
        2 * span.Stages.Sum(s => s.Doublings * s.LatencyUs) + 2 * bytes * 8 / span.RelayedMbps;

    /// <summary>The nearest first: what is sent doubles, and most of it goes over the outermost layer.</summary>
    static double Doubling(Span span, double bytes) =>
        span.Layers.Sum(l => l.Stage.Doublings * l.Stage.LatencyUs + l.Stage.Us((l.Stage.Width - 1) * l.Below / span.Ranks * bytes));

    /// <summary>Outside only what is one GPU's part of the inside.</summary>
    static double Hierarchical(Span span, double bytes) =>
        span.Layers.Sum(l => l.Stage.Doublings * l.Stage.LatencyUs + l.Stage.Us((l.Stage.Width - 1.0) / l.Stage.Width * bytes / l.Below));

    /// <summary>A message to every other, one after the other.</summary>
    static double Pairwise(Span span, double bytes) =>
        span.Layers.Sum(l => (l.Stage.Width - 1) * l.Below * l.Stage.LatencyUs + l.Stage.Us((l.Stage.Width - 1) * l.Below / span.Ranks * bytes));

    /// <summary>Half of all that a GPU holds, as often as the group can be halved.</summary>
    static double Bruck(Span span, double bytes) => span.Stages.Sum(s => s.Doublings * (s.LatencyUs + s.Us(bytes / 2)));

    /// <summary>First to the GPU of the part that has the way out, then out: few messages, bytes sent once for each layer.</summary>
    static double Exchanged(Span span, double bytes) =>
        span.Stages.Sum(s => (s.Width - 1) * s.LatencyUs + s.Us((s.Width - 1.0) / s.Width * bytes));

    /// <summary>To a neighbour, at worst in another part of the outermost layer.</summary>
    static double Direct(Span span, double bytes) => span.Stages.Max(s => s.LatencyUs + s.Us(bytes));
}
