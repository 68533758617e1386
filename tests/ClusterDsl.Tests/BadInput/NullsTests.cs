namespace ClusterDsl.Tests;

/// <summary>Null where something is needed: one finding that says what is missing.</summary>
public sealed class NullsTests
{
    [Fact]
    public void Null_in_place_of_content_is_one_finding_each()
    {
        Cluster.Named("c").Site("dc", null!).Plan.Says("CDL1003").Naming("the site's content is null");
        Small.Plan(also: s => s.Hall("h", null!)).Says("CDL1003").Naming("the hall's content is null");
        Small.Plan(also: s => s.Fabric("other", null!)).Says("CDL1003").Naming("the fabric's content is null");
    }

    [Fact]
    public void Null_in_place_of_a_model_is_one_finding_each()
    {
        Cluster.Named("c").Site("dc", s => s.Nodes("node", null!, 4).Fabric("net", f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch)))
            .Plan.Says("CDL1003").Naming("the model of `node` is null");
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).Connect("node").Leaves(null!).Spines(Small.Switch)).Says("CDL1003").Naming("the leaves' model is null");
        Small.Plan(spines: f => f.Spines(null!)).Says("CDL1003").Naming("the model of the spines is null");
        Small.Plan(more: f => f.Cores(null!)).Says("CDL1003").Naming("the model of the cores is null");
    }

    [Fact]
    public void Null_in_place_of_a_name_is_an_unknown_name()
    {
        Small.Plan(more: f => f.Connect(null!)).Says("CDL1004").Naming("node group ``");
        Small.Plan(more: f => f.ConnectSwitches(null!)).Says("CDL1004").Naming("fabric ``");
        Small.Plan(more: f => f.BackToBack(null!, Role.Compute)).Says("CDL1004").Naming("node group ``");
    }

    [Fact]
    public void Null_in_place_of_an_end_is_one_finding()
    {
        Small.Plan(more: f => f.Link(null!, PortRef.Switch(Tier.Leaf, 1, 64))).Says("CDL1003").Naming("the lower end is null");
        Small.Plan(more: f => f.Link(PortRef.Node("node", 1, 1), null!)).Says("CDL1003").Naming("the upper end is null");
    }

    [Fact]
    public void Null_in_place_of_an_option_is_the_option_left_out()
    {
        Small.Plan(spines: f => f.Spines(Small.Switch, links: l => l.Optics(null, null).Cable(null!))).Says();
        Small.Plan(spines: f => f.Spines(Small.Switch, links: null)).Says();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_reason_that_says_nothing_is_one_finding(string? reason) =>
        Cluster.Named("c").Accept("CDL1106", reason!).Plan.Says("CDL1003").Naming("the reason for accepting a finding is empty");

    [Theory]
    [InlineData(null)]
    [InlineData("CDL9999")]
    public void Accepting_no_rule_is_one_finding(string? rule) =>
        Cluster.Named("c").Accept(rule!, "because").Plan.Says("CDL1003").Naming($"there is no rule `{rule}`");
}
