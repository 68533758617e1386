using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Cost decides, and latency does not.</summary>
sealed class PointsToRoce() : WorkloadRule("CDL8006", "Workload points to RoCEv2", Severity.Info)
{
    protected override IEnumerable<Finding> Check(Draft draft, WorkloadDraft workload)
    {
        if (workload.Design is not { IsLatencySensitive: false, Budget: { Class: BudgetClass.Low } budget } || !LeavesDomain(workload)) yield break;
        if (Fabric(draft, workload) is not { } fabric || fabric.Design.Protocol != "InfiniBand") yield break;
        yield return Report(workload.Design, budget.At,
            $"{Takes(workload)}, does not wait for single messages and has a low budget; `{fabric.Name}` is {fabric.Design.ProtocolName}. RoCEv2 uses Ethernet again and has the wider choice of switches and optics, for tuning: PFC for one lossless class, ECN with DCQCN so that PFC stays rare, and switch buffer for the headroom of every lossless port. Declare `.Ethernet(…).RoCEv2()`, or what makes it wait.");
    }
}
