namespace ClusterDsl.Tests;

/// <summary>CDL2105 to CDL2109: what an author asks of a fabric, against what the plan promises.</summary>
public sealed class RequirementRulesTests
{
    // Sixteen leaves, each with 16 nodes below and 16 uplinks to four spines of 64 ports; a node is on four leaves.
    static Plan Asked(Action<EthernetFabric> ask) => Small.Plan(more: f => { f.NonBlocking(); ask(f); });

    static Plan Survives(Loss loss, Percentage keeping) => Asked(f => f
        .Survives(loss, keeping.Blamed()));

    [Fact]
    public void A_spine_whose_loss_takes_too_much_is_blamed_and_enough_spines_are_offered()
    {
        // A quarter of the uplinks; of eight spines, an eighth.
        Survives(Loss.Spine, 75.Percent()).Says();
        var finding = Survives(Loss.Spine, 75.01.Percent()).Blames("CDL2105", "`net-spine01`", "75 %", "75.01 %", "Use 8 spines");
        finding.Offers("8");
        Asked(f => f.Spines(Small.Switch, count: 8).Survives(Loss.Spine, 87.5.Percent())).Says("CDL1006");
    }

    [Fact]
    public void A_loss_that_no_number_of_spines_makes_good_is_blamed_without_one() =>
        Assert.DoesNotContain(Survives(Loss.Spine, 100.Percent()).Blames("CDL2105", "more spines").Fixes, f => !f.IsDecision);

    [Fact]
    public void A_leaf_and_a_link_take_a_rail_of_a_node_each()
    {
        Survives(Loss.Leaf, 75.Percent()).Says();
        Survives(Loss.Leaf, 76.Percent()).Blames("CDL2105", "the leaf `net-su1-leaf1`", "`node-001`", "75 %");
        Survives(Loss.Link, 75.Percent()).Says();
        Survives(Loss.Link, 76.Percent()).Blames("CDL2105", "the link `node-001 to net-su1-leaf1`", "75 %");
    }

    [Fact]
    public void A_rack_that_holds_all_spines_is_blamed()
    {
        Survives(Loss.Rack, 1.Percent()).Blames("CDL2105", "`rack ", "0 %", "more racks");
        // Without spines there is a leaf to lose: that of the nodes, in a rack of its own.
        Small.Plan(count: 16, instead: f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node").Leaves(Small.Switch).Survives(Loss.Spine, 100.Percent())).Says("CDL1005");
    }

    [Fact]
    public void A_feed_takes_what_cannot_spare_its_supplies()
    {
        static NodeModel Node(int supplies, int spare) => new("NODE", 4, Small.Node.Ports[0]) { Height = 2, PowerSupplies = supplies, SparePowerSupplies = spare };
        static EthernetSwitch Switch(int supplies, int spare) => new($"SWITCH-{spare}", Small.Switch.Ports[0]) { PowerSupplies = supplies, SparePowerSupplies = spare };
        static Plan Lost(NodeModel node, EthernetSwitch leaf, EthernetSwitch spine, int keeping, int feeds = 2) => Small.Plan(model: node,
            hall: h => h.Feeds(feeds, 40.Kilowatts()),
            instead: f => f.Ethernet(400.Gbps()).RailOptimized().NonBlocking().Connect("node").Leaves(leaf).Spines(spine)
                .Survives(Loss.PowerFeed, keeping.Percent().Blamed()));

        // Of 3 + 3 supplies a feed of two takes three, of 2 + 1 two.
        Lost(Node(6, 3), Switch(2, 1), Switch(2, 1), keeping: 100).Says();
        Lost(Node(6, 3), Switch(2, 1), Switch(2, 0), keeping: 1).Blames("CDL2105", "a feed of hall", "0 %", "run on without");
        Lost(Node(3, 1), Switch(2, 1), Switch(2, 1), keeping: 1).Blames("CDL2105", "`node-001`", "0 %");
        // One of three feeds takes one.
        Lost(Node(3, 1), Switch(2, 1), Switch(2, 1), keeping: 100, feeds: 3).Says();
        Lost(Small.Node, Switch(2, 1), Switch(2, 1), keeping: 1).Blames("CDL2109", "power supplies", ".Feeds(…)");
    }

    [Fact]
    public void A_part_is_written_in_percent() =>
        Asked(f => f.SparePorts(91.Percent().Blamed())).Blames("CDL1003", "91 %", "0 % to 90 %").Offers("90.Percent()");

    [Fact]
    public void A_node_on_one_leaf_is_told_to_be_on_two()
    {
        Survives(Loss.Leaf, 60.Percent()).Says();
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch).Spines(Small.Switch).NonBlocking()
                .Survives(Loss.Leaf, 50.Percent().Blamed()))
            .Blames("CDL2105", "0 %", "Connect each node to more than one leaf");
    }

    [Fact]
    public void Several_losses_are_asked_for_side_by_side_and_one_twice_is_said()
    {
        Asked(f => f.Survives(Loss.Leaf, 75.Percent()).Survives(Loss.Spine, 75.Percent())).Says();
        Asked(f => f.Survives(Loss.Leaf, 75.Percent()).Survives(Loss.Leaf, 70.Percent())).Says("CDL1006");
    }

    [Fact]
    public void A_part_that_is_none_is_blamed()
    {
        Survives(Loss.Leaf, 0.Percent()).Blames("CDL1003", "0 %", "0.01 % to 100 %").Offers("0.01.Percent()");
        Survives(Loss.Leaf, 101.Percent()).Blames("CDL1003", "101 %").Offers("100.Percent()");
        Survives((Loss)9, 50.Percent()).Says("CDL1003");
    }

    [Fact]
    public void Spines_without_a_port_to_spare_are_blamed_and_more_are_offered()
    {
        Asked(f => f.SparePorts(5.Percent().Blamed())).Blames("CDL2106", "spine `net-spine01` has 0 of 64 ports free", "5 %, which is 4").Offers("8");
        Small.Plan(spines: f => f.Spines(Small.Switch, count: 8), more: f => f.NonBlocking().SparePorts(50.Percent())).Says();
    }

    [Fact]
    public void Leaves_without_a_port_to_spare_are_blamed_and_smaller_units_are_offered()
    {
        Plan Units(int size) => Small.Plan(count: 128, group: n => n.Accept("CDL1006", "the size is said again").ScalableUnits(size), more: f => f
            .NonBlocking().SparePorts(5.Percent().Blamed()), spines: f => f.Spines(new EthernetSwitch("BIG", new Ports("port", 1_024, Cage.Qsfp112, 400.Gbps())), count: 2));
        Units(32).Blames("CDL2106", "leaf `net-su1-leaf1` has 0 of 64 ports free", "Use units of 30 nodes").Offers("30");
        Units(30).Says();
    }

    [Fact]
    public void More_links_than_asked_for_are_blamed()
    {
        Plan Links(int most) => Asked(f => f
            .MaxHops(most.Blamed()));
        Links(4).Says();
        Links(2).Blames("CDL2107", "4 links and 3 switches", "2 links");
    }

    [Fact]
    public void Storage_that_is_too_little_for_its_GPUs_is_blamed()
    {
        // Sixteen DGX with 128 GPUs; four appliances of 8 × 200G are 50 Gb/s for each, two ports of 400G a node 100.
        Plan With(int storage, int gbps) => Cluster.Named("c").Site("dc", s => s
            .Nodes("dgx", Nodes.DgxH100, 16).Nodes("store", Nodes.StorageAppliance, storage)
            .Fabric("storage", f => f.InfiniBand(InfiniBand.Ndr).NonBlocking().Connect("dgx", Role.Storage).Connect("store", Role.Storage)
                .Leaves(Switches.Qm9700).Spines(Switches.Qm9700, count: 2)
                .PerGpu(gbps.Gbps().Blamed()))).Plan;
        With(storage: 4, gbps: 50).Says();
        With(storage: 4, gbps: 51).Blames("CDL2108", "gets 50 Gb/s", "51");
        With(storage: 16, gbps: 101).Blames("CDL2108", "gets 100 Gb/s");
    }

    [Fact]
    public void A_subnet_manager_beside_the_GPUs_takes_nothing_from_them()
    {
        var plan = Cluster.Named("c").Site("dc", s => s
            .Nodes("dgx", Nodes.DgxH100, 31, n => n.ScalableUnits(32)).Nodes("ufm", Nodes.UfmAppliance, 1)
            .Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect("dgx").Connect("ufm")
                .Leaves(Switches.Qm9700).Spines(Switches.Qm9700).PerGpu(400.Gbps()))).Plan;
        Assert.DoesNotContain(plan.Findings, f => f.Rule == "CDL2108");
        Assert.Equal(400_000, plan.Fabrics[0].Metrics!.PerGpuMbps);
    }

    [Fact]
    public void What_has_no_meaning_for_a_fabric_is_said_to_have_none() => Cluster.Named("c").Site("dc", s => s
            .Nodes("mgmt", Nodes.ManagementServer, 8)
            .Fabric("inband", f => f.Ethernet(100.Gbps()).Connect("mgmt", Role.InBand).Leaves(Switches.Sn4600C).Spines(Switches.Sn4600C, count: 2)
                .PerGpu(10.Gbps().Blamed()))).Plan
        .Blames("CDL2109", "connects none");

    [Fact]
    public void A_fabric_that_cannot_be_cabled_is_not_judged_further() => Small.Plan(
        spines: f => f.Spines(Small.Switch, count: 2), more: f => f.NonBlocking().Survives(Loss.Spine, 99.Percent()).SparePorts(20.Percent())).Says("CDL1101");
}
