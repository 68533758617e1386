namespace ClusterDsl.Plans;

/// <summary>
/// A cluster as it will be built, in closed form: groups of equal devices and bundles of regular cables. A plan holds no
/// list of cables; cable k of a bundle is computed from k.
/// </summary>
/// <param name="Name">The cluster's name; also the name of its output folder.</param>
/// <param name="Halls">The rooms, their racks and the distances between them.</param>
/// <param name="Models">The device models in use.</param>
/// <param name="Groups">The devices.</param>
/// <param name="Fabrics">The networks, tier by tier.</param>
/// <param name="Bundles">The cables.</param>
/// <param name="Parts">Everything that is bought, by part number.</param>
/// <param name="Findings">What the rules say about it. A plan that holds an error is never embedded.</param>
/// <param name="Waivers">Findings accepted with a reason.</param>
/// <param name="Assumptions">Defaults that were taken because the definition does not say otherwise.</param>
public sealed record Plan(
    string Name,
    Seq<HallPlan> Halls,
    Seq<DeviceModel> Models,
    Seq<DeviceGroup> Groups,
    Seq<FabricPlan> Fabrics,
    Seq<Bundle> Bundles,
    Seq<Part> Parts,
    Seq<Finding> Findings,
    Seq<Waiver> Waivers,
    Seq<string> Assumptions)
{
    /// <summary>The settings of the project that it was judged under, where they differ from the defaults.</summary>
    public Seq<string> Settings { get; init; } = Seq<string>.Empty;

    /// <summary>The trays between halls.</summary>
    public Seq<HallTray> Trays { get; init; } = Seq<HallTray>.Empty;

    /// <summary>How the labels of cables read (<see cref="LabelTemplate"/>); empty for rack, unit and port of both ends.</summary>
    public string Labels { get; init; } = "";

    /// <summary>The spares that are bought.</summary>
    public Seq<Spare> Spares { get; init; } = Seq<Spare>.Empty;

    /// <summary>What joins the sites.</summary>
    public Seq<InterconnectPlan> Interconnects { get; init; } = Seq<InterconnectPlan>.Empty;

    readonly Late<Seq<LayerPlan>> _layers = new(Seq<LayerPlan>.Empty);
    readonly Late<Seq<WorkloadPlan>> _workloads = new(Seq<WorkloadPlan>.Empty);

    /// <summary>What a GPU has on each layer, from the innermost; layers that the cluster has not, or of which nothing is known, are left out.</summary>
    public Seq<LayerPlan> Layers
    {
        get => _layers.Value;
        init => _layers = new(value);
    }

    /// <summary>The jobs that were declared, and how long they exchange data.</summary>
    public Seq<WorkloadPlan> Workloads
    {
        get => _workloads.Value;
        init => _workloads = new(value);
    }

    /// <summary>The same, found when they are first asked for.</summary>
    internal (Late<Seq<LayerPlan>> Layers, Late<Seq<WorkloadPlan>> Workloads) LateChoice
    {
        init => (_layers, _workloads) = value;
    }

    /// <summary>The scale-up domains of the node groups that have any.</summary>
    public Seq<DomainPlan> Domains { get; init; } = Seq<DomainPlan>.Empty;

    /// <summary>The version of the plan's JSON form.</summary>
    public const int Version = 1;

    /// <summary>The GPUs of all nodes.</summary>
    public long Gpus => Groups.Sum(g => (long)g.Count * Model(g).Gpus);

    /// <summary>The logical links: one per leg of a splitter.</summary>
    public long Links => Bundles.Sum(b => b.Links);

    /// <summary>The cables: one per assembly, however many legs it has.</summary>
    public long Cables => Bundles.Sum(b => b.Assemblies);

    /// <summary>Whether any finding forbids building it.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == Severity.Error);

    /// <summary>The group with this id.</summary>
    public DeviceGroup Group(string id) => Groups.First(g => g.Id == id);

    /// <summary>The model of a group's devices.</summary>
    public DeviceModel Model(DeviceGroup group) => Models.First(m => m.Id == group.Model);

    /// <summary>The hall with this site and name.</summary>
    public HallPlan Hall(Placement placement) => Halls.First(h => h.Site == placement.Site && h.Name == placement.Hall);

    /// <summary>The way of a bundle's cables; null where an end stands in no hall, or no tray joins the two halls.</summary>
    public Route? Route(Bundle bundle) =>
        Group(bundle.A.Group).Placement is { } a && Group(bundle.B.Group).Placement is { } b
            ? Plans.Route.Between(Hall(a), a.LowestUnit, Hall(b), b.LowestUnit, Trays) : null;

    /// <summary>The part with this number.</summary>
    public Part Part(string id) => Parts.First(p => p.Id == id);
}

/// <summary>A finding that somebody accepted, and why.</summary>
/// <param name="Finding">What was accepted.</param>
/// <param name="Reason">Why, in the author's words.</param>
public sealed record Waiver(Finding Finding, string Reason)
{
    /// <summary>Where it was accepted; null in a plan that does not say.</summary>
    public Origin? At { get; init; }
}

/// <summary>A network of the cluster.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Protocol">What it speaks: "InfiniBand NDR", "Ethernet".</param>
/// <param name="SpeedGbps">The speed of a link to a node, Gb/s.</param>
/// <param name="Tiers">Its switch tiers from the nodes upwards.</param>
/// <param name="At">Where it was declared.</param>
public sealed record FabricPlan(string Name, string Protocol, int SpeedGbps, Seq<TierPlan> Tiers, Origin At)
{
    /// <summary>The fabric whose spines take the uplinks of this one; empty where it has its own, or none.</summary>
    public string Into { get; init; } = "";

    /// <summary>What its own people call the switches of a tier: those of a scheduled fabric are line boxes and fabric boxes.</summary>
    /// <param name="role">leaf, spine, core or router.</param>
    public string Called(string role) => Protocol != ScheduledEthernet ? role : role switch { "leaf" => "line box", "spine" => "fabric box", _ => role };

    internal const string ScheduledEthernet = "Scheduled Ethernet";

    readonly Late<FabricMetrics?> _metrics = new(value: null);

    /// <summary>What it promises as a whole; null where that is not known in closed form.</summary>
    public FabricMetrics? Metrics
    {
        get => _metrics.Value;
        init => _metrics = new(value);
    }

    /// <summary>The same, found when it is first asked for: on a keystroke, as a rule, nobody does.</summary>
    internal Late<FabricMetrics?> LateMetrics
    {
        init => _metrics = value;
    }
}

/// <summary>One tier of switches.</summary>
/// <param name="Role">leaf, spine or core.</param>
/// <param name="Groups">The device groups that make it up.</param>
/// <param name="Devices">How many switches they hold.</param>
/// <param name="Ratio">Bandwidth down against up at the busiest switch; "1:1" for a non-blocking tier, empty for the topmost.</param>
/// <param name="Declared">The ratio that the definition allows; empty for the topmost tier.</param>
public sealed record TierPlan(string Role, Seq<string> Groups, int Devices, string Ratio, string Declared)
{
    /// <summary>The ports of one switch as it is delivered, without the management port.</summary>
    public int Ports { get; init; }

    /// <summary>The ports that the fullest switch has free; a leg of a splitter counts as its part of a port.</summary>
    public int SparePorts { get; init; }
}

/// <summary>Spares of one category of parts.</summary>
/// <param name="Category">optic, cable, switch …</param>
/// <param name="Share">Of each part, in hundredths of a percent, rounded up.</param>
public sealed record Spare(string Category, int Share)
{
    /// <summary>How many spares there are of so many.</summary>
    public long Of(long quantity) => (quantity * Share + 9_999) / 10_000;
}

/// <summary>Something that is bought.</summary>
/// <param name="Id">The part number.</param>
/// <param name="Category">node, switch, optic, cable, pdu …</param>
/// <param name="Description">What it is.</param>
/// <param name="LengthsMm">The stock lengths of a cable, in millimetres, ascending; empty for anything else.</param>
/// <param name="PriceUsd">An indicative price for one, or empty.</param>
/// <param name="PriceSource">Where the price was read, and when.</param>
public sealed record Part(string Id, string Category, string Description, Seq<int> LengthsMm, string PriceUsd, string PriceSource)
{
    /// <summary>The shortest stock length that is at least this long; 0 where none is.</summary>
    public int StockLength(int atLeastMm)
    {
        foreach (var length in LengthsMm)
            if (length >= atLeastMm) return length;
        return 0;
    }
}
