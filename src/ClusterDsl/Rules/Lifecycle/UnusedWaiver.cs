using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>An acceptance that accepts nothing any more: left standing, it would hide the fault when it comes back.</summary>
sealed class UnusedWaiver() : DesignRule("CDL9001", "Waiver without a finding", "Lifecycle", Severity.Warning)
{
    public override bool CanBeAccepted => false;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        // While something cannot be planned, its findings may only be hidden.
        if (draft.Findings.Any(f => f.Severity == Severity.Error) || draft.Design.HasUnknowns) yield break;
        // What a loop or a helper says several times is one acceptance.
        var used = new HashSet<(string?, object?, int)>(draft.Used.Select(a => Place(a.At)));
        foreach (var accepted in draft.Design.Accepted.Where(a => !used.Contains(Place(a.At))))
            yield return Report(accepted.At,
                $"{accepted.Rule} is accepted here, and nothing here is found by it. Leave the acceptance out: it would hide what it finds later.",
                Fix.Remove("Leave the acceptance out", accepted.At));
    }

    static (string?, object?, int) Place(Origin at) => (at.Path ?? at.File, at.Span, at.Line);
}
