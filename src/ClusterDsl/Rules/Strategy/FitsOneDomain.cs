using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A job that never leaves a scale-up domain gains nothing from a fabric.</summary>
sealed class FitsOneDomain() : WorkloadRule("CDL8001", "Workload fits one scale-up domain", Severity.Info)
{
    protected override IEnumerable<Finding> Check(Draft draft, WorkloadDraft workload)
    {
        if (workload.Capacity is not { Domain: { Kind: not "pcie", GpusPerDomain: > 1 } domain, Largest: { } nodes } || workload.Design.GrownGpus > domain.GpusPerDomain) yield break;
        if (Fabric(draft, workload) is not { } fabric) yield break;
        var growth = workload.Design.Growth is { } grows ? $", {Text.Number(workload.Design.GrownGpus)} when grown {Text.Thousandths(grows.Thousandths)} times" : "";
        yield return Report(workload.Design, workload.Design.Gpus!.Value.At,
            $"{Takes(workload)}{growth}; a domain of `{nodes.Id}` has {domain.GpusPerDomain}, and each sends {GBps(domain.PerGpuMbps)} inside of it. What it exchanges never reaches `{fabric.Name}`: for this job, links inside the node count, not the fabric. Leave the fabric out if nothing else needs it, or declare the growth that does.");
    }
}
