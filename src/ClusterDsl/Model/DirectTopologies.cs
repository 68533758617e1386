namespace ClusterDsl.Model;

/// <summary>Cells that are all joined to each other: a dragonfly of groups of routers, or a dragonfly+ of cells of leaves and spines.</summary>
/// <param name="cell">What a cell is called: "cell" or "group".</param>
/// <param name="carrier">What carries the links between cells: "spine" or "router".</param>
/// <param name="at">The call that chose it.</param>
sealed class CellsDesign(string cell, string carrier, Origin at) : TopologyDesign(at)
{
    public string Cell { get; } = cell;
    public string Carrier { get; } = carrier;

    public int? Cells { get; set; }

    /// <summary>Leaves, or routers, of a cell.</summary>
    public int? PerCell { get; set; }
    public int? SpinesPerCell { get; set; }

    /// <summary>Links between each two cells of a dragonfly+.</summary>
    public int? PerPair { get; set; }

    /// <summary>Links of each router of a dragonfly to other groups.</summary>
    public int? PerRouter { get; set; }

    /// <summary>What is connected in some of the cells only.</summary>
    public List<CellKindDesign> Kinds { get; } = [];
}

/// <summary>Cells that connect the same.</summary>
sealed class CellKindDesign(int count, Origin at)
{
    public int Count { get; } = count;
    public Origin At { get; } = at;
    public List<ConnectionDesign> Connections { get; } = [];
}

/// <summary>A slim fly; the field it is built over where the author chose it.</summary>
sealed class SlimFlyDesign(int? q, Origin at) : TopologyDesign(at)
{
    public int? Q { get; } = q;
}
