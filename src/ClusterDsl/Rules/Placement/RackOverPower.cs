using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More power than a rack is fed.</summary>
sealed class RackOverPower() : DesignRule("CDL4002", "Rack over its power", "Placement", Severity.Error)
{
    public override bool CanBeAccepted => true;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        var standing = draft.Groups.Where(g => g is { Placement.BaseU: > 0, Hall.Plan.RackPowerW: > 0 }).ToLookup(g => g.Hall!);
        foreach (var hall in draft.Halls)
            foreach (var finding in TooLittleForAnything(draft, hall, standing[hall]) is { } one ? [one]
                : standing[hall].Select(g => Alone(draft, hall, g)).OfType<Finding>().Concat(Together(draft, hall))) yield return finding;
    }

    /// <summary>One finding at the limit instead of one for each group: it is the limit that is wrong.</summary>
    Finding? TooLittleForAnything(Draft draft, HallDraft hall, IEnumerable<GroupDraft> standing)
    {
        if (hall.Design?.RackPower is not { } fed || standing.Where(g => g.Model.Power.Watts > 0).OrderBy(g => g.Model.Power.Watts).ToList() is not { Count: > 0 } drawing) return null;
        var (least, most) = (drawing[0].Model, drawing[drawing.Count - 1].Model);
        if (least.Power.Watts <= draft.Thresholds.Usable(fed.Watts)) return null;
        // Where the definition says how many stand in a rack, it is fed for so many.
        var (needed, fix) = Feed(draft, fed.At, drawing.Max(g => Math.Min(g.Nodes?.PerRack?.Count ?? 1, g.Count) * (long)g.Model.Power.Watts));
        return Report(hall.Design, fed.At,
            $"a rack of `{hall.Plan.Name}` is fed {Text.Decimal(fed.Watts / 1000.0)} kW: too little for any device that stands there; {least.Id} alone draws {least.Power}{Recalled.Note(least.Recalled, "power")}{(most == least ? "" : $", {most.Id} {most.Power}{Recalled.Note(most.Recalled, "power")}")}. Feed each rack at least {needed} kW.", fix);
    }

    /// <summary>Too many of one group in a rack.</summary>
    Finding? Alone(Draft draft, HallDraft hall, GroupDraft group)
    {
        var (fed, limit) = (hall.Plan.RackPowerW, draft.Thresholds.Usable(hall.Plan.RackPowerW));
        var perRack = Math.Min(group.Placement!.PerRack, group.Count);
        var watts = (long)perRack * group.Model.Power.Watts;
        if (watts <= limit) return null;
        var fits = limit / Math.Max(1, group.Model.Power.Watts);
        return Report(group.Declared, group.Nodes?.PerRack?.At ?? group.PlacedAt,
            $"{perRack} × `{group.Id}` ({group.Model.Id}, {group.Model.Power}{Recalled.Note(group.Model.Recalled, "power")}) {(perRack == 1 ? "draws" : "draw")} {Text.Decimal(watts / 1000.0)} kW; {Fed(draft, hall)}. {(fits > 0 ? $"Put {fits} in a rack." : $"Feed each rack at least {group.Model.Power}.")}",
            group.Nodes?.PerRack is { } declared && fits > 0 ? Fix.Set($"Put {fits} in a rack", declared.At, "count", fits.ToString()) : null,
            hall.Design?.RackPower is { } power ? Feed(draft, power.At, watts).Fix : null);
    }

    /// <summary>Groups of which each alone would do.</summary>
    IEnumerable<Finding> Together(Draft draft, HallDraft hall)
    {
        if (hall.Design?.RackPower is not { } fed) yield break;
        var limit = draft.Thresholds.Usable(fed.Watts);
        var said = new HashSet<GroupDraft>();
        foreach (var (rack, contents) in draft.ContentsWherePlaced(hall))
        {
            if (contents.Count < 2 || contents.Any(c => c.Watts > limit) || contents.Sum(c => c.Watts) is var watts && watts <= limit) continue;
            // The one that the definition places is the one that can move.
            var last = contents.OrderBy(c => c.Group.Place is not null).Last();
            if (!said.Add(last.Group)) continue;
            var (needed, fix) = Feed(draft, fed.At, watts);
            yield return Report(last.Group.Declared, last.Group.PlacedAt,
                $"rack {hall.Plan.RackName(rack)} of `{hall.Plan.Name}` holds {Contents.Sum(contents, c => c.Watts, w => Text.Decimal(w / 1000.0) + " kW")}; {Fed(draft, hall)}. Place `{last.Group.Id}` elsewhere, or feed each rack at least {needed} kW.", fix);
        }
    }

    static string Fed(Draft draft, HallDraft hall) =>
        $"a rack of `{hall.Plan.Name}` is fed {Text.Decimal(hall.Plan.RackPowerW / 1000.0)} kW{(draft.Thresholds.RackPowerHeadroom == 0 ? "" : $", of which {draft.Thresholds.RackPowerHeadroom} % stay free")}";

    /// <summary>The whole kilowatts that a rack must be fed to draw so much.</summary>
    static (long Needed, Fix Fix) Feed(Draft draft, Origin at, long watts)
    {
        var needed = (watts * 100 + (100 - draft.Thresholds.RackPowerHeadroom) * 1000L - 1) / ((100 - draft.Thresholds.RackPowerHeadroom) * 1000L);
        return (needed, Fix.Set($"Feed each rack {needed} kW", at, "power", $"{needed}.Kilowatts()"));
    }
}
