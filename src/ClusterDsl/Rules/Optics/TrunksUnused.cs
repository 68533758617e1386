using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A hall with installed cabling that no link takes.</summary>
sealed class TrunksUnused() : DesignRule("CDL3031", "No link takes the trunks", "Optics", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        // What could not be cabled might have been what takes them.
        if (draft.Design.HasUnknowns || draft.Fabrics.Any(f => f.Misfits.Count + f.Shortages.Count + f.Mismatches.Count + f.Missing.Count > 0)) yield break;
        foreach (var hall in draft.Halls)
        {
            if (hall.Design?.Structured is not { } structured) continue;
            var there = draft.Links.Where(l => l.Lower.Group.Hall == hall || l.Upper.Group.Hall == hall).ToList();
            if (there.Count == 0 || there.Any(l => l.Channel is not null)) continue;
            var trunk = structured.Channel.Trunk;
            var between = there.Where(l => LongestRun.Find(l, structured.Channel).LengthMm > 0).ToList();
            var others = between.Select(l => l.Cable).OfType<CableFamily>().Select(c => c.HasPlugs ? c.Id : $"{c.Leg} on {Fibre.Name(c.Grade)}").Distinct().OrderBy(o => o, StringComparer.Ordinal).ToList();
            yield return Report(hall.Design, structured.At.Argument("trunk"),
                others.Count == 0 ? $"no link of `{hall.Plan.Name}` leads from one row to another: nothing takes {trunk.Id}. Leave the trunks out, or make more rows."
                : $"no link between the rows of `{hall.Plan.Name}` goes into {trunk.Id} ({trunk.Leg} on {Fibre.Name(trunk.Grade)}): they are {string.Join(", ", others)}. Choose a trunk for those, or leave it out.",
                Fix.Remove("Leave the trunks out", structured.At));
        }
    }
}
