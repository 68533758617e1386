using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>The racks that each row keeps for the network, at its end or in its middle: filled in every row alike.</summary>
sealed class RowRacks(HallPlan hall, int place)
{
    (int Units, long Watts)? _open;

    /// <summary>Racks of each row that are in use.</summary>
    public int Racks { get; private set; }

    /// <summary>The place of a group of which so many stand in each row.</summary>
    public Placement Take(GroupDraft group, int perRow, int firstRow, int perRack, int inTurn, Func<int, long, GroupDraft, int, bool> fits)
    {
        var (height, watts) = (group.Model.Height, (long)group.Model.Power.Watts);
        var (rack, unit, each) = (Racks, 1, perRack);
        if (inTurn == 1 && _open is { } open && fits(open.Units, open.Watts, group, perRow))
        {
            (rack, unit, each) = (Racks - 1, open.Units + 1, perRow);
            _open = (open.Units + perRow * height, open.Watts + perRow * watts);
        }
        else
        {
            Racks += RackStrip.RacksFor(perRow, perRack, inTurn);
            var last = (perRow - 1) % perRack + 1;
            _open = inTurn > 1 ? null : (last * height, last * watts);
        }
        return new Placement(hall.Site, hall.Name, firstRow * hall.PerRow + place + rack, each, unit, height)
        {
            InTurn = inTurn, Steps = perRow < group.Count ? Seq.Of(new RackStep(perRow, hall.PerRow)) : Seq<RackStep>.Empty,
        };
    }
}
