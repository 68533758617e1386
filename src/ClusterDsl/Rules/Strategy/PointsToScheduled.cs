using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>All-to-all over hashed Ethernet takes much of the step: cells sprayed over all links come nearer to scale-up.</summary>
sealed class PointsToScheduled() : WorkloadRule("CDL8007", "Workload points to scheduled Ethernet", Severity.Info)
{
    protected override IEnumerable<Finding> Check(Draft draft, WorkloadDraft workload)
    {
        if (workload.Design is not { Step: { } step } || !LeavesDomain(workload)) yield break;
        if (Fabric(draft, workload) is not { } fabric || !IsPlainEthernet(fabric)) yield break;
        var us = workload.Exchanges.Where(e => e.Collective == "all-to-all" && e.Widths[1] > 1).Sum(e => (double)(e.Fastest?.Microseconds ?? 0));
        var all = step.Milliseconds * 1_000.0;
        // All that takes longer than the step is another rule's.
        if (us < all * draft.Thresholds.MaxAllToAllPercent / 100 || us > all) yield break;
        yield return Report(workload.Design, step.At,
            $"`{workload.Design.Name}` spends {Text.Time(us)} of each step of {Text.Time(all)} in all-to-all between domains, {Text.Decimal(100 * us / all)} % where this project minds {draft.Thresholds.MaxAllToAllPercent} % (clusterdsl.max_all_to_all_percent), and only if every link of `{fabric.Name}` is used evenly, which flows hashed over Ethernet are not. A scheduled fabric sprays cells over all links and comes nearer to it. Declare `.Scheduled(…)`, or measure what hashing leaves.");
    }
}
