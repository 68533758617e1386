namespace ClusterDsl.Plans;

/// <summary>Racks that follow each other in a hall.</summary>
/// <param name="Hall">The hall.</param>
/// <param name="First">The first rack, from 0.</param>
/// <param name="Count">How many.</param>
public sealed record RackRun(HallPlan Hall, int First, int Count);

/// <summary>Which racks a plan fills, from its groups alone.</summary>
public static class Racks
{
    /// <summary>The racks in which at least one device stands, as disjoint runs in the order of the halls.</summary>
    public static Seq<RackRun> Used(Plan plan) => plan.Halls.SelectMany(hall => Used(plan, hall)).ToSeq();

    static IEnumerable<RackRun> Used(Plan plan, HallPlan hall)
    {
        var spans = plan.Groups
            .Where(g => g.Count > 0 && g.Placement is { } p && p.Site == hall.Site && p.Hall == hall.Name)
            .SelectMany(Spans)
            .OrderBy(span => span.First)
            .ToList();

        var end = int.MinValue;
        foreach (var span in spans)
        {
            var first = Math.Max(span.First, end);
            if (span.End <= first) continue;
            yield return new RackRun(hall, first, span.End - first);
            end = span.End;
        }
    }

    /// <summary>One span a row of whole blocks, whose racks are all in use, and one for the last block, which may not be full.</summary>
    static IEnumerable<(int First, int End)> Spans(DeviceGroup group)
    {
        var placement = group.Placement!;
        var devices = placement.Blocks?.Devices ?? group.Count;
        var last = (group.Count - 1) / devices;
        var perRow = placement.Blocks is { PerRow: > 0 } blocks ? blocks.PerRow : Math.Max(1, last);
        for (var block = 0; block < last; block += perRow)
            yield return (placement.Rack(block * devices), placement.Rack(Math.Min(block + perRow, last) * devices - 1) + 1);
        yield return (placement.Rack(last * devices), placement.Rack(group.Count - 1) + 1);
    }
}
