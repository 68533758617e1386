namespace ClusterDsl.Tests;

/// <summary>Two sites may use the same names; the plan tells them apart, and only where it has to.</summary>
public sealed class SiteNamesTests
{
    static Site Pod(Site site, int nodes) => site
        .Nodes("node", Small.Node, nodes, n => n.ScalableUnits(16))
        .Fabric("net", f => f.Ethernet(400.Gbps()).RailOptimized().Oversubscribed(2).Connect("node").Leaves(Switches.Sn5600).Spines(Switches.Sn5600, count: 4)
            .Link(PortRef.Switch(Tier.Leaf, 1, 128), PortRef.Switch(Tier.Spine, 1, 128)))
        .Fabric("oob", f => f.Ethernet(1.Gbps()).ConnectSwitches("net").Leaves(Switches.Sn2201));

    static readonly Cluster Two = Cluster.Named("c").Site("east", s => Pod(s, 64)).Site("west", s => Pod(s, 32).Nodes("login", Small.Node, 2)
        .Fabric("front", f => f.Ethernet(400.Gbps()).Connect("login").Leaves(Small.Switch)));

    [Fact]
    public void A_function_declares_a_pod_for_each_of_two_sites()
    {
        var plan = Two.Plan.Says();
        Assert.Equal(["east-net/leaf", "east-net/spine", "east-node", "east-oob/leaf", "front/leaf", "login", "west-net/leaf", "west-net/spine", "west-node", "west-oob/leaf"], plan.Groups.Select(g => g.Id));
        Assert.Equal(["east-node-001", "west-net-su1-leaf1", "login-001"],
            [plan.Group("east-node").Name.Format(0), plan.Group("west-net/leaf").Name.Format(0), plan.Group("login").Name.Format(0)]);
    }

    [Fact]
    public void What_a_fabric_names_is_of_its_own_site()
    {
        var plan = Two.Plan;
        Assert.Equal((64 * 4, 32 * 4), (plan.Links("east-node", "east-net/leaf"), plan.Links("west-node", "west-net/leaf")));
        Assert.Equal(plan.Switches("west-net/leaf"), plan.Links("west-net/leaf", "west-oob/leaf"));
        Assert.Null(plan.Collision());
    }

    [Fact]
    public void Planned_again_it_is_the_same() => Assert.Equal(Two.Plan, Two.Plan);

    [Fact]
    public void A_name_given_twice_in_one_of_the_sites_is_found_once() =>
        Cluster.Named("c").Site("east", s => Pod(s, 64)).Site("west", s => Pod(s, 32).Nodes("node", Small.Node, 4)).Plan.Says("CDL1001").Naming("west-node");
}
