using ClusterDsl.Planning;
using FsCheck.Xunit;

namespace ClusterDsl.Tests;

/// <summary>What is computed without walking the links equals what walking them gives, in designs that can be built and in others.</summary>
[Properties(Arbitrary = [typeof(Shapes)], MaxTest = 300, QuietOnSuccess = true)]
public sealed class ClosedFormProperties
{
    [Property]
    public void Load_of_every_switch_is_the_load_of_its_rows(Shape shape)
    {
        var (plan, draft) = shape.Planned();
        var loads = plan.Loads();
        foreach (var group in draft.Groups.Where(g => g.Nodes is null))
        {
            var closed = new TierLoad(draft, group);
            for (var device = 0; device < group.Count; device++) Assert.Equal(loads.GetValueOrDefault((group.Id, device)), closed.Of(device));
        }
    }

    [Property]
    public void Oversubscription_of_every_tier_is_that_of_its_busiest_switch(Shape shape)
    {
        var plan = shape.Declare().Plan;
        var loads = plan.Loads();
        foreach (var tier in plan.Fabrics.SelectMany(f => f.Tiers).Where(t => t.Ratio.Length > 0))
            Assert.Equal(Enumerable.Range(0, tier.Devices).Select(d => loads.GetValueOrDefault((tier.Groups[0], d))).Worst(), tier.Ratio);
    }

    [Property]
    public void Devices_and_ports_of_a_planned_bundle_repeat_no_value(Shape shape)
    {
        foreach (var link in shape.Planned().Draft.Links)
            foreach (var sets in new[] { link.LowerSets, link.UpperSets })
            {
                Assert.True(sets.Devices.IsUnique, $"devices of {link.Id}");
                Assert.True(sets.Ports.IsUnique, $"ports of {link.Id}");
                Assert.Equal(link.Count, sets.Devices.Count * sets.Ports.Count * Both(link, sets));
            }

        // The other end moves alone in some dimensions; those repeat this end's port only if a port is used twice.
        static long Both(LinkDraft link, EndSets sets) => Enumerable.Range(0, link.Extents.Count)
            .Where(d => sets.End.Device.Strides[d] == 0 && sets.End.Port.Strides[d] == 0).Aggregate(1L, (product, d) => product * link.Extents[d]);
    }

    [Property]
    public void The_longest_run_is_the_longest_of_all_links(Shape shape)
    {
        var (plan, draft) = shape.Planned();
        foreach (var link in draft.Links)
        {
            if (plan.Group(link.Lower.Group.Id).Placement is not { } a || plan.Group(link.Upper.Group.Id).Placement is not { } b) continue;
            var bundle = plan.Bundles.Single(x => x.Id == link.Id);
            var route = plan.Route(bundle)!;
            var longest = bundle.Rows().Max(r => route.LengthMm(a.Rack(r.Link.DeviceA), b.Rack(r.Link.DeviceB)));
            Assert.Equal(longest, LongestRun.Of(link));
        }
    }

    [Property]
    public void A_cursor_from_anywhere_walks_the_computed_links(Shape shape, int start)
    {
        foreach (var bundle in shape.Declare().Plan.Bundles)
        {
            var from = (start & int.MaxValue) % bundle.Links;
            var cursor = new LinkCursor(bundle, from);
            for (var k = from; k < bundle.Links; k++, cursor.Next()) Assert.Equal(bundle.LinkAt(k), cursor.Current);
            Assert.Equal(bundle.LinkAt(0), cursor.Current);
        }
    }

    [Property]
    public void The_order_of_declarations_changes_nothing(Shape shape) =>
        Assert.Equal(PlanJson.Write(shape.Declare().Plan), PlanJson.Write(shape.Declare(backwards: true).Plan));

    [Property]
    public void A_plan_read_back_is_the_plan(Shape shape)
    {
        var plan = shape.Declare().Plan;
        Assert.Equal(plan, PlanJson.Read(PlanJson.Write(plan)));
    }
}
