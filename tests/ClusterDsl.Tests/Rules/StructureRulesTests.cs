namespace ClusterDsl.Tests;

/// <summary>CDL1: names, ports and the way tiers are joined. Names and numbers alone are among the bad input.</summary>
public sealed class StructureRulesTests
{
    [Fact]
    public void Planes_that_do_not_divide_the_ports_are_the_one_thing_that_is_wrong() => Cluster.Named("c").Site("dc", s => s
            .Nodes("node", new NodeModel("B300-LIKE", 8, new Ports("nic", 8, Cage.OsfpRhs, 400.Gbps(), split: 2)), 64)
            .Fabric("net", f => f.Ethernet(400.Gbps())
                .Planes(3.Blamed())
                .Connect("node").Leaves(Switches.Sn5600).Spines(Switches.Sn5600).NonBlocking())).Plan
        .Blames("CDL1105", "16 ports", "3 planes");

    [Fact]
    public void A_leaf_that_is_full_of_what_is_reserved_says_so() => Small
        .Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node").Leaves(Small.Switch, downlinks: 40, uplinks: 40).Spines(Small.Switch))
        .Naming("16 × 400G down, 24 × 400G reserved by `downlinks` and 40 × 400G up");

    [Fact]
    public void More_declared_downwards_and_upwards_than_a_leaf_has_is_one_finding_however_many_nodes_there_are()
    {
        foreach (var count in new[] { 8, 64, 512 })
            Small.Plan(count: count, instead: f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch, downlinks: 40, uplinks: 40.Blamed()).Spines(Small.Switch))
                .Blames("CDL1101", "`net/leaf` needs 40 × 400G down and 40 × 400G up; SWITCH has 64 × 400G. Use at most 24 uplinks.");
    }

    [Fact]
    public void A_name_given_twice_is_blamed_where_it_is_given_again() => Small.Plan(also: s => s
            .Nodes("node".Blamed(), Small.Node, 4))
        .Blames("CDL1001", "`node`");

    [Fact]
    public void An_illegal_name_is_blamed() => Small.Plan(also: s => s
            .Nodes("a/b".Blamed(), Small.Node, 4, n => n.Accept("CDL1120", "not cabled yet")))
        .Blames("CDL1002", "`a/b`", "`/`");

    [Fact]
    public void A_value_out_of_range_is_blamed() => Small.Plan(group: n => n
            .PerRack(257.Blamed()))
        .Blames("CDL1003", "257", "1 to 256");

    [Fact]
    public void An_unknown_name_is_blamed() => Small.Plan(more: f => f
            .Connect("nodes".Blamed()))
        .Blames("CDL1004", "`nodes`", "`node`");

    [Fact]
    public void A_fabric_without_leaves_is_blamed() => Small.Plan(also: s => s
            .Fabric("lonely".Blamed(), f => f.Ethernet(400.Gbps())))
        .Blames("CDL1005", "`lonely`");

    [Fact]
    public void Nodes_that_nothing_connects_are_blamed()
    {
        Small.Plan(also: s => s
            .Nodes("spare".Blamed(), Small.Node, 4)).Blames("CDL1120", "4 nodes", "`spare`");
        Small.Plan(also: s => s.Nodes("spare", Small.Node, 4), more: f => f.Connect("spare")).Says();
        Cluster.Named("c").Site("dc", s => s.Nodes("node", Small.Node, 4)).Plan.Says();
    }

    [Fact]
    public void Rails_without_spines_between_nodes_that_cannot_relay_are_blamed()
    {
        Plan Of(int gpus) => Cluster.Named("c").Site("dc", s => s
            .Nodes("node", new NodeModel("N", gpus, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps())), 8)
            .Fabric("net", f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch)
                .RailOnly())).Plan;
        Of(gpus: 0).Says("CDL1121").Naming("4 rails", "`node` has no GPUs");
        Of(gpus: 4).Says();
    }

    [Fact]
    public void A_cable_that_joins_two_planes_is_blamed()
    {
        Plan Linked(int spine) => Small.Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized().Planes(2).Connect("node").Leaves(Small.Switch).Spines(Small.Switch, count: 8)
            .Link(PortRef.Switch(Tier.Leaf, 1, 64), PortRef.Switch(Tier.Spine, spine, 64).Blamed()));
        Linked(spine: 5).Blames("CDL1122", "`net-su1-leaf1` of plane 1", "`net-plane2-spine01` of plane 2");
        Linked(spine: 4).Says();
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).Planes(2).Oversubscribed(2).Connect("node").Spines(Small.Switch, count: 4).Leaves(Small.Switch, leaves: l => l
            .PeerLinks(2.Blamed()))).Blames("CDL1122", "each pair");
    }

    [Fact]
    public void A_call_that_overrides_another_is_blamed() => Small.Plan(more: f => f.NonBlocking()
            .Oversubscribed(2.Blamed()))
        .Blames("CDL1006", "`NonBlocking` or `Oversubscribed`", "StructureRulesTests.cs");

    [Fact]
    public void What_is_said_of_two_things_is_not_said_twice() => Small.Plan(also: s => s
        .Hall("a", h => h.Racks(4, 12)).Hall("b", h => h.Racks(4, 12))).Says();

    [Fact]
    public void A_unit_too_large_for_its_leaves_is_blamed()
    {
        Cluster.Named("c").Site("dc", s => s
            .Nodes("node", Small.Node, 80, n => n
                .ScalableUnits(40.Blamed()))
            .Fabric("net", f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node").Leaves(Small.Switch).Spines(Small.Switch).NonBlocking()))
            .Plan.Blames("CDL1101", "40 × 400G", "64 × 400G");
        Small.Plan(count: 64, unit: 32).Says();
    }

    [Fact]
    public void Too_few_spines_are_blamed_and_enough_are_offered()
    {
        var finding = Small.Plan(spines: f => f
                .Spines(Small.Switch, count: 2.Blamed()))
            .Blames("CDL1101", "128 × 400G", "64");
        finding.Offers("4");
        Small.Plan(spines: f => f.Spines(Small.Switch, count: 4)).Says();
    }

    [Fact]
    public void A_cable_into_a_port_that_is_taken_is_blamed()
    {
        Plan Linked(int leafPort) => Small.Plan(spines: f => f
            .Spines(Small.Switch, count: 8)
            .Link(PortRef.Switch(Tier.Leaf, 1, leafPort), PortRef.Switch(Tier.Spine, 1, 64).Blamed()));
        Linked(leafPort: 1).Blames("CDL1102", "port1", "net-su1-leaf1");
        Linked(leafPort: 64).Says();
    }

    [Fact]
    public void Uplinks_that_do_not_divide_over_the_spines_are_blamed_and_a_number_that_does_is_offered()
    {
        var finding = Small.Plan(spines: f => f
                .Spines(Small.Switch, count: 12.Blamed()))
            .Blames("CDL1103", "16 uplinks", "12 spines", "1.33");
        finding.Offers("4");
        Small.Plan(spines: f => f.Spines(Small.Switch, count: 8)).Says();
    }

    [Fact]
    public void Spines_that_a_leaf_cannot_reach_are_blamed()
    {
        Small.Plan(spines: f => f
                .Spines(Small.Switch, count: 32.Blamed()))
            .Blames("CDL1104", "16 uplinks", "16 of the 32");
        Small.Plan(spines: f => f.Spines(Small.Switch, count: 16)).Says();
    }

    [Fact]
    public void Planes_that_do_not_divide_the_ports_are_blamed()
    {
        Small.Plan(more: f => f
                .Planes(3.Blamed()))
            .Blames("CDL1105", "4 ports", "3 planes");
        Small.Plan(more: f => f.Planes(2)).Says();
    }

    [Fact]
    public void A_number_of_leaves_that_leaves_a_rail_without_one_is_blamed()
    {
        Plan Leaves(int count) => Small.Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node").NonBlocking().Spines(Small.Switch)
            .Leaves(Small.Switch, count: count.Blamed()));
        Leaves(15).Blames("CDL1105", "16", "15");
        Leaves(16).Says();
    }

    [Fact]
    public void The_units_of_a_second_group_have_leaves_of_their_own()
    {
        // Two units of 16 nodes, then units of 8 "small" nodes: node 9 of those is the first of their second unit, which has leaves 13 to 16.
        Plan Linked(int leaf) => Small.Plan(count: 32, also: s => s.Nodes("small", Small.Node, 12, n => n.ScalableUnits(8)),
            instead: f => f.Ethernet(400.Gbps()).RailOptimized().Oversubscribed(2).Connect("node").Connect("small").Leaves(Small.Switch).Spines(Small.Switch)
                .Link(PortRef.Node("small", 9, 1), PortRef.Switch(Tier.Leaf, leaf, 60)));
        Linked(leaf: 13).Says("CDL1102"); // the node's port is taken; the rail is right
        Linked(leaf: 5).Says("CDL1102", "CDL1105", "CDL2102").Naming("small-009", "net-su4-leaf1");
    }

    [Fact]
    public void A_cable_to_the_leaf_of_another_rail_is_blamed()
    {
        var plan = Small.Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized().Oversubscribed(2).Connect("node")
            .Leaves(Small.Switch, uplinks: 16).Spines(Small.Switch)
            .Link(PortRef.Node("node", 18, 2), PortRef.Switch(Tier.Leaf, 7, 64)));
        // The port has its own cable already, so it is also used twice.
        plan.Says("CDL1102", "CDL1105").Naming("rail 2", "node-018", "rail 3", "unit 2", "net-su2-leaf2");
    }

    [Fact]
    public void A_single_spine_is_blamed_unless_it_is_meant()
    {
        Plan Spine(int? count, bool single) => Small.Plan(count: 16, spines: f => f
            .Spines(Small.Switch, count, single.Blamed()));
        Spine(count: 1, single: false).Blames("CDL1106", "4 leaves", "2 spines");
        Spine(count: 2, single: false).Says();
        Spine(count: 1, single: true).Says();
    }

    [Fact]
    public void Spines_over_one_leaf_are_blamed_unless_they_are_meant()
    {
        // Eight nodes of four ports down, as many up: one leaf has room for all.
        Plan OneLeaf(bool single) => Small.Plan(count: 8, instead: f => f.Ethernet(400.Gbps()).Connect("node").NonBlocking().Leaves(Small.Switch)
            .Spines(Small.Switch, count: 2, single.Blamed()));
        OneLeaf(single: false).Blames("CDL1107", "2 spines", "`net`");
        OneLeaf(single: true).Says();
    }

    [Fact]
    public void Cores_over_one_pod_are_blamed()
    {
        Small.Plan(more: f => f
                .Cores(Small.Switch.Blamed()))
            .Blames("CDL1107", "single pod", "`net`");
        Small.Plan(more: f => f.Cores(Small.Switch).Pods(2)).Says();
    }

    [Fact]
    public void A_switch_without_the_nodes_speed_is_blamed()
    {
        Plan On(EthernetSwitch leaf) => Small.Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized().Leaves(leaf).Spines(leaf)
            .Connect("node".Blamed()));
        On(Switches.Sn4600C).Blames("CDL1108", "400G", "SN4600C", "100G");
        On(Switches.Sn5600).Says();
    }

    [Fact]
    public void A_second_block_of_leaves_that_is_larger_than_the_first_is_cabled_whole()
    {
        var plan = Small.Plan(instead: f => f.Ethernet(400.Gbps())
                .Leaves(Small.Switch, leaves: l => l.Named("x").Connect("few"))
                .Leaves(Small.Switch, count: 8, leaves: l => l.Named("y").Connect("node"))
                .Spines(Small.Switch, count: 16),
            also: s => s.Nodes("few", Small.Node, 8));
        plan.Says();
        foreach (var leaves in new[] { "net/x", "net/y" })
        {
            var block = plan.Group(leaves);
            var linked = plan.Bundles.Where(b => b.A.Group == leaves).SelectMany(b => Enumerable.Range(0, (int)b.Links).Select(k => b.LinkAt(k).DeviceA)).ToHashSet();
            Assert.Equal(block.Count, linked.Count);
        }
    }

    [Fact]
    public void Leaves_of_a_plane_without_spines_are_islands() =>
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized().Planes(2).Connect("node").Leaves(Small.Switch)).Says("CDL1005");

    [Fact]
    public void Uplinks_under_one_tier_of_spines_run_at_one_speed() =>
        Small.Plan(instead: f => f.Ethernet(400.Gbps())
                .Leaves(Switches.Sn5600, uplinkSpeed: 800.Gbps(), leaves: l => l.Named("x").Connect("few"))
                .Leaves(Switches.Sn5600, leaves: l => l.Named("y").Connect("node"))
                .Spines(Switches.Sn5600, count: 2),
            also: s => s.Nodes("few", Small.Node, 8)).Says("CDL1108").Naming("net/y", "400G", "800G");

    [Fact]
    public void Uplinks_that_both_ends_run_on_splitters_only_are_told_the_speed_that_needs_none() =>
        Small.Plan(model: Nodes.DellXe9680, instead: f => f.Ethernet(200.Gbps()).Connect("node", Role.Storage).Leaves(Switches.Sn5600, count: 2).Spines(Switches.Sn5600.Blamed()))
            .Blames("CDL1108", "200G, which both run on a splitter only", "800G with `uplinkSpeed:`");

    [Fact]
    public void Uplinks_beyond_what_comes_down_are_waste_also_under_inferred_spines() =>
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized().NonBlocking().Connect("node").Leaves(Small.Switch, uplinks: 48).Spines(Small.Switch))
            .Says("CDL2103").Naming("16 × 400G", "48", "Use 16 uplinks");
}
