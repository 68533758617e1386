namespace ClusterDsl.Tests;

/// <summary>Slim flies as Besta and Hoefler count them: 2q² routers of (3q - δ) / 2 links, none more than two links from another.</summary>
public sealed class SlimFlyTests
{
    [Theory]
    [InlineData(3, 18, 5)]
    [InlineData(4, 32, 6)]
    [InlineData(5, 50, 7)]
    [InlineData(7, 98, 11)]
    [InlineData(8, 128, 12)]
    [InlineData(9, 162, 13)]
    [InlineData(11, 242, 17)]
    [InlineData(13, 338, 19)]
    [InlineData(16, 512, 24)]
    [InlineData(17, 578, 25)]
    [InlineData(19, 722, 29)]
    [InlineData(25, 1_250, 37)]
    public void Every_two_routers_are_at_most_two_links_apart(int q, int routers, int degree)
    {
        var plan = Plan(q, nodes: routers, radix: degree + 1);

        Assert.Empty(plan.Findings);
        Assert.Equal(routers, plan.Switches("net/router"));
        var links = plan.Rows().Where(r => r.A.End.Group == "net/router").ToList();
        Assert.Equal(routers * degree / 2, links.Count);
        Assert.Equal(links.Count, links.Select(l => (Math.Min(l.Link.DeviceA, l.Link.DeviceB), Math.Max(l.Link.DeviceA, l.Link.DeviceB))).Distinct().Count());
        Assert.All(links.SelectMany(l => new[] { l.Link.DeviceA, l.Link.DeviceB }).GroupBy(d => d), router => Assert.Equal(degree, router.Count()));
        Assert.Equal(2, DragonflyTests.Diameter(plan, "net/router"));
        Assert.Null(plan.Collision());
    }

    [Fact]
    public void The_smallest_slim_fly_that_holds_the_nodes_is_taken()
    {
        // Beside their 7 links, the 50 routers of q = 5 have ports for 17 nodes each.
        Assert.Equal(50, Plan(null, nodes: 50 * 17, radix: 24).Switches("net/router"));
        Assert.Equal(98, Plan(null, nodes: 50 * 17 + 1, radix: 24).Switches("net/router"));
    }

    [Fact]
    public void Units_are_said_to_be_spread_like_single_nodes()
    {
        static Plan Of(int? unit) => Cluster.Named("c").Site("dc", s => s
            .Nodes("node", OnPaper.Host(ports: 1), 50, n => { if (unit is { } size) n.ScalableUnits(size); })
            .Fabric("net", f => f.Ethernet(400.Gbps()).SlimFly(5).Routers(OnPaper.Switch(16)).NonBlocking().Connect("node"))).Plan;

        Assert.Contains(Of(unit: 10).Assumptions, a => a.Contains("the units of `node` are spread over all routers"));
        Assert.DoesNotContain(Of(unit: null).Assumptions, a => a.Contains("units"));
    }

    [Fact]
    public void A_large_one_is_a_few_bundles()
    {
        var plan = Plan(64, nodes: 8_192 * 30, radix: 128);
        Assert.Empty(plan.Findings);
        Assert.Equal(8_192 * 96 / 2, plan.Bundles.Where(b => b.A.Group == "net/router").Sum(b => b.Links));
        Assert.InRange(plan.Bundles.Count, 1, 20);
    }

    static Plan Plan(int? q, int nodes, int radix) => Designs.Of(OnPaper.Host(ports: 1), nodes, f => f.Ethernet(400.Gbps())
        .SlimFly(q).Routers(OnPaper.Switch(radix)).NonBlocking().Connect("node"));
}
