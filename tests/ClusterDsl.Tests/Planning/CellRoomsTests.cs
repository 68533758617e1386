using ClusterDsl.Planning;
using ClusterDsl.Rules;

namespace ClusterDsl.Tests;

/// <summary>The switches of a cell stand with its nodes: in racks beside them, or over them where the author says so.</summary>
public sealed class CellRoomsTests
{
    static readonly InfiniBandSwitch Switch = new("SWITCH", new Ports("port", 40, Cage.Qsfp112, 400.Gbps())) { Power = 500.Watts() };

    static NodeModel Node(string id, int gpus) => new(id, gpus, new Ports("nic", 1, Cage.Qsfp112, 400.Gbps())) { Power = 500.Watts() };

    /// <summary>Cells of nodes, four leaves and four spines.</summary>
    static Cluster Cells(int cells, int each, int perRack, Place? place = null, Action<DragonflyPlus<InfiniBandSwitch>>? kinds = null, Action<Site>? nodes = null) => Cluster.Named("c").Site("dc", s =>
    {
        s.Hall("h", h => h.Racks(rows: 30, perRow: 11));
        if (nodes is null) s.Nodes("gpu", Node("GPU", 4), cells * each, n => n.ScalableUnits(each).PerRack(perRack));
        else nodes(s);
        s.Fabric("net", f =>
        {
            var net = f.InfiniBand(InfiniBand.Ndr).DragonflyPlus(cells).Oversubscribed(4).Leaves(Switch, perCell: 4, uplinks: 4).Spines(Switch, perCell: 4);
            if (place is not null) net.Placed(Tier.Leaf, place).Placed(Tier.Spine, place);
            if (kinds is null) net.Connect("gpu");
            else kinds(net);
        });
    });

    [Theory]
    [InlineData(5, 24, 8)]
    [InlineData(9, 30, 30)]
    [InlineData(3, 20, 7)]
    [InlineData(17, 40, 20)]
    public void The_switches_of_a_cell_stand_beside_its_nodes(int cells, int each, int perRack)
    {
        var plan = Cells(cells, each, perRack).Plan.Says();
        var racks = Racks(plan, [("gpu", each), ("net/leaf", 4), ("net/spine", 4)]);
        Apart(racks);
        // Nodes, and one rack for leaves and spines.
        Assert.All(racks, cell => Assert.Equal((each + perRack - 1) / perRack + 1, cell.Count));
        Assert.All(racks, cell => Assert.Equal(cell.Count - 1, cell.Max() - cell.Min()));
    }

    [Theory]
    [InlineData(5, 24, 8)]
    [InlineData(4, 30, 30)]
    [InlineData(3, 20, 7)]
    public void They_stand_over_its_nodes_where_that_is_said(int cells, int each, int perRack)
    {
        var plan = Cells(cells, each, perRack, Place.WithNodes).Plan.Says();
        var racks = Racks(plan, [("gpu", each), ("net/leaf", 4), ("net/spine", 4)]);
        Apart(racks);
        Assert.All(racks, cell => Assert.Equal((each + perRack - 1) / perRack, cell.Count));
    }

    [Fact]
    public void Cells_of_other_nodes_have_their_switches_with_those()
    {
        var plan = Cells(6, 0, 0, nodes: s => s
            .Nodes("gpu", Node("GPU", 4), 3 * 24, n => n.ScalableUnits(24).PerRack(8))
            .Nodes("cpu", Node("CPU", 0), 2 * 30, n => n.ScalableUnits(30).PerRack(15))
            .Nodes("mixed-gpu", Node("GPU2", 4), 8, n => n.PerRack(8))
            .Nodes("mixed-cpu", Node("CPU2", 0), 20, n => n.PerRack(20)),
            kinds: f => f.Cells(3, c => c.Connect("gpu")).Cells(2, c => c.Connect("cpu")).Cells(1, c => c.Connect("mixed-gpu").Connect("mixed-cpu"))).Plan.Says();
        var switches = Racks(plan, [("net/leaf", 4), ("net/spine", 4)]);
        var (gpu, cpu) = (Racks(plan, [("gpu", 24)]), Racks(plan, [("cpu", 30)]));
        var mixed = Racks(plan, [("mixed-gpu", 8), ("mixed-cpu", 20)]);
        Assert.Equal([3, 2, 1], new[] { gpu.Count, cpu.Count, mixed.Count });
        // Each cell's switches are in the rack behind the last of its nodes.
        Assert.All(gpu.Concat(cpu).Concat(mixed).Zip(switches), cell => Assert.Equal(cell.First.Max() + 1, Assert.Single(cell.Second)));
    }

    [Fact]
    public void Cells_that_are_not_alike_have_their_switches_in_common_racks()
    {
        var plan = Cells(4, 0, 0, nodes: s => s.Nodes("gpu", Node("GPU", 4), 70, n => n.PerRack(4)), kinds: f => f.Connect("gpu")).Plan.Says();
        Assert.Equal([0], Enumerable.Range(0, 16).Select(i => plan.Group("net/leaf").Placement!.Rack(i) - plan.Group("net/leaf").Placement!.Rack(0)).Distinct());
    }

    [Fact]
    public void Cables_within_a_cell_are_as_long_as_the_cell_not_as_the_hall()
    {
        var design = Cells(17, 40, 20);
        var plan = design.Plan.Says();
        foreach (var link in Planner.Draft(design.Design, Thresholds.Default).Links)
        {
            var bundle = plan.Bundles.Single(b => b.Id == link.Id);
            var (route, a, b) = (plan.Route(bundle)!, plan.Group(bundle.A.Group).Placement!, plan.Group(bundle.B.Group).Placement!);
            Assert.Equal(bundle.Rows().Max(r => route.LengthMm(a.Rack(r.Link.DeviceA), b.Rack(r.Link.DeviceB))), LongestRun.Of(link));
            // Three racks of 0.6 m, up, down and the slack.
            if (link.Kind is "node" or "uplink") Assert.InRange(link.LongestMm, 1, 10_000);
        }
    }

    [Fact]
    public void Where_they_stand_takes_as_many_words_for_many_cells_as_for_few()
    {
        int Words(int cells) => PlanJson.Write(Cells(cells, 40, 20).Plan).Split("\"steps\"").Length;
        Assert.Equal(Words(9), Words(27));
    }

    /// <summary>The racks of each cell, of groups of which it has so many each.</summary>
    static List<HashSet<int>> Racks(Plan plan, (string Group, int Each)[] groups) =>
        [.. Enumerable.Range(0, plan.Group(groups[0].Group).Count / groups[0].Each).Select(cell => groups
            .SelectMany(g => Enumerable.Range(cell * g.Each, g.Each).Select(plan.Group(g.Group).Placement!.Rack)).ToHashSet())];

    static void Apart(List<HashSet<int>> racks) => Assert.Equal(racks.Sum(cell => cell.Count), racks.SelectMany(cell => cell).Distinct().Count());
}
