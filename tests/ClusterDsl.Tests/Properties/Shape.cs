namespace ClusterDsl.Tests;

/// <summary>A random design, small enough to walk every link of. It prints as the numbers it was made from.</summary>
public sealed record Shape
{
    public required int Nodes { get; init; }
    public required int Planes { get; init; }
    public required int RailsPerPlane { get; init; }
    public required bool RailOptimized { get; init; }

    /// <summary>Ports of a node on each rail, where the rails are divided so.</summary>
    public int PerRail { get; init; } = 1;
    public bool RailOnly { get; init; }
    public bool DualTor { get; init; }

    /// <summary>Leaves at the top of each rack, and nodes in it; null where leaves follow no racks.</summary>
    public (int Leaves, int Nodes)? InRack { get; init; }
    public int? Downlinks { get; init; }

    /// <summary>Line boxes under fabric boxes instead of leaves under spines.</summary>
    public bool Scheduled { get; init; }

    /// <summary>What comes up to the spines for one that goes on.</summary>
    public int SpineRatio { get; init; } = 1;
    public required bool Cores { get; init; }
    public required int? Unit { get; init; }

    /// <summary>A second group of GPU nodes; 0 for none.</summary>
    public required int MoreNodes { get; init; }

    /// <summary>Appliances with two 200G ports, which a twin-port switch serves over splitters; 0 for none.</summary>
    public required int Appliances { get; init; }

    /// <summary>Management servers on a fabric of their own, in pairs of leaves; 0 for none.</summary>
    public required int Servers { get; init; }

    /// <summary>DGX on a site of their own with every network of a SuperPOD; 0 for none.</summary>
    public required int Dgx { get; init; }
    public required int LeafCages { get; init; }
    public required int SpineCages { get; init; }

    /// <summary>Switches of two ports to a cage.</summary>
    public required bool Twin { get; init; }
    public required int Down { get; init; }
    public required int Up { get; init; }

    /// <summary>What an author may leave to the planner.</summary>
    public required int? Uplinks { get; init; }
    public required int? Spines { get; init; }
    public required int NodeHeight { get; init; }
    public required int RacksPerRow { get; init; }

    public Seq<Cable> Cables { get; init; } = Seq<Cable>.Empty;

    /// <summary>A cable placed by hand, everything counted from 1.</summary>
    public sealed record Cable(int Node, int Port, bool ToSpine, int Switch, int SwitchPort);

    /// <summary>The rails that are said where they are fewer than the ports of a node.</summary>
    public int? Rails => PerRail > 1 && RailsPerPlane % PerRail == 0 ? Planes * RailsPerPlane / PerRail : null;

    /// <summary>Declares it: in the order of this method, or backwards.</summary>
    public Cluster Declare(bool backwards = false)
    {
        Action<Site>[] things =
        [
            site => site.Nodes("gpu", Node("GPU", Planes * RailsPerPlane), Nodes, n => Units(n)),
            site => { if (MoreNodes > 0) site.Nodes("more", Node("MORE", Planes * RailsPerPlane), MoreNodes, n => Units(n)); },
            site => { if (Appliances > 0) site.Nodes("box", ClusterDsl.Nodes.UfmAppliance, Appliances); },
            site => { if (Servers > 0) site.Nodes("server", ClusterDsl.Nodes.ManagementServer, Servers); },
            site => site.Fabric("net", Scheduled ? Cells : Net),
            site => { if (Servers > 0) site.Fabric("mgmt", Management); },
        ];
        Action<Cluster>[] sites =
        [
            cluster => cluster.Site("a", site => InOrder(things, site)),
            cluster => cluster.Site("b", site => site.Nodes("far", Node("FAR", 1), 3)),
            cluster => { if (Dgx > 0) cluster.Site("pod", site => InOrder(SuperPod.Of(Dgx, Unit ?? 8, 1 + Nodes % 12, (Down, Up)), site)); },
        ];
        var cluster = Cluster.Named("random");
        InOrder(sites, cluster);
        return cluster;

        void InOrder<T>(IEnumerable<Action<T>> declarations, T to)
        {
            if (to is Site site) site.Hall("hall", h => h.Racks(rows: 1_024, RacksPerRow));
            foreach (var declare in backwards ? declarations.Reverse() : declarations) declare(to);
        }
    }

    void Units(NodeGroup nodes)
    {
        if (Unit is { } size) nodes.ScalableUnits(size);
        if (InRack is { } rack) nodes.PerRack(rack.Nodes);
    }

    void Net(Fabric fabric)
    {
        var net = fabric.Ethernet(400.Gbps()).Oversubscribed(Down, Up).Connect("gpu");
        if (RailOptimized) net.RailOptimized(Rails);
        if (RailOnly) net.RailOnly();
        if (DualTor) net.DualTor();
        if (Planes > 1) net.Planes(Planes);
        if (MoreNodes > 0) net.Connect("more");
        if (Appliances > 0) net.Connect("box");
        net.Leaves(Switch("LEAF", LeafCages), uplinks: Uplinks, perRack: InRack?.Leaves, downlinks: Downlinks)
            .Spines(Switch("SPINE", SpineCages), Spines, spines: s => { if (SpineRatio > 1) s.Oversubscribed(SpineRatio, 1, "declared"); });
        if (Cores) net.Cores(Switch("SPINE", SpineCages));
        foreach (var c in Cables)
            net.Link(PortRef.Node("gpu", c.Node, c.Port), PortRef.Switch(c.ToSpine ? Tier.Spine : Tier.Leaf, c.Switch, c.SwitchPort));
    }

    void Cells(Fabric fabric)
    {
        var net = fabric.Scheduled(400.Gbps()).Connect("gpu");
        if (MoreNodes > 0) net.Connect("more");
        var host = new Ports("host", LeafCages, Cage.OsfpIhs, 400.Gbps(), split: 2);
        net.LineBoxes(new LineBox("LINE", host, new Ports("fabric", LeafCages + 1 + LeafCages / 8, Cage.OsfpIhs, 800.Gbps())), fabricLinks: Uplinks, perRack: InRack?.Leaves)
            .FabricBoxes(new FabricBox("CELLS", new Ports("fabric", SpineCages, Cage.OsfpIhs, 800.Gbps())), Spines);
        foreach (var c in Cables) net.Link(PortRef.Node("gpu", c.Node, c.Port), PortRef.Switch(Tier.Leaf, c.Switch, c.SwitchPort));
    }

    static void Management(Fabric fabric) => fabric.Ethernet(100.Gbps()).Oversubscribed(12).Connect("server", Role.InBand)
        .Leaves(Switches.Sn4600C, uplinks: 4, leaves: l => l.PeerLinks(2)).Spines(Switches.Sn4600C, count: 2);

    NodeModel Node(string id, int ports) => new(id, 8, new Ports("nic", ports, Cage.Qsfp112, 400.Gbps())) { Height = NodeHeight };

    EthernetSwitch Switch(string id, int cages) => Twin
        ? new(id, new Ports("osfp", cages, Cage.OsfpIhs, 400.Gbps(), split: 2)
        {
            Modes = Seq.Of(new PortMode(2, 400.Gbps(), 4, Lane.Pam4x100), new PortMode(4, 200.Gbps(), 2, Lane.Pam4x100, Legs: 2)),
        })
        : new(id, new Ports("qsfp", cages, Cage.Qsfp112, 400.Gbps()));
}
