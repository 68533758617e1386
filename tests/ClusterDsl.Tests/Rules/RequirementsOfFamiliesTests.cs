namespace ClusterDsl.Tests;

/// <summary>Each requirement, asked of each family of fabrics: it is held against what the plan promises, or said not to be known, and why.</summary>
public sealed class RequirementsOfFamiliesTests
{
    /// <summary>What is asked, of a fabric of any kind.</summary>
    sealed record Asked
    {
        public (Loss Loss, int Hundredths)? Survives { get; init; }
        public int? MaxHops { get; init; }
        public int? PerGpu { get; init; }
        public int? SparePercent { get; init; }

        public void Of<TFabric>(FabricOf<TFabric> fabric) where TFabric : FabricOf<TFabric>
        {
            if (Survives is { } s) fabric.Survives(s.Loss, new Percentage(s.Hundredths).Blamed());
            if (MaxHops is { } hops) fabric.MaxHops(hops.Blamed());
            if (PerGpu is { } gbps) fabric.PerGpu(gbps.Gbps().Blamed());
            if (SparePercent is { } spare) fabric.SparePorts(spare.Percent().Blamed());
        }
    }

    static NodeModel Node(int ports) => new($"NODE-{ports}", 4, new Ports("nic", ports, Cage.Qsfp112, 400.Gbps())) { Height = 2 };
    static EthernetSwitch Switch(int ports) => new($"SWITCH-{ports}", new Ports("port", ports, Cage.Qsfp112, 400.Gbps()));
    static readonly LineBox Line = new("LINE", new Ports("host", 16, Cage.Qsfp112, 400.Gbps()), new Ports("fabric", 10, Cage.OsfpIhs, 800.Gbps()));
    static readonly FabricBox Cells = new("CELLS", new Ports("fabric", 64, Cage.OsfpIhs, 800.Gbps()));

    static Plan Of(string family, Asked? asked = null)
    {
        return family switch
        {
            "one switch" => Ethernet(16, ports: 1, f => f.Leaves(Switch(32))),
            "leaf-spine" => Ethernet(32, ports: 1, f => f.Leaves(Switch(16)).Spines(Switch(32))),
            "fat tree" => Ethernet(128, ports: 1, f => f.Leaves(Switch(8)).Spines(Switch(8)).Cores(Switch(8))),
            "rail-optimised" => Ethernet(48, ports: 4, f => f.RailOptimized().Leaves(Switch(32)).Spines(Switch(64)), unit: 16),
            "rail-only" => Ethernet(32, ports: 4, f => f.RailOnly().Leaves(Switch(64)), unit: 32),
            "dual-ToR" => Ethernet(32, ports: 4, f => f.RailOptimized().DualTor().Leaves(Switch(32)).Spines(Switch(64)), unit: 16),
            "planes" => Ethernet(64, ports: 4, f => f.RailOptimized().Planes(2).Leaves(Switch(32)).Spines(Switch(32)), unit: 16),
            "scheduled" => Planned(64, ports: 1, f => Ask(f.Scheduled(400.Gbps()).Connect("node").LineBoxes(Line).FabricBoxes(Cells, count: 5))),
            "dragonfly" => Ethernet(72, ports: 1, f => f.Dragonfly(9).Routers(Switch(7), perGroup: 4, globalLinks: 2)),
            "dragonfly of few nodes" => Ethernet(12, ports: 2, f => f.Dragonfly(9).Routers(Switch(16), perGroup: 4, globalLinks: 2)),
            "dragonfly of like routers" => Ethernet(40, ports: 2, f => f.Dragonfly(5).Routers(Switch(15), perGroup: 8, globalLinks: 4)),
            "dragonfly+" => Ethernet(64, ports: 1, f => f.DragonflyPlus(4).Leaves(Switch(16), perCell: 4).Spines(Switch(32), perCell: 2)),
            "dragonfly+ of two ports" => Ethernet(32, ports: 2, f => f.DragonflyPlus(4).Leaves(Switch(16), perCell: 4).Spines(Switch(32), perCell: 2)),
            "dragonfly+ of one spine" => Ethernet(32, ports: 2, f => f.DragonflyPlus(4).Leaves(Switch(16), perCell: 4).Spines(Switch(64), perCell: 1)),
            "slim fly" => Ethernet(100, ports: 2, f => f.SlimFly(5).Routers(Switch(11))),
            _ => throw new ArgumentException(family),
        };

        Plan Ethernet(int nodes, int ports, Action<EthernetFabric> shape, int? unit = null) => Planned(nodes, ports, f =>
        {
            var net = f.Ethernet(400.Gbps()).NonBlocking().Connect("node");
            Ask(net);
            shape(net);
        }, unit);

        Plan Planned(int nodes, int ports, Action<Fabric> fabric, int? unit = null) => Cluster.Named("c").Site("dc", s => s
            .Nodes("node", Node(ports), nodes, n => { if (unit is { } size) n.ScalableUnits(size); }).Fabric("net", fabric)).Plan;

        void Ask<TFabric>(FabricOf<TFabric> fabric) where TFabric : FabricOf<TFabric> => asked?.Of(fabric);
    }

    static readonly string[] Trees = ["one switch", "leaf-spine", "fat tree", "rail-optimised", "rail-only", "dual-ToR", "planes", "scheduled"];

    static readonly string[] Meshes =
    [
        "dragonfly", "dragonfly of few nodes", "dragonfly of like routers", "dragonfly+", "dragonfly+ of two ports", "dragonfly+ of one spine", "slim fly",
    ];

    public static TheoryData<string> Families => [.. Trees.Concat(Meshes)];

    public static IEnumerable<object[]> Losses => from family in Trees.Concat(Meshes) from loss in Enum.GetValues<Loss>() select new object[] { family, loss };

    static FabricMetrics Promised(string family) => Of(family).Fabrics[0].Metrics!;

    static void IsHeld(Plan plan) => Assert.DoesNotContain(plan.Findings, f => f.Rule is "CDL2105" or "CDL2106" or "CDL2107" or "CDL2108" or "CDL2109");

    [Theory, MemberData(nameof(Families))]
    public void Every_family_is_planned_without_an_error(string family) => Assert.DoesNotContain(Of(family).Findings, f => f.Severity == Severity.Error);

    [Theory, MemberData(nameof(Losses))]
    public void What_a_loss_leaves_is_held_against_what_is_asked_or_said_not_to_be_known(string family, Loss loss)
    {
        Plan Keeping(int hundredths) => Of(family, new Asked { Survives = (loss, hundredths) });
        if (Promised(family).After(loss.ToString().ToLowerInvariant()) is { } left)
        {
            if (left.LeftPpm >= 100) IsHeld(Keeping(left.LeftPpm / 100));
            if (left.LeftPpm < 1_000_000) Keeping(left.LeftPpm / 100 + 1).BlamesAmongOthers("CDL2105", $"`{left.Lost}`", $"`{left.Node}`");
        }
        else if (loss == Loss.PowerFeed) Keeping(1).BlamesAmongOthers("CDL2109", "power supplies");
        else if (loss == Loss.Spine && !Of(family).Fabrics[0].Tiers.Any(t => t.Role == "spine")) IsHeld(Keeping(10_000));
        else Keeping(1).BlamesAmongOthers("CDL2109", $"a lost {loss.ToString().ToLowerInvariant()}", "the routing decides");
    }

    /// <summary>What nodes of one port, or of two, have left: nothing, what the routing decides, or no such thing is there to fail.</summary>
    [Theory]
    [InlineData("dragonfly", "link leaf rack", "")]
    [InlineData("dragonfly of few nodes", "leaf rack", "link")]
    [InlineData("dragonfly of like routers", "leaf rack", "link")]
    [InlineData("dragonfly+", "link leaf rack", "spine")]
    [InlineData("dragonfly+ of two ports", "leaf rack", "link spine")]
    [InlineData("dragonfly+ of one spine", "leaf rack spine", "link")]
    [InlineData("slim fly", "leaf rack", "link")]
    public void What_is_cut_off_among_joined_switches_has_nothing_left(string family, string cutOff, string notKnown)
    {
        Assert.Equal(cutOff.Split(' ').Order(), Promised(family).Losses.Select(l => l.Loss));
        Assert.All(Promised(family).Losses, l => Assert.Equal(0, l.LeftPpm));
        foreach (var loss in notKnown.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Of(family, new Asked { Survives = (Enum.Parse<Loss>(loss, ignoreCase: true), 1) }).BlamesAmongOthers("CDL2109", $"what a lost {loss} leaves");
    }

    [Theory, MemberData(nameof(Families))]
    public void How_far_nodes_are_apart_is_held_against_what_is_asked_or_said_not_to_be_known(string family)
    {
        Plan Within(int links) => Of(family, new Asked { MaxHops = links });
        if (Promised(family) is { Connected: false }) Within(64).BlamesAmongOthers("CDL2107", "do not reach each other");
        else if (Promised(family).Hops is { } hops)
        {
            IsHeld(Within(hops));
            if (hops > 2) Within(hops - 1).BlamesAmongOthers("CDL2107", $"{hops} links");
        }
        else
        {
            // More than it takes is certain all the same.
            IsHeld(Within(5));
            Within(4).BlamesAmongOthers("CDL2109", "more than 4 links apart", "5 at most");
        }
    }

    [Theory]
    [InlineData("dragonfly", 5)]
    [InlineData("dragonfly of few nodes", null)]
    [InlineData("dragonfly of like routers", 4)]
    [InlineData("dragonfly+", 5)]
    [InlineData("slim fly", 4)]
    [InlineData("scheduled", 4)]
    public void Nodes_are_so_far_apart(string family, int? links) => Assert.Equal(links, Promised(family).Hops);

    [Theory, MemberData(nameof(Families))]
    public void What_a_GPU_gets_is_held_against_what_is_asked_or_said_not_to_be_known(string family)
    {
        Plan Getting(int gbps) => Of(family, new Asked { PerGpu = gbps });
        if (Promised(family).PerGpuMbps is not { } mbps) Getting(1).BlamesAmongOthers("CDL2109", "what a GPU gets", "the routing decides");
        else
        {
            if (mbps >= 1_000) IsHeld(Getting(mbps / 1_000));
            Getting(mbps / 1_000 + 1).BlamesAmongOthers("CDL2108", "a GPU gets");
        }
    }

    [Theory, MemberData(nameof(Families))]
    public void Spare_ports_are_held_against_what_is_asked(string family)
    {
        Plan Spare(int percent) => Of(family, new Asked { SparePercent = percent });
        var least = Of(family).Fabrics[0].Tiers.Min(t => 100 * t.SparePorts / t.Ports);
        if (least is > 0 and <= 90) IsHeld(Spare(least));
        if (least < 90) Assert.Contains(Spare(least + 1).Findings, f => f.Rule == "CDL2106");
    }

    [Fact]
    public void A_dragonfly_that_cannot_be_joined_is_told_so_and_nothing_else()
    {
        var plan = Cluster.Named("c").Site("dc", s => s.Nodes("node", Node(1), 72)
            .Fabric("net", f => f.Ethernet(400.Gbps()).Dragonfly(9).Routers(Switch(7), perGroup: 4, globalLinks: 1).Connect("node")
                .MaxHops(3).Survives(Loss.Link, 50.Percent()).PerGpu(400.Gbps()).SparePorts(50.Percent()))).Plan;
        Assert.Null(plan.Fabrics[0].Metrics);
        IsHeld(plan);
        Assert.Contains(plan.Findings, f => f.Rule == "CDL1113");
    }

    [Fact]
    public void A_feed_that_routers_can_spare_takes_nothing_and_one_they_cannot_everything()
    {
        static Plan Lost(int spare) => Cluster.Named("c").Site("dc", s => s.Hall("hall", h => h.Feeds(2, 40.Kilowatts()))
            .Nodes("node", new NodeModel("NODE", 4, Node(1).Ports[0]) { Height = 2, PowerSupplies = 6, SparePowerSupplies = 3 }, 72)
            .Fabric("net", f => f.Ethernet(400.Gbps()).Dragonfly(9)
                .Routers(new EthernetSwitch("ROUTER", Switch(7).Ports[0]) { PowerSupplies = 2, SparePowerSupplies = spare }, perGroup: 4, globalLinks: 2).Connect("node"))).Plan;
        Assert.Equal(1_000_000, Lost(spare: 1).Fabrics[0].Metrics!.After("powerfeed")!.LeftPpm);
        Assert.Equal(0, Lost(spare: 0).Fabrics[0].Metrics!.After("powerfeed")!.LeftPpm);
    }
}
