using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A job that waits for single messages and is larger than a site.</summary>
sealed class WaitsForOtherSite() : WorkloadRule("CDL8009", "Latency-sensitive workload spans sites", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, WorkloadDraft workload)
    {
        if (!workload.Design.IsLatencySensitive || workload.Sites < 2 || workload.Gpus > workload.Capacity.Joined.Sum(s => s.Gpus)) yield break;
        var slowest = draft.Interconnects.Where(i => i.CapacityGbps > 0).OrderByDescending(i => i.OneWayNs).First();
        var largest = workload.Capacity.Joined[0];
        yield return Report(workload.Design, workload.Design.Latency!.Value.At,
            $"{Takes(workload)} and waits for single messages; `{largest.Site.Name}` has {Text.Number(largest.Gpus)}, so that it spans {workload.Sites} sites, and a message over `{slowest.Design.Name}` takes {Text.Time(slowest.OneWayNs / 1_000.0)} one way, where one inside a site takes a few µs. Take {Text.Number(largest.Gpus)} or fewer, or enlarge the site.");
    }
}
