using System.Runtime.CompilerServices;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>A fabric of cells: leaves and spines that are all joined within a cell, and cells that are all joined at their spines.</summary>
/// <typeparam name="TSwitch">The only kind of switch it takes.</typeparam>
public sealed class DragonflyPlus<TSwitch> : FabricOf<DragonflyPlus<TSwitch>>
    where TSwitch : SwitchModel
{
    internal DragonflyPlus(FabricDesign design) : base(design) { }

    CellsDesign Topology => (CellsDesign)Design.Topology!;

    /// <summary>Declares the leaves of every cell: the switches that nodes connect to.</summary>
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003.</param>
    /// <param name="perCell">1 to 4,096 (CDL1003); left out, as few as serve what is connected. Too few ports are CDL1101.</param>
    /// <param name="uplinks">Links from each leaf to the spines of its cell, 1 to 4,096 (CDL1003), as many to each (CDL1112); left out, what the declared ratio needs.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DragonflyPlus<TSwitch> Leaves(TSwitch model, int? perCell = null, int? uplinks = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line));
        if (Cluster.Missing(model, "the leaves' model", at.Argument("model")) || !Cluster.Possible(model, at.Argument("model"))) return Unknown();
        Topology.PerCell = Number(perCell, 1, Limits.Ports, "the number of leaves in a cell", at.Argument("perCell"));
        Design.Blocks.Clear();
        Design.Blocks.Add(new BlockDesign(Design, model, at) { SingleHomed = true, Uplinks = Number(uplinks, 1, Limits.Ports, "the number of uplinks", at.Argument("uplinks")) });
        return this;
    }

    /// <summary>Declares the spines of every cell: they join its leaves, and the cells.</summary>
    /// <param name="model">Of the catalogue (<see cref="Switches"/>) or your own; one whose figures cannot be is CDL1003.</param>
    /// <param name="perCell">1 to 4,096 (CDL1003); left out, the fewest that have the ports and divide the uplinks evenly. Too few ports are CDL1111.</param>
    /// <param name="links">Optics and cable of the links from the leaves, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DragonflyPlus<TSwitch> Spines(TSwitch model, int? perCell = null, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line));
        if (Cluster.Missing(model, "the model of the spines", at.Argument("model")) || !Cluster.Possible(model, at.Argument("model"))) return Unknown();
        Topology.SpinesPerCell = Number(perCell, 1, Limits.Ports, "the number of spines in a cell", at.Argument("perCell"));
        Design.Spines = new TierDesign(Design, model, at);
        links?.Invoke(new LinkChoice(Design.Spines.Media, Design));
        return this;
    }

    /// <summary>Declares what is connected in the next cells, and in no others. What is connected on the fabric itself is spread over all cells.</summary>
    /// <param name="count">How many cells, 1 to 65,536 (CDL1003); together no more than there are (CDL1114).</param>
    /// <param name="cell">What they connect.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DragonflyPlus<TSwitch> Cells(int count, Action<Cell> cell, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Cell.Declare(Design, Topology, Number(count, 1, Limits.Cells, "the number of cells", Origin.Here(file, line).Argument("count")), cell, Origin.Here(file, line));
        return this;
    }
}
