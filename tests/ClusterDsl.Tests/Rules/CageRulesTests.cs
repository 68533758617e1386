namespace ClusterDsl.Tests;

/// <summary>CDL1130 to CDL1134: what the cages of a switch, and its chip, can run.</summary>
public sealed class CageRulesTests
{
    /// <summary>A node with one port of one lane: eight of them fill a cage of 800G.</summary>
    static readonly NodeModel Slow = new("SLOW", 1, new Ports("nic", 1, Cage.Sfp112, 100.Gbps()));

    /// <summary>A node with one port of 400G.</summary>
    static readonly NodeModel Fast = new("FAST", 1, new Ports("nic", 1, Cage.Qsfp112, 400.Gbps()));

    /// <summary>A node with one port of 200G on two lanes: two of them share a splitter.</summary>
    static readonly NodeModel Half = new("HALF", 1,
        new Ports("nic", 1, Cage.Qsfp112, 200.Gbps()) { Modes = Seq.Of(new PortMode(1, 200.Gbps(), 2, Lane.Pam4x100)) });

    static Plan OnOneLeaf(NodeModel node, int count, EthernetSwitch leaf, int gbps, int? leaves = 1) => Cluster.Named("c").Site("dc", s => s
        .Nodes("node", node, count)
        .Fabric("net", f => f.Ethernet(gbps.Gbps()).Connect("node").Leaves(leaf, count: leaves))).Plan;

    static Finding? Of(Plan plan, string rule) => plan.Findings.FirstOrDefault(f => f.Rule == rule);

    [Fact]
    public void All_cages_of_a_Tomahawk_5_as_eight_ports_are_more_than_it_runs()
    {
        var plan = Cluster.Named("c").Site("dc", s => s
            .Nodes("node", Slow, 512)
            .Fabric("net", f => f.Ethernet(100.Gbps()).Connect("node")
                .Leaves(Switches.Ais800D.Blamed(), count: 1))).Plan;
        plan.BlamesAmongOthers("CDL1130", "AIS800-64D", "512 ports", "64 cages of 8 × 100G", "Its chip runs 320:", "at most 40 cages as 8 × 100G").Offers("2");
        Assert.Null(Of(OnOneLeaf(Slow, 320, Switches.Ais800D, 100), "CDL1130"));
        Assert.NotNull(Of(OnOneLeaf(Slow, 321, Switches.Ais800D, 100), "CDL1130"));
    }

    [Fact]
    public void A_limit_that_was_not_read_in_a_source_is_told_as_recalled() =>
        Assert.Contains("Its chip runs 320 (recalled)", Of(OnOneLeaf(Slow, 512, Switches.Dcs7060X6, 100), "CDL1130")!.Message);

    [Fact]
    public void Leaves_left_to_the_planner_are_as_many_as_their_chips_need()
    {
        var plan = OnOneLeaf(Slow, 512, Switches.Ais800D, 100, leaves: null);
        Assert.Equal(2, plan.Groups.Single(g => g.Role == "leaf").Count);
        Assert.Null(Of(plan, "CDL1130"));
    }

    /// <summary>Fast nodes on one leaf, and one more whose cable the author puts into a port.</summary>
    static Plan Pinned(EthernetSwitch leaf, int nodes, int port) => Cluster.Named("c").Site("dc", s => s
        .Nodes("node", Fast, nodes)
        .Nodes("pinned", Fast, 1)
        .Fabric("net", f => f.Ethernet(400.Gbps()).Connect("node").Leaves(leaf, count: 1)
            .Link(PortRef.Node("pinned", 1, 1), PortRef.Switch(Tier.Leaf, 1, port.Blamed())))).Plan;

    static EthernetSwitch InTwo(string id, int[]? cages = null, CageGroups? groups = null) => new(id, new Ports("eth", 8, Cage.OsfpIhs, 800.Gbps())
    {
        Modes = Seq.Of(new PortMode(1, 800.Gbps(), 8, Lane.Pam4x100), new PortMode(2, 400.Gbps(), 4, Lane.Pam4x100) { Cages = (cages ?? []).ToSeq() }),
        Groups = groups,
    });

    [Fact]
    public void Cages_that_share_a_part_of_the_chip_share_its_ports()
    {
        // Cages 1 and 2 have room for three ports. The planner leaves the second dark; the author does not.
        var pairs = InTwo("PAIRS", groups: new CageGroups(Seq.Of(0, 0), 3));
        Assert.Contains("cages 1 and 2 of `net-leaf-001` (PAIRS) share room for 3 ports and would run 4 (2 × 400G and 2 × 400G)", Of(Pinned(pairs, 2, port: 3), "CDL1130")!.Message);
        Assert.Null(Of(Pinned(pairs, 2, port: 5), "CDL1130"));
    }

    [Fact]
    public void A_cable_placed_by_hand_in_a_cage_that_does_not_split_so_is_blamed()
    {
        var left = InTwo("LEFT", cages: [1, 2]);
        Pinned(left, 3, port: 5).BlamesAmongOthers("CDL1131", "cage 3 of `net/leaf` would run 2 × 400G; LEFT runs that in cages 1, 2 only", "Link to a port of one of those");
        Assert.Null(Of(Pinned(left, 3, port: 4), "CDL1131"));
    }

    [Fact]
    public void A_cage_takes_modules_of_one_kind()
    {
        Plan Mixed(int nodes) => Cluster.Named("c").Site("dc", s => s
            .Nodes("node", Fast, 2 * nodes)
            .Fabric("net", f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Switches.Sn5600, count: 2)
                .Spines(Switches.Sn5600, count: 1, single: true, links: l => l.Optics(lower: Optics.Mms4x00Ns.Blamed(), upper: Optics.Mms4x00Ns)))).Plan;
        // Three nodes fill a cage and a half; the fourth port of the two cages would be an uplink over single-mode fibre.
        Mixed(3).BlamesAmongOthers("CDL1132", "cage 2 of `net-leaf-001`", "MMA4Z00-NS", "MMS4X00-NS", "(2 × 400G)");
        Assert.Null(Of(Mixed(4), "CDL1132"));
    }

    [Fact]
    public void Legs_of_splitters_that_lead_nowhere_are_told()
    {
        Plan Odd(int nodes, int more = 0) => Cluster.Named("c").Site("dc", s => s
            .Nodes("node", Half, nodes)
            .Fabric("net", f => f.Ethernet(200.Gbps())
                .Connect("node".Blamed()).Leaves(Switches.Ais800O, count: 1))).Plan;
        var finding = Odd(3).BlamesAmongOthers("CDL1133", "1 leg of 1 splitter 1:2 at `net/leaf` leads nowhere", "1 port of 200G");
        Assert.Equal(Severity.Info, finding.Severity);
        Assert.Null(Of(Odd(4), "CDL1133"));
    }

    [Fact]
    public void Ports_for_Ethernet_alone_do_not_join_an_InfiniBand_fabric()
    {
        Plan Of(NodeModel node) => Cluster.Named("c").Site("dc", s => s
            .Nodes("node", node, 4)
            .Fabric("net", f => f.InfiniBand(InfiniBand.Ndr)
                .Connect("node".Blamed()).Leaves(Switches.Qm9700))).Plan;
        Of(Nodes.SupermicroMi300X).Blames("CDL1134", "the eth ports of `node` (AS-8125GS-TNMR2) speak Ethernet", "InfiniBand NDR");
        Of(Nodes.HgxH100).Says();
    }
}
