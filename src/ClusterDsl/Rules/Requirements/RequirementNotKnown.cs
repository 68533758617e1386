using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Something is asked of a fabric that is not known of its kind: it is neither held nor broken.</summary>
sealed class RequirementNotKnown() : RequirementRule("CDL2109", "Requirement that cannot be judged", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, FabricDraft fabric)
    {
        var asked = fabric.Design.Requirements;
        // What a fabric promises takes longer to find than all else; where nothing is asked of it, nobody looks.
        if (asked is { Survivals.Count: 0, MaxHops: null, PerGpu: null }) yield break;
        var metrics = draft.MetricsOf(fabric);
        if (metrics is null)
            foreach (var survival in asked.Survivals) yield return NotKnown(survival.At, "what a failure leaves");
        foreach (var survival in asked.Survivals.Where(s => s.Loss == Loss.PowerFeed && metrics is not null && metrics.After(LossMetric.Name(Loss.PowerFeed)) is null))
            yield return Report(fabric.Design, survival.At,
                $"what runs on without a power feed is not known of `{fabric.Name}`: its halls have to say their feeds, and its models their power supplies. Declare them with `.Feeds(…)` and `PowerSupplies`, or leave the requirement out.",
                Fix.Remove("Leave the requirement out", survival.At));
        if (asked.MaxHops is { } hops && metrics is null) yield return NotKnown(hops.At, "how far its nodes are apart");
        if (asked.PerGpu is { } perGpu && metrics?.PerGpuMbps is null)
            yield return NotKnown(perGpu.At, metrics is null ? "what a GPU gets" : "what a GPU gets, as it connects none,");

        Finding NotKnown(Origin at, string what) => Report(fabric.Design, at,
            $"{what} is not known of `{fabric.Name}` in closed form: whether this holds cannot be said. Leave it out, and measure.", Fix.Remove("Leave the requirement out", at));
    }
}
