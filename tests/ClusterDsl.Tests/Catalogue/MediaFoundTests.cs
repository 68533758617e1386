namespace ClusterDsl.Tests;

/// <summary>Ports that match have optics and cable in the catalogue: what a plan asks for can be bought.</summary>
public sealed class MediaFoundTests
{
    static readonly NodeModel Slow = new("SLOW", 1, new Ports("nic", 1, Cage.Sfp112, 100.Gbps()));
    static readonly NodeModel SlowQsfp = new("SLOW-QSFP", 1, new Ports("nic", 1, Cage.Qsfp112, 100.Gbps()));
    static readonly NodeModel Half = new("HALF", 1, new Ports("nic", 1, Cage.Qsfp112, 200.Gbps()));
    static readonly NodeModel Fast = new("FAST", 1, new Ports("nic", 1, Cage.Qsfp112, 400.Gbps()));
    static readonly NodeModel FastOsfp = new("FAST-OSFP", 1, new Ports("nic", 1, Cage.OsfpRhs, 400.Gbps()));

    public static TheoryData<NodeModel, EthernetSwitch, int> Pairs => new()
    {
        { Slow, Switches.Ais800O, 100 }, { Slow, Switches.Ais800D, 100 }, { SlowQsfp, Switches.Ais800O, 100 }, { Half, Switches.Ais800O, 200 },
        { Fast, Switches.Ais800O, 400 }, { Fast, Switches.Ais800D, 400 }, { FastOsfp, Switches.Ais800D, 400 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Whatever_fits_a_switch_of_800G_finds_its_media(NodeModel node, EthernetSwitch leaf, int gbps)
    {
        var plan = Cluster.Named("c").Site("dc", s => s.Nodes("node", node, 8)
            .Fabric("net", f => f.Ethernet(gbps.Gbps()).Connect("node").Leaves(leaf))).Plan;
        Assert.DoesNotContain(plan.Findings, f => f.Rule.StartsWith("CDL3"));
        Assert.All(plan.Bundles, b => Assert.NotEqual("", b.Cable));
    }

    [Fact]
    public void Two_nodes_of_400G_share_a_QSFP_DD800_module_whose_fibres_part()
    {
        var plan = Cluster.Named("c").Site("dc", s => s.Nodes("node", Fast, 8)
            .Fabric("net", f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Switches.Ais800D))).Plan;
        Assert.Equal(8, plan.Links("node", "net/leaf"));
        Assert.Equal(4, plan.Cables("node", "net/leaf"));
        Assert.All(plan.Bundles, b => Assert.Equal((Optics.QsfpDd800Dr8.Id, Optics.Mms1x00Ns400.Id, Cables.Mpo16To2xMpo12.Id), (b.B.Optic, b.A.Optic, b.Cable)));
    }

    /// <summary>Two pairs that nobody was found to sell parts for.</summary>
    [Fact]
    public void What_is_lacking_is_told_where_nothing_is_known()
    {
        Plan On(NodeModel node, EthernetSwitch leaf) => Cluster.Named("c").Site("dc", s => s.Nodes("node", node, 4)
            .Fabric("net", f => f.Ethernet(200.Gbps()).Connect("node").Leaves(leaf))).Plan;
        On(Nodes.Gaudi3, Switches.Ais800O).Naming("a module for OSFP-RHS with 4 connectors of 200G", "Both ends are cut, OSFP-RHS in 4 and OSFP-IHS in 4");
        On(Half, Switches.Ais800D).Naming("It would take", "QSFP-DD800", "4 for QSFP112");
    }
}
