using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More rack units than a rack has.</summary>
sealed class RackOverUnits() : DesignRule("CDL4001", "Rack over its units", "Placement", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var group in draft.Groups)
        {
            if (group.Placement is not { } placement || group.Hall is not { } hall) continue;
            var perRack = Math.Min(placement.PerRack, group.Count);
            var units = (long)perRack * group.Model.Height;
            if (units <= hall.Plan.RackUnits)
            {
                if (Top(placement, group) is var top && top > hall.Plan.RackUnits)
                    yield return Report(group.PlacedAt, $"`{group.Id}` ({group.Model.Id}, {group.Model.Height} U) reaches up to U{top}; a rack of `{hall.Plan.Name}` has {hall.Plan.RackUnits} U. Begin lower, or place fewer in a rack.");
                continue;
            }
            var fits = hall.Plan.RackUnits / Math.Max(1, group.Model.Height);
            yield return Report(group.Nodes?.PerRack?.At ?? group.At,
                $"{perRack} × `{group.Id}` ({group.Model.Id}, {group.Model.Height} U) {(perRack == 1 ? "takes" : "take")} {units} U; a rack of `{hall.Plan.Name}` has {hall.Plan.RackUnits} U. {(fits > 0 ? $"Put {fits} in a rack." : $"Use racks of at least {group.Model.Height} U.")}",
                group.Nodes?.PerRack is { } declared && fits > 0 ? Fix.Set($"Put {fits} in a rack", declared.At, "count", fits.ToString()) : null);
        }
    }

    /// <summary>The highest unit that the devices of a group take, wherever they stand.</summary>
    static long Top(Placement place, GroupDraft group)
    {
        var own = place.BaseU == 0 ? 0 : place.BaseU + (long)Math.Min(place.PerRack, group.Count) * place.StepU - 1;
        return place.Rest is { } rest ? Math.Max(own, Top(rest.Placement, group)) : own;
    }
}
