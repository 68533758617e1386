using ClusterDsl.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace ClusterDsl.Oracle.Tests;

/// <summary>Small clusters of every family, and random ones, are as their plans say.</summary>
public sealed class FamiliesTests
{
    static readonly NodeModel Node = new("NODE", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps())) { Height = 2 };

    static NodeModel Nodes(int ports) => new($"NODE-{ports}", ports, new Ports("nic", ports, Cage.Qsfp112, 400.Gbps())) { Height = 2 };

    static EthernetSwitch Switch(int ports) => new($"SWITCH-{ports}", new Ports("port", ports, Cage.Qsfp112, 400.Gbps()));

    static Cluster Of(string name, int nodes, Action<EthernetFabric> fabric, NodeModel? model = null, int? unit = null) => Cluster.Named(name).Site("dc", s => s
        .Nodes("node", model ?? Node, nodes, n => { if (unit is { } size) n.ScalableUnits(size); })
        .Fabric("net", f => fabric(f.Ethernet(400.Gbps()).Connect("node"))));

    /// <summary>A few of each family, with whole and with broken units, wide and narrow switches, with and without oversubscription.</summary>
    static IEnumerable<Cluster> Families() =>
    [
        .. from nodes in new[] { 2, 15, 16, 40, 64 } select Of($"one-switch-{nodes}", nodes, f => f.Leaves(Switch(64)), Nodes(1)),
        .. from nodes in new[] { 24, 31, 64, 100 } select Of($"leaf-spine-{nodes}", nodes, f => f.NonBlocking().Leaves(Switch(16)).Spines(Switch(32)), Nodes(1)),
        .. from ratio in new[] { 2, 3, 7 } select Of($"tapered-{ratio}", 96, f => f.Oversubscribed(ratio).Leaves(Switch(32)).Spines(Switch(32), count: 2), Nodes(1)),
        .. from nodes in new[] { 48, 64, 63 } from ratio in new[] { 1, 2 } select Of($"rails-{nodes}-{ratio}", nodes, f => f.RailOptimized().Oversubscribed(ratio).Leaves(Switch(32)).Spines(Switch(64)), unit: 16),
        .. from planes in new[] { 2, 4 } select Of($"planes-{planes}", 64, f => f.RailOptimized().Planes(planes).NonBlocking().Leaves(Switch(32)).Spines(Switch(32)), unit: 16),
        .. from radix in new[] { 4, 8, 10 } select Of($"fat-tree-{radix}", radix * radix * radix / 4, f => f.NonBlocking().Leaves(Switch(radix)).Spines(Switch(radix)).Cores(Switch(radix)), Nodes(1)),
        .. from nodes in new[] { 64, 128, 100 } select Of($"three-tiers-{nodes}", nodes, f => f.RailOptimized().Oversubscribed(2).Leaves(Switch(24)).Spines(Switch(24)).Cores(Switch(64)).Pods(2), unit: 8),
        Of("rail-only", 32, f => f.RailOnly().Leaves(Switch(64)), unit: 32),
        .. from nodes in new[] { 32, 48 } select Of($"dual-tor-{nodes}", nodes, f => f.RailOptimized().DualTor().NonBlocking().Leaves(Switch(32)).Spines(Switch(64)), unit: 16),
        Cluster.Named("top-of-rack").Site("dc", s => s.Nodes("node", Nodes(2), 48, n => n.PerRack(8))
            .Fabric("net", f => f.Ethernet(400.Gbps()).NonBlocking().Connect("node").Leaves(Switch(64), perRack: 1).Spines(Switch(64)))),
        .. from dgx in new[] { 5, 15, 23 } select Pod(dgx),
    ];

    static Cluster Pod(int dgx) => Cluster.Named($"superpod-{dgx}").Site("dc", site =>
    {
        foreach (var declare in SuperPod.Of(dgx, 8, 3, (4, 3))) declare(site);
    });

    [OracleFact]
    public void Clusters_of_every_family_keep_what_their_plans_promise()
    {
        using var folder = new Folder();
        var plans = Families().Select(c => c.Plan).ToList();
        Assert.Empty(plans.SelectMany(p => p.Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{p.Name}: {f.Message}")));
        var (faults, measured) = Oracle.Judge([.. plans.Select(folder.Write)]);
        Assert.Empty(faults);
        Assert.Equal(plans.Sum(p => p.Fabrics.Count(f => f.Metrics is not null)), measured["fabrics"]);
    }

    [OracleFact]
    public void Random_clusters_keep_what_their_plans_promise()
    {
        using var folder = new Folder();
        var shapes = Gen.Sample(Shapes.Arbitrary().Generator, 400, new Rnd(20_261), 20);
        var plans = shapes.Select(s => s.Declare().Plan).Where(p => !p.HasErrors).Take(120).ToList();
        Assert.InRange(plans.Count, 30, 120);
        Assert.Empty(Oracle.Judge([.. plans.Select(folder.Write)]).Faults);
    }
}
