using ClusterDsl.Planning;
using ClusterDsl.Rules;
using FsCheck.Xunit;

namespace ClusterDsl.Tests;

/// <summary>What holds of every room, device by device and rack by rack.</summary>
[Properties(Arbitrary = [typeof(Rooms)], MaxTest = 400, QuietOnSuccess = true)]
public sealed class RoomProperties
{
    [Property]
    public void Every_device_stands_in_a_rack_and_its_units(Room room)
    {
        var plan = room.Declare().Plan;
        foreach (var group in plan.Groups)
        {
            var hall = plan.Hall(group.Placement!);
            for (var i = 0; i < group.Count; i++)
            {
                Assert.InRange(group.Placement!.Unit(i), 1, int.MaxValue);
                Assert.True(group.Placement.Rack(i) >= 0);
                if (!plan.HasErrors) Assert.InRange(group.Placement.Rack(i), 0, hall.Racks - 1);
                if (!plan.HasErrors) Assert.InRange(group.Placement.Unit(i) + plan.Model(group).HeightU - 1, 1, hall.RackUnits);
            }
        }
    }

    [Property]
    public void No_two_devices_share_a_unit_unless_a_rule_says_so(Room room)
    {
        var plan = room.Declare().Plan;
        var taken = new HashSet<(string, int, int)>();
        var shared = Units(plan).Any(unit => !taken.Add(unit));
        if (!plan.Findings.Any(f => f.Rule is "CDL4004" or "CDL4001")) Assert.False(shared);
        if (plan.Findings.Any(f => f.Rule is "CDL4004")) Assert.True(shared);
    }

    [Property]
    public void Racks_in_use_are_those_in_which_a_device_stands(Room room)
    {
        var plan = room.Declare().Plan;
        var walked = Devices(plan).Select(d => (d.Group.Placement!.Hall, d.Group.Placement.Rack(d.Index))).Distinct().Order();
        var closed = Racks.Used(plan).SelectMany(run => Enumerable.Range(run.First, run.Count).Select(rack => (run.Hall.Name, rack))).Order();
        Assert.Equal(walked, closed);
    }

    [Theory]
    [InlineData(1, 0, 6, 7)]
    [InlineData(1, 1, 7, 8)]
    [InlineData(2, 0, 6, 8)]
    [InlineData(41, 0, 6, 9)]
    [InlineData(40, 1, 6, 9)]
    [InlineData(42, 0, 6, 10)]
    public void Of_racks_that_are_taken_in_turn_those_that_had_no_turn_are_not_in_use(int devices, int skipped, int first, int end)
    {
        var apart = new Placement("dc", "hall", FirstRack: 6, PerRack: 20, BaseU: 1, StepU: 2) { InTurn = 2, Skipped = skipped };
        var span = Assert.Single(Racks.Spans(apart, devices));
        Assert.Equal((first, end), span);
        Assert.Equal(Enumerable.Range(first, end - first), Enumerable.Range(0, devices).Select(apart.Rack).Distinct().Order());
    }

    [Property]
    public void Devices_of_a_rack_are_counted_as_they_stand(Room room)
    {
        var plan = room.Declare().Plan;
        foreach (var group in plan.Groups)
        {
            var walked = Enumerable.Range(0, group.Count).GroupBy(group.Placement!.Rack).ToDictionary(r => r.Key, r => r.Count());
            for (var rack = 0; rack <= walked.Keys.Max() + 2; rack++)
                Assert.Equal(walked.GetValueOrDefault(rack), group.Placement.DevicesIn(rack, group.Count));
            for (var i = 0; i < group.Count; i++)
                Assert.All(Enumerable.Range(i, Math.Min(group.Placement.LeftInRack(i), group.Count - i)), j => Assert.Equal(group.Placement.Rack(i), group.Placement.Rack(j)));
        }
    }

    [Property]
    public void Racks_of_a_run_of_devices_lie_between_the_bounds(Room room, int first, int last)
    {
        var plan = room.Declare().Plan;
        foreach (var group in plan.Groups)
        {
            var (from, to) = ((first & int.MaxValue) % group.Count, (last & int.MaxValue) % group.Count);
            if (from > to) (from, to) = (to, from);
            var (lowest, highest) = group.Placement!.Racks(from, to);
            for (var i = from; i <= to; i++) Assert.InRange(group.Placement.Rack(i), lowest, highest);
        }
    }

    [Property]
    public void A_route_is_the_same_both_ways_and_never_shorter_than_straight(Room room)
    {
        var plan = room.Declare().Plan;
        foreach (var hall in plan.Halls)
        {
            var racks = Enumerable.Range(0, Math.Min(hall.Racks, 90)).ToList();
            foreach (var (a, b) in racks.SelectMany(a => racks.Select(b => (a, b))))
            {
                Assert.Equal(hall.RoutedMm(b, 3, a, 7), hall.RoutedMm(a, 7, b, 3));
                var (along, across) = ((a % hall.PerRow - b % hall.PerRow) * (double)hall.RackPitchMm, (a / hall.PerRow - b / hall.PerRow) * (double)hall.RowPitchMm);
                Assert.True(hall.RoutedMm(a, 1, b, 1) >= Math.Sqrt(along * along + across * across));
            }
        }
    }

    [Property]
    public void The_longest_run_is_the_longest_of_all_links(Room room)
    {
        var design = room.Declare();
        var plan = design.Plan;
        foreach (var link in Planner.Draft(design.Design, Thresholds.Default).Links)
        {
            var bundle = plan.Bundles.Single(b => b.Id == link.Id);
            if (plan.Route(bundle) is not { } route) continue;
            var (a, b) = (plan.Group(bundle.A.Group).Placement!, plan.Group(bundle.B.Group).Placement!);
            Assert.Equal(bundle.Rows().Max(r => route.LengthMm(a.Rack(r.Link.DeviceA), b.Rack(r.Link.DeviceB))), LongestRun.Of(link));
        }
    }

    [Property]
    public void A_plan_read_back_is_the_plan(Room room)
    {
        var plan = room.Declare().Plan;
        Assert.Equal(plan, PlanJson.Read(PlanJson.Write(plan)));
    }

    static IEnumerable<(DeviceGroup Group, int Index)> Devices(Plan plan) => plan.Groups.SelectMany(g => Enumerable.Range(0, g.Count).Select(i => (g, i)));

    static IEnumerable<(string Hall, int Rack, int Unit)> Units(Plan plan) =>
        from d in Devices(plan)
        let place = d.Group.Placement!
        from unit in Enumerable.Range(place.Unit(d.Index), plan.Model(d.Group).HeightU)
        select (place.Hall, place.Rack(d.Index), unit);
}
