namespace ClusterDsl.Tests;

/// <summary>Ports that differ and still make a link: on the legs of a splitter, and between modules of one optical standard.</summary>
public sealed class JoinedPortsTests
{
    static readonly NodeModel Host = new("HOST", gpus: 2, new Ports("nic", 4, Cage.Qsfp112, 200.Gbps())
    {
        Modes = Seq.Of(new PortMode(1, 200.Gbps(), Lanes: 2, Lane.Pam4x100)),
    });

    static Plan Rails(int hosts, Action<EthernetFabric>? more = null) => Cluster.Named("c").Site("dc", s => s
        .Nodes("host", Host, hosts, h => h.ScalableUnits(16))
        .Fabric("net", f =>
        {
            var net = f.Ethernet(200.Gbps()).Connect("host").Leaves(Switches.Sn5600, uplinkSpeed: 400.Gbps()).Spines(Switches.Sn5600);
            more?.Invoke(net);
        })).Plan;

    [Theory]
    [InlineData(32)]
    [InlineData(27, "CDL1133")] // the last splitters have a leg to spare
    public void On_rails_the_legs_of_a_splitter_are_the_same_port_of_neighbours(int hosts, params string[] found)
    {
        var plan = Rails(hosts, f => f.RailOptimized().Planes(2)).Says(found);

        var rows = plan.Rows().Where(r => r.A.End.Group == "host").ToList();
        Assert.Equal(hosts * 4, rows.Count);
        Assert.All(rows, r => Assert.Equal(r.A.Device / 16 * 4 + r.Link.PortA, r.B.Device));
        Assert.All(rows, r => Assert.Equal(r.A.Device % 16, r.Link.PortB));
        Assert.Equal((hosts + 1) / 2 * 4, plan.Cables("host", "net/leaf"));
    }

    [Fact]
    public void Two_ports_of_a_node_do_not_share_a_splitter_in_a_plane() =>
        Rails(32, f => f.Planes(2)).Says("CDL1108").Naming("1:2 splitters", "2 ports of a node", "`.RailOptimized()`");

    [Fact]
    public void Modules_of_one_standard_join_ports_of_other_lanes()
    {
        // Four lanes of 100G in the node, eight of 50G in the switch: both have a 400G-DR4.
        var link = On(Small.Node, Switches.Dcs7060Dx5).Bundles.First(b => b.A.Group == "node");
        Assert.Equal((Optics.Mms1x00Ns400.Id, Optics.QsfpDd400Dr4.Id), (link.A.Optic, link.B.Optic));
        Assert.Equal(Optics.Mms1x00Ns400.Pmd, Optics.QsfpDd400Dr4.Pmd);
    }

    [Fact]
    public void Lanes_that_are_alike_at_half_the_speed_are_no_reason_to_run_at_half_the_speed()
    {
        // The node's ports run 200G over four lanes of 50G too, which the switch has on splitters.
        var link = On(Nodes.HgxH100, Switches.Sn4700).Bundles.First(b => b.A.Group == "node");
        Assert.Equal((400, Optics.Mms1x00Ns400.Id, Optics.QsfpDd400Dr4.Id), (link.SpeedGbps, link.A.Optic, link.B.Optic));
    }

    static Plan On(NodeModel node, EthernetSwitch leaf) => Cluster.Named("c").Site("dc", s => s
        .Nodes("node", node, 32)
        .Fabric("net", f => f.Ethernet(400.Gbps()).Connect("node", Role.Compute).Leaves(leaf).Spines(leaf))).Plan.Says();

    public static TheoryData<EthernetSwitch, int> NewerCages => new() { { Switches.Sn3700, 200 }, { Switches.Sn4700, 400 }, { Switches.Sn5400, 400 } };

    [Theory, MemberData(nameof(NewerCages))]
    public void Newer_cages_take_hosts_of_100G_as_they_are(EthernetSwitch leaf, int native)
    {
        Plan With(Bandwidth? uplinks) => Cluster.Named("c").Site("dc", s => s
            .Nodes("node", Nodes.Dgx2, 16)
            .Fabric("net", f => f.Ethernet(100.Gbps()).NonBlocking().Connect("node", Role.Storage).Leaves(leaf, count: 2, uplinkSpeed: uplinks).Spines(leaf, count: 2))).Plan.Says();

        var plan = With(native.Gbps());
        var link = plan.Bundles.First(b => b.A.Group == "node");
        Assert.Equal((100, Optics.Mma1b00C100d.Id, Optics.Mma1b00C100d.Id), (link.SpeedGbps, link.A.Optic, link.B.Optic));
        // 16 hosts of 100G below each leaf.
        Assert.Equal(2 * 1_600 / native, plan.Links("net/leaf", "net/spine"));

        // Left out, they run as the fabric does, and the plan says what that wastes.
        var slow = With(null);
        Assert.Equal(2 * 16, slow.Links("net/leaf", "net/spine"));
        Assert.Contains(slow.Assumptions, a => a.Contains($"uplinks of 100G") && a.Contains($"`uplinkSpeed: {native}.Gbps()`"));
    }

    [Fact]
    public void Where_no_modules_join_two_cages_a_cable_with_plugs_does_as_far_as_it_goes()
    {
        Plan Racks(Length slack) => Cluster.Named("c").Site("dc", s => s
            .Hall("h1", h => h.Slack(slack))
            .Nodes("node", new NodeModel("HDR", 1, new Ports("hca", 1, Cage.Qsfp56, 200.Gbps())) { Height = 1 }, 8, n => n.PerRack(4))
            .Fabric("net", f => f.Ethernet(200.Gbps()).Connect("node").Leaves(Switches.Sn4700, perRack: 1, uplinkSpeed: 400.Gbps()).Spines(Switches.Sn4700, count: 2))).Plan;

        var near = Racks(slack: 0.5.Metres()).Says().Bundles.First(b => b.A.Group == "node");
        Assert.Equal((Cables.DacQsfpDd2x200.Id, 2), (near.Cable, near.Legs));
        Racks(slack: 2.Metres()).Says("CDL3007").Naming(Cables.DacQsfpDd2x200.Id, "reaches 3 m");
    }

    [Fact]
    public void Where_no_standard_joins_the_lanes_nothing_does() => Cluster.Named("c").Site("dc", s => s
        .Nodes("node", new NodeModel("HDR", 1, new Ports("hca", 1, Cage.Qsfp56, 200.Gbps())), 32)
        .Fabric("net", f => f.Ethernet(200.Gbps()).Connect("node").Leaves(Two()).Spines(Two()))).Plan.Says("CDL1108");

    static EthernetSwitch Two() => new("TWO-LANES", new Ports("port", 64, Cage.Qsfp112, 200.Gbps()) { Modes = Seq.Of(new PortMode(1, 200.Gbps(), 2, Lane.Pam4x100)) });
}
