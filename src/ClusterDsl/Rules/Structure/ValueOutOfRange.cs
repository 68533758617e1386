using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A number, a model or a reason that no design can have.</summary>
sealed class ValueOutOfRange() : DesignRule("CDL1003", "Value out of range", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var violation in draft.Design.Violations.Concat(DesignSize.Excess(draft.Design)))
            yield return Report(violation.At, violation.What + ".", violation.Fix);
        foreach (var accepted in draft.Design.Accepted)
        {
            var at = accepted.At.Argument("rule");
            if (RuleSet.Design.FirstOrDefault(r => r.Id == accepted.Rule) is not { } rule)
            {
                var acceptable = RuleSet.Design.Where(r => r.CanBeAccepted).Select(r => r.Id).ToList();
                var nearest = Text.Nearest(accepted.Rule, acceptable);
                yield return Report(at,
                    $"there is no rule {Text.Shown(accepted.Rule)} to accept. {(nearest is null ? $"Can be accepted: {string.Join(", ", acceptable)}." : $"Did you mean `{nearest}`?")}",
                    nearest is null ? null : Fix.Instead($"Accept {nearest}", at, Text.Literal(nearest)));
            }
            else if (!rule.CanBeAccepted)
                yield return Report(at,
                    $"{rule.Id} ({rule.Title.ToLowerInvariant()}) cannot be accepted: {(rule.Severity == Severity.Error ? "such a design cannot be built" : "it is about what is accepted")}.",
                    Fix.Remove("Leave the acceptance out", at));
        }
    }
}
