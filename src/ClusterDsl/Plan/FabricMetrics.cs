namespace ClusterDsl.Plans;

/// <summary>
/// What a fabric promises as a whole, in closed form. What is not known in closed form for a fabric is null, never estimated.
/// Nodes are all devices that the fabric connects, the leaves of a fabric that it takes the uplinks of among them, the management ports
/// of switches not. They send and receive, but never pass on what is not theirs.
/// </summary>
/// <param name="Connected">Whether every node reaches every other.</param>
public sealed record FabricMetrics(bool Connected)
{
    /// <summary>
    /// The longest of the shortest ways between two nodes, in links, the nodes' own included: 2 over one switch, 4 over leaf, spine and
    /// leaf. The switches on the way are one fewer. Null for a fabric of one node, or one that does not connect all.
    /// </summary>
    public int? Hops { get; init; }

    /// <summary>
    /// The least bandwidth, one way, between two halves of the nodes, over all ways to halve them, in Gb/s. Halved are the nodes with
    /// GPUs, or, where the fabric connects none of those, all nodes; an odd one more on one side.
    /// </summary>
    public int? BisectionGbps { get; init; }

    /// <summary>
    /// What the worst node gets through to the top of the fabric when all nodes send on all of their links at once, in millionths of the
    /// speed of its links. A switch passes on what its links upwards carry, in even shares for the links below it.
    /// </summary>
    public int? FullLoadPpm { get; init; }

    /// <summary>
    /// The bandwidth of one GPU at full load, in Mb/s: the lesser of its part of what its node gets through, and of its part of what all
    /// storage gets through, where the fabric connects any (a model of <see cref="NodeModel.Kind"/> "storage"). Null where no GPUs are connected.
    /// </summary>
    public int? PerGpuMbps { get; init; }

    /// <summary>What each kind of single failure leaves at its worst: "link", "leaf", "spine", "rack", "powerfeed".</summary>
    public Seq<LossMetric> Losses { get; init; } = Seq<LossMetric>.Empty;

    /// <summary>What a kind of failure leaves; null where the fabric has nothing that could so fail, or it is not known.</summary>
    public LossMetric? After(string loss) => Losses.FirstOrDefault(l => l.Loss == loss);
}

/// <summary>
/// What a single failure leaves, at its worst. Every node sends on all of its links at once, as for
/// <see cref="FabricMetrics.FullLoadPpm"/>; the shares of the links below a switch stay as they were before the failure. Measured is
/// what still reaches the top, at the node that the failure hits hardest; a node that is itself lost is not asked.
/// </summary>
/// <param name="Loss">"link": any one link; "leaf": any one switch that nodes alone are below; "spine": any one switch above those;
/// "rack": everything that stands in any one rack; "powerfeed": what does not run on without one feed of a hall,
/// nodes included.</param>
/// <param name="LeftPpm">What is left, in millionths of what reached the top before.</param>
/// <param name="Lost">The worst such failure: a device, a rack, or the two ends of a link.</param>
/// <param name="Node">The node that it hits hardest.</param>
public sealed record LossMetric(string Loss, int LeftPpm, string Lost, string Node)
{
    /// <summary>How a plan names a kind of failure.</summary>
    internal static string Name(Loss loss) => loss.ToString().ToLowerInvariant();
}
