using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The power or the room of the sites ends before the job is served: it needs scale-across.</summary>
sealed class SiteRunsOut() : WorkloadRule("CDL8003", "Workload outgrows its site", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, WorkloadDraft workload)
    {
        var joined = workload.Capacity.Joined;
        if (joined.Count == 0 || workload.Gpus > workload.Capacity.All) yield break;
        var there = joined.Sum(s => s.Gpus);
        if (workload.Gpus > there)
        {
            yield return Report(workload.Design, workload.Design.Gpus!.Value.At,
                $"{Takes(workload)}; the largest of {Text.Count(workload.Capacity.Sites.Count, "site")}, `{joined[0].Site.Name}`, has {Text.Number(joined[0].Gpus)}, and nothing joins as many as it takes. It needs scale-across: join the sites with `.Interconnect(…)`, or take {Text.Number(there)}.");
            yield break;
        }
        if (workload.Design.Growth is not { } growth) yield break;
        var rooms = joined.Select(s => SiteRoom.Of(draft, s.Site, s.Gpus)).ToList();
        if (rooms.Any(r => r.Gpus is null) || rooms.Sum(r => r.Gpus!.Value) is var most && most >= workload.Design.GrownGpus) yield break;
        yield return Report(workload.Design, growth.At,
            $"{Takes(workload)} and grows {Text.Thousandths(growth.Thousandths)} times, to {Text.Number(workload.Design.GrownGpus)}; {string.Join(", ", rooms.Select(r => $"`{r.Site.Name}` ends at {Text.Number(r.Gpus!.Value)} by its {r.Limit}"))}. It then needs scale-across: plan a further site and the interconnect to it, or more of what runs out.");
    }
}
