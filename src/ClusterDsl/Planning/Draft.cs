using ClusterDsl.Model;
using ClusterDsl.Plans;
using ClusterDsl.Rules;

namespace ClusterDsl.Planning;

/// <summary>A plan in the making, with what the rules need to judge it: the declared beside the derived.</summary>
sealed class Draft(ClusterDesign design, Thresholds thresholds, Dictionary<FabricDesign, long> takenInto)
{
    public ClusterDesign Design { get; } = design;
    public Thresholds Thresholds { get; } = thresholds;
    public List<HallDraft> Halls { get; } = [];
    public IReadOnlyList<GroupDraft> Groups => _groups;
    public List<FabricDraft> Fabrics { get; } = [];
    public List<LinkDraft> Links { get; } = [];
    public List<InterconnectDraft> Interconnects { get; } = [];
    public List<UnknownName> Unknown { get; } = [];
    public SortedSet<string> Assumptions { get; } = new(StringComparer.Ordinal);
    public List<Finding> Findings { get; } = [];
    public List<Waiver> Waivers { get; } = [];

    /// <summary>The acceptances that accepted something.</summary>
    public HashSet<Acceptance> Used { get; } = [];

    readonly List<GroupDraft> _groups = [];
    readonly Dictionary<string, GroupDraft> _nodes = [];
    readonly Dictionary<string, List<GroupDraft>> _switches = [];
    readonly Dictionary<string, FabricDesign> _fabrics = design.Fabrics.GroupBy(f => f.Name).ToDictionary(f => f.Key, f => f.First());
    readonly Dictionary<GroupDraft, TierLoad> _loads = [];
    readonly Dictionary<GroupDraft, PortUse> _uses = [];
    readonly Dictionary<FabricDraft, FabricMetrics?> _metrics = [];
    PanelLoad? _panels;
    ILookup<GroupDraft, LinkDraft>? _below, _above;
    ILookup<FabricDesign, LinkDraft>? _links;
    readonly Dictionary<HallDraft, IReadOnlyList<(int Rack, IReadOnlyList<RackContent> Contents)>> _contents = [];
    ILookup<HallDraft?, GroupDraft>? _standing;
    IReadOnlyList<string>? _nodeNames, _fabricNames;

    /// <summary>Ports that other fabrics are taken to need of the spines of one.</summary>
    public long TakenInto(FabricDesign fabric) => takenInto.TryGetValue(fabric, out var ports) ? ports : 0;

    /// <summary>Ports that other fabrics need of spines whose number was left to the planner; null where no more than was assumed.</summary>
    public Dictionary<FabricDesign, long>? FoundMore()
    {
        var found = (
            from fabric in Fabrics
            where fabric.Design.Into is not null
            join target in Fabrics on fabric.Design.Into!.Value.Fabric equals target.Name
            where target.Design is { Spines.Count: null, Scheduled: null }
            from block in fabric.Blocks
            group (long)block.Leaves.Count * block.Uplinks by target.Design).ToDictionary(g => g.Key, g => g.Sum());
        foreach (var (fabric, ports) in Interconnects.SelectMany(i => i.TakenOfSpines)) found[fabric] = (found.TryGetValue(fabric, out var others) ? others : 0) + ports;
        return found.Any(f => f.Value > TakenInto(f.Key)) ? found : null;
    }

    public void Add(GroupDraft group)
    {
        _groups.Add(group);
        if (group.Fabric is not { } fabric)
        {
            if (!_nodes.ContainsKey(group.Id)) _nodes.Add(group.Id, group);
        }
        else if (_switches.TryGetValue(fabric.Name, out var switches)) switches.Add(group);
        else _switches.Add(fabric.Name, [group]);
    }

    /// <summary>The nodes of a name; the first where there are several, which is an error of its own.</summary>
    public GroupDraft? NodesNamed(string name) => _nodes.TryGetValue(name, out var nodes) ? nodes : null;

    /// <summary>The fabric declared under a name, planned or not; the first where there are several.</summary>
    public FabricDesign? FabricNamed(string name) => _fabrics.TryGetValue(name, out var fabric) ? fabric : null;

    /// <summary>The switches that are planned for the fabric of a name so far.</summary>
    public IReadOnlyList<GroupDraft> SwitchesOf(string fabric) => _switches.TryGetValue(fabric, out var switches) ? switches : [];

    public IReadOnlyList<string> NodeNames => _nodeNames ??= [.. Design.Nodes.Select(n => n.Name)];
    public IReadOnlyList<string> FabricNames => _fabricNames ??= [.. Design.Fabrics.Select(f => f.Name)];

    /// <summary>The links from below, and to above. Asked when all is cabled.</summary>
    public IEnumerable<LinkDraft> LinksBelow(GroupDraft group) => (_below ??= Links.ToLookup(l => l.Upper.Group))[group];
    public IEnumerable<LinkDraft> LinksAbove(GroupDraft group) => (_above ??= Links.ToLookup(l => l.Lower.Group))[group];

    /// <summary>How many ports of a group of switches are in use. Asked when all is cabled; computed once.</summary>
    public PortUse UseOf(GroupDraft group)
    {
        if (!_uses.TryGetValue(group, out var use)) _uses.Add(group, use = PortUse.Of(this, group));
        return use;
    }

    /// <summary>What ends at the panels of installed cabling. Asked when all is cabled and placed; counted once.</summary>
    public PanelLoad Panels => _panels ??= new PanelLoad(this);

    /// <summary>The links of a fabric. Asked when all is cabled.</summary>
    public IEnumerable<LinkDraft> LinksOf(FabricDesign fabric) => (_links ??= Links.ToLookup(l => l.Fabric))[fabric];

    /// <summary>What is known of a fabric as a whole. Asked when all is cabled, and of a finished plan by whoever reads it; computed once.</summary>
    public FabricMetrics? MetricsOf(FabricDraft fabric)
    {
        lock (_metrics)
        {
            if (!_metrics.TryGetValue(fabric, out var metrics)) _metrics.Add(fabric, metrics = fabric.Design.Topology is null ? MetricsPlanner.Of(this, fabric) : MeshMetrics.Of(this, fabric));
            return metrics;
        }
    }

    /// <summary>The same without failures and halves, as long as nobody has asked for those.</summary>
    public FabricMetrics? IntactOf(FabricDraft fabric)
    {
        lock (_metrics)
            return fabric.Design.Topology is not null || _metrics.ContainsKey(fabric) ? MetricsOf(fabric) : MetricsPlanner.Of(this, fabric, intact: true);
    }

    /// <summary>What a GPU has on each layer. Asked as the promises of fabrics are.</summary>
    public Late<Seq<LayerPlan>> Layers => _layers ??= new(() => new LayerPlanner(this).Of());
    Late<Seq<LayerPlan>>? _layers;

    /// <summary>The workloads that are complete, with what follows from them. Asked when all is placed; found once.</summary>
    public IReadOnlyList<WorkloadDraft> Workloads => _workloads ??= [.. Design.Workloads.Where(w => w is { Incomplete: false, Gpus: not null }).Select(w => new WorkloadDraft(this, w))];
    IReadOnlyList<WorkloadDraft>? _workloads;

    /// <summary>What stands together in the racks of a hall where the definition places groups by name: what the planner places by itself neither meets nor exceeds anything.</summary>
    public IReadOnlyList<(int Rack, IReadOnlyList<RackContent> Contents)> ContentsWherePlaced(HallDraft hall) => hall.IsPlacedByName ? Contents(hall) : [];

    /// <summary>What stands together in the racks of a hall. Asked when all is placed; found once.</summary>
    public IReadOnlyList<(int Rack, IReadOnlyList<RackContent> Contents)> Contents(HallDraft hall)
    {
        _standing ??= Groups.ToLookup(g => g.Hall);
        if (!_contents.TryGetValue(hall, out var contents)) _contents.Add(hall, contents = RackContents.Of(_standing[hall]));
        return contents;
    }

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

    /// <summary>Where they stand between sites; null for what stands in halls.</summary>
    public Huts? Huts { get; init; }

    /// <summary>Where the definition says that it stands; null where it leaves that to the planner.</summary>
    public PlaceDesign? Place { get; set; }

    /// <summary>How many switches stand in each rack of the nodes that they serve; null for switches with racks of their own.</summary>
    public int? PerRackOfNodes { get; set; }

    /// <summary>What of the definition decides where it stands.</summary>
    public Origin PlacedAt => Place?.At ?? Nodes?.PerRack?.At ?? At;
}

/// <summary>A hall and what stands in its racks.</summary>
sealed class HallDraft(HallDesign? design, HallPlan plan)
{
    public HallDesign? Design { get; } = design;
    public HallPlan Plan { get; set; } = plan;

    /// <summary>The trays between the halls of its site.</summary>
    public IReadOnlyList<HallTray> Trays { get; init; } = [];

    /// <summary>Whether the definition says of any group where it stands.</summary>
    public bool IsPlacedByName { get; init; }

    /// <summary>The last rack that is in use, from 1.</summary>
    public int RacksUsed { get; set; }

    /// <summary>Groups that do not stand where they were said to, and why.</summary>
    public List<(GroupDraft Group, string Why, Origin At)> Elsewhere { get; } = [];
}

/// <summary>A sized fabric.</summary>
sealed class FabricDraft(FabricDesign design)
{
    public FabricDesign Design { get; } = design;
    public string Name => Design.Name;
    public List<BlockDraft> Blocks { get; } = [];
    public SpineDraft? Spines { get; set; }
    public CoreDraft? Cores { get; set; }

    /// <summary>What is joined to others of its kind: the spines of cells, or routers.</summary>
    public MeshDraft? Mesh { get; set; }
    public List<Misfit> Misfits { get; } = [];
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

/// <summary>The spines: the same number in each plane of each pod.</summary>
sealed class SpineDraft(TierDesign design, GroupDraft group)
{
    public TierDesign Design { get; } = design;
    public GroupDraft Group { get; } = group;

    /// <summary>Spines in one plane of one pod: those that a leaf has to reach.</summary>
    public required int Reach { get; init; }
    public required int Pods { get; init; }
    public required int Planes { get; init; }

    /// <summary>What may come up to the spines for what goes on to the cores.</summary>
    public required RatioDesign? Declared { get; init; }
    public Ratio Most => Declared?.Most ?? Ratio.One;

    /// <summary>The plane that a spine is in.</summary>
    public int PlaneOf(int spine) => spine / (Pods * Reach);

    /// <summary>The fewest spines in a plane of a pod that have the ports for its uplinks.</summary>
    public required int Fewest { get; init; }

    /// <summary>Uplinks that reach one plane of one pod.</summary>
    public required long LinksBelow { get; init; }

    /// <summary>Ports that equipment takes of a spine, where it is spread evenly.</summary>
    public required long Attached { get; init; }

    /// <summary>Ports that one spine has for links below.</summary>
    public required int PortsBelow { get; init; }
    public int Uplinks { get; set; }

    /// <summary>Whether every leaf has equally many links to each spine it has to reach.</summary>
    public bool IsEven(FabricDraft fabric) => fabric.Blocks.All(b => b.Uplinks % Reach == 0);

    /// <summary>The ports that are taken of every spine.</summary>
    public PortCursor Cursor { get; } = new();

    /// <summary>The last row of ports that equipment took, as long as not every spine has its port of it in use.</summary>
    public OpenRow? Open { get; set; }
}

/// <summary>A port, or a few, of each spine: equipment of one shape takes spine after spine.</summary>
/// <param name="Ports">The bank and its mode.</param>
/// <param name="Spread">The spines that a device takes at once.</param>
/// <param name="First">The first port.</param>
/// <param name="Next">The first place that is free; a place is as many spines as a device takes.</param>
sealed record OpenRow(PortChoice Ports, Spread Spread, int First, int Next);

/// <summary>The cores: a group of them serves some positions of the spines in every pod.</summary>
sealed class CoreDraft(TierDesign design, GroupDraft group)
{
    public TierDesign Design { get; } = design;
    public GroupDraft Group { get; } = group;
    public required int Pods { get; init; }
}

/// <summary>Switches that links join to others of their kind, alike for each.</summary>
sealed class MeshDraft(GroupDraft switches, Origin at)
{
    public GroupDraft Switches { get; } = switches;
    public Origin At { get; } = at;

    /// <summary>How they are joined; null as long as they are not.</summary>
    public MeshShape? Shape { get; set; }
}

/// <summary>A shape that cannot be, and which rule says so.</summary>
sealed record Misfit(string Rule, string What, string Remedy, Origin At)
{
    public Fix? Fix { get; init; }
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

    /// <summary>The installed cabling that it takes: what its author leads it through, or what its hall has between rows.</summary>
    public ChannelDesign? Channel { get; set; }
    public CableFamily? Cable { get; set; }
    public int LongestMm { get; set; }

    /// <summary>How long a cable between sites is; 0 for one along the trays.</summary>
    public int OutsideMm { get; init; }

    /// <summary>Why no optics and cable could be chosen, when none could.</summary>
    public string? NoMedia { get; set; }
    public int SpeedGbps => Lower.Ports.Mode.Speed.Gbps;

    /// <summary>Which part of the design it realises: "node", "uplink", "core", "local", "global", "peer", "attach", "manual", "line", "client", "lease".</summary>
    public required string Kind { get; init; }

    public long Count => Extents.Aggregate(1L, (product, extent) => product * extent);

    /// <summary>The devices and the ports of both ends as sets; made once, asked often.</summary>
    public EndSets LowerSets => _lowerSets ??= new EndSets(Lower, Extents);
    public EndSets UpperSets => _upperSets ??= new EndSets(Upper, Extents);
    EndSets? _lowerSets, _upperSets;
}

/// <summary>
/// One end of a bundle as two sets: in a planned bundle each dimension moves the device or the port, never both. Where devices go
/// round, a dimension that moves no port takes them round once: for every port they are the same devices.
/// </summary>
sealed class EndSets(EndDraft end, Seq<int> extents)
{
    public EndDraft End { get; } = end;
    public IndexSet Devices { get; } = new(end.Device.Straight(extents, d => !end.Port.Moves(d)), extents);
    public IndexSet Ports { get; } = new(end.Port, extents);
}
