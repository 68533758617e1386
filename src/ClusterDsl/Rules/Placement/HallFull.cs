using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More racks are needed than the hall has.</summary>
sealed class HallFull() : DesignRule("CDL4003", "Hall full", "Placement", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var hall in draft.Halls)
            // Nodes of which the count or the unit is unknown may need fewer.
            if (hall.Design?.Racks is { } racks && !hall.Design.Site.Nodes.Any(n => n.Incomplete) && hall.RacksUsed > hall.Plan.Racks)
            {
                var rows = (hall.RacksUsed + racks.PerRow - 1) / racks.PerRow;
                var filled = Racks.Merged(draft.Groups.Where(g => g.Hall == hall && g.Placement is not null).SelectMany(g => Racks.Spans(g.Placement!, g.Count))).Sum(s => (long)s.End - s.First);
                var stay = hall.RacksUsed - filled;
                yield return Report(racks.At,
                    $"hall `{hall.Plan.Name}` has {racks.Rows} × {racks.PerRow} = {Text.Count(hall.Plan.Racks, "rack")}; the design needs {Text.Number(filled)}{(stay == 0 ? "" : $", and {Text.Number(stay)} between them stay empty, as rows do not hold whole units or are kept free")}. Add at least {Text.Count(rows - racks.Rows, "row")}.",
                    Fix.Set($"Use {Text.Count(rows, "row")}", racks.At, "rows", rows.ToString()));
            }
    }
}
