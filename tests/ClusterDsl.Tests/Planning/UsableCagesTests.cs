using ClusterDsl.Model;

namespace ClusterDsl.Tests;

/// <summary>The planner cuts only the cages of a switch that can be cut so, and leaves the others dark.</summary>
public sealed class UsableCagesTests
{
    /// <summary>A node with one port of one lane: eight of them fill a cage of 800G.</summary>
    static readonly NodeModel Slow = new("SLOW", 1, new Ports("nic", 1, Cage.Sfp112, 100.Gbps())) { Height = 0 };

    static Plan Of(EthernetSwitch leaf, int nodes, int? leaves = null, bool spines = false) => Cluster.Named("c").Site("dc", s => s
        .Nodes("node", Slow, nodes)
        .Fabric("net", f =>
        {
            var net = f.Ethernet(100.Gbps()).Connect("node").Leaves(leaf, count: leaves, uplinkSpeed: 800.Gbps());
            if (spines) net.Spines(Switches.Sn5600);
        })).Plan;

    static List<int> CagesOf(Plan plan) => [.. plan.Rows().Where(r => r.A.End.Group == "node").Select(r => r.Link.PortB / 8 + 1).Distinct().Order()];

    static IEnumerable<string> Ids(Plan plan) => plan.Findings.Select(f => f.Rule).Where(r => r.StartsWith("CDL1"));

    [Fact]
    public void Spectrum_4_cuts_its_odd_cages_into_eight()
    {
        var plan = Of(Switches.Sn5600, 20, leaves: 1);
        Assert.Equal([1, 3, 5], CagesOf(plan));
        Assert.Empty(Ids(plan));
        // 32 odd cages of 64: the 256 ports that the chip runs.
        Assert.Empty(Ids(Of(Switches.Sn5600, 256, leaves: 1)));
        Of(Switches.Sn5600, 257, leaves: 1).Naming("257 × 100G", "SN5600 has 64 × 800G, and 32 cages that can run 8 × 100G side by side");
    }

    [Fact]
    public void More_than_a_leaf_can_cut_so_are_more_leaves() => Assert.Equal(2, Of(Switches.Sn5600, 257).Switches("net/leaf"));

    [Fact]
    public void Cages_that_share_ten_ports_are_cut_one_of_two() =>
        // Of every four cages of a DS5000, the outer two share ten ports, and so do the inner two.
        Assert.Equal([1, 2, 5, 6], CagesOf(Of(Switches.Ds5000, 32, leaves: 1)));

    [Fact]
    public void Rails_are_cut_in_the_same_cages()
    {
        var node = new NodeModel("RAILS", 2, new Ports("nic", 2, Cage.Sfp112, 100.Gbps())) { Height = 0 };
        var plan = Cluster.Named("c").Site("dc", s => s.Nodes("node", node, 40)
            .Fabric("net", f => f.Ethernet(100.Gbps()).RailOptimized().Connect("node").Leaves(Switches.Sn5600, uplinkSpeed: 800.Gbps()).Spines(Switches.Sn5600, count: 1, single: true))).Plan;
        Assert.Equal([1, 3, 5, 7, 9], CagesOf(plan));
        Assert.Null(plan.Collision());
        // The uplinks, five of 800G for 40 of 100G, begin behind the dark cage.
        Assert.Equal(10, plan.Rows().Where(r => r.A.End.Group == "net/leaf").Min(r => r.Link.PortA));
        Assert.DoesNotContain(Ids(plan), r => r is "CDL1101" or "CDL1130" or "CDL1131");
    }

    public static TheoryData<int[], int[], int> Kinds => new()
    {
        { [1, 3, 5, 7, 9, 11], [], 0 }, { [2, 4, 6, 8, 10, 12], [], 0 }, { [1, 2, 6, 9, 10, 11], [], 0 },
        { [], [0, 0], 8 }, { [], [0, 1, 1, 0], 10 }, { [1, 2, 3, 4, 5], [0, 0], 9 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_cages_can_be_cut_every_node_has_a_port_in_one_of_them(int[] cages, int[] pattern, int room)
    {
        var groups = pattern.Length == 0 ? null : new CageGroups(pattern.ToSeq(), room);
        var leaf = new EthernetSwitch("LEAF", new Ports("eth", 12, Cage.OsfpIhs, 800.Gbps())
        {
            Modes = Seq.Of(new PortMode(1, 800.Gbps(), 8, Lane.Pam4x100), new PortMode(8, 100.Gbps(), 1, Lane.Pam4x100, Legs: 4) { Cages = cages.ToSeq() }),
            Groups = groups,
        });
        for (var nodes = 1; nodes <= 70; nodes++)
        {
            var plan = Of(leaf, nodes, spines: true);
            Assert.DoesNotContain(plan.Findings, f => f.Rule is "CDL1102" or "CDL1130" or "CDL1131");
            var links = plan.Rows().Where(r => r.A.End.Group == "node").ToList();
            Assert.Equal(Enumerable.Range(0, nodes), links.Select(r => r.Link.DeviceA).Order());
            Assert.Equal(nodes, links.Select(r => (r.Link.DeviceB, r.Link.PortB)).Distinct().Count());
            Assert.All(links, r => Assert.True(r.Link.PortB / 8 < 12 && (cages.Length == 0 || cages.Contains(r.Link.PortB / 8 + 1))));
            var cut = links.Select(r => (r.Link.DeviceB, Cage: r.Link.PortB / 8, Split: 8))
                .Concat(plan.Rows().Where(r => r.A.End.Group == "net/leaf").Select(r => (DeviceB: r.Link.DeviceA, Cage: r.Link.PortA, Split: 1))).Distinct().ToList();
            Assert.Equal(cut.Count, cut.Select(c => (c.DeviceB, c.Cage)).Distinct().Count());
            if (groups is not null) Assert.All(cut.GroupBy(c => (c.DeviceB, groups.Of(c.Cage))), g => Assert.InRange(g.Sum(c => c.Split), 1, room));
        }
    }
}
