using ClusterDsl.Language;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Panels for which their racks have no units: beside the devices they serve, or at the end of a row.</summary>
sealed class PanelsDoNotFit() : DesignRule("CDL3029", "Panels do not fit", "Optics", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        // The rack that lacks most speaks for the others of the same call.
        return draft.Panels.Racks.GroupBy(panels => panels.Place.Hall).SelectMany(there =>
            {
                // Into a rack that is kept for panels nothing comes but by its name.
                var hall = draft.Halls.First(h => h.Plan == there.Key);
                List<GroupDraft> standing = there.Key.PanelRacks > 0 && !hall.IsPlacedByName ? [] : [.. draft.Groups.Where(g => g.Hall == hall)];
                return there.Select(panels => Lacks(panels, standing, draft.Panels.MayBeMore));
            })
            .OfType<(Finding Finding, long Units)>().GroupBy(f => f.Finding.At).Select(f => f.OrderByDescending(l => l.Units).First().Finding);
    }

    (Finding, long)? Lacks(PanelsInRack panels, IReadOnlyList<GroupDraft> standing, bool mayBeMore)
    {
        var (hall, first) = (panels.Place.Hall, panels.Place.Rack);
        var (units, racks) = (panels.Units(), Math.Max(1, hall.PanelRacks));
        var what = $"{(mayBeMore ? "at least " : "")}{Text.Count(panels.Panels, "panel")} for {Text.Count(panels.Ends, "connector")} of trunks";
        if (hall.PanelRacks > 0 && units.Count > racks && panels.Link.Lower.Group.Hall?.Design?.Structured is { } structured)
            return (Report(structured.At.Argument("racks"),
                $"row {hall.RackName(first).TrimEnd("0123456789".ToCharArray())} of `{hall.Name}`: {what} {Take(panels)} {Text.Number(units.Sum())} U; {Text.Count(racks, "rack")} of {hall.RackUnits} U {(racks == 1 ? "is" : "are")} kept for panels. Keep {units.Count} of each row.",
                units.Count <= 16 ? Fix.Set($"Keep {Text.Count(units.Count, "rack")} of each row for panels", structured.At, "racks", units.Count.ToString()) : null), units.Sum());
        for (var i = 0; i < Math.Min(units.Count, racks); i++)
        {
            var top = RackContents.Top(standing, first + i);
            var free = hall.RackUnits - top;
            var needed = i == racks - 1 ? units.Skip(i).Sum() : units[i];
            if (needed <= free) continue;
            return (Report(hall.PanelRacks > 0 ? Placed(standing, first + i, panels.Link).At : panels.Link.Channel!.At,
                $"rack {hall.RackName(first + i)} of `{hall.Name}`: {what} {Take(panels)} {Text.Number(needed)} U from the top, and devices reach up to U{top} of {hall.RackUnits}. "
                + (hall.PanelRacks > 0 ? "The hall keeps this rack for panels: place the devices elsewhere." : "Place fewer devices in a rack, or keep racks for panels: `.Structured(…)` of the hall.")), needed - free);
        }
        return null;
    }

    static string Take(PanelsInRack panels) => panels.Panels == 1 ? "takes" : "take";

    /// <summary>Who was placed into a rack for panels; the call that keeps it, where nobody can be named.</summary>
    static (GroupDraft? Group, Origin At) Placed(IReadOnlyList<GroupDraft> standing, int rack, LinkDraft link) =>
        standing.FirstOrDefault(g => RackContents.Top([g], rack) > 0) is { } group ? (group, group.PlacedAt) : (null, link.Channel!.At);
}
