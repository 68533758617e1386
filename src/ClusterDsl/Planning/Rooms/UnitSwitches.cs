using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>Switches of which as many go with each unit of nodes: the leaves of a block, and the spines of cells.</summary>
/// <param name="Switches">The switches, those of a unit next to each other.</param>
/// <param name="Block">The leaves.</param>
/// <param name="Ways">How many go with a unit.</param>
sealed record UnitSwitches(GroupDraft Switches, BlockDraft Block, int Ways)
{
    public static IEnumerable<UnitSwitches> Of(FabricDraft fabric)
    {
        foreach (var block in fabric.Blocks) yield return new UnitSwitches(block.Leaves, block, block.Ways);
        if (fabric.Mesh is { Switches.Role: "spine" } mesh && fabric.Blocks[0] is var leaves)
            yield return new UnitSwitches(mesh.Switches, leaves, mesh.Switches.Count / leaves.Groups);
    }

    public BlockDesign Design => Block.Design;
    public bool AreLeaves => Switches == Block.Leaves;

    /// <summary>Whether a unit is a cell, which has switches of its own whatever else there is.</summary>
    public bool AreCells => Block.Cells.Count > 0;

    /// <summary>The node groups that they serve by unit, in the order of the switches.</summary>
    public IReadOnlyList<UnitsDraft> Units => AreCells ? Block.Cells : Block.Units;
}
