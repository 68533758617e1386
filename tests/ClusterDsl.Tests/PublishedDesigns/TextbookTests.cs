namespace ClusterDsl.Tests;

/// <summary>Fat trees in closed form: Al-Fares, and the comparison of topologies in the DeepSeek-V3 paper.</summary>
public sealed class TextbookTests
{
    [Fact]
    public void The_k_ary_fat_tree_of_four_ports_has_the_published_counts()
    {
        var published = Published.Of("alfares-k4");
        var k = published.Input("k");
        var plan = Designs.FatTree(k, hosts: k * k * k / 4, cores: true);

        Assert.Empty(plan.Findings);
        Assert.Equal(published.Expected("hosts"), plan.Group("node").Count);
        Assert.Equal(published.Expected("edge"), plan.Switches("net/leaf"));
        Assert.Equal(published.Expected("aggregation"), plan.Switches("net/spine"));
        Assert.Equal(published.Expected("core"), plan.Switches("net/core"));
        Assert.Equal(published.Expected("switches"), plan.Groups.Where(g => g.Role != "node").Sum(g => g.Count));
        Assert.Equal(published.Expected("totalLinks"), plan.Links);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(16)]
    public void A_k_ary_fat_tree_has_five_quarters_of_k_squared_switches(int k)
    {
        var plan = Designs.FatTree(k, hosts: k * k * k / 4, cores: true);

        Assert.Empty(plan.Findings);
        Assert.Equal(k * k / 2, plan.Switches("net/leaf"));
        Assert.Equal(k * k / 2, plan.Switches("net/spine"));
        Assert.Equal(k * k / 4, plan.Switches("net/core"));
        Assert.Equal(3 * k * k * k / 4, plan.Links);
    }

    [Fact]
    public void DeepSeek_two_layer_fat_tree_has_the_published_counts()
    {
        var published = Published.Of("deepseek-table3-ft2");
        var radix = published.Input("switchRadix");
        Check(published, Designs.FatTree(radix, hosts: radix * radix / 2, cores: false));
    }

    [Fact]
    public void DeepSeek_multi_plane_fat_tree_has_the_published_counts()
    {
        var published = Published.Of("deepseek-table3-mpft");
        var (radix, planes) = (published.Input("switchRadix"), published.Input("planes"));
        Check(published, Designs.Of(OnPaper.Host(ports: planes), radix * radix / 2, f => f.Ethernet(400.Gbps()).RailOptimized().Planes(planes)
            .NonBlocking().Connect("node").Leaves(OnPaper.Switch(radix)).Spines(OnPaper.Switch(radix))));
    }

    [Fact]
    public void DeepSeek_three_layer_fat_tree_has_the_published_counts()
    {
        var published = Published.Of("deepseek-table3-ft3");
        var radix = published.Input("switchRadix");
        Check(published, Designs.FatTree(radix, hosts: radix * radix * radix / 4, cores: true));
    }

    [Fact]
    public void One_host_more_than_a_two_layer_fat_tree_holds_is_too_many()
    {
        var radix = Published.Of("deepseek-table3-ft2").Input("switchRadix");
        var plan = Designs.FatTree(radix, hosts: radix * radix / 2 + 1, cores: false);
        Assert.Equal("CDL1101", Assert.Single(plan.Findings).Rule);
    }

    static void Check(Published published, Plan plan)
    {
        Assert.Empty(plan.Findings);
        Assert.Equal(published.Expected("endpoints"), plan.Gpus);
        Assert.Equal(published.Expected("switches"), plan.Groups.Where(g => g.Role != "node").Sum(g => g.Count));
        Assert.Equal(published.Expected("interSwitchLinks"), plan.Bundles.Where(b => b.A.Group != "node").Sum(b => b.Links));
    }
}
