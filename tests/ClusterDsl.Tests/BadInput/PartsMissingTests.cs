namespace ClusterDsl.Tests;

/// <summary>Definitions with parts missing, misspelt or at odds with each other: the cause is one finding, what follows from it is none.</summary>
public sealed class PartsMissingTests
{
    static Plan Fabric(Action<Fabric> fabric) => Small.Plan(instead: fabric);

    [Fact]
    public void An_empty_cluster_is_a_plan_without_findings() => Cluster.Named("empty").Plan.Says();

    [Fact]
    public void An_empty_site_is_a_plan_without_findings() => Cluster.Named("empty").Site("dc", _ => { }).Plan.Says();

    [Fact]
    public void A_fabric_without_a_protocol_is_one_finding() => Fabric(_ => { }).Says("CDL1005").Naming("`net`", "no protocol");

    [Fact]
    public void A_fabric_without_leaves_is_one_finding() => Fabric(f => f.Ethernet(400.Gbps()).Connect("node").Spines(Small.Switch)).Says("CDL1005").Naming("no leaves");

    [Fact]
    public void A_fabric_without_connections_is_one_finding() =>
        Fabric(f => f.Ethernet(400.Gbps()).Leaves(Small.Switch).Spines(Small.Switch)).Says("CDL1005").Naming("nothing is connected");

    [Fact]
    public void Several_leaves_without_spines_are_one_finding() =>
        Fabric(f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node").Leaves(Small.Switch)).Says("CDL1005").Naming("`net`", "16 leaves");

    [Fact]
    public void Cores_without_spines_are_one_finding() =>
        Fabric(f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch).Cores(Small.Switch)).Says("CDL1005").Naming("cores but no spines");

    [Fact]
    public void A_misspelt_node_group_is_one_finding_with_the_right_name() =>
        Fabric(f => f.Ethernet(400.Gbps()).Connect("nodr").Leaves(Small.Switch).Spines(Small.Switch)).Says("CDL1004").Naming("`nodr`", "Did you mean `node`?");

    [Fact]
    public void An_unknown_node_group_is_one_finding_with_the_declared_ones() =>
        Fabric(f => f.Ethernet(400.Gbps()).Connect("quantum").Leaves(Small.Switch).Spines(Small.Switch)).Says("CDL1004").Naming("`quantum`", "Declared: `node`");

    [Fact]
    public void A_name_of_ten_thousand_characters_does_not_fill_the_screen()
    {
        var plan = Fabric(f => f.Ethernet(400.Gbps()).Connect(new string('q', 10_000)).Leaves(Small.Switch).Spines(Small.Switch)).Says("CDL1004");
        Assert.InRange(plan.Findings[0].Message.Length, 1, 300);
    }

    [Fact]
    public void A_role_that_the_model_lacks_is_one_finding() =>
        Fabric(f => f.Ethernet(400.Gbps()).Connect("node", Role.Storage).Leaves(Small.Switch).Spines(Small.Switch)).Says("CDL1004").Naming("NODE", "`Storage`");

    [Fact]
    public void A_role_or_tier_that_does_not_exist_is_one_finding()
    {
        Fabric(f => f.Ethernet(400.Gbps()).Connect("node", (Role)99).Leaves(Small.Switch).Spines(Small.Switch)).Says("CDL1004");
        Assert.NotEmpty(Small.Plan(more: f => f.Connect("node", tier: (Tier)99)).Findings);
        Assert.NotEmpty(Small.Plan(more: f => f.Link(PortRef.Node("node", 1, 1), PortRef.Switch((Tier)99, 1, 1))).Findings);
    }

    [Fact]
    public void Uplinks_into_an_unknown_fabric_are_one_finding() =>
        Fabric(f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch).UplinksInto("nett", 2)).Says("CDL1004").Naming("fabric `nett`");

    [Fact]
    public void Uplinks_into_the_fabric_itself_are_a_finding() =>
        Assert.NotEmpty(Fabric(f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch).UplinksInto("net", 2)).Findings);

    [Fact]
    public void Connecting_the_switches_of_an_unknown_fabric_is_one_finding() => Small.Plan(more: f => f.ConnectSwitches("nett")).Says("CDL1004").Naming("fabric `nett`");

    [Fact]
    public void Connecting_nodes_twice_is_a_port_used_twice() => Assert.Contains("CDL1102", Small.Plan(more: f => f.Connect("node")).Findings.Select(f => f.Rule));

    [Fact]
    public void Fabrics_that_connect_each_others_switches_do_not_hang() => _ = Cluster.Named("c").Site("dc", s => s
        .Fabric("a", f => f.Ethernet(1.Gbps()).Leaves(Switches.Sn2201).ConnectSwitches("b"))
        .Fabric("b", f => f.Ethernet(1.Gbps()).Leaves(Switches.Sn2201).ConnectSwitches("a"))).Plan.Findings.Count;

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(65, 1, 1, 1)]
    [InlineData(1, 0, 1, 1)]
    [InlineData(1, 5, 1, 1)]
    [InlineData(1, 1, 0, 1)]
    [InlineData(1, 1, 99, 1)]
    [InlineData(1, 1, 1, int.MaxValue)]
    [InlineData(int.MinValue, 1, 1, 1)]
    public void A_cable_to_a_port_that_does_not_exist_is_one_finding(int node, int port, int leaf, int leafPort) =>
        Small.Plan(more: f => f.Link(PortRef.Node("node", node, port), PortRef.Switch(Tier.Leaf, leaf, leafPort))).Says("CDL1003");

    [Fact]
    public void A_cable_to_a_tier_that_was_not_declared_is_a_finding() =>
        Assert.NotEmpty(Small.Plan(more: f => f.Link(PortRef.Node("node", 1, 1), PortRef.Switch(Tier.Core, 1, 1))).Findings);

    [Fact]
    public void Peer_links_without_pairs_are_one_finding() =>
        Fabric(f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node").Leaves(Small.Switch, leaves: l => l.PeerLinks(2)).Spines(Small.Switch))
            .Says("CDL1005");

    [Fact]
    public void A_fabric_of_another_site_is_unknown_to_none() => _ = Cluster.Named("c")
        .Site("a", s => s.Nodes("node", Small.Node, 8))
        .Site("b", s => s.Fabric("net", f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch).Spines(Small.Switch))).Plan.Findings.Count;
}
