using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Latency decides, and the budget is there.</summary>
sealed class PointsToInfiniBand() : WorkloadRule("CDL8005", "Workload points to InfiniBand", Severity.Info)
{
    protected override IEnumerable<Finding> Check(Draft draft, WorkloadDraft workload)
    {
        if (!workload.Design.IsLatencySensitive || workload.Design.Budget is not { Class: BudgetClass.High } || !LeavesDomain(workload)) yield break;
        // Between sites light takes a thousand times as long as switches do.
        if (workload.Sites > 1) yield break;
        if (Fabric(draft, workload) is not { } fabric || fabric.Design.Protocol != "Ethernet") yield break;
        yield return Report(workload.Design, workload.Design.Latency!.Value.At,
            $"{Takes(workload)}, more than a domain, waits for single messages and has a high budget; `{fabric.Name}` is {fabric.Design.ProtocolName}. InfiniBand has the lower and steadier latency: {Latencies.Switch("InfiniBand", fabric.Design.SpeedGbps).Ns} ns a switch against {Latencies.Switch("Ethernet", fabric.Design.SpeedGbps).Ns}, and no loss to recover from. Declare `.InfiniBand(…)`, or a budget that weighs cost.");
    }
}
