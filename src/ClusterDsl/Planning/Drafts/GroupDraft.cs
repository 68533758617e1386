using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Devices of one kind.</summary>
sealed class GroupDraft(string id, string role, HardwareModel model, int count, NameTemplate name, Origin at)
{
    public string Id { get; } = id;
    public string Role { get; } = role;
    public HardwareModel Model { get; } = model;
    public int Count { get; } = count;
    public NameTemplate Name { get; } = name;
    public Origin At { get; } = at;

    /// <summary>The declared nodes; null for switches.</summary>
    public NodesDesign? Nodes { get; init; }
    public FabricDesign? Fabric { get; init; }
    public required SiteDesign Site { get; init; }
    public Declared Declared => (Declared?)Nodes ?? (Declared?)Fabric ?? Site;
    public HallDraft? Hall { get; set; }
    public Placement? Placement { get; set; }

    /// <summary>Where they stand between sites; null for what stands in halls.</summary>
    public Huts? Huts { get; init; }

    /// <summary>Where the definition says that it stands; null where it leaves that to the planner.</summary>
    public PlaceDesign? Place { get; set; }

    /// <summary>How many switches stand in each rack of the nodes that they serve; null for switches with racks of their own.</summary>
    public int? PerRackOfNodes { get; set; }

    /// <summary>What of the definition decides where it stands.</summary>
    public Origin PlacedAt => Place?.At ?? Nodes?.PerRack?.At ?? At;
}
