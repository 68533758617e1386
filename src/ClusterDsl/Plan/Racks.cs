namespace ClusterDsl.Plans;

/// <summary>Racks that follow each other in a hall.</summary>
/// <param name="Hall">The hall.</param>
/// <param name="First">The first rack, from 0.</param>
/// <param name="Count">How many.</param>
public sealed record RackRun(HallPlan Hall, int First, int Count);

/// <summary>Which racks a plan fills, from its groups alone.</summary>
public static class Racks
{
    /// <summary>The racks in which at least one device stands, and those kept for the panels of their rows, as disjoint runs in the order of the halls.</summary>
    public static Seq<RackRun> Used(Plan plan) => plan.Halls.SelectMany(hall => Used(plan, hall)).ToSeq();

    static IEnumerable<RackRun> Used(Plan plan, HallPlan hall) =>
        Merged(plan.Groups.Where(g => g.Count > 0 && g.Placement is { } p && p.Site == hall.Site && p.Hall == hall.Name).SelectMany(g => Spans(g.Placement!, g.Count))
                .SelectMany(span => Frames(hall, span).Prepend(span)))
            .Select(span => new RackRun(hall, span.First, span.End - span.First));

    /// <summary>The racks for panels in the rows that a run passes.</summary>
    static IEnumerable<(int First, int End)> Frames(HallPlan hall, (int First, int End) span)
    {
        if (hall.PanelRacks == 0) yield break;
        for (var row = span.First / hall.PerRow; row <= (span.End - 1) / hall.PerRow; row++)
            yield return ((row + 1) * hall.PerRow - hall.PanelRacks, (row + 1) * hall.PerRow);
    }

    /// <summary>The racks of some runs, each once.</summary>
    internal static IEnumerable<(int First, int End)> Merged(IEnumerable<(int First, int End)> spans)
    {
        var end = int.MinValue;
        foreach (var span in spans.OrderBy(span => span.First))
        {
            var first = Math.Max(span.First, end);
            if (span.End <= first) continue;
            yield return (first, span.End);
            end = span.End;
        }
    }

    /// <summary>
    /// Runs of racks that are all in use: a run for each time that the group skips racks, and one for the last block, which may
    /// not be full.
    /// </summary>
    internal static IEnumerable<(int First, int End)> Spans(Placement placement, int count)
    {
        var own = placement.Rest is { } rest ? Math.Min(count, rest.From) : count;
        var run = placement.Steps.Where(s => !s.Filled).Select(s => s.Devices).DefaultIfEmpty(int.MaxValue).Last();
        var block = placement.Steps.Where(s => s.Filled).Select(s => s.Devices).DefaultIfEmpty(int.MaxValue).Last();
        var last = own - 1 - (placement.Skipped + own - 1) % block;
        for (int first = 0, end; first < own; first = end)
        {
            end = (int)Math.Min(own, first + (long)run - (placement.Skipped + first) % run);
            if (first < last && last < end) end = last;
            var (lowest, highest) = placement.Racks(first, end - 1);
            // Where devices take racks in turn, the last may not have had its turn.
            while (placement.InTurn > 1 && highest > lowest && placement.DevicesIn(highest, own) == 0) highest--;
            while (placement.InTurn > 1 && highest > lowest && placement.DevicesIn(lowest, own) == 0) lowest++;
            yield return (lowest, highest + 1);
        }
        if (placement.Rest is { } others && others.From < count)
            foreach (var span in Spans(others.Placement, count - others.From)) yield return span;
    }
}
