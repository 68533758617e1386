namespace ClusterDsl.Model;

/// <summary>A declared fabric. What the author left out is null; the planner decides it.</summary>
sealed class FabricDesign(SiteDesign site, string name, Origin at, Declared? parent = null) : Declared(parent ?? site)
{
    public SiteDesign Site { get; } = site;

    /// <summary>The name as it was said; <see cref="Name"/> tells apart what two sites call alike.</summary>
    public string Said { get; } = name;
    public string Name { get; set; } = name;
    public Origin At { get; } = at;

    /// <summary>"InfiniBand" or "Ethernet"; empty until the author chose.</summary>
    public string Protocol { get; set; } = "";
    public string ProtocolName { get; set; } = "";
    public int SpeedGbps { get; set; }
    public Origin? SpeedAt { get; set; }

    /// <summary>The shape of the fabric where it is not leaves under spines.</summary>
    public TopologyDesign? Topology { get; set; }

    public bool RailOptimized { get; set; }

    /// <summary>How many rails the ports of a node are; null where each port is one.</summary>
    public (int Count, Origin At)? Rails { get; set; }

    /// <summary>Cells are sprayed over the spines, credit for credit: how much faster the fabric side has to be, in thousandths of the host side; null for
    /// an ordinary fabric.</summary>
    public (int SpeedUp, Origin At)? Scheduled { get; set; }

    /// <summary>What its switches are called.</summary>
    public TierWords Words => Scheduled is not null ? TierWords.Scheduled
        : Topology is SlimFlyDesign or CellsDesign { Carrier: "router" } ? TierWords.Routers
        : TierWords.Usual;

    /// <summary>The rails share no switch: each is a plane of its own.</summary>
    public Origin? RailOnly { get; set; }

    /// <summary>The two ports of a NIC land on two leaves.</summary>
    public Origin? DualTor { get; set; }
    public (int Count, Origin At)? Planes { get; set; }
    public (int Units, bool AreRacks, Origin At)? Pods { get; set; }
    public RatioDesign? Ratio { get; set; }

    public List<BlockDesign> Blocks { get; } = [];
    public TierDesign? Spines { get; set; }
    public TierDesign? Cores { get; set; }

    /// <summary>Connections declared on the fabric itself: they go to its first block of leaves, or to the tier they name.</summary>
    public List<ConnectionDesign> Connections { get; } = [];
    public List<ManualLink> Links { get; } = [];

    /// <summary>Where the switches of a tier stand; what a block of leaves says of itself comes before.</summary>
    public Dictionary<Tier, PlaceDesign> Places { get; } = [];
    public List<(string Nodes, Role Role, Origin At)> BackToBack { get; } = [];
    public (string Fabric, int PerLeaf, Origin At)? Into { get; set; }
    public RequirementsDesign Requirements { get; } = new();
    public bool Incomplete { get; set; }

    public int PlaneCount => Planes?.Count ?? 1;

    /// <summary>Every connection, wherever it was declared.</summary>
    public IEnumerable<ConnectionDesign> AllConnections => Connections.Concat(Blocks.SelectMany(b => b.Connections))
        .Concat(Topology is CellsDesign cells ? cells.Kinds.SelectMany(k => k.Connections) : []);
}

/// <summary>The shape of a fabric that is not leaves under spines: what its own calls declare, and the call that chose it.</summary>
abstract class TopologyDesign(Origin at)
{
    public Origin At { get; } = at;

    /// <summary>Optics and cable of the links that make the shape.</summary>
    public MediaDesign Media { get; } = new();

    /// <summary>What was declared before it, by the names of the calls, and has no place in it.</summary>
    public IReadOnlyList<string> Foreign { get; init; } = [];
}

/// <summary>What the tiers of a fabric are called, and the call that declares the upper one.</summary>
sealed record TierWords(string Leaf, string Leaves, string Spine, string Spines, string LeavesCall, string SpinesCall)
{
    public static TierWords Usual { get; } = new("leaf", "leaves", "spine", "spines", ".Leaves(…)", ".Spines(…)");
    public static TierWords Routers { get; } = new("router", "routers", "router", "routers", ".Routers(…)", ".Routers(…)");
    public static TierWords Scheduled { get; } = new("line box", "line boxes", "fabric box", "fabric boxes", ".LineBoxes(…)", ".FabricBoxes(…)")
    {
        Core = "second-stage box", Cores = "second-stage boxes", Pod = "zone", PodsCall = ".Zones(…)",
    };

    /// <summary>What joins the pods, what a pod is, and the call that says its size.</summary>
    public string Core { get; private init; } = "core";
    public string Cores { get; private init; } = "cores";
    public string Pod { get; private init; } = "pod";
    public string PodsCall { get; private init; } = ".Pods(…)";
}

/// <summary>Leaves of one model with the connections they serve.</summary>
sealed class BlockDesign(FabricDesign fabric, SwitchModel model, Origin at) : Declared(fabric)
{
    public FabricDesign Fabric { get; } = fabric;
    public SwitchModel Model { get; } = model;
    public Origin At { get; } = at;
    public string Name { get; set; } = "leaf";

    /// <summary>What the switches are in the plan.</summary>
    public string Role { get; init; } = "leaf";
    public int? Count { get; set; }

    /// <summary>Leaves at the top of each rack of nodes; null where leaves do not follow the racks.</summary>
    public int? PerRack { get; set; }

    /// <summary>Ports of a leaf that are kept for what is below; a splitter takes one.</summary>
    public int? Downlinks { get; set; }
    public int? Uplinks { get; set; }
    public int? UplinkGbps { get; set; }
    public bool SingleHomed { get; set; }
    public (int Count, Origin At)? PeerLinks { get; set; }
    public PlaceDesign? Place { get; set; }
    public RatioDesign? Ratio { get; set; }
    public List<ConnectionDesign> Connections { get; } = [];

    /// <summary>Optics and cable of the links among these switches.</summary>
    public MediaDesign Media { get; } = new();
}

sealed class TierDesign(FabricDesign fabric, SwitchModel model, Origin at) : Declared(fabric)
{
    public FabricDesign Fabric { get; } = fabric;
    public SwitchModel Model { get; } = model;
    public Origin At { get; } = at;
    public int? Count { get; set; }
    public RatioDesign? Ratio { get; set; }
    public MediaDesign Media { get; } = new();
    public bool Single { get; set; }
}

/// <summary>Nodes, or another fabric's switches, joined to a tier.</summary>
sealed class ConnectionDesign(string target, Role role, Tier tier, Origin at)
{
    public string Target { get; set; } = target;
    public Role Role { get; } = role;
    public Tier Tier { get; } = tier;
    public Origin At { get; } = at;

    /// <summary>The target is a whole fabric: the management ports of its switches.</summary>
    public bool Switches { get; set; }
    public MediaDesign Media { get; } = new();
}

/// <summary>How much more may come down than goes up, and why.</summary>
sealed record RatioDesign(Ratio Most, string Reason, Origin At)
{
    /// <summary>The calls that say it, each of which overrides the other.</summary>
    public const string Said = "NonBlocking` or `Oversubscribed";
}

/// <summary>A cable that the author placed by hand.</summary>
sealed record ManualLink(PortRef Lower, PortRef Upper, Origin At);
