using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Two nodes are further apart than was asked for.</summary>
sealed class TooManyHops() : RequirementRule("CDL2107", "Too many hops")
{
    protected override IEnumerable<Finding> Check(Draft draft, FabricDraft fabric)
    {
        if (fabric.Design.Requirements.MaxHops is not { } asked || draft.MetricsOf(fabric) is not { } metrics) yield break;
        if (metrics.Connected && !(metrics.Hops > asked.Links)) yield break;
        yield return Report(fabric.Design, asked.At, metrics.Connected
            ? $"some nodes of `{fabric.Name}` are {metrics.Hops} links and {metrics.Hops - 1} switches apart; {asked.Links} links are allowed. Use switches with more ports and a tier fewer, or allow {metrics.Hops}."
            : $"some nodes of `{fabric.Name}` do not reach each other over it at all; {asked.Links} links are allowed. Join its leaves with a tier above them, or ask for no number of hops.",
            metrics.Hops is { } hops ? Fix.Instead($"Allow {hops} links", asked.At, hops.ToString()) with { IsDecision = true } : null);
    }
}
