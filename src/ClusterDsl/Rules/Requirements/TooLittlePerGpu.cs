using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A GPU gets less bandwidth over a fabric, to storage as a rule, than was asked for.</summary>
sealed class TooLittlePerGpu() : RequirementRule("CDL2108", "Too little bandwidth for a GPU")
{
    protected override IEnumerable<Finding> Check(Draft draft, FabricDraft fabric)
    {
        if (fabric.Design.Requirements.PerGpu is not { } asked || draft.MetricsOf(fabric) is not { PerGpuMbps: { } mbps } || mbps >= asked.Gbps * 1_000L) yield break;
        yield return Report(fabric.Design, asked.At,
            $"a GPU gets {Text.Thousandths(mbps)} Gb/s over `{fabric.Name}` when all send at once; {asked.Gbps} must be. Connect more storage, more ports of each node, or allow less oversubscription.");
    }
}
