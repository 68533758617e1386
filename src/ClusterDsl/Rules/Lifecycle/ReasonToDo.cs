using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A reason that an editor left to be written.</summary>
sealed class ReasonToDo() : DesignRule("CDL9002", "Reason still to be written", "Lifecycle", Severity.Warning)
{
    public override bool CanBeAccepted => false;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        var ratios = draft.Design.Fabrics.SelectMany(f => new[] { f.Ratio, f.Spines?.Ratio }.Concat(f.Blocks.Select(b => b.Ratio))).OfType<RatioDesign>();
        var reasons = draft.Design.Accepted.Select(a => (What: $"accepting {a.Rule}", a.Reason, a.At))
            .Concat(ratios.Select(r => (What: $"an oversubscription of {r.Most}", r.Reason, r.At)));
        return reasons.Where(r => r.Reason.TrimStart().StartsWith("TODO", StringComparison.OrdinalIgnoreCase))
            .Select(r => Report(r.At.Argument("reason"), $"the reason for {r.What} is still to be written. Say why it is good enough here."));
    }
}
