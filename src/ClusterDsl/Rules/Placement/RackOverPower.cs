using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More power than a rack is fed.</summary>
sealed class RackOverPower() : DesignRule("CDL4002", "Rack over its power", "Placement", Severity.Error)
{
    public override bool CanBeAccepted => true;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var group in draft.Groups)
        {
            if (group.Placement is not { BaseU: > 0 } placement || group.Hall is not { Plan.RackPowerW: > 0 and var fed } hall) continue;
            var limit = draft.Thresholds.Usable(fed);
            var perRack = Math.Min(placement.PerRack, group.Count);
            var watts = (long)perRack * group.Model.Power.Watts;
            if (watts <= limit) continue;
            var fits = limit / Math.Max(1, group.Model.Power.Watts);
            yield return Report(group.Declared, group.Nodes?.PerRack?.At ?? group.At,
                $"{perRack} × `{group.Id}` ({group.Model.Id}, {group.Model.Power}) {(perRack == 1 ? "draws" : "draw")} {Text.Decimal(watts / 1000.0)} kW; a rack of `{hall.Plan.Name}` is fed {Text.Decimal(fed / 1000.0)} kW{(limit == fed ? "" : $", of which {draft.Thresholds.RackPowerHeadroom} % stay free")}. {(fits > 0 ? $"Put {fits} in a rack." : $"Feed each rack at least {group.Model.Power}.")}",
                group.Nodes?.PerRack is { } declared && fits > 0 ? Fix.Set($"Put {fits} in a rack", declared.At, "count", fits.ToString()) : null);
        }
    }
}
