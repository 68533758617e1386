namespace ClusterDsl.Tests;

/// <summary>Nodes that are whole racks: 72 ports in 18 trays are four rails, 18 ports on each.</summary>
public sealed class RailsOfRacksTests
{
    static Plan Of(int racks, Action<Fabric> fabric, NodeModel? model = null, int? unit = null) =>
        Designs.Of(model ?? Nodes.Gb200Nvl72, racks, fabric, unit);

    static Plan Quantum(int racks, int? groups = 4, NodeModel? model = null) => Of(racks, f => f.InfiniBand(InfiniBand.Ndr)
        .RailOptimized(groups.Blamed())
        .NonBlocking().Connect("node").Leaves(Switches.Qm9700).Spines(Switches.Qm9700), model);

    static IEnumerable<string> Errors(Plan plan) => plan.Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Rule} {f.Message}");

    [Fact]
    public void Eight_racks_on_Quantum_2_have_four_leaves_each()
    {
        // 18 ports of a rack come down on each of its leaves and 18 go up: a second rack would make it 72 of 64 ports.
        var plan = Quantum(8);
        Assert.Empty(Errors(plan));
        Assert.Equal(576, plan.Gpus);
        Assert.Equal(8 * 4, plan.Switches("net/leaf"));
        Assert.Equal(8 * 72, plan.Links("node", "net/leaf"));
        // 32 leaves x 18 uplinks = 576 = 9 spines of 64 ports, two links from each leaf to each.
        Assert.Equal(9, plan.Switches("net/spine"));
        Assert.Equal(32 * 18, plan.Links("net/leaf", "net/spine"));
        Assert.Equal("1:1", plan.Fabrics[0].Tiers[0].Ratio);
    }

    [Fact]
    public void Three_racks_share_the_leaves_of_a_larger_switch()
    {
        // 64 of 128 ports of 400G for what is below: three racks of 18, and 54 uplinks. Units of 3, 3 and 2 racks.
        var plan = Of(8, f => f.Ethernet(400.Gbps()).RailOptimized(groups: 4).NonBlocking().Connect("node").Leaves(Switches.Sn5600).Spines(Switches.Sn5600));
        Assert.Empty(Errors(plan));
        Assert.Equal(3 * 4, plan.Switches("net/leaf"));
        // 12 leaves x 54 uplinks = 648, more than five spines of 128 ports; six divide 54.
        Assert.Equal(6, plan.Switches("net/spine"));
    }

    [Fact]
    public void The_four_ports_of_every_tray_are_the_four_rails()
    {
        var rows = Quantum(8).Rows().Where(r => r.A.End.Group == "node").ToList();
        foreach (var tray in rows.GroupBy(r => (r.A.Device, Tray: r.Link.PortA / 4)))
            Assert.Equal([0, 1, 2, 3], tray.OrderBy(r => r.Link.PortA).Select(r => r.Link.DeviceB - 4 * tray.Key.Device));
        // On its leaf, the trays of a rack stand in their order.
        Assert.All(rows, r => Assert.Equal(r.Link.PortA / 4, r.Link.PortB));
    }

    [Fact]
    public void Rails_that_do_not_divide_the_ports_are_blamed()
    {
        Quantum(8, groups: 5).BlamesAmongOthers("CDL1105", "72 ports of `node` cannot be spread over 5 rails").Offers("4");
        Assert.DoesNotContain(Quantum(8, groups: 3).Findings, f => f.Rule == "CDL1105");
        Quantum(8, groups: 0).Blames("CDL1003", "the number of rails");
    }

    [Fact]
    public void Planes_divide_the_rails()
    {
        Plan Planes(int count) => Of(8, f => f.Ethernet(400.Gbps()).RailOptimized(groups: 4).NonBlocking().Connect("node").Leaves(Switches.Sn5600).Spines(Switches.Sn5600)
            .Planes(count.Blamed()));
        Planes(3).BlamesAmongOthers("CDL1105", "4 rails of `node` cannot be spread over 3 planes").Offers("2");
        Assert.Empty(Errors(Planes(2)));
    }

    [Fact]
    public void Rails_that_share_no_switch_are_as_many_planes()
    {
        var plan = Of(3, f => f.Ethernet(400.Gbps()).RailOptimized(groups: 4).RailOnly().Connect("node").Leaves(Switches.Sn5600));
        Assert.Empty(Errors(plan));
        Assert.Equal(4, plan.Switches("net/leaf"));
    }

    [Fact]
    public void Racks_and_servers_share_rails_where_these_divide_the_ports_of_both()
    {
        Plan With(int ports) => Cluster.Named("c").Site("dc", s => s
            .Nodes("rack", Nodes.Gb200Nvl72, 2)
            .Nodes("server", new NodeModel("SERVER", 8, new Ports("nic", ports, Cage.Qsfp112, 400.Gbps())), 16)
            .Fabric("net", f => f.Ethernet(400.Gbps()).RailOptimized(groups: 4).NonBlocking().Connect("rack").Leaves(Switches.Sn5600).Spines(Switches.Sn5600)
                .Connect("server".Blamed()))).Plan;
        With(6).BlamesAmongOthers("CDL1105", "6 ports of `server` cannot be spread over 4 rails");
        var plan = With(8);
        Assert.Empty(Errors(plan));
        // The two racks are a unit of their own; 16 servers bring 32 ports to each leaf of another.
        Assert.Equal(2 * 4, plan.Switches("net/leaf"));
        Assert.All(plan.Rows().Where(r => r.A.End.Group is "rack" or "server"), r => Assert.Equal(r.Link.PortA % 4, r.Link.DeviceB % 4));
    }
}
