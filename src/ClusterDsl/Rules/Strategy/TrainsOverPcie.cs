using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>GPUs that exchange in every step, with nothing but PCIe between them.</summary>
sealed class TrainsOverPcie() : WorkloadRule("CDL8008", "Training over PCIe", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, WorkloadDraft workload)
    {
        if (workload.Capacity is not { Domain: { Kind: "pcie" } domain, Largest: { } nodes } || workload.Gpus < 2) yield break;
        if (workload.Exchanged.OrderByDescending(e => e.Bytes).FirstOrDefault() is not { } most) yield break;
        yield return Report(workload.Design, workload.Design.Gpus!.Value.At,
            $"{Takes(workload)} and each exchanges {Text.Bytes(Units.Saturate(most.Bytes / 1_024))} in a step; the GPUs of `{nodes.Id}` have PCIe alone between them, {GBps(domain.PerGpuMbps)} each, where NVLink 4 has 450 GB/s. Use nodes whose GPUs are linked, or keep what is exchanged small.");
    }
}
