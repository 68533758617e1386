using ClusterDsl.Plans;

namespace ClusterDsl.Tests;

/// <summary>What hangs on a fabric without being of its tree: equipment at the spines, the uplinks and switches of other fabrics.</summary>
public sealed class AttachmentTests
{
    static readonly NodeModel Router = new("ROUTER", 0, new Ports("port", 1, Cage.Qsfp112, 400.Gbps()));

    [Fact]
    public void Routers_of_one_port_take_spine_after_spine_however_they_are_grouped()
    {
        // 64 nodes of 4 ports under 16 leaves of 16 uplinks each: 4 spines, full; with 7 more ports there must be 8.
        var plan = Small.Plan(also: s => s.Nodes("edge", Router, 5).Nodes("core", Router, 2), spines: f => f
            .Spines(Small.Switch).Connect("edge", tier: Tier.Spine).Connect("core", tier: Tier.Spine)).Says();
        Assert.Null(plan.Collision());
        Assert.Equal(8, plan.Group("net/spine").Count);
        Assert.Equal(Enumerable.Range(0, 7), plan.Rows().Where(r => r.A.End.Group is "edge" or "core").Select(r => r.B.Device).Order());
    }

    [Fact]
    public void More_routers_than_spines_take_a_second_port_of_each()
    {
        var plan = Small.Plan(also: s => s.Nodes("edge", Router, 11).Nodes("wan", Router, 8), spines: f => f
            .Spines(Small.Switch, count: 8).Connect("edge", tier: Tier.Spine).Connect("wan", tier: Tier.Spine)).Says();
        Assert.Null(plan.Collision());
        Assert.Equal([3, 3, 3, 2, 2, 2, 2, 2], plan.Rows().Where(r => r.A.End.Group is "edge" or "wan")
            .GroupBy(r => r.B.Device).OrderBy(g => g.Key).Select(g => g.Count()));
    }

    static NodeModel Storage(int ports) => new("STORAGE", 0, new Ports("port", ports, Cage.Qsfp112, 400.Gbps()));

    [Theory]
    [InlineData(2, 5)]
    [InlineData(8, 3)]
    [InlineData(6, 7)]
    public void Equipment_at_the_spines_has_a_port_in_every_plane(int ports, int count)
    {
        var plan = Small.Plan(also: s => s.Nodes("store", Storage(ports), count), more: f => f.Planes(2).Connect("store", tier: Tier.Spine)).Says();
        Assert.Null(plan.Collision());
        var perPlane = plan.Switches("net/spine") / 2;
        var links = plan.Rows().Where(r => r.A.End.Group == "store").ToList();
        Assert.Equal(ports * count, links.Count);
        Assert.All(links.GroupBy(r => (Device: r.A.Device, Plane: r.B.Device / perPlane)), plane => Assert.Equal(ports / 2, plane.Count()));
        // The ports of a device are dealt as those of a node are: the first to the first plane.
        Assert.All(links, r => Assert.Equal(r.Link.PortA % 2, r.B.Device / perPlane));
        // Three ports of a plane do not part over two spines, or four.
        Even(links.GroupBy(r => r.B.Device).Select(spine => spine.Count()), plan.Switches("net/spine"), step: ports == 6 ? 3 : 1);
    }

    [Fact]
    public void Equipment_that_misses_a_plane_is_found_and_spread_over_them()
    {
        var plan = Small.Plan(also: s => s.Nodes("edge", Router, 6), more: f => f.Planes(2)
            .Connect("edge".Blamed(), tier: Tier.Spine));
        plan.Blames("CDL1124", "the 1 port of each `edge` reaches 1 of the 2 planes", "a multiple of 2");
        var perPlane = plan.Switches("net/spine") / 2;
        Assert.Equal([3, 3], plan.Rows().Where(r => r.A.End.Group == "edge").GroupBy(r => r.B.Device / perPlane).Select(p => p.Count()));
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(4, 6)]
    [InlineData(2, 3)]
    public void Equipment_at_the_spines_is_spread_over_the_pods(int ports, int count)
    {
        var plan = Small.Plan(also: s => s.Nodes("store", Storage(ports), count), more: f => f.Pods(2).Cores(Small.Switch).Connect("store", tier: Tier.Spine)).Says();
        Assert.Null(plan.Collision());
        var links = plan.Rows().Where(r => r.A.End.Group == "store").ToList();
        Assert.Equal(ports * count, links.Count);
        Even(links.GroupBy(r => r.B.Device / (plan.Switches("net/spine") / 2)).Select(pod => pod.Count()), 2);
        Even(links.GroupBy(r => r.B.Device).Select(spine => spine.Count()), plan.Switches("net/spine"));
    }

    /// <summary>No two differ by more than a step, those without any included.</summary>
    static void Even(IEnumerable<int> counts, int of, int step = 1)
    {
        var known = counts.ToList();
        Assert.InRange(known.Max() - (known.Count < of ? 0 : known.Min()), 0, step);
    }

    [Fact]
    public void Spines_left_to_the_planner_have_the_ports_that_another_fabric_takes()
    {
        Plan Above(int edges) => Small.Plan(also: s =>
        {
            if (edges == 0) return;
            s.Nodes("edge", Router, edges).Fabric("other", f => f.Ethernet(400.Gbps()).Oversubscribed(2).Connect("edge").Leaves(Small.Switch).UplinksInto("net", perLeaf: 16));
        });
        Assert.Equal(4, Above(0).Says().Group("net/spine").Count);
        var plan = Above(32);
        Assert.Null(plan.Collision());
        Assert.DoesNotContain(plan.Findings, f => f.Severity == Severity.Error);
        Assert.Equal(8, plan.Group("net/spine").Count);
        Assert.Equal(16, plan.Rows().Count(r => r.A.End.Group == "other/leaf"));
    }

    [Fact]
    public void Fabrics_that_manage_each_other_are_told_to_connect_a_third()
    {
        Site Two(Site s, string first, string second) => s
            .Fabric("a", f => f.Ethernet(1.Gbps()).Leaves(Switches.Sn2201).ConnectSwitches(first))
            .Fabric("b", f => f.Ethernet(1.Gbps()).Leaves(Switches.Sn2201).ConnectSwitches(second));
        Cluster.Named("c").Site("dc", s => Two(s, "b", "a")).Plan.Naming("`a`", "the switches of `b`, which connects its own", "third fabric");
        Cluster.Named("c").Site("dc", s => Two(s, "a", "a")).Plan.Naming("`a`", "the switches of itself");
    }

    [Fact]
    public void A_chain_of_management_networks_is_planned_from_its_end_whatever_the_names()
    {
        var plan = Cluster.Named("c").Site("dc", s => s
            .Nodes("dgx", Nodes.DgxH100, 64, n => n.ScalableUnits(of: 32))
            .Fabric("a-manages-b", f => f.Ethernet(1.Gbps()).Leaves(Switches.Sn2201, count: 1).ConnectSwitches("b-manages-c"))
            .Fabric("b-manages-c", f => f.Ethernet(1.Gbps()).Leaves(Switches.Sn2201, count: 1).ConnectSwitches("compute"))
            .Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().Connect("dgx").Leaves(Switches.Qm9700).Spines(Switches.Qm9700))).Plan;
        Assert.Equal(plan.Group("compute/leaf").Count + plan.Group("compute/spine").Count, plan.Rows().Count(r => r.B.End.Group == "b-manages-c/leaf"));
        Assert.Equal(plan.Group("b-manages-c/leaf").Count, plan.Rows().Count(r => r.B.End.Group == "a-manages-b/leaf"));
    }
}
