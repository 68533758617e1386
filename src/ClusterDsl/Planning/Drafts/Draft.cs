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
