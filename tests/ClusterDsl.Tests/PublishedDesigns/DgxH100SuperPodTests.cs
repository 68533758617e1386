namespace ClusterDsl.Tests;

/// <summary>NVIDIA DGX SuperPOD reference architecture, DGX H100: the compute fabric with a slot for UFM, and the larger ones.</summary>
public sealed class DgxH100SuperPodTests
{
    [Theory]
    [InlineData("dgx-h100-superpod-1su-ufm")]
    [InlineData("dgx-h100-superpod-2su-ufm")]
    [InlineData("dgx-h100-superpod-3su-ufm")]
    [InlineData("dgx-h100-superpod-4su-ufm")]
    public void A_compute_fabric_with_UFM_has_the_published_counts(string id)
    {
        var published = Published.Of(id);
        var unit = published.Input("nodesPerSu");
        var nodes = published.Input("scalableUnits") * unit - published.Input("nodesRemovedForUfm");
        var plan = Cluster.Named("superpod").Site("dc", site => site
            .Nodes("dgx", Nodes.DgxH100, nodes, n => n.ScalableUnits(of: unit))
            .Nodes("ufm", Nodes.UfmAppliance, count: 2)
            .Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking()
                .Connect("dgx").Connect("ufm").Leaves(Switches.Qm9700).Spines(Switches.Qm9700)
                .Accept("CDL3013", "the published table fills every cage"))).Plan;

        Assert.Empty(plan.Findings);
        Assert.Equal(published.Expected("nodes"), plan.Group("dgx").Count);
        Assert.Equal(published.Expected("gpus"), plan.Gpus);
        Assert.Equal(published.Expected("leafSwitches"), plan.Switches("compute/leaf"));
        Assert.Equal(published.Expected("spineSwitches"), plan.Switches("compute/spine"));
        Assert.Equal(published.Derived("nodeLeafCables"), plan.Links("dgx", "compute/leaf"));
        Assert.Equal(published.Expected("computePlusUfmCables"), plan.Links("dgx", "compute/leaf") + plan.Links("ufm", "compute/leaf"));
        Assert.Equal(published.Expected("leafSpineCables"), plan.Cables("compute/leaf", "compute/spine"));
        Assert.Equal(published.Text("oversubscription"), plan.Fabrics[0].Tiers[0].Ratio);
    }

    [Theory]
    [InlineData("dgx-h100-superpod-4su-large", false)]
    [InlineData("dgx-h100-superpod-8su-large", false)]
    [InlineData("dgx-h100-superpod-16su-large", true)]
    public void A_larger_fabric_has_the_published_counts(string id, bool threeTiers) => LargeFabric.Check(Published.Of(id), Nodes.DgxH100, threeTiers);

    [Fact]
    public void Sixteen_units_do_not_fit_two_tiers()
    {
        var published = Published.Of("dgx-h100-superpod-16su-large");
        var unit = published.Input("nodesPerSu");
        var plan = Designs.Rails(Nodes.DgxH100, published.Input("scalableUnits") * unit, unit, Switches.Qm9700);
        Assert.Equal("CDL1101", Assert.Single(plan.Findings).Rule);
    }
}

/// <summary>The rows that the tables "larger SuperPOD component counts" of several editions share.</summary>
static class LargeFabric
{
    public static void Check(Published published, NodeModel node, bool threeTiers)
    {
        var unit = published.Input("nodesPerSu");
        var plan = Designs.Rails(node, published.Input("scalableUnits") * unit, unit, Switches.Qm9700, cores: threeTiers);

        Assert.Empty(plan.Findings);
        Assert.Equal(published.Expected("nodes"), plan.Group("node").Count);
        Assert.Equal(published.Expected("gpus"), plan.Gpus);
        Assert.Equal(published.Expected("leafSwitches"), plan.Switches("net/leaf"));
        Assert.Equal(published.Expected("spineSwitches"), plan.Switches("net/spine"));
        Assert.Equal(published.Expected("coreSwitches"), plan.Switches("net/core"));
        Assert.Equal(published.Expected("totalSwitches"), plan.Groups.Where(g => g.Role != "node").Sum(g => g.Count));
        Assert.Equal(published.Expected("nodeLeafCables"), plan.Cables("node", "net/leaf"));
        Assert.Equal(published.Expected("leafSpineCables"), plan.Cables("net/leaf", "net/spine"));
        Assert.Equal(published.Expected("spineCoreCables"), plan.Cables("net/spine", "net/core"));
        Assert.All(plan.Fabrics[0].Tiers.SkipLast(1), tier => Assert.Equal(published.Text("oversubscription"), tier.Ratio));
    }
}
