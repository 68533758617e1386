namespace ClusterDsl.Tests;

/// <summary>Scheduled fabrics: line boxes that spray cells evenly over fabric boxes.</summary>
public sealed class ScheduledTests
{
    static readonly NodeModel Node = new("GPU-NODE", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps())) { Height = 0 };

    static Plan Of(int nodes, Action<ScheduledFabric> fabric, Action<Site>? also = null) => Cluster.Named("c").Site("dc", s =>
    {
        s.Nodes("node", Node, nodes).Fabric("net", f => fabric(f.Scheduled(400.Gbps()).Connect("node")));
        also?.Invoke(s);
    }).Plan;

    [Fact]
    public void Every_line_box_has_equally_many_links_to_every_fabric_box()
    {
        // 18 cages of 800G take nine nodes of four 400G ports; 20 links up from each.
        var plan = Of(90, f => f.LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3)).Says();
        Assert.Matches(@"\d line boxes, \d+ fabric boxes", PlanSummary.Line(plan));
        Assert.Equal((10, 2), (plan.Switches("net/line"), plan.Switches("net/spine")));
        var pairs = plan.Rows().Where(r => r.B.End.Group == "net/spine").GroupBy(r => (r.A.Device, r.B.Device)).ToList();
        Assert.Equal(10 * 2, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal(10, pair.Count()));
        Assert.All(plan.Rows(), r => Assert.Equal(r.B.End.Group == "net/spine" ? ("fabric", "fabric") : ("nic", "host"), (r.A.End.Bank, r.B.End.Bank)));
        Assert.Null(plan.Collision());
        Assert.Equal(["net-line-001", "net-fabric01"], [plan.Group("net/line").Name.Format(0), plan.Group("net/spine").Name.Format(0)]);
    }

    [Fact]
    public void Fabric_boxes_of_128_ports_hold_128_line_boxes_and_4608_ports()
    {
        var plan = Of(128 * 9, f => f.LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3)).Says();
        Assert.Equal((128, 20), (plan.Switches("net/line"), plan.Switches("net/spine")));
        // A quarter of the 18,432 that Meta's fabric of two stages joins: four zones of one stage.
        Assert.Equal(Published.Of("meta-dsf-two-stage").Expected("maxXpusNonBlocking") / 4, plan.Links("node", "net/line"));
        Of(128 * 9 + 1, f => f.LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3)).Says("CDL1101").Naming("21 fabric boxes", "each line box has 20 uplinks", "`.SecondStage(…)`");
    }

    [Fact]
    public void Two_stages_join_the_18432_XPUs_of_Meta_without_oversubscription()
    {
        var published = Published.Of("meta-dsf-two-stage");
        var plan = Of(published.Expected("maxXpusNonBlocking") / 4, f => f.LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3).SecondStage(Switches.Ramon3)).Says();
        Assert.Equal(published.Expected("maxXpusNonBlocking"), plan.Links("node", "net/line"));
        Assert.Equal(published.Input("stages"), plan.Fabrics[0].Tiers.Count - 1);
        // Half of a fabric box's 128 ports are for the 64 line boxes of its zone: eight zones of 20 boxes, and as many ports above as below.
        Assert.Equal((512, 8 * 20, 8 * 20 * 64 / 128), (plan.Switches("net/line"), plan.Switches("net/spine"), plan.Switches("net/core")));
        Assert.All(plan.Rows().Where(r => r.B.End.Group == "net/spine").GroupBy(r => r.A.Device), line => Assert.Equal(20, line.Select(r => r.B.Device).Distinct().Count()));
        Assert.Null(plan.Collision());
        Assert.Equal(["net-zone1-fabric01", "net-second01"], [plan.Group("net/spine").Name.Format(0), plan.Group("net/core").Name.Format(0)]);
    }

    [Fact]
    public void Both_stages_have_the_speed_up_that_cells_need()
    {
        var plan = Of(2 * 64 * 9, f => f.LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3).SecondStage(Switches.Ramon3)).Says();
        double Gbps(string lower, string upper) => plan.Links(lower, upper) * plan.Bundles.First(b => (b.A.Group, b.B.Group) == (lower, upper)).SpeedGbps;
        var host = Gbps("node", "net/line");
        Assert.All(new[] { Gbps("net/line", "net/spine"), Gbps("net/spine", "net/core") }, stage => Assert.InRange(stage / host, 1.1, 1.2));
    }

    [Fact]
    public void Zones_are_as_large_as_is_said_or_told_how_large_they_can_be()
    {
        Plan Zones(int lineBoxes) => Of(128 * 9, f => f.LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3).SecondStage(Switches.Ramon3).Zones(lineBoxes));
        Assert.Equal(4 * 10, Zones(32).Says().Switches("net/spine"));
        Zones(65).Says("CDL1101").Naming("zones of 64 line boxes").Findings[0].Offers("64");
        Zones(128).Says("CDL1101").Naming("zones of 64 line boxes");
    }

    [Fact]
    public void A_second_stage_over_one_zone_and_one_that_is_not_reached_evenly_are_found()
    {
        Of(90, f => f.LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3).SecondStage(Switches.Ramon3)).Says("CDL1107").Naming("second-stage boxes", "a single zone", "`.Zones(…)`");
        Of(128 * 9, f => f.LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3).SecondStage(Switches.Ramon3, count: 23)).Says("CDL1123").Naming("64 uplinks of each of 40 fabric boxes", "23 second-stage boxes");
    }

    [Fact]
    public void A_second_stage_without_a_first_is_told_what_to_declare() =>
        Of(90, f => f.LineBoxes(Switches.Jericho3Ai).SecondStage(Switches.Ramon3)).Says("CDL1005").Naming("second-stage boxes but no fabric boxes", "`.FabricBoxes(…)`");

    [Fact]
    public void The_large_chassis_of_the_OCP_has_48_line_boxes_and_13_fabric_boxes()
    {
        var published = Published.Of("ocp-ddc-large");
        var (ports, gbps, fabricGbps) = (published.Input("ncpPorts"), published.Input("ncpPortGbps"), published.Input("ncfPortGbps"));
        var ncp = new LineBox("NCP", new Ports("host", ports, Cage.Qsfp28, gbps.Gbps()), new Ports("fabric", published.Expected("ncf"), Cage.QsfpDd, fabricGbps.Gbps())) { Height = 0 };
        var ncf = new FabricBox("NCF", new Ports("fabric", published.Input("ncfPorts"), Cage.QsfpDd, fabricGbps.Gbps())) { Height = 0 };
        var server = new NodeModel("SERVER", 0, new Ports("nic", 2, Cage.Qsfp28, gbps.Gbps())) { Height = 0 };
        var plan = Cluster.Named("c").Site("dc", s => s
            .Nodes("node", server, published.Expected("ncp") * ports / 2)
            .Fabric("net", f => f.Scheduled(gbps.Gbps()).Connect("node").LineBoxes(ncp).FabricBoxes(ncf))).Plan.Says();
        Assert.Equal((published.Expected("ncp"), published.Expected("ncf")), (plan.Switches("net/line"), plan.Switches("net/spine")));
        Assert.Equal(published.Expected("capacityTbps"), plan.Links("node", "net/line") * gbps / 1_000);
        Assert.Equal(published.Expected("ncp") * published.Expected("ncf"), plan.Links("net/line", "net/spine"));
    }

    [Fact]
    public void Line_boxes_that_are_too_few_are_told_how_many_line_boxes_it_takes()
    {
        Of(90, f => f.LineBoxes(Switches.Jericho3Ai, count: 10).FabricBoxes(Switches.Ramon3, speedUp: 1.0)).Says();
        Of(90, f => f
            .LineBoxes(Switches.Jericho3Ai, count: 9.Blamed()).FabricBoxes(Switches.Ramon3, speedUp: 1.0)).Blames("CDL1101", "40 × 400G down", "Use 10 line boxes").Offers("10");
    }

    [Fact]
    public void Fabric_boxes_that_do_not_share_the_links_evenly_are_blamed()
    {
        Of(90, f => f.LineBoxes(Switches.Jericho3Ai)
            .FabricBoxes(Switches.Ramon3, count: 6.Blamed())).Blames("CDL7201", "20 fabric links", "6 fabric boxes", "3.33", "Use 2 fabric boxes").Offers("2");
        Of(90, f => f.LineBoxes(Switches.Jericho3Ai)
            .FabricBoxes(Switches.Ramon3, count: 40.Blamed())).Blames("CDL7201", "only 20 of the 40");
        Of(90, f => f.LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3, count: 4)).Says();
    }

    [Fact]
    public void A_fabric_side_that_is_hardly_faster_than_the_host_side_is_blamed()
    {
        Of(90, f => f.FabricBoxes(Switches.Ramon3, count: 2)
            .LineBoxes(Switches.Jericho3Ai, fabricLinks: 18.Blamed())).Blames("CDL7202", "36 × 400G", "18 × 800G", "speed-up of 1;", "1.1 is declared", "Use 20").Offers("20");
        Of(90, f => f.FabricBoxes(Switches.Ramon3, count: 2, speedUp: 1.0).LineBoxes(Switches.Jericho3Ai, fabricLinks: 18)).Says();
        Of(90, f => f.FabricBoxes(Switches.Ramon3, count: 2, speedUp: 1.2)
            .LineBoxes(Switches.Jericho3Ai.Blamed())).Blames("CDL7202", "22 fabric links are needed", "20 (recalled)");
    }

    [Fact]
    public void More_ports_than_a_system_has_are_blamed_and_a_recalled_limit_says_so()
    {
        LineBox Limited(int ports) => new("BOX", Switches.Jericho3Ai.Host, Switches.Jericho3Ai.Fabric) { SystemPorts = ports, Recalled = Seq.Of("system ports") };
        Of(90, f => f.FabricBoxes(Switches.Ramon3)
            .LineBoxes(Limited(179).Blamed())).Blames("CDL7203", "10 line boxes", "180 host ports", "179 (recalled)");
        Of(90, f => f.FabricBoxes(Switches.Ramon3).LineBoxes(Limited(180))).Says();
    }

    [Fact]
    public void A_foreign_switch_at_the_fabric_boxes_is_blamed()
    {
        Of(90, f => f.LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3), also: s => s.Nodes("server", Small.Node, 4)
            .Fabric("other", f => f.Ethernet(400.Gbps()).Oversubscribed(8).Connect("server").Leaves(Switches.Sn5600)
                .UplinksInto("net".Blamed(), 2))).Blames("CDL7204", "`other`", "`net`");
        Of(72, f => f.LineBoxes(Switches.Jericho3Ai, count: 10).FabricBoxes(Switches.Ramon3)
            .Link(PortRef.Switch(Tier.Leaf, 1, 36), PortRef.Switch(Tier.Leaf, 2, 36).Blamed())).Blames("CDL7204", "`net-line-001`", "`net-line-002`");
    }

    [Fact]
    public void Line_boxes_stand_at_the_top_of_racks()
    {
        var plan = Cluster.Named("c").Site("dc", s => s.Nodes("node", Node, 32, n => n.PerRack(4))
            .Fabric("net", f => f.Scheduled(400.Gbps()).Connect("node").LineBoxes(Switches.Jericho3Ai, perRack: 1).FabricBoxes(Switches.Ramon3, count: 2))).Plan.Says();
        Assert.All(plan.Rows().Where(r => r.A.End.Group == "node"), r => Assert.Equal(r.A.Device / 4, r.B.Device));
    }

    [Fact]
    public void A_scheduled_fabric_without_its_boxes_says_what_is_missing()
    {
        Of(90, f => f.FabricBoxes(Switches.Ramon3)).Says("CDL1005").Naming("no line boxes", ".LineBoxes(…)");
        Of(90, f => f.LineBoxes(Switches.Jericho3Ai)).Says("CDL1005").Naming("10 line boxes", ".FabricBoxes(…)");
        Of(9, f => f.LineBoxes(Switches.Jericho3Ai)).Says();
    }
}
