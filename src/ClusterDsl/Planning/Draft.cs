using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>A plan in the making, with what the rules need to judge it: the declared beside the derived.</summary>
sealed class Draft(ClusterDesign design)
{
    public ClusterDesign Design { get; } = design;
    public List<HallDraft> Halls { get; } = [];
    public List<GroupDraft> Groups { get; } = [];
    public List<FabricDraft> Fabrics { get; } = [];
    public List<LinkDraft> Links { get; } = [];
    public List<UnknownName> Unknown { get; } = [];
    public SortedSet<string> Assumptions { get; } = new(StringComparer.Ordinal);
    public List<Finding> Findings { get; } = [];
    public List<Waiver> Waivers { get; } = [];

    /// <summary>The acceptances that accepted something.</summary>
    public HashSet<Acceptance> Used { get; } = [];

    readonly Dictionary<GroupDraft, TierLoad> _loads = [];

    public GroupDraft? Group(string id) => Groups.FirstOrDefault(g => g.Id == id);

    /// <summary>The load of a group of switches. Asked when all is cabled; computed once.</summary>
    public TierLoad LoadOf(GroupDraft group)
    {
        if (!_loads.TryGetValue(group, out var load)) _loads.Add(group, load = new TierLoad(this, group));
        return load;
    }
}

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
}

/// <summary>A hall and what stands in its racks.</summary>
sealed class HallDraft(HallDesign? design, HallPlan plan)
{
    public HallDesign? Design { get; } = design;
    public HallPlan Plan { get; set; } = plan;
    public int RacksUsed { get; set; }
}

/// <summary>A sized fabric.</summary>
sealed class FabricDraft(FabricDesign design)
{
    public FabricDesign Design { get; } = design;
    public string Name => Design.Name;
    public List<BlockDraft> Blocks { get; } = [];
    public SpineDraft? Spines { get; set; }
    public CoreDraft? Cores { get; set; }
    public List<Shortage> Shortages { get; } = [];
    public List<Mismatch> Mismatches { get; } = [];
    public List<Misaligned> Misaligned { get; } = [];
    public List<Missing> Missing { get; } = [];
    public RatioDesign? Ratio => Design.Ratio;
}

/// <summary>Leaves of one block: <c>Groups</c> times <c>Ways</c> of them, the ways of a group next to each other.</summary>
sealed class BlockDraft(BlockDesign design, GroupDraft leaves)
{
    public BlockDesign Design { get; } = design;
    public GroupDraft Leaves { get; } = leaves;
    public required int Ways { get; init; }
    public required int Groups { get; init; }
    public required int Rails { get; init; }
    public required int Planes { get; init; }

    /// <summary>The nodes whose scalable units the groups of leaves are; null where leaves and units do not match one to one.</summary>
    public GroupDraft? Units { get; init; }

    /// <summary>Bandwidth that the downlinks of a full leaf take, in Gb/s.</summary>
    public required long DownGbps { get; init; }

    /// <summary>"32 × 400G".</summary>
    public required string DownText { get; init; }
    public required int Uplinks { get; init; }
    public required int UplinkGbps { get; init; }

    /// <summary>What the declared ratio asks for, whatever was declared as the number of uplinks.</summary>
    public required int UplinksNeeded { get; init; }

    /// <summary>The bank and mode of the uplinks; null where nothing is above or nothing above has their speed.</summary>
    public required PortChoice? UplinkPorts { get; init; }
    public required int FirstUplink { get; init; }
    public required RatioDesign? Declared { get; init; }
    public Ratio Most => Declared?.Most ?? Ratio.One;

    /// <summary>Leaves of one plane.</summary>
    public int PerPlane => Groups * Rails;
}

/// <summary>The spines: the same number in each plane of each pod.</summary>
sealed class SpineDraft(TierDesign design, GroupDraft group)
{
    public TierDesign Design { get; } = design;
    public GroupDraft Group { get; } = group;

    /// <summary>Spines in one plane of one pod: those that a leaf has to reach.</summary>
    public required int Reach { get; init; }
    public required int Pods { get; init; }
    public required int Planes { get; init; }

    /// <summary>The fewest spines in a plane of a pod that have the ports for its uplinks.</summary>
    public required int Fewest { get; init; }

    /// <summary>Uplinks that reach one plane of one pod.</summary>
    public required long LinksBelow { get; init; }

    /// <summary>Ports that one spine has for links below.</summary>
    public required int PortsBelow { get; init; }
    public int Uplinks { get; set; }

    /// <summary>Whether every leaf has equally many links to each spine it has to reach.</summary>
    public bool IsEven(FabricDraft fabric) => fabric.Blocks.All(b => b.Uplinks % Reach == 0);

    /// <summary>The ports that are taken of every spine.</summary>
    public PortCursor Cursor { get; } = new();
}

/// <summary>The cores: each position of the spines in their pods has cores of its own.</summary>
sealed class CoreDraft(TierDesign design, GroupDraft group)
{
    public TierDesign Design { get; } = design;
    public GroupDraft Group { get; } = group;
    public required int Pods { get; init; }
}

/// <summary>A device that would need more ports than it has.</summary>
sealed record Shortage(string Device, string Needs, string Has, string Remedy, Origin At)
{
    public Fix? Fix { get; init; }
}

/// <summary>Two ends without a speed and signalling in common.</summary>
sealed record Mismatch(string Lower, string Upper, string Remedy, Origin At)
{
    public Fix? Fix { get; init; }
}

/// <summary>A port that does not land on the leaf of its rail.</summary>
sealed record Misaligned(string What, string Remedy, Origin At)
{
    public Fix? Fix { get; init; }
}

/// <summary>Something that a fabric cannot do without.</summary>
sealed record Missing(string What, string Remedy, Origin At)
{
    public Fix? Fix { get; init; }
}

/// <summary>A name that nothing carries.</summary>
sealed record UnknownName(string What, string Name, IReadOnlyList<string> Known, Origin At);

/// <summary>A bank of ports run in one mode.</summary>
sealed record PortChoice(Ports Bank, PortMode Mode)
{
    public int Count => Bank.Cages * Mode.Split;
}

/// <summary>One end of a bundle being made.</summary>
sealed record EndDraft(GroupDraft Group, PortChoice Ports, Affine Device, Affine Port)
{
    public Optic? Optic { get; init; }
}

/// <summary>A bundle being made.</summary>
sealed class LinkDraft(string id, FabricDesign fabric, Seq<int> extents, EndDraft lower, EndDraft upper, Origin at)
{
    public string Id { get; } = id;
    public FabricDesign Fabric { get; } = fabric;
    public Seq<int> Extents { get; } = extents;
    public EndDraft Lower { get; set; } = lower;
    public EndDraft Upper { get; set; } = upper;
    public Origin At { get; } = at;

    /// <summary>Legs in use of each splitter; 1 for straight cables.</summary>
    public int Legs { get; init; } = 1;
    public MediaDesign Media { get; init; } = new();
    public CableFamily? Cable { get; set; }
    public int LongestMm { get; set; }

    /// <summary>Why no optics and cable could be chosen, when none could.</summary>
    public string? NoMedia { get; set; }
    public int SpeedGbps => Lower.Ports.Mode.Speed.Gbps;

    /// <summary>Which part of the design it realises: "node", "uplink", "core", "peer", "attach", "manual".</summary>
    public required string Kind { get; init; }

    public long Count => Extents.Aggregate(1L, (product, extent) => product * extent);

    /// <summary>The devices and the ports of both ends as sets; made once, asked often.</summary>
    public EndSets LowerSets => _lowerSets ??= new EndSets(Lower, Extents);
    public EndSets UpperSets => _upperSets ??= new EndSets(Upper, Extents);
    EndSets? _lowerSets, _upperSets;
}

/// <summary>One end of a bundle as two sets: in a planned bundle each dimension moves the device or the port, never both.</summary>
sealed class EndSets(EndDraft end, Seq<int> extents)
{
    public EndDraft End { get; } = end;
    public IndexSet Devices { get; } = new(end.Device, extents);
    public IndexSet Ports { get; } = new(end.Port, extents);
}
