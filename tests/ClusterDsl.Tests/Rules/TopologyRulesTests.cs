namespace ClusterDsl.Tests;

/// <summary>CDL1110 to CDL1119: cells that do not reach each other evenly, groups out of reach, slim flies that do not exist.</summary>
public sealed class TopologyRulesTests
{
    [Fact]
    public void Links_that_the_spines_of_a_cell_cannot_share_evenly_are_blamed()
    {
        Plus(links: 3).Says();
        Plus(links: 6).Says();
        Plus(f => f
                .DragonflyPlus(cells: 5, linksPerCellPair: 5.Blamed()), spines: 6)
            .Blames("CDL1110", "5 links", "20 of each cell", "6 spines", "3.33", "3 or 6").Offers("6");
    }

    [Fact]
    public void Links_that_the_spines_have_no_ports_for_are_not_recommended() => Plus(f => f
            .DragonflyPlus(cells: 5, linksPerCellPair: 86.Blamed()), spines: 6)
        .Blames("CDL1110", "86 links", "Use 84 links").Offers("84");

    [Fact]
    public void Links_that_the_routers_have_no_ports_for_are_not_recommended() => Fly(f => f
            .Dragonfly(groups: 68.Blamed()).Routers(Small.Switch, perGroup: 4, globalLinks: 2))
        .Blames("CDL1113", "8 of the 67 others", "at most 9 groups.").Offers("9");

    [Fact]
    public void Links_that_the_other_groups_cannot_share_evenly_are_blamed()
    {
        Fly(f => f.Dragonfly(groups: 5).Routers(Small.Switch, perGroup: 4, globalLinks: 2)).Says();
        Fly(f => f.Dragonfly(groups: 6)
                .Routers(Small.Switch, perGroup: 4, globalLinks: 4.Blamed()))
            .Blames("CDL1110", "4 links", "16 of each group", "5 others", "3.2").Offers("5");
    }

    [Fact]
    public void Routers_without_ports_for_more_links_are_offered_groups_that_share_evenly_those_they_have()
    {
        var router = new EthernetSwitch("ROUTER", new Ports("port", 9, Cage.Qsfp112, 400.Gbps()));
        Fly(f => f.Dragonfly(groups: 9).Routers(router, perGroup: 4, globalLinks: 2), nodes: 20).Says();
        Fly(f => f.Dragonfly(groups: 6)
                .Routers(router, perGroup: 4, globalLinks: 2.Blamed()), nodes: 20)
            .Blames("CDL1110", "8 of each group", "5 others", "1.6", "Use 9 groups").Offers("9");
    }

    [Fact]
    public void Spines_without_the_ports_for_other_cells_are_blamed()
    {
        Plus(links: 60).Says();
        Plus(f => f
                .DragonflyPlus(cells: 5, linksPerCellPair: 87.Blamed()))
            .Blames("CDL1111", "`net/spine`", "8 ports", "58 for other cells", "64 × 400G").Offers("84");
    }

    [Fact]
    public void Routers_without_the_ports_for_other_groups_are_blamed() =>
        Fly(f => f.Dragonfly(groups: 5)
                .Routers(Small.Switch, perGroup: 4, globalLinks: 54.Blamed()))
            .Blames("CDL1111", "`net/router`", "8 ports for nodes", "3 for its group", "54 for other groups", "64 × 400G").Offers("53");

    [Fact]
    public void Leaves_that_reach_one_spine_of_their_cell_more_than_another_are_blamed()
    {
        Plus(f => f.DragonflyPlus(cells: 5), spines: 6).Says();
        Cells(f => f.DragonflyPlus(cells: 5).Leaves(Small.Switch, perCell: 4, uplinks: 12)
                .Spines(Small.Switch, perCell: 8.Blamed()))
            .Blames("CDL1112", "12 uplinks", "8 spines", "1.5", "6 or 12").Offers("12");
    }

    [Fact]
    public void Groups_that_the_links_of_one_do_not_reach_are_blamed()
    {
        Fly(f => f.Dragonfly(groups: 9).Routers(Small.Switch, perGroup: 4, globalLinks: 2)).Says();
        Fly(f => f
                .Dragonfly(groups: 10.Blamed()).Routers(Small.Switch, perGroup: 4, globalLinks: 2))
            .Blames("CDL1113", "8 of the 9 others", "at most 9 groups").Offers("9");
    }

    [Fact]
    public void Units_without_a_cell_each_are_blamed()
    {
        Plus(f => f.DragonflyPlus(cells: 5), unit: 12).Says();
        Plus(f => f
                .DragonflyPlus(cells: 4.Blamed()), unit: 12)
            .Blames("CDL1114", "`node`", "5 units of 12", "4 cells").Offers("5");
    }

    [Fact]
    public void More_kinds_of_cells_than_cells_are_blamed() => Fly(f => f
            .Dragonfly(groups: 5.Blamed()).Routers(Small.Switch, perGroup: 4, globalLinks: 2).Groups(6, g => g.Connect("node")))
        .Blames("CDL1114", "6 groups", "it has 5").Offers("6");

    [Theory]
    [InlineData(6, "q = 5 (50 routers of 7 links)", "q = 7 (98 routers of 11 links)", "7")]
    [InlineData(12, "q = 11 (242 routers of 17 links)", "q = 13 (338 routers of 19 links)", "13")]
    [InlineData(2, "q = 3 (18 routers of 5 links)", "not 2", "3")]
    [InlineData(512, "q = 512", "", "")]
    public void A_slim_fly_of_a_size_that_does_not_exist_is_blamed(int q, string below, string above, string offered)
    {
        if (offered.Length == 0)
        {
            // The largest: it exists, and no switch has the ports.
            Assert.DoesNotContain(Fly(f => f.SlimFly(q).Routers(Small.Switch)).Findings, f => f.Rule == "CDL1115");
            return;
        }
        Fly(f => f
                .SlimFly(q.Blamed()).Routers(Small.Switch))
            .Blames("CDL1115", $"q = {q}", below, above).Offers(offered);
    }

    [Fact]
    public void A_slim_fly_larger_than_its_switches_is_blamed() => Fly(f => f
            .SlimFly(49.Blamed()).Routers(Small.Switch))
        .Blames("CDL1111", "4 ports for nodes", "73 for other routers", "64 × 400G", "Use q = 3, or a switch of 77 ports or more").Offers("3");

    [Fact]
    public void More_nodes_on_a_router_than_its_links_carry_are_blamed()
    {
        Single(200, f => f.SlimFly(5).Routers(Small.Switch).Connect("node")).Says();
        Single(250, f => f
                .SlimFly(5.Blamed()).Routers(Small.Switch).Connect("node"))
            .Blames("CDL1117", "5 ports", "7 links", "4 are carried");

        static Plan Single(int nodes, Action<EthernetFabric> fabric) => Designs.Of(OnPaper.Host(ports: 1), nodes, f => fabric(f.Ethernet(400.Gbps())));
    }

    [Fact]
    public void What_was_said_of_leaves_under_spines_is_blamed_where_the_topology_is_chosen() => Fly(f => f.RailOptimized().Planes(2)
            .SlimFly(5.Blamed()).Routers(Small.Switch), nodes: 50)
        .Blames("CDL1119", "`.RailOptimized(…)`", "`.Planes(…)`");

    [Fact]
    public void Spines_that_take_less_to_other_cells_than_comes_up_are_oversubscribed() => Cells(f => f.DragonflyPlus(cells: 5, linksPerCellPair: 3)
            .Leaves(Small.Switch, perCell: 4, uplinks: 12)
            .Spines(Small.Switch, perCell: 3.Blamed()), ratio: 1)
        .Blames("CDL2101", "spine", "6,400 Gb/s down", "1,600 Gb/s to others", "4:1");

    [Theory]
    [InlineData("CDL1005")]
    public void Cells_without_spines_and_groups_without_routers_are_incomplete(string rule)
    {
        Cells(f => f.DragonflyPlus(cells: 5).Leaves(Small.Switch, perCell: 4, uplinks: 12)).Says(rule).Naming("`.Spines(…)`");
        Fly(f => f.Dragonfly(groups: 5)).Says(rule).Naming("`.Routers(…)`");
        Fly(f => f.SlimFly()).Says(rule).Naming("`.Routers(…)`");
    }

    /// <summary>Five cells of four leaves with twelve uplinks each.</summary>
    static Plan Plus(Func<EthernetFabric, DragonflyPlus<EthernetSwitch>> topology, int spines = 6, int? unit = null) =>
        Cells(f => topology(f).Leaves(Small.Switch, perCell: 4, uplinks: 12).Spines(Small.Switch, perCell: spines), unit);

    static Plan Plus(int links) => Plus(f => f.DragonflyPlus(cells: 5, linksPerCellPair: links));

    static Plan Cells(Func<EthernetFabric, DragonflyPlus<EthernetSwitch>> topology, int? unit = null, int ratio = 16) => Of(f => topology(f).Connect("node"), 60, unit, ratio);

    static Plan Fly(Func<EthernetFabric, Dragonfly<EthernetSwitch>> topology, int nodes = 40) => Of(f => topology(f).Connect("node"), nodes);

    static Plan Fly(Func<EthernetFabric, SlimFly<EthernetSwitch>> topology, int nodes = 40) => Of(f => topology(f).Connect("node"), nodes);

    static Plan Of(Action<EthernetFabric> fabric, int nodes, int? unit = null, int ratio = 16) => Cluster.Named("c").Site("dc", s => s
        .Nodes("node", Small.Node, nodes, n => { if (unit is { } size) n.ScalableUnits(size); })
        .Fabric("net", f => fabric(f.Ethernet(400.Gbps()).Oversubscribed(ratio)))).Plan;
}
