using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A number, a model or a reason that no design can have.</summary>
sealed class ValueOutOfRange() : DesignRule("CDL1003", "Value out of range", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var violation in draft.Design.Violations)
            yield return Report(violation.At, violation.What + ".");
        foreach (var accepted in draft.Design.Accepted)
            if (RuleSet.Design.FirstOrDefault(r => r.Id == accepted.Rule) is not { } rule)
                yield return Report(accepted.At, $"there is no rule `{accepted.Rule}` to accept.");
            else if (!rule.CanBeAccepted)
                yield return Report(accepted.At, $"{rule.Id} ({rule.Title.ToLowerInvariant()}) cannot be accepted: such a design cannot be built.");
    }
}
