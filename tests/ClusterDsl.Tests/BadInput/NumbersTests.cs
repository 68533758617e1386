using System.Diagnostics;

namespace ClusterDsl.Tests;

/// <summary>Numbers that no design can have: one finding each, that says the number and the range, and nothing that follows from it.</summary>
public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "is 0; it must be 1 to 16,777,216")]
    [InlineData(-1, "is -1; it must be 1 to 16,777,216")]
    [InlineData(int.MinValue, "is -2,147,483,648; it must be 1 to 16,777,216")]
    [InlineData(int.MaxValue, "is 2,147,483,647; it must be 1 to 16,777,216")]
    public void A_count_out_of_range_is_one_finding(int number, string says)
    {
        Small.Plan(count: number).Says("CDL1003").Naming("the count of `node`", says);
        Small.Plan(unit: number).Says("CDL1003").Naming("the size of a scalable unit", says);
        Small.Plan(spines: f => f.Spines(Small.Switch, count: number)).Says("CDL1003").Naming("the number of spines", says);
        Small.Plan(more: f => f.Cores(Small.Switch, count: number)).Says("CDL1003").Naming("the number of cores", says);
        Small.Plan(more: f => f.Pods(number)).Says("CDL1003").Naming("the units of a pod", says);
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch, count: number).Spines(Small.Switch))
            .Says("CDL1003").Naming("the number of leaves", says);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(int.MaxValue)]
    public void A_smaller_number_out_of_range_is_one_finding(int number)
    {
        var says = FormattableString.Invariant($"is {number:#,0}; it must be 1 to ");
        Small.Plan(more: f => f.Planes(number)).Says("CDL1003").Naming("the number of planes", says + "64");
        Small.Plan(more: f => f.Oversubscribed(number)).Says("CDL1003").Naming("the parts down", says + "1,000");
        Small.Plan(more: f => f.Oversubscribed(1, number)).Says("CDL1003").Naming("the parts up", says + "1,000");
        Small.Plan(group: n => n.PerRack(number)).Says("CDL1003").Naming("the number of nodes in a rack", says + "256");
        Small.Plan(hall: h => h.Racks(number, 8)).Says("CDL1003").Naming("the number of rows", says + "1,024");
        Small.Plan(hall: h => h.Racks(8, number)).Says("CDL1003").Naming("the number of racks in a row", says + "1,024");
        Small.Plan(hall: h => h.RackUnits(number)).Says("CDL1003").Naming("the units of a rack", says + "60");
        Small.Plan(hall: h => h.RackPower(number.Watts())).Says("CDL1003").Naming("the rack power in watts", says);
        Small.Plan(instead: f => f.Ethernet(number.Gbps()).Connect("node").Leaves(Small.Switch).Spines(Small.Switch))
            .Says("CDL1003").Naming("the speed of a link", says + "1,600");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.MaxValue)]
    [InlineData(-0.001)]
    public void A_length_or_power_that_is_none_is_one_finding(double number)
    {
        Small.Plan(hall: h => h.Pitch(rack: number.Metres(), row: 2.4.Metres())).Says("CDL1003").Naming("the rack pitch in millimetres is");
        Small.Plan(hall: h => h.Pitch(rack: 0.6.Metres(), row: number.Metres())).Says("CDL1003").Naming("the row pitch in millimetres is");
        Small.Plan(hall: h => h.Tray(number.Metres())).Says("CDL1003").Naming("the tray's height in millimetres is");
        Small.Plan(hall: h => h.Slack(number.Metres())).Says("CDL1003").Naming("the slack in millimetres is");
        Small.Plan(hall: h => h.RackPower(number.Kilowatts())).Says("CDL1003").Naming("the rack power in watts is");
    }

    [Fact]
    public void Lengths_add_and_multiply_without_wrapping_round()
    {
        var longest = int.MaxValue.Metres();
        Assert.Equal(int.MaxValue, (longest + longest).Millimetres);
        Assert.Equal(int.MaxValue, (longest * 3).Millimetres);
        Small.Plan(hall: h => h.Slack(longest * 2)).Says("CDL1003");
    }

    [Fact]
    public void A_negative_number_of_uplinks_is_one_finding() =>
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch, uplinks: -1).Spines(Small.Switch))
            .Says("CDL1003").Naming("the number of uplinks is -1; it must be 0 to 4,096");

    [Fact]
    public void The_largest_legal_numbers_plan_in_a_moment()
    {
        const int most = 1 << 24;
        var clock = Stopwatch.StartNew();
        foreach (var unit in new[] { 1, 16, most })
        {
            _ = Small.Plan(count: most, unit: unit);
            _ = Small.Plan(count: most, unit: unit, more: f => f.Cores(Small.Switch));
            _ = Small.Plan(count: most, unit: unit, more: f => f.Cores(Small.Switch, count: most).Pods(most));
        }
        _ = Small.Plan(count: most, instead: f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch).Spines(Small.Switch).Cores(Small.Switch));
        _ = Small.Plan(count: most, instead: f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Small.Switch, count: most, uplinks: 4_096).Spines(Small.Switch, count: most));
        Assert.InRange(clock.ElapsedMilliseconds, 0, 5_000);
    }

    [Fact]
    public void Several_bad_numbers_are_as_many_findings() =>
        Small.Plan(count: 0, hall: h => h.RackUnits(0).Racks(0, 0), more: f => f.Planes(0)).Says("CDL1003", "CDL1003", "CDL1003", "CDL1003", "CDL1003");
}
