namespace ClusterDsl.Tests;

/// <summary>CDL2: bandwidth down against bandwidth up.</summary>
public sealed class CapacityRulesTests
{
    static Plan Uplinks(int uplinks, Action<EthernetFabric>? more = null) => Small.Plan(instead: f =>
    {
        var net = f.Ethernet(400.Gbps()).RailOptimized().Connect("node").Spines(Small.Switch)
            .Leaves(Small.Switch, uplinks: uplinks.Blamed());
        more?.Invoke(net);
    });

    [Fact]
    public void Too_few_uplinks_are_blamed_and_enough_are_offered()
    {
        var finding = Uplinks(8).Blames("CDL2101", "16 × 400G down", "8 × 400G up", "2:1", "1:1", ".Oversubscribed(2)");
        finding.Offers("16");
        Uplinks(16).Says();
        Uplinks(8, f => f.Oversubscribed(2)).Says();
        Uplinks(8, f => f.Oversubscribed(7, 4)).Blames("CDL2101", "2:1", "7:4");
    }

    [Fact]
    public void An_appliance_that_overloads_one_rail_is_blamed()
    {
        Plan With(int nodes) => Cluster.Named("c").Site("dc", s => s
            .Nodes("dgx", Nodes.DgxH100, nodes, n => n.ScalableUnits(24))
            .Nodes("ufm", Nodes.UfmAppliance, 2)
            .Fabric("net", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().Connect("dgx").Leaves(Switches.Qm9700).Spines(Switches.Qm9700).NonBlocking()
                .Connect("ufm".Blamed()))).Plan;
        // A full leaf: 24 × 400G down and up; two appliances bring 2 × 200G more to each of two rails.
        With(nodes: 48).Blames("CDL2102", "unit 2", "10,000", "9,600", "1.04:1", "`ufm`");
        With(nodes: 47).Says();
    }

    [Fact]
    public void Uplinks_that_nothing_can_fill_are_blamed()
    {
        // 16 leaves × 16 uplinks too many, with an optic port at either end.
        var finding = Uplinks(32).Blames("CDL2103", "16 × 400G down", "32", "256 cables", "512");
        finding.Offers("16");
    }

    [Fact]
    public void A_second_uplink_is_for_the_loss_of_the_first()
    {
        Plan Management(int uplinks) => Cluster.Named("c").Site("dc", s => s
            .Nodes("dgx", Nodes.DgxH100, 64, n => n.PerRack(4))
            .Fabric("oob", f => f.Ethernet(1.Gbps()).Connect("dgx", Role.OutOfBand)
                .Leaves(Switches.Sn2201, perRack: 1, uplinks: uplinks.Blamed(), uplinkSpeed: 100.Gbps()).Spines(Switches.Sn4600C, count: 2))).Plan;
        Management(2).Says();
        // 16 leaves with 2 uplinks too many.
        Management(4).Blames("CDL2103", "4 × 1G down can fill 1 × 100G up, and a second outlives it", "32 cables", "64 optic ports").Offers("2");
    }
}
