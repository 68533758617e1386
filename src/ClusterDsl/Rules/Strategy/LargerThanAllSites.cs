using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A job of more GPUs than there are.</summary>
sealed class LargerThanAllSites() : WorkloadRule("CDL8004", "Workload larger than all sites", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, WorkloadDraft workload)
    {
        var all = workload.Capacity.All;
        if (workload.Gpus <= all) yield break;
        var each = workload.Capacity.Largest?.Nodes?.Model.Gpus ?? 0;
        yield return Report(workload.Design, workload.Design.Gpus!.Value.At,
            $"{Takes(workload)}; all sites together have {Text.Number(all)}. {(each > 0 ? $"Add {Text.Count((workload.Gpus - all + each - 1) / each, $"node of `{workload.Capacity.Largest!.Id}`", $"nodes of `{workload.Capacity.Largest!.Id}`")}" : "Add nodes with GPUs")}{(all > 0 ? $", or take {Text.Number(all)}" : "")}.");
    }
}
