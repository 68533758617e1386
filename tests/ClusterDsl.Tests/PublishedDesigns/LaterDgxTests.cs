namespace ClusterDsl.Tests;

/// <summary>NVIDIA DGX SuperPOD reference architectures before and after DGX H100.</summary>
public sealed class LaterDgxTests
{
    [Theory]
    [InlineData("dgx-b200-superpod-2su")]
    [InlineData("dgx-b200-superpod-8su")]
    public void DGX_B200_has_the_published_counts(string id) => LargeFabric.Check(Published.Of(id), Nodes.DgxB200, threeTiers: false);

    [Theory]
    [InlineData("dgx-b300-spectrumx-1su")]
    [InlineData("dgx-b300-spectrumx-4su")]
    [InlineData("dgx-b300-busbar-1su")]
    [InlineData("dgx-b300-busbar-2su")]
    [InlineData("dgx-b300-busbar-4su")]
    [InlineData("dgx-b300-busbar-8su")]
    [InlineData("dgx-b300-busbar-16su")]
    public void DGX_B300_in_two_planes_has_the_published_counts(string id)
    {
        var published = Published.Of(id);
        var unit = published.Input("nodesPerSu");
        var plan = Designs.Of(Nodes.DgxB300, published.Input("scalableUnits") * unit, f => f.Ethernet(400.Gbps()).RoCEv2()
            .RailOptimized().Planes(2).NonBlocking().Connect("node").Leaves(Switches.Sn5600).Spines(Switches.Sn5600), unit);

        Assert.Empty(plan.Findings);
        Assert.Equal(published.Expected("nodes"), plan.Group("node").Count);
        Assert.Equal(published.Expected("gpus"), plan.Gpus);
        Assert.Equal(published.Expected("leafSwitches"), plan.Switches("net/leaf"));
        Assert.Equal(published.Expected("spineSwitches"), plan.Switches("net/spine"));
        // The tables count 800G cages; each holds two links of 400G, which the plan counts.
        Assert.Equal(2 * published.Expected("nodeLeafCables800G"), plan.Links("node", "net/leaf"));
        Assert.Equal(2 * published.Expected("leafSpineCables800G"), plan.Links("net/leaf", "net/spine"));
        Assert.Equal("1:1", plan.Fabrics[0].Tiers[0].Ratio);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(18)]
    public void DGX_B300_on_Quantum_X800_has_the_published_counts(int units)
    {
        var published = Published.Of($"dgx-b300-quantum-x800-{units}su");
        var unit = published.Input("nodesPerSu");
        var plan = Designs.Rails(X800.Node, published.Input("scalableUnits") * unit, unit, X800.Q3400, InfiniBand.Xdr);

        Assert.Equal(published.Expected("nodes"), plan.Group("node").Count);
        Assert.Equal(published.Expected("gpus"), plan.Gpus);
        Assert.Equal(published.Expected("leafSwitches"), plan.Switches("net/leaf"));
        Assert.Equal(published.Expected("spineSwitches"), plan.Switches("net/spine"));
        Assert.Equal(published.Expected("nodeLeafCables800G"), plan.Cables("node", "net/leaf"));
        Assert.Equal(published.Expected("leafSpineCables800G"), plan.Cables("net/leaf", "net/spine"));
        Assert.Empty(plan.Findings);
    }

    [Fact]
    public void A_unit_of_DGX_A100_has_the_published_counts()
    {
        var published = Published.Of("dgx-a100-superpod-su");
        var unit = published.Input("nodesPerSu");
        var plan = Designs.Rails(Nodes.DgxA100, unit, unit, Switches.Qm8790, InfiniBand.Hdr);

        // The unit is a part of a cluster, whose subnet manager is elsewhere.
        Assert.Equal(["CDL7002"], plan.Findings.Select(f => f.Rule));
        Assert.Equal(published.Expected("leafPerSu"), plan.Switches("net/leaf"));
        Assert.Equal(published.Expected("gpusPerSu"), plan.Gpus);
        Assert.Equal(published.Expected("nodeLeafCablesPerSu"), plan.Cables("node", "net/leaf"));
    }

    /// <summary>144 ports of 800G, four lanes of 200G each.</summary>
    static class X800
    {
        public static readonly NodeModel Node = new("B300-XDR", 8, new Ports("osfp", 4, Cage.Osfp1600, 800.Gbps(), split: 2)) { Height = 0 };
        public static readonly InfiniBandSwitch Q3400 = new("Q3400", new Ports("osfp", 72, Cage.Osfp1600, 800.Gbps(), split: 2)) { Height = 0 };
    }
}
