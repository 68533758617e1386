using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The racks that were named for a group do not hold it, or are not there.</summary>
sealed class NotWherePlaced() : DesignRule("CDL4007", "No place where it was placed", "Placement", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var hall in draft.Halls)
            foreach (var (group, why, at) in hall.Elsewhere)
                yield return Report(group.Declared, at, $"`{group.Id}` ({Text.Count(group.Count, "device")}) cannot stand where it is placed: {why}. Place it elsewhere, or make room there.");
        foreach (var hall in draft.Design.Sites.SelectMany(s => s.Halls))
            if (hall.Racks is { } racks)
                foreach (var kept in hall.NetworkRacks.Where(r => r.Row > racks.Rows || r.Rack + r.Count - 1 > racks.PerRow))
                    yield return Report(hall, kept.At, $"hall `{hall.Name}` has {Text.Count(racks.Rows, "row")} of {Text.Count(racks.PerRow, "rack")}; there are no {Text.Count(kept.Count, "network rack")} from rack {kept.Rack} of row {kept.Row}. Declare racks that are there.");
    }
}
