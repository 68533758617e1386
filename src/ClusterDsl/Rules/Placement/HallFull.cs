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
                var rows = (hall.RacksUsed - hall.Plan.Racks + racks.PerRow - 1) / racks.PerRow;
                yield return Report(racks.At,
                    $"hall `{hall.Plan.Name}` has {racks.Rows} × {racks.PerRow} = {Text.Count(hall.Plan.Racks, "rack")}; the design needs {Text.Number(hall.RacksUsed)}. Add at least {Text.Count(rows, "row")}.",
                    Fix.Set($"Use {Text.Count(racks.Rows + rows, "row")}", racks.At, "rows", (racks.Rows + rows).ToString()));
            }
    }
}
