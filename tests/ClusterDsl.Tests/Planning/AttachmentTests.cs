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
