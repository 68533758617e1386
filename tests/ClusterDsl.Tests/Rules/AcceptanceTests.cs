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
        var waiver = Assert.Single(plan.Waivers);
        Assert.Equal((found, "a test bed"), (waiver.Finding, waiver.Reason));
    }

    [Fact]
    public void Accepting_one_rule_accepts_no_other()
    {
        var plan = SingleSpine().Accept("CDL1107", "another").Plan.Says("CDL1106", "CDL9001");
        Assert.Empty(plan.Waivers);
    }

    /// <summary>Two fabrics of one spine each.</summary>
    static Cluster Two(Action<EthernetFabric>? first = null, Action<Site>? site = null) => Cluster.Named("c").Site("dc", s =>
    {
        s.Nodes("node", Small.Node, 16, n => n.ScalableUnits(16));
        s.Nodes("other", Small.Node, 16, n => n.ScalableUnits(16));
        foreach (var (name, nodes) in new[] { ("one", "node"), ("two", "other") })
            s.Fabric(name, f =>
            {
                var net = f.Ethernet(400.Gbps()).RailOptimized().Connect(nodes).Leaves(Small.Switch).Spines(Small.Switch).NonBlocking();
                if (name == "one") first?.Invoke(net);
            });
        site?.Invoke(s);
    });

    [Fact]
    public void What_is_accepted_on_a_fabric_is_accepted_on_no_other()
    {
        var plan = Two(first: f => f.Accept("CDL1106", "a test bed")).Plan.Says("CDL1106").Naming("`two`");
        Assert.Contains("`one`", Assert.Single(plan.Waivers).Finding.Message);
    }

    [Fact]
    public void What_is_accepted_on_a_site_is_accepted_on_all_its_fabrics() =>
        Assert.Equal(2, Two(site: s => s.Accept("CDL1106", "a test bed")).Plan.Says().Waivers.Count);

    [Fact]
    public void Of_two_acceptances_the_nearer_gives_the_reason() => Assert.Equal(
        ["until May", "a test bed"],
        Two(first: f => f.Accept("CDL1106", "until May"), site: s => s.Accept("CDL1106", "a test bed")).Plan.Says()
            .Waivers.OrderBy(w => w.Finding.Message).Select(w => w.Reason));

    [Fact]
    public void Nodes_accept_what_is_about_them() => Small.Plan(model: Nodes.DgxH100, hall: h => h.RackPower(44.Kilowatts()),
        group: n => n.PerRack(5).Accept("CDL4002", "measured: 8 kW")).Says();

    [Fact]
    public void Leaves_accept_what_is_about_them() => Small.Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized().NonBlocking().Connect("node")
        .Spines(Small.Switch).Leaves(Small.Switch, uplinks: 32, leaves: l => l.Accept("CDL2103", "cabled for the next unit"))).Says();

    [Fact]
    public void What_is_accepted_of_one_part_is_not_of_another() => Small.Plan(model: Nodes.DgxH100, hall: h => h.RackPower(44.Kilowatts()),
        group: n => n.PerRack(5), more: f => f.Accept("CDL4002", "measured: 8 kW")).Says("CDL4002");

    [Fact]
    public void An_acceptance_of_nothing_is_blamed_unless_an_error_may_hide_what_it_accepts()
    {
        Small.Plan(more: f => f
                .Accept("CDL1106".Blamed(), "a test bed"))
            .Blames("CDL9001", "CDL1106");
        Small.Plan(spines: f => f.Spines(Small.Switch, count: 12), more: f => f.Accept("CDL1106", "a test bed")).Says("CDL1103");
    }

    [Fact]
    public void An_acceptance_that_a_loop_says_for_all_is_used_when_it_is_for_one() => Cluster.Named("c").Site("dc", s =>
    {
        s.Nodes("few", Small.Node, 16, n => n.ScalableUnits(16)).Nodes("many", Small.Node, 64, n => n.ScalableUnits(16));
        foreach (var nodes in new[] { "few", "many" })
            s.Fabric($"for-{nodes}", f => f.Ethernet(400.Gbps()).RailOptimized().Connect(nodes).Leaves(Small.Switch).Spines(Small.Switch).NonBlocking().Accept("CDL1106", "small"));
    }).Plan.Says();

    [Fact]
    public void A_reason_left_to_do_is_blamed()
    {
        SingleSpine().Accept("CDL1106", "TODO: why is this acceptable?".Blamed()).Plan.Blames("CDL9002", "accepting CDL1106");
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node").Spines(Small.Switch)
                .Leaves(Small.Switch, uplinks: 8).Oversubscribed(2, 1, "todo".Blamed()))
            .Blames("CDL9002", "2:1");
    }

    [Fact]
    public void A_rule_that_does_not_exist_cannot_be_accepted_and_the_nearest_is_named()
    {
        SingleSpine().Accept("CDL110".Blamed(), "agreed").Plan.Says("CDL1003", "CDL1106").Naming("`CDL110`", "Did you mean `CDL1106`?");
        SingleSpine().Accept("single spine", "agreed").Plan.Says("CDL1003", "CDL1106").Naming("Can be accepted: CDL1006, CDL1106");
    }

    [Theory, MemberData(nameof(Rules))]
    public void Only_what_can_be_built_can_be_accepted(string id)
    {
        var plan = Cluster.Named("c").Accept(id, "because").Plan;
        string[] acceptable = ["CDL1006", "CDL1106", "CDL1107", "CDL1117", "CDL1120", "CDL1121", "CDL1122", "CDL1124", "CDL1133", "CDL2101", "CDL2102", "CDL2103", "CDL2104", "CDL2105", "CDL2106", "CDL2107", "CDL2108", "CDL2109", "CDL3010", "CDL3013", "CDL3016", "CDL3017", "CDL3019", "CDL3023", "CDL3024", "CDL3025", "CDL3026", "CDL3027", "CDL3031", "CDL4002", "CDL4005", "CDL4006", "CDL4008", "CDL4010", "CDL4012", "CDL4014", "CDL4015", "CDL4016", "CDL5005", "CDL5006", "CDL6008", "CDL6009", "CDL6010", "CDL6011", "CDL6012", "CDL6013", "CDL6014", "CDL6015", "CDL6016", "CDL6017", "CDL6018", "CDL6020", "CDL7001", "CDL7002", "CDL7003", "CDL7004", "CDL7202", "CDL7203", "CDL8001", "CDL8002", "CDL8003", "CDL8004", "CDL8005", "CDL8006", "CDL8007", "CDL8008", "CDL8009", "CDL8010"];
        if (acceptable.Contains(id)) plan.Says("CDL9001");
        else plan.Says("CDL1003").Naming(id, "cannot be accepted");
    }

    public static TheoryData<string> Rules => [.. RuleSet.All.Select(r => r.Id)];
}
