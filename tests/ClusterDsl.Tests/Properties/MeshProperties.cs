using ClusterDsl.Planning;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ClusterDsl.Tests;

/// <summary>What dragonflies and slim flies keep, link by link, and that the closed form knows it without walking.</summary>
[Properties(Arbitrary = [typeof(Meshes)], MaxTest = 300, QuietOnSuccess = true)]
public sealed class MeshProperties
{
    [Property]
    public void No_port_is_used_twice_and_the_rule_agrees(Mesh mesh)
    {
        var plan = mesh.Declare().Plan;
        if (plan.Findings.Any(f => f.Rule is "CDL1101")) return;
        Assert.Null(plan.Collision());
        Assert.DoesNotContain(plan.Findings, f => f.Rule == "CDL1102");
    }

    [Property]
    public void Both_ends_of_every_link_exist_and_differ(Mesh mesh)
    {
        var plan = mesh.Declare().Plan;
        if (!plan.Builds()) return;
        foreach (var row in plan.Rows())
        {
            foreach (var (end, device, port) in new[] { row.A, row.B })
            {
                var group = plan.Group(end.Group);
                Assert.InRange(device, 0, group.Count - 1);
                Assert.InRange(port, 0, plan.Model(group).Bank(end.Bank).Cages * end.Split - 1);
            }
            Assert.False(row.A.End.Group == row.B.End.Group && row.A.Device == row.B.Device, $"{row.Bundle.Id} links a device to itself");
        }
    }

    [Property]
    public void Both_ends_of_every_link_run_alike_and_legs_leave_one_plug(Mesh mesh)
    {
        var plan = mesh.Declare().Plan;
        if (!plan.Builds()) return;
        var draft = Planner.Draft(mesh.Declare().Design, ClusterDsl.Rules.Thresholds.Default);
        plan.EndsRunAlike(draft);
        plan.LegsLeaveOnePlug(draft);
    }

    [Property]
    public void The_distance_that_is_promised_is_the_farthest_of_all(Mesh mesh)
    {
        var plan = mesh.Declare().Plan;
        if (!plan.Builds() || plan.Fabrics[0].Metrics is not { Hops: { } hops }) return;
        var next = new Dictionary<(string, int), HashSet<(string, int)>>();
        var homes = new HashSet<(string, int)>();
        foreach (var row in plan.Rows())
        {
            var (a, b) = ((row.A.End.Group, row.A.Device), (row.B.End.Group, row.B.Device));
            if (row.A.End.Group is "node" or "few") homes.Add(b);
            else
            {
                Next(a).Add(b);
                Next(b).Add(a);
            }
        }
        Assert.Equal(hops, 2 + homes.Max(Farthest));

        HashSet<(string, int)> Next((string, int) at) => next.TryGetValue(at, out var those) ? those : next[at] = [];

        int Farthest((string, int) from)
        {
            var (seen, ring) = (new HashSet<(string, int)> { from }, new HashSet<(string, int)> { from });
            for (var links = 0; ; links++)
            {
                if (homes.IsSubsetOf(seen)) return links;
                ring = [.. ring.SelectMany(Next).Except(seen)];
                Assert.NotEmpty(ring);
                seen.UnionWith(ring);
            }
        }
    }

    [Property]
    public void Every_node_port_has_one_link(Mesh mesh)
    {
        var plan = mesh.Declare().Plan;
        if (!plan.Builds()) return;
        var links = plan.Rows().Where(r => r.A.End.Group is "node" or "few").GroupBy(r => (r.A.End.Group, r.Link.DeviceA, r.Link.PortA)).ToList();
        Assert.Equal((mesh.Nodes + mesh.Few) * mesh.NodePorts, links.Count);
        Assert.All(links, port => Assert.Single(port));
    }

    [Property]
    public void Devices_and_ports_of_each_end_are_all_pairs_of_two_sets(Mesh mesh)
    {
        foreach (var link in Planner.Draft(mesh.Declare().Design, ClusterDsl.Rules.Thresholds.Default).Links)
            foreach (var sets in new[] { link.LowerSets, link.UpperSets })
            {
                var walked = Indices(link.Extents).Select(i => ((long)sets.End.Device.At(i), (long)sets.End.Port.At(i))).ToList();
                var devices = walked.Select(w => w.Item1).Distinct().ToList();
                Assert.Equal(walked.Count, devices.Count * walked.Select(w => w.Item2).Distinct().Count());
                Assert.Equal(walked.Count, walked.Distinct().Count());
                Assert.Equal((devices.Min(), devices.Max(), (long)devices.Count), (sets.Devices.Min, sets.Devices.Max, sets.Devices.Count));
                Assert.All(devices, d => Assert.True(sets.Devices.Contains(d)));
                Assert.Equal(walked.Count, sets.Devices.Count * sets.Devices.Multiplicity);
            }
    }

    [Property]
    public void Load_of_every_switch_is_the_load_of_its_rows(Mesh mesh)
    {
        var draft = Planner.Draft(mesh.Declare().Design, ClusterDsl.Rules.Thresholds.Default);
        var loads = new Dictionary<(string, int), (long Down, long Up)>();
        foreach (var link in draft.Links.Where(l => l.Kind != "local"))
            foreach (var index in Indices(link.Extents))
            {
                Add((link.Lower.Group.Id, link.Lower.Device.At(index)), 0, link.SpeedGbps);
                if (link.Kind == "global") Add((link.Upper.Group.Id, link.Upper.Device.At(index)), 0, link.SpeedGbps);
                else Add((link.Upper.Group.Id, link.Upper.Device.At(index)), link.SpeedGbps, 0);
            }
        foreach (var group in draft.Groups.Where(g => g.Nodes is null))
            for (var device = 0; device < group.Count; device++)
                Assert.Equal(loads.GetValueOrDefault((group.Id, device)), new TierLoad(draft, group).Of(device));

        void Add((string, int) at, long down, long up) => loads[at] = (loads.GetValueOrDefault(at).Down + down, loads.GetValueOrDefault(at).Up + up);
    }

    [Property]
    public void The_longest_run_is_the_longest_of_all_links(Mesh mesh)
    {
        var draft = Planner.Draft(mesh.Declare().Design, ClusterDsl.Rules.Thresholds.Default);
        foreach (var link in draft.Links)
        {
            if (link.Lower.Group is not { Placement: { } a, Hall: { } hallA } || link.Upper.Group is not { Placement: { } b, Hall: { } hallB }) continue;
            var route = Route.Between(hallA.Plan, a.LowestUnit, hallB.Plan, b.LowestUnit, hallA.Trays)!;
            Assert.Equal(Indices(link.Extents).Max(i => route.LengthMm(a.Rack(link.Lower.Device.At(i)), b.Rack(link.Upper.Device.At(i)))), LongestRun.Of(link));
        }
    }

    [Property]
    public void Every_two_cells_have_equally_many_links_and_every_carrier_too(Mesh mesh)
    {
        var plan = mesh.Declare().Plan;
        if (!plan.Builds() || mesh.Kind == Mesh.Shape.SlimFly) return;
        var carriers = plan.Group(mesh.Kind == Mesh.Shape.Dragonfly ? "net/router" : "net/spine");
        var cells = carriers.Name.Parts[0].Divisor is var perCell ? carriers.Count / perCell : 0;
        var global = plan.Rows().Where(r => r.Bundle.Id.StartsWith("net/global")).ToList();

        var pairs = global.GroupBy(r => (Math.Min(r.Link.DeviceA / perCell, r.Link.DeviceB / perCell), Math.Max(r.Link.DeviceA / perCell, r.Link.DeviceB / perCell))).ToList();
        Assert.Equal(cells * (cells - 1) / 2, pairs.Count);
        Assert.DoesNotContain(pairs, p => p.Key.Item1 == p.Key.Item2);
        Assert.Single(pairs.Select(p => p.Count()).Distinct());
        var ends = global.SelectMany(r => new[] { r.Link.DeviceA, r.Link.DeviceB }).GroupBy(d => d).ToList();
        Assert.Equal(carriers.Count, ends.Count);
        Assert.Single(ends.Select(e => e.Count()).Distinct());
    }

    [Property]
    public void Within_a_cell_everything_that_should_be_joined_is_joined_alike(Mesh mesh)
    {
        var plan = mesh.Declare().Plan;
        if (!plan.Builds() || mesh.Kind == Mesh.Shape.SlimFly) return;
        var perCell = plan.Group(mesh.Kind == Mesh.Shape.Dragonfly ? "net/router" : "net/leaf").Name.Parts[0].Divisor;
        if (mesh.Kind == Mesh.Shape.Dragonfly)
        {
            var local = plan.Rows().Where(r => r.Bundle.Id.StartsWith("net/local")).ToList();
            Assert.All(local, r => Assert.Equal(r.Link.DeviceA / perCell, r.Link.DeviceB / perCell));
            Assert.Equal(plan.Group("net/router").Count / perCell * (perCell * (perCell - 1) / 2),
                local.Select(r => (Math.Min(r.Link.DeviceA, r.Link.DeviceB), Math.Max(r.Link.DeviceA, r.Link.DeviceB))).Distinct().Count());
            return;
        }
        var spines = plan.Group("net/spine").Name.Parts[0].Divisor;
        var inside = plan.Rows().Where(r => r.A.End.Group == "net/leaf").ToList();
        Assert.All(inside, r => Assert.Equal(r.Link.DeviceA / perCell, r.Link.DeviceB / spines));
        var pairs = inside.GroupBy(r => (r.Link.DeviceA, r.Link.DeviceB)).ToList();
        Assert.Equal(plan.Group("net/leaf").Count * spines, pairs.Count);
        Assert.Single(pairs.Select(p => p.Count()).Distinct());
    }

    [Property]
    public void A_cursor_from_anywhere_walks_the_computed_links(Mesh mesh, int start)
    {
        foreach (var bundle in mesh.Declare().Plan.Bundles)
        {
            var from = (start & int.MaxValue) % bundle.Links;
            var cursor = new LinkCursor(bundle, from);
            for (var k = from; k < bundle.Links; k++, cursor.Next()) Assert.Equal(bundle.LinkAt(k), cursor.Current);
            Assert.Equal(bundle.LinkAt(0), cursor.Current);
        }
    }

    [Property]
    public void A_plan_read_back_is_the_plan(Mesh mesh)
    {
        var plan = mesh.Declare().Plan;
        Assert.Equal(plan, PlanJson.Read(PlanJson.Write(plan)));
    }

    [Fact]
    public void Random_meshes_of_every_kind_can_often_be_built()
    {
        var built = Gen.Sample(Meshes.Arbitrary().Generator, 300).Where(m => m.Declare().Plan.Builds()).ToList();
        Assert.All(Enum.GetValues<Mesh.Shape>(), kind => Assert.InRange(built.Count(m => m.Kind == kind), 15, 300));
    }

    /// <summary>Rings of even and of odd length; fewer links than a cell has spines, as many, and more.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(13)]
    public void Every_legal_number_of_links_between_cells_is_dealt_evenly(int cells)
    {
        foreach (var spines in Enumerable.Range(1, 9))
            foreach (var links in Enumerable.Range(1, 13))
            {
                var plan = Designs.Of(OnPaper.Host(ports: 1), cells, f => f.Ethernet(400.Gbps()).Oversubscribed(100)
                    .DragonflyPlus(cells, links).Leaves(OnPaper.Switch(256), perCell: 1, uplinks: spines).Spines(OnPaper.Switch(256), perCell: spines).Connect("node"));
                var isEven = (cells - 1) * links % spines == 0;
                Assert.Equal(isEven, plan.Findings.All(f => f.Rule != "CDL1110"));
                if (!isEven) continue;
                var global = plan.Rows().Where(r => r.Bundle.Id.StartsWith("net/global")).ToList();
                Assert.Equal(cells * (cells - 1) / 2 * links, global.Count);
                // Two links of a pair share a spine only where there are more links than spines.
                foreach (var pair in global.GroupBy(r => (Math.Min(r.Link.DeviceA / spines, r.Link.DeviceB / spines), Math.Max(r.Link.DeviceA / spines, r.Link.DeviceB / spines))))
                {
                    Assert.Equal(links, pair.Count());
                    Assert.InRange(pair.GroupBy(r => r.Link.DeviceA).Max(s => s.Count()), 1, (links + spines - 1) / spines);
                    Assert.InRange(pair.GroupBy(r => r.Link.DeviceB).Max(s => s.Count()), 1, (links + spines - 1) / spines);
                }
                var ports = global.SelectMany(r => new[] { (r.Link.DeviceA, r.Link.PortA), (r.Link.DeviceB, r.Link.PortB) }).GroupBy(e => e.Item1).ToList();
                Assert.Equal(cells * spines, ports.Count);
                Assert.All(ports, spine => Assert.Equal(Enumerable.Range(1, (cells - 1) * links / spines), spine.Select(e => e.Item2).Order()));
                // One box for whole rounds of the deal, a few for what is left of it, and those again for the cells opposite.
                Assert.InRange(global.Select(r => r.Bundle.Id).Distinct().Count(), 1, 3 * spines + 4);
            }
    }

    static IEnumerable<int[]> Indices(Seq<int> extents)
    {
        var count = extents.Aggregate(1L, (product, extent) => product * extent);
        for (var k = 0L; k < count; k++)
        {
            var (index, rest) = (new int[extents.Count], k);
            for (var d = index.Length - 1; d >= 0; d--) (index[d], rest) = ((int)(rest % extents[d]), rest / extents[d]);
            yield return index;
        }
    }
}
