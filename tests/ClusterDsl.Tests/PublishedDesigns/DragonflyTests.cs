namespace ClusterDsl.Tests;

/// <summary>Dragonfly+ as CINECA built Leonardo, and dragonflies as Kim et al. count them.</summary>
public sealed class DragonflyTests
{
    static readonly PortMode Hdr100 = new(1, 100.Gbps(), 2, Lane.Pam4x50);

    [Fact]
    public void Leonardo_has_the_published_cells_switches_links_and_ratios()
    {
        var published = Published.Of("leonardo-dragonflyplus");
        var cells = published.Input("boosterCells") + published.Input("dcgpCells") + published.Input("hybridCells") + published.Input("mgmtCells");
        var perCell = published.Input("l1PerRack") * published.Input("racksPerBoosterCell");
        var spines = published.Input("l2PerRack") * published.Input("racksPerBoosterCell");
        var unit = published.Input("racksPerBoosterCell") * published.Input("nodesPerRack");
        var plan = Leonardo(published.Expected("boosterNodes"), unit, published.Input("boosterCells") + published.Input("hybridCells"), f => f
            .DragonflyPlus(cells, published.Input("linksPerCellPair"))
            .Leaves(Switches.Qm8700, perCell, uplinks: published.Input("l1Up"))
            .Spines(Switches.Qm8700, spines));

        Assert.Empty(plan.Findings);
        Assert.Equal(published.Expected("cells"), cells);
        Assert.Equal(cells * published.Derived("l1PerBoosterCell"), plan.Switches("net/leaf"));
        Assert.Equal(cells * published.Derived("l2PerBoosterCell"), plan.Switches("net/spine"));
        Assert.Equal(published.Derived("nodesPerBoosterCell"), unit);
        Assert.Equal(cells * published.Derived("intraCellLinks"), plan.Links("net/leaf", "net/spine"));
        Assert.Equal(published.Derived("globalLinks"), plan.Links("net/spine", "net/spine"));

        var pairs = plan.Bundles.Where(b => b.A.Group == "net/spine").SelectMany(b => b.Rows())
            .GroupBy(r => (Math.Min(r.Link.DeviceA / spines, r.Link.DeviceB / spines), Math.Max(r.Link.DeviceA / spines, r.Link.DeviceB / spines))).ToList();
        Assert.Equal(cells * (cells - 1) / 2, pairs.Count);
        Assert.All(pairs, p => Assert.Equal(published.Expected("linksPerCellPair"), p.Count()));
        Assert.Equal(published.Derived("globalPortsPerCell"), 2 * plan.Links("net/spine", "net/spine") / cells);

        var (leaf, spine) = (plan.Fabrics[0].Tiers[0], plan.Fabrics[0].Tiers[1]);
        Assert.Equal(new Ratio(published.Input("l1Down100G") * 100, published.Input("l1Up") * 200).ToString(), leaf.Ratio);
        Assert.Equal(published.Decimal("l1Oversubscription"), Math.Round(Of(leaf.Ratio), 2));
        Assert.Equal(new Ratio(published.Input("l2Down"), published.Input("l2Up")).ToString(), spine.Ratio);
        Assert.Equal(published.Decimal("l2Oversubscription"), Math.Round((double)published.Input("l2Down") / published.Input("l2Up"), 2));
    }

    [Fact]
    public void Leonardo_s_sizes_are_those_that_the_planner_finds()
    {
        var published = Published.Of("leonardo-dragonflyplus");
        var unit = published.Derived("nodesPerBoosterCell");
        // Only the taper of the leaves and the number of cells are the designer's own.
        var plan = Leonardo(published.Input("boosterCells") * unit, unit, published.Input("boosterCells"), f => f
            .DragonflyPlus(cells: published.Expected("cells"))
            .Leaves(Switches.Qm8700, uplinks: published.Input("l1Up")).Spines(Switches.Qm8700));

        Assert.Empty(plan.Findings);
        Assert.Equal(published.Expected("cells") * published.Derived("l1PerBoosterCell"), plan.Switches("net/leaf"));
        Assert.Equal(published.Expected("cells") * published.Derived("l2PerBoosterCell"), plan.Switches("net/spine"));
        Assert.Equal(published.Derived("globalLinks"), plan.Links("net/spine", "net/spine"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void A_balanced_dragonfly_of_all_its_groups_has_one_link_between_each_two(int h)
    {
        var (a, groups) = (2 * h, 2 * h * h + 1);
        var plan = Designs.Of(OnPaper.Host(ports: 1), h * a * groups, f => f.Ethernet(400.Gbps())
            .Dragonfly(groups).Routers(OnPaper.Switch(4 * h - 1), perGroup: a, globalLinks: h).NonBlocking().Connect("node"));

        Assert.Empty(plan.Findings);
        Assert.Equal(a * groups, plan.Switches("net/router"));
        Assert.Equal(groups * a * (a - 1) / 2, plan.Bundles.Where(b => b.Id.StartsWith("net/local")).Sum(b => b.Links));
        Assert.Equal(groups * (groups - 1) / 2, plan.Bundles.Where(b => b.Id.StartsWith("net/global")).Sum(b => b.Links));
        Assert.Equal("1:1", plan.Fabrics[0].Tiers.Single().Ratio);
        // Half a ring in one box: the number of bundles does not grow with the groups.
        Assert.InRange(plan.Bundles.Count, 3, 2 * a + 4);
        Assert.Equal(3, Diameter(plan, "net/router"));
    }

    [Fact]
    public void A_dragonfly_left_to_the_planner_is_balanced()
    {
        var plan = Designs.Of(OnPaper.Host(ports: 1), 72, f => f.Ethernet(400.Gbps()).Dragonfly().Routers(OnPaper.Switch(7)).NonBlocking().Connect("node"));

        Assert.Empty(plan.Findings);
        Assert.Equal(36, plan.Switches("net/router"));
        Assert.Equal("1:1", plan.Fabrics[0].Tiers.Single().Ratio);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Groups_are_no_larger_than_a_balanced_one_of_their_nodes_whatever_the_routers_could(int h)
    {
        // Nine groups of 2h routers with h nodes each, on routers that could make groups of 64.
        var plan = Designs.Of(OnPaper.Host(ports: 1), 9 * 2 * h * h, f => f.Ethernet(400.Gbps()).Dragonfly(groups: 9).Routers(OnPaper.Switch(128)).NonBlocking().Connect("node"));

        Assert.Empty(plan.Findings);
        Assert.Equal(9 * 2 * h, plan.Switches("net/router"));
        Assert.Equal(9 * 2 * h * h / 2, plan.Bundles.Where(b => b.Id.StartsWith("net/global")).Sum(b => b.Links));
    }

    [Fact]
    public void A_dragonfly_of_fewer_groups_has_more_links_between_each_two()
    {
        var plan = Designs.Of(OnPaper.Host(ports: 1), 80, f => f.Ethernet(400.Gbps())
            .Dragonfly(groups: 5).Routers(OnPaper.Switch(15), perGroup: 8, globalLinks: 4).NonBlocking().Connect("node"));

        Assert.Empty(plan.Findings);
        Assert.Equal(5 * 4 / 2 * 8, plan.Bundles.Where(b => b.Id.StartsWith("net/global")).Sum(b => b.Links));
        Assert.Equal("net: 40 routers, 1:2", PlanSummary.Line(plan).Split(" · ")[1].Split(", ") is [var count, var ratio, ..] ? $"{count}, {ratio}" : "");
    }

    /// <summary>Booster nodes in units of a cell, the last of them with the CPU nodes that share it, and cells of CPU nodes alone.</summary>
    static Plan Leonardo(int nodes, int unit, int boosterCells, Func<InfiniBandFabric, DragonflyPlus<InfiniBandSwitch>> cells)
    {
        var node = new NodeModel("BOOSTER", 4, new Ports("hdr100", 4, Cage.Qsfp56, 100.Gbps()) { Modes = Seq.Of(Hdr100) }) { Height = 0 };
        var splitter = new CableFamily("SPLITTER", CableKind.Aoc, Medium.Mmf, "QSFP56", "QSFP56", 2, Seq.Of(100), Lane.Pam4x50, Seq.Of(30.Metres()), "200G to 2x100G");
        return Cluster.Named("leonardo").Site("bologna", site => site
            .Nodes("booster", node, nodes, n => n.ScalableUnits(of: unit))
            .Fabric("net", f => cells(f.InfiniBand(InfiniBand.Hdr))
                .Oversubscribed(10, 9, "as built")
                .Cells(boosterCells, c => c.Connect("booster", links: l => l.Cable(splitter))))).Plan;
    }

    static double Of(string ratio) => ratio.Split(':').Select(double.Parse).ToArray() is [var down, var up] ? down / up : 0;

    /// <summary>The most links between two switches of a group, found by walking from each.</summary>
    internal static int Diameter(Plan plan, string group)
    {
        var count = plan.Group(group).Count;
        var neighbours = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        foreach (var row in plan.Rows().Where(r => r.A.End.Group == group && r.B.End.Group == group))
        {
            neighbours[row.Link.DeviceA].Add(row.Link.DeviceB);
            neighbours[row.Link.DeviceB].Add(row.Link.DeviceA);
        }
        return Enumerable.Range(0, count).Max(from =>
        {
            var distance = Enumerable.Repeat(int.MaxValue, count).ToArray();
            distance[from] = 0;
            var queue = new Queue<int>([from]);
            while (queue.TryDequeue(out var at))
                foreach (var next in neighbours[at].Where(n => distance[n] == int.MaxValue))
                {
                    distance[next] = distance[at] + 1;
                    queue.Enqueue(next);
                }
            return distance.Max();
        });
    }
}
