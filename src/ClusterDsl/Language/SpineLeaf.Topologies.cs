using System.Runtime.CompilerServices;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>The shapes that are not leaves under spines. Each is chosen first: what follows depends on it.</summary>
public abstract partial class SpineLeaf<TFabric, TSwitch>
{
    /// <summary>
    /// A dragonfly+: cells of leaves and spines, every leaf of a cell on every spine of it, and links between the spines of each
    /// two cells. The links of a cell spread evenly over its spines (CDL1110). Chosen before anything it does not have (CDL1119).
    /// </summary>
    /// <param name="cells">2 to 65,536 (CDL1003); left out, one for each unit, else the fewest that hold what is connected.</param>
    /// <param name="linksPerCellPair">Links between each two cells, 1 to 4,096 (CDL1003); left out, the fewest that carry what the spines bring up.</param>
    /// <param name="links">Optics and cable of the links between cells, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DragonflyPlus<TSwitch> DragonflyPlus(int? cells = null, int? linksPerCellPair = null, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line), Topologies);
        Choose(new CellsDesign("cell", "spine", at)
        {
            Foreign = Foreign(),
            Cells = Number(cells, 2, Limits.Cells, "the number of cells", at.Argument("cells")),
            PerPair = Number(linksPerCellPair, 1, Limits.Ports, "the number of links between two cells", at.Argument("linksPerCellPair")),
        }, links);
        return new DragonflyPlus<TSwitch>(Design);
    }

    /// <summary>
    /// A dragonfly: groups of routers, all routers of a group joined to each other, and links between each two groups. The links of
    /// a group spread evenly over the other groups (CDL1110). Chosen before anything it does not have (CDL1119).
    /// </summary>
    /// <param name="groups">2 to 65,536 (CDL1003), no more than a group has links to others, and itself (CDL1113); left out, one for each unit, else the fewest that hold what is connected.</param>
    /// <param name="links">Optics and cable of the links between groups, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Dragonfly<TSwitch> Dragonfly(int? groups = null, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line), Topologies);
        Choose(new CellsDesign("group", "router", at)
        {
            Foreign = Foreign(),
            Cells = Number(groups, 2, Limits.Cells, "the number of groups", at.Argument("groups")),
        }, links);
        return new Dragonfly<TSwitch>(Design);
    }

    /// <summary>
    /// A slim fly of 2q² routers, none of which is more than two links from any other: the graph of McKay, Miller and Širáň, which
    /// exists where q is a power of a prime and 4w - 1, 4w or 4w + 1 (CDL1115). Chosen before anything it does not have (CDL1119).
    /// </summary>
    /// <param name="q">2 to 512 (CDL1003); left out, the smallest that connects everything.</param>
    /// <param name="links">Optics and cable between routers, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SlimFly<TSwitch> SlimFly(int? q = null, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line), Topologies);
        Choose(new SlimFlyDesign(Number(q, 2, SlimFlySizes.Largest, "q", at.Argument("q")), at) { Foreign = Foreign() }, links);
        return new SlimFly<TSwitch>(Design);
    }

    const string Topologies = "DragonflyPlus`, `Dragonfly` or `SlimFly";

    void Choose(TopologyDesign topology, Action<LinkChoice>? links)
    {
        links?.Invoke(new LinkChoice(topology.Media, Design));
        Design.Topology = topology;
    }

    /// <summary>What was said of the fabric as leaves under spines.</summary>
    IReadOnlyList<string> Foreign()
    {
        IEnumerable<(bool Said, string Call)> calls =
        [
            (Design.RailOptimized, "RailOptimized"), (Design.RailOnly is not null, "RailOnly"), (Design.DualTor is not null, "DualTor"), (Design.Planes is not null, "Planes"), (Design.Pods is not null, "Pods"), (Design.Blocks.Count > 0, "Leaves"),
            (Design.Spines is not null, "Spines"), (Design.Cores is not null, "Cores"), (Design.Into is not null, "UplinksInto"),
        ];
        return [.. calls.Where(c => c.Said).Select(c => c.Call)];
    }
}
