namespace ClusterDsl.Tests;

/// <summary>Leaves, spines and cores in the shapes that are not the plain one: per-tier ratios, racks, pairs of leaves, rails without spines, spare downlinks.</summary>
public sealed class TiersTests
{
    static readonly NodeModel Server = new("SERVER", 0, new Ports("nic", 1, Cage.Qsfp112, 400.Gbps()));

    static Plan Of(Action<EthernetFabric> fabric, int nodes = 64, NodeModel? model = null, Action<NodeGroup>? group = null) => Cluster.Named("c").Site("dc", s => s
        .Nodes("node", model ?? Small.Node, nodes, group)
        .Fabric("net", f => fabric(f.Ethernet(400.Gbps()).Connect("node")))).Plan;

    [Fact]
    public void Each_tier_keeps_the_ratio_that_it_declares()
    {
        var plan = Of(f => f.NonBlocking().Leaves(Small.Switch).Spines(Small.Switch, spines: s => s.Oversubscribed(3, 1, "pods talk little")).Cores(Small.Switch),
            nodes: 768).Says();
        Assert.Equal(["1:1", "3:1"], plan.Fabrics[0].Tiers.Take(2).Select(t => t.Declared));
        Assert.Equal("1:1", plan.Fabrics[0].Tiers[0].Ratio);
        Assert.Equal(plan.Links("net/leaf", "net/spine"), 3 * plan.Links("net/spine", "net/core"));
    }

    [Fact]
    public void Leaves_at_the_top_of_the_rack_serve_their_rack_alone()
    {
        var plan = Of(f => f.Leaves(Small.Switch, perRack: 1).Spines(Small.Switch), nodes: 30, group: n => n.PerRack(4)).Says();
        Assert.Equal(8, plan.Switches("net/leaf"));
        Assert.All(plan.Rows().Where(r => r.A.End.Group == "node"), r => Assert.Equal(r.A.Device / 4, r.B.Device));
        Assert.Equal("net-rack3-leaf1", plan.Group("net/leaf").Name.Format(2));
        var (leaf, node) = (plan.Group("net/leaf").Placement!, plan.Group("node").Placement!);
        Assert.All(Enumerable.Range(0, 30), i => Assert.Equal((node.Hall, node.Rack(i)), (leaf.Hall, leaf.Rack(i / 4))));
        // Four nodes of two units, and the leaf over them.
        Assert.Equal((7, 9), (node.Unit(3), leaf.Unit(0)));
    }

    [Fact]
    public void Two_leaves_in_a_rack_share_the_ports_of_each_node_or_the_nodes()
    {
        var ports = Of(f => f.Leaves(Small.Switch, perRack: 2).Spines(Small.Switch, count: 2), nodes: 16, group: n => n.PerRack(4)).Says();
        Assert.All(ports.Rows().Where(r => r.A.End.Group == "node"), r => Assert.Equal(r.A.Device / 4 * 2 + r.Link.PortA % 2, r.B.Device));
        var nodes = Of(f => f.Leaves(Small.Switch, perRack: 2).Spines(Small.Switch, count: 2), nodes: 16, model: Server, group: n => n.PerRack(4)).Says();
        Assert.All(nodes.Rows().Where(r => r.A.End.Group == "node"), r => Assert.Equal(r.A.Device / 2, r.B.Device));
    }

    [Fact]
    public void A_rack_without_a_number_of_nodes_has_no_top() =>
        Of(f => f.Leaves(Small.Switch, perRack: 1).Spines(Small.Switch)).Says("CDL1005").Naming("`node`", "`.PerRack(…)`");

    [Fact]
    public void Nodes_that_do_not_divide_over_the_leaves_of_a_rack_are_found() =>
        Of(f => f.Leaves(Small.Switch, perRack: 2).Spines(Small.Switch), model: Server, group: n => n.PerRack(5)).Says("CDL1105").Naming("5 nodes", "2 leaves");

    [Fact]
    public void Pods_are_counted_in_racks_where_leaves_stand_at_their_top()
    {
        var plan = Of(f => f.Leaves(Small.Switch, perRack: 1).Pods(racks: 4).Spines(Small.Switch).Cores(Small.Switch), nodes: 64, group: n => n.PerRack(4)).Says();
        Assert.All(plan.Rows().Where(r => r.B.End.Group == "net/spine").GroupBy(r => r.B.Device),
            spine => Assert.Equal(4, spine.Select(r => r.A.Device).Distinct().Count()));
        Of(f => f.Leaves(Small.Switch).Pods(racks: 4).Spines(Small.Switch).Cores(Small.Switch), nodes: 512).Says("CDL1005").Naming("racks");
    }

    [Fact]
    public void The_two_ports_of_a_NIC_land_on_two_leaves()
    {
        var plan = Of(f => f.DualTor().Leaves(Small.Switch).Spines(Small.Switch), nodes: 32, group: n => n.ScalableUnits(16)).Says();
        Assert.Equal(4, plan.Switches("net/leaf"));
        var pairs = plan.Rows().Where(r => r.A.End.Group == "node").GroupBy(r => (r.A.Device, Nic: r.Link.PortA / 2));
        Assert.All(pairs, nic => Assert.Equal(2, nic.Select(r => r.B.Device).Distinct().Count()));
        // The leaves of a pair reach the same spines: only planes would part them.
        var reached = plan.Rows().Where(r => r.B.End.Group == "net/spine").GroupBy(r => r.A.Device, r => r.B.Device).Select(l => l.Distinct().Count());
        Assert.All(reached, spines => Assert.Equal(plan.Switches("net/spine"), spines));
    }

    [Fact]
    public void The_leaves_of_a_dual_ToR_stand_in_two_racks_unless_the_author_puts_them_into_one()
    {
        var apart = Of(f => f.DualTor().Leaves(Small.Switch).Spines(Small.Switch), nodes: 64, group: n => n.ScalableUnits(16)).Says().Group("net/leaf").Placement!;
        Assert.All(Enumerable.Range(0, 4), pair => Assert.NotEqual(apart.Rack(2 * pair), apart.Rack(2 * pair + 1)));
        var eachRack = Of(f => f.DualTor().Leaves(Small.Switch, perRack: 1).Spines(Small.Switch, count: 2), nodes: 16, group: n => n.PerRack(4)).Says();
        Assert.All(eachRack.Rows().Where(r => r.A.End.Group == "node"), r => Assert.Equal((r.A.Device / 8, r.Link.PortA % 2), (r.B.Device / 2, r.B.Device % 2)));
        Of(f => f.DualTor().Leaves(Small.Switch, perRack: 2).Spines(Small.Switch, count: 2), nodes: 16, group: n => n.PerRack(4)).Says("CDL4008");
    }

    [Fact]
    public void Ports_that_make_no_pairs_have_no_dual_ToR() =>
        Of(f => f.DualTor().Leaves(Small.Switch).Spines(Small.Switch, count: 2), model: Server).Says("CDL1105").Naming("1 port", "pairs");

    [Fact]
    public void Rails_alone_need_no_spine_where_a_leaf_holds_all_nodes()
    {
        var plan = Of(f => f.RailOnly().Leaves(Small.Switch), nodes: 64).Says();
        Assert.Equal(4, plan.Switches("net/leaf"));
        Assert.All(plan.Rows(), r => Assert.Equal(r.Link.PortA, r.B.Device));
        Assert.Contains(plan.Assumptions, a => a.Contains("rail-only"));
        Of(f => f.RailOnly().Leaves(Small.Switch), nodes: 65).Says("CDL1005").Naming("the 2 leaves of each rail");
    }

    [Fact]
    public void Rails_alone_have_spines_of_their_own()
    {
        var plan = Of(f => f.RailOnly().Leaves(Small.Switch).Spines(Small.Switch), nodes: 128).Says();
        var rails = plan.Rows().Where(r => r.B.End.Group == "net/spine").GroupBy(r => r.B.Device, r => r.A.Device % 4);
        Assert.Equal(plan.Switches("net/spine"), rails.Count());
        Assert.All(rails, spine => Assert.Single(spine.Distinct()));
    }

    [Fact]
    public void Declared_downlinks_stay_free_for_what_is_to_come()
    {
        Plan Tapered(int downlinks, int nodes) => Of(f => f.Oversubscribed(2).Leaves(Small.Switch, downlinks: downlinks, uplinks: 16).Spines(Small.Switch, count: 2), nodes, Server);
        var plan = Tapered(40, 60).Says();
        Assert.Equal(2, plan.Switches("net/leaf"));
        Assert.Equal(40, plan.Rows().Where(r => r.A.End.Group == "net/leaf").Min(r => r.Link.PortA));
        Assert.Equal(3, Tapered(20, 60).Switches("net/leaf"));
    }

    [Fact]
    public void More_below_a_leaf_than_its_downlinks_is_found() =>
        Of(f => f.Oversubscribed(2).Leaves(Small.Switch, count: 2, downlinks: 20, uplinks: 16).Spines(Small.Switch, count: 2), nodes: 60, model: Server)
            .Says("CDL1101").Naming("30 downlinks", "20 are declared");

    [Fact]
    public void Leaves_that_stay_empty_because_their_units_are_small_are_said_to_be()
    {
        Plan Units(int of) => Of(f => f.RailOptimized().NonBlocking().Leaves(Small.Switch).Spines(Small.Switch), nodes: 256, group: n => n.ScalableUnits(of));
        // 32 units of four leaves: 1,024 uplinks take 16 spines, and a leaf of 8 downlinks has 8 uplinks.
        Units(8).Says("CDL1101").Naming("16 spines", "8 uplinks", "use 16 of 64 ports", "larger units");
        Units(32).Says();
    }

    [Fact]
    public void Pods_too_large_for_their_spines_are_told_how_large_they_can_be()
    {
        Plan Pods(int units) => Of(f => f.RailOptimized().Leaves(Small.Switch).Spines(Small.Switch).Cores(Small.Switch).Pods(units), nodes: 640, group: n => n.ScalableUnits(32));
        // 32 ports of a spine for what is below, four leaves to a unit.
        Pods(10).Says("CDL1101").Naming("Use pods of 8 units").Findings[0].Offers("8");
        Pods(8).Says();
    }

    [Fact]
    public void More_pods_than_a_core_joins_are_not_told_to_be_larger() =>
        Of(f => f.RailOptimized().Leaves(Small.Switch).Spines(Small.Switch).Cores(Small.Switch), nodes: 65 * 8 * 32, group: n => n.ScalableUnits(32))
            .Says("CDL1101").Naming("joins at most 64 pods", "there are 65");

    [Theory]
    [InlineData(19, 8, 2, 20)]
    [InlineData(32, 24, 16, 32)] // three scalable units of DGX H100: a divisor of 32 that is at least 12
    [InlineData(72, 32, 18, 72)]
    public void Uplinks_that_would_buy_a_spine_each_are_rounded_up(int needed, int leaves, int spines, int uplinks)
    {
        var ports = needed == 72 ? 144 : 64;
        var below = new ClusterDsl.Planning.Evenly.Below(leaves, needed, Most: 2 * needed);
        var found = ClusterDsl.Planning.Evenly.Switches([below], 0, needed == 19 ? 100 : ports);
        Assert.Equal((spines, uplinks), (found, below.Over(found)));
    }

    [Fact]
    public void A_prime_number_of_uplinks_buys_no_prime_number_of_spines()
    {
        var plan = Cluster.Named("c").Site("dc", s => s
            .Nodes("dgx", Nodes.DgxH100, 95).Nodes("store", Nodes.StorageAppliance, 8)
            .Fabric("storage", f => f.InfiniBand(InfiniBand.Ndr).Oversubscribed(2).Connect("dgx", Role.Storage).Connect("store", Role.Storage)
                .Leaves(Switches.Qm9700).Spines(Switches.Qm9700))).Plan.Says();
        Assert.InRange(plan.Switches("storage/spine"), 2, 4);
    }
}
