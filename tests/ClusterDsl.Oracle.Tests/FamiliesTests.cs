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
        .. from boxes in new[] { 2, 5 } select Scheduled(boxes, nodes: 64, ports: 1),
        Scheduled(boxes: 5, nodes: 60, ports: 4),
        .. from h in new[] { 2, 3 } select Of($"dragonfly-{h}", h * 2 * h * (2 * h * h + 1), f => f.Dragonfly(2 * h * h + 1).Routers(Switch(4 * h - 1), perGroup: 2 * h, globalLinks: h), Nodes(1)),
        .. from groups in new[] { 2, 4, 5, 8 } select Of($"dragonfly-of-{groups}", groups * 16, f => f.Dragonfly(groups).Routers(Switch(24), perGroup: 8), Nodes(2)),
        .. from cells in new[] { 3, 4, 5 } from spines in new[] { 1, 2 } select Of($"dragonfly-plus-{cells}-{spines}", cells * 32, f => f.DragonflyPlus(cells).Leaves(Switch(16), perCell: 4).Spines(Switch(80), spines), Nodes(1)),
        .. from q in new[] { 3, 4, 5, 7, 8 } select Of($"slim-fly-{q}", 2 * q * q, f => f.SlimFly(q).Routers(Switch(16)), Nodes(1)),
        // So few nodes that the judge tries every way to halve them.
        .. from links in new[] { 1, 2, 3, 4 } select Of($"few-cells-{links}", 8, f => f.Oversubscribed(4).DragonflyPlus(2, links * 2).Leaves(Switch(16), perCell: 2, uplinks: 2).Spines(Switch(16), perCell: 2), Nodes(2)),
        .. from links in new[] { 1, 2, 3 } select Of($"few-odd-cells-{links}", 12, f => f.Oversubscribed(4).DragonflyPlus(3, links * 2).Leaves(Switch(16), perCell: 2, uplinks: 2).Spines(Switch(16), perCell: 2), Nodes(2)),
        .. from links in new[] { 1, 2 } select Of($"few-dealt-cells-{links}", 8, f => f.Oversubscribed(4).DragonflyPlus(4, links).Leaves(Switch(16), perCell: 2, uplinks: 3).Spines(Switch(16), perCell: 3), Nodes(4)),
        .. from groups in new[] { 2, 4 } select Of($"few-groups-{groups}", groups * 3, f => f.Oversubscribed(4).Dragonfly(groups).Routers(Switch(16), perGroup: 3, globalLinks: 1), Nodes(2)),
        Leonardo(cells: 5),
    ];

    static Cluster Scheduled(int boxes, int nodes, int ports) => Cluster.Named($"scheduled-{boxes}-{nodes}").Site("dc", s => s.Nodes("node", Nodes(ports), nodes)
        .Fabric("net", f => f.Scheduled(400.Gbps()).Connect("node")
            .LineBoxes(new LineBox("LINE", new Ports("host", 16, Cage.Qsfp112, 400.Gbps()), new Ports("fabric", 10, Cage.OsfpIhs, 800.Gbps())))
            .FabricBoxes(new FabricBox("CELLS", new Ports("fabric", 96, Cage.OsfpIhs, 800.Gbps())), boxes)));

    /// <summary>Leonardo with fewer cells, and as many links of each: Booster nodes in all but one, which has CPU nodes.</summary>
    static Cluster Leonardo(int cells)
    {
        NodeModel node(string id, int gpus, int ports) => new(id, gpus, new Ports("hdr100", ports, Cage.Qsfp56, 100.Gbps()) { Modes = Seq.Of(new PortMode(1, 100.Gbps(), 2, Lane.Pam4x50)) });
        var splitter = new CableFamily("SPLITTER", CableKind.Aoc, Medium.Mmf, "QSFP56", "QSFP56", 2, Seq.Of(100), Lane.Pam4x50, Seq.Of(3.Metres(), 10.Metres(), 30.Metres(), 100.Metres()), "200G to 2 x 100G");
        return Cluster.Named("leonardo").Site("bologna", site => site
            .Nodes("booster", node("BOOSTER-NODE", 4, 4), (cells - 1) * 180, n => n.ScalableUnits(180).PerRack(30))
            .Nodes("cpu", node("CPU-NODE", 0, 1), 624, n => n.ScalableUnits(624).PerRack(39))
            .Fabric("hdr", f => f.InfiniBand(InfiniBand.Hdr).DragonflyPlus(cells, linksPerCellPair: 22 * 18 / (cells - 1))
                .Leaves(Switches.Qm8700, perCell: 18, uplinks: 18).Spines(Switches.Qm8700, perCell: 18)
                .Cells(cells - 1, c => c.Connect("booster", links: l => l.Cable(splitter))).Cells(1, c => c.Connect("cpu", links: l => l.Cable(splitter))).Oversubscribed(10, 9)));
    }

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
        Assert.All(plans, p => Assert.All(p.Fabrics, f => Assert.NotNull(f.Metrics)));
        Assert.All(plans.Where(p => p.Name.StartsWith("few-")), p => Assert.NotNull(p.Fabrics[0].Metrics!.BisectionGbps));
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

    [OracleFact]
    public void Random_dragonflies_and_slim_flies_keep_what_their_plans_promise()
    {
        using var folder = new Folder();
        var plans = Gen.Sample(Meshes.Arbitrary().Generator, 400, new Rnd(20_262), 20).Select(m => m.Declare().Plan).Where(p => !p.HasErrors).Take(120).ToList();
        var (faults, measured) = Oracle.Judge([.. plans.Select(folder.Write)]);
        Assert.Empty(faults);
        Assert.InRange(measured["hops"], 30, plans.Count);
    }
}
