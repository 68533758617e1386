namespace ClusterDsl.Tests;

/// <summary>What a plan promises of each fabric, against what is worked out on paper.</summary>
public sealed class MetricsTests
{
    static FabricMetrics Of(Cluster cluster, string fabric) => cluster.Plan.Fabrics.Single(f => f.Name == fabric).Metrics!;

    static FabricMetrics Of(Plan plan) => plan.Fabrics[0].Metrics!;

    static int Left(FabricMetrics metrics, string loss) => metrics.After(loss)!.LeftPpm;

    [Fact]
    public void A_superpod_of_four_units_keeps_what_its_rails_and_spines_say()
    {
        // 127 nodes of 8 × 400G in units of 32; leaves of 32 uplinks to 16 spines.
        var metrics = Of(Cluster.Named("c").Site("dc", s => s.Nodes("dgx", Nodes.DgxH100, 127, n => n.ScalableUnits(32)).Nodes("ufm", Nodes.UfmAppliance, 2)
            .Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect("dgx").Connect("ufm").Leaves(Switches.Qm9700).Spines(Switches.Qm9700))), "compute");
        Assert.Equal((true, 4, 63 * 3_200, 1_000_000), (metrics.Connected, metrics.Hops, metrics.BisectionGbps, metrics.FullLoadPpm));
        // A node loses one rail of eight, or a sixteenth of the uplinks; the appliance, on two leaves, loses half with one of them.
        Assert.Equal((500_000, 937_500), (Left(metrics, "leaf"), Left(metrics, "spine")));
        Assert.Equal(500_000, Left(metrics, "link"));
    }

    [Fact]
    public void Half_as_many_uplinks_halve_the_bisection_and_what_a_node_gets_through()
    {
        var metrics = Of(Small.Plan(more: f => f.Oversubscribed(2)));
        // 64 nodes of 4 × 400G: 51.2 Tb/s in a half, of which half goes up.
        Assert.Equal((500_000, 64 / 2 * 1_600 / 2), (metrics.FullLoadPpm, metrics.BisectionGbps));
        Assert.Equal(750_000, Left(metrics, "leaf"));
    }

    [Fact]
    public void Uneven_halves_of_an_oversubscribed_fabric_have_no_known_bisection() => Assert.Null(Of(Small.Plan(count: 48, more: f => f.Oversubscribed(2))).BisectionGbps);

    [Fact]
    public void Three_tiers_are_six_links_across_and_lose_little_with_a_core()
    {
        // 4,096 GPUs: pods of four units, 32 spines to a pod, each with 32 uplinks.
        var metrics = Of(Cluster.Named("c").Site("dc", s => s.Nodes("dgx", Nodes.DgxH100, 512, n => n.ScalableUnits(32))
            .Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect("dgx").Leaves(Switches.Qm9700).Spines(Switches.Qm9700).Cores(Switches.Qm9700))), "compute");
        Assert.Equal((6, 512 / 2 * 3_200), (metrics.Hops, metrics.BisectionGbps));
        Assert.Equal(875_000, Left(metrics, "leaf"));
    }

    [Fact]
    public void Units_that_nothing_joins_are_not_connected()
    {
        var metrics = Of(Small.Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node").Leaves(Small.Switch)));
        Assert.Equal((false, null, null), (metrics.Connected, metrics.Hops, metrics.BisectionGbps));
    }

    [Fact]
    public void Uplinks_into_another_fabric_lead_over_its_spines()
    {
        var cluster = Cluster.Named("c").Site("dc", s => s.Nodes("dgx", Nodes.DgxH100, 96)
            .Fabric("inband", f => f.Ethernet(100.Gbps()).Oversubscribed(12).Connect("dgx", Role.InBand).Leaves(Switches.Sn4600C, uplinks: 4).Spines(Switches.Sn4600C, count: 2))
            .Fabric("oob", f => f.Ethernet(1.Gbps()).Connect("dgx", Role.OutOfBand).ConnectSwitches("inband").Leaves(Switches.Sn2201, count: 3).UplinksInto("inband", perLeaf: 2)));
        var metrics = Of(cluster, "oob");
        Assert.Equal((true, 4, 1_000_000), (metrics.Connected, metrics.Hops, metrics.FullLoadPpm));
        Assert.Equal("inband", cluster.Plan.Fabrics.Single(f => f.Name == "oob").Into);
        // One port of one controller: its leaf is all it has. A spine fewer leaves half of 2 × 100G, enough for 48 × 1G.
        Assert.Equal((0, 1_000_000), (Left(metrics, "leaf"), Left(metrics, "spine")));
    }

    [Fact]
    public void Spare_ports_are_those_of_the_fullest_switch_and_a_leg_is_a_part_of_a_port()
    {
        // Last unit: 31 nodes, and on two of its leaves one port of each of two appliances, two legs of one splitter: one port.
        var plan = Cluster.Named("c").Site("dc", s => s.Nodes("dgx", Nodes.DgxH100, 31, n => n.ScalableUnits(31)).Nodes("ufm", Nodes.UfmAppliance, 2)
            .Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().Oversubscribed(2).Connect("dgx").Connect("ufm").Leaves(Switches.Qm9700, uplinks: 16).Spines(Switches.Qm9700, count: 2))).Plan;
        Assert.Equal([(64, 64 - 31 - 16 - 1), (64, 0)], plan.Fabrics[0].Tiers.Select(t => (t.Ports, t.SparePorts)));
    }

    [Fact]
    public void One_node_here_and_one_there_are_two_nodes() => Assert.Equal(4, Of(Cluster.Named("c").Site("dc", s => s.Nodes("dgx", Nodes.DgxH100, 1).Nodes("store", Nodes.StorageAppliance, 1)
        .Fabric("storage", f => f.InfiniBand(InfiniBand.Ndr).Leaves(Switches.Qm9700, leaves: l => l.Connect("dgx", Role.Storage))
            .Leaves(Switches.Qm9700, leaves: l => l.Named("store-leaf").Connect("store", Role.Storage)).Spines(Switches.Qm9700))), "storage").Hops);
}
