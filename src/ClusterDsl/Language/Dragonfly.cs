using System.Runtime.CompilerServices;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>A fabric of groups of routers: routers are all joined within a group, and groups are all joined.</summary>
/// <typeparam name="TSwitch">The only kind of switch it takes.</typeparam>
public sealed class Dragonfly<TSwitch> : FabricOf<Dragonfly<TSwitch>>
    where TSwitch : SwitchModel
{
    internal Dragonfly(FabricDesign design) : base(design) { }

    CellsDesign Topology => (CellsDesign)Design.Topology!;

    /// <summary>Declares the routers of every group: nodes connect to them, and they to each other.</summary>
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003.</param>
    /// <param name="perGroup">1 to 4,096 (CDL1003); left out, twice as many as each has links to other groups, else the fewest that hold the nodes and are twice as many as that. Too few ports are CDL1101.</param>
    /// <param name="globalLinks">Links of each router to other groups, 1 to 4,096 (CDL1003); left out, the fewest that carry what comes from the nodes. Too few ports are CDL1111.</param>
    /// <param name="links">Optics and cable within a group, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Dragonfly<TSwitch> Routers(TSwitch model, int? perGroup = null, int? globalLinks = null, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line));
        if (Cluster.Missing(model, "the routers' model", at.Argument("model")) || !Cluster.Possible(model, at.Argument("model"))) return Unknown();
        Topology.PerCell = Number(perGroup, 1, Limits.Ports, "the number of routers in a group", at.Argument("perGroup"));
        Topology.PerRouter = Number(globalLinks, 1, Limits.Ports, "the number of links to other groups", at.Argument("globalLinks"));
        var routers = new BlockDesign(Design, model, at) { Name = "router", Role = "router", SingleHomed = true };
        links?.Invoke(new LinkChoice(routers.Media, Design));
        Design.Blocks.Clear();
        Design.Blocks.Add(routers);
        return this;
    }

    /// <summary>Declares what is connected in the next groups, and in no others. What is connected on the fabric itself is spread over all groups.</summary>
    /// <param name="count">How many groups, 1 to 65,536 (CDL1003); together no more than there are (CDL1114).</param>
    /// <param name="group">What they connect.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Dragonfly<TSwitch> Groups(int count, Action<Cell> group, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Cell.Declare(Design, Topology, Number(count, 1, Limits.Cells, "the number of groups", Origin.Here(file, line).Argument("count")), group, Origin.Here(file, line));
        return this;
    }
}
