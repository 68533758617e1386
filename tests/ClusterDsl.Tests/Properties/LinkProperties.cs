using ClusterDsl.Planning;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ClusterDsl.Tests;

/// <summary>What every link of every buildable design keeps.</summary>
[Properties(Arbitrary = [typeof(Shapes)], MaxTest = 300, QuietOnSuccess = true)]
public sealed class LinkProperties
{
    [Property]
    public void No_port_is_used_twice(Shape shape)
    {
        var plan = shape.Declare().Plan;
        if (plan.Builds()) Assert.Null(plan.Collision());
    }

    [Property]
    public void Both_ends_of_every_link_exist(Shape shape)
    {
        var plan = shape.Declare().Plan;
        if (!plan.Builds()) return;
        foreach (var row in plan.Rows())
            foreach (var (end, device, port) in new[] { row.A, row.B })
            {
                var group = plan.Group(end.Group);
                Assert.InRange(device, 0, group.Count - 1);
                Assert.InRange(port, 0, plan.Model(group).Bank(end.Bank).Cages * end.Split - 1);
            }
    }

    [Property]
    public void Both_ends_of_every_link_run_alike(Shape shape)
    {
        var (plan, draft) = shape.Planned();
        if (plan.Builds()) plan.EndsRunAlike(draft);
    }

    [Property]
    public void Legs_of_one_splitter_leave_one_plug(Shape shape)
    {
        var (plan, draft) = shape.Planned();
        if (plan.Builds()) plan.LegsLeaveOnePlug(draft);
    }

    [Property]
    public void Every_port_of_every_connected_node_has_one_link(Shape shape)
    {
        var plan = shape.Declare().Plan;
        if (!plan.Builds()) return;
        var links = plan.Rows().Where(r => r.A.End.Group == "gpu").GroupBy(r => (r.Link.DeviceA, r.Link.PortA)).ToList();
        Assert.Equal(shape.Nodes * shape.Planes * shape.RailsPerPlane, links.Count);
        Assert.All(links, port => Assert.Single(port));
    }

    [Property]
    public void The_ports_of_a_node_are_on_its_rails_in_turn_all_in_one_unit(Shape shape)
    {
        var plan = shape.Declare().Plan;
        if (shape is not { RailOptimized: true, Scheduled: false } || !plan.Builds()) return;
        var rails = shape.Rails ?? shape.Planes * shape.RailsPerPlane;
        foreach (var node in plan.Rows().Where(r => r.A.End.Group is "gpu" or "more").GroupBy(r => (r.A.End.Group, r.A.Device)))
        {
            Assert.All(node, r => Assert.Equal(r.Link.PortA % rails, r.Link.DeviceB % rails));
            Assert.Single(node.Select(r => r.Link.DeviceB / rails).Distinct());
        }
    }

    [Property]
    public void Counts_stated_are_counts_of_rows(Shape shape)
    {
        var plan = shape.Declare().Plan;
        var rows = plan.Rows().ToList();
        Assert.Equal(rows.Count, plan.Links);
        Assert.Equal(rows.Select(r => (r.Bundle.Id, r.K / r.Bundle.Legs)).Distinct().Count(), plan.Cables);
        if (!plan.Builds()) return;
        var devices = rows.SelectMany(r => new[] { (r.A.End.Group, r.A.Device), (r.B.End.Group, r.B.Device) }).Distinct().ToLookup(d => d.Group);
        foreach (var tier in plan.Fabrics.SelectMany(f => f.Tiers))
            Assert.Equal(tier.Devices, tier.Groups.Sum(g => devices[g].Count()));
    }

    [Property]
    public void Every_leaf_reaches_every_spine_of_its_plane_with_equally_many_links(Shape shape)
    {
        var (plan, draft) = shape.Planned();
        if (!plan.Builds()) return;
        foreach (var spines in draft.Fabrics.Select(f => f.Spines).OfType<SpineDraft>())
            foreach (var leaf in plan.Rows().Where(r => r.B.End.Group == spines.Group.Id && (r.A.End.Group.EndsWith("/leaf") || r.A.End.Group.EndsWith("/line"))).GroupBy(r => r.A.Device))
            {
                var perSpine = leaf.GroupBy(r => r.Link.DeviceB).ToList();
                Assert.Equal(spines.Reach, perSpine.Count);
                Assert.Single(perSpine.Select(s => s.Count()).Distinct());
                // All of one plane and one pod, which stand next to each other.
                Assert.Single(perSpine.Select(s => s.Key / spines.Reach).Distinct());
            }
    }

    [Property]
    public void Leaves_at_the_top_of_racks_stand_in_the_racks_of_their_nodes(Shape shape)
    {
        var plan = shape.Declare().Plan;
        if (shape is not { InRack: not null, RailOptimized: false, Planes: 1, NodeHeight: > 0 } || !plan.Builds() || plan.Findings.Any(f => f.Rule == "CDL4007")) return;
        foreach (var row in plan.Rows().Where(r => r.A.End.Group is "gpu" or "more" && r.B.End.Group is "net/leaf" or "net/line"))
            Assert.Equal(plan.Group(row.A.End.Group).Placement!.Rack(row.A.Device), plan.Group(row.B.End.Group).Placement!.Rack(row.B.Device));
    }

    [Fact]
    public void Random_designs_can_mostly_be_built()
    {
        var shapes = Gen.Sample(Shapes.Arbitrary().Generator, 200);
        Assert.InRange(shapes.Count(s => s.Declare().Plan.Builds()), 60, 200);
        Assert.InRange(shapes.Count(s => s.Dgx > 0 && s.Declare().Plan.Builds()), 10, 200);
    }
}
