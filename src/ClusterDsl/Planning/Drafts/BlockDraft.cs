using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>Leaves of one block: <c>Groups</c> times <c>Ways</c> of them, the ways of a group next to each other.</summary>
sealed class BlockDraft(BlockDesign design, GroupDraft leaves)
{
    public BlockDesign Design { get; } = design;
    public GroupDraft Leaves { get; } = leaves;
    public required int Ways { get; init; }
    public required int Groups { get; init; }
    public required int Rails { get; init; }
    public required int Planes { get; init; }

    /// <summary>The node groups on rails, each with its unit and the first group of leaves that is its own.</summary>
    public IReadOnlyList<UnitsDraft> Units { get; init; } = [];

    /// <summary>The nodes of cells, each group with what of it is in a cell and the first cell; none where cells are not alike.</summary>
    public IReadOnlyList<UnitsDraft> Cells { get; set; } = [];

    /// <summary>The fewest leaves that have the ports, where the author gave their number and it is free.</summary>
    public int? Fewest { get; init; }

    /// <summary>Bandwidth that the downlinks of a full leaf take, in Gb/s.</summary>
    public required long DownGbps { get; init; }

    /// <summary>"32 × 400G".</summary>
    public required string DownText { get; init; }

    /// <summary>Uplinks of a leaf: as declared, or what the ratio needs, which the spines may round up.</summary>
    public required int Uplinks { get; set; }
    public required int UplinkGbps { get; init; }

    /// <summary>The most uplinks a leaf has ports for.</summary>
    public int MostUplinks => Design.Uplinks is not null || Design.Fabric.Into is not null || UplinkPorts is null ? Uplinks : Math.Max(Uplinks, UplinkPorts.Count - FirstUplink);

    /// <summary>What the declared ratio asks for, whatever was declared as the number of uplinks.</summary>
    public required int UplinksNeeded { get; init; }

    /// <summary>The bank and mode of the uplinks; null where nothing is above or nothing above has their speed.</summary>
    public required PortChoice? UplinkPorts { get; init; }
    public required int FirstUplink { get; init; }
    public required RatioDesign? Declared { get; init; }
    public Ratio Most => Declared?.Most ?? Ratio.One;

    /// <summary>Leaves of one plane.</summary>
    public int PerPlane => Groups * Rails;

    /// <summary>The plane that a leaf is in: those of a rail stand next to each other.</summary>
    public int PlaneOf(int leaf) => leaf % Planes;
}

/// <summary>Scalable units of a node group and the groups of leaves, one for each, from the first.</summary>
sealed record UnitsDraft(GroupDraft Nodes, int Size, int FirstGroup)
{
    /// <summary>Nodes of other groups that share its cells, and how many of them are in one.</summary>
    public IReadOnlyList<(GroupDraft Nodes, int Size)> Others { get; init; } = [];
}
