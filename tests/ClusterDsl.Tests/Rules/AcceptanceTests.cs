using ClusterDsl.Rules;

namespace ClusterDsl.Tests;

/// <summary>A finding can be accepted with a reason, unless what it says cannot be built.</summary>
public sealed class AcceptanceTests
{
    static Cluster SingleSpine() => Cluster.Named("c").Site("dc", s => s
        .Nodes("node", Small.Node, 16, n => n.ScalableUnits(16))
        .Fabric("net", f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node").Leaves(Small.Switch).Spines(Small.Switch).NonBlocking()));

    [Fact]
    public void An_accepted_finding_becomes_a_waiver_with_its_reason()
    {
        var found = Assert.Single(SingleSpine().Plan.Findings);
        var plan = SingleSpine().Accept(found.Rule, "a test bed").Plan.Says();
        Assert.Equal(new Waiver(found, "a test bed"), Assert.Single(plan.Waivers));
    }

    [Fact]
    public void Accepting_one_rule_accepts_no_other()
    {
        var plan = SingleSpine().Accept("CDL1107", "another").Plan.Says("CDL1106");
        Assert.Empty(plan.Waivers);
    }

    [Fact]
    public void What_is_accepted_but_not_found_changes_nothing() => Assert.Empty(Small.Plan().Says().Waivers);

    [Theory, MemberData(nameof(Rules))]
    public void Only_what_can_be_built_can_be_accepted(string id)
    {
        var plan = Cluster.Named("c").Accept(id, "because").Plan;
        string[] acceptable = ["CDL1006", "CDL1106", "CDL1107", "CDL2101", "CDL2102", "CDL2103", "CDL4002"];
        if (acceptable.Contains(id)) plan.Says();
        else plan.Says("CDL1003").Naming(id, "cannot be accepted");
    }

    public static TheoryData<string> Rules => [.. RuleSet.All.Select(r => r.Id)];
}
