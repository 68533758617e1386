using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A job that exceeds a domain, without a fabric, or with one over which a step's exchange takes longer than the step.</summary>
sealed class ScaleOutTooSlow() : WorkloadRule("CDL8002", "Scale-out too slow for the workload", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, WorkloadDraft workload)
    {
        if (!LeavesDomain(workload) || workload.Gpus > workload.Capacity.Joined.Sum(s => s.Gpus)) yield break;
        var bare = workload.Capacity.Joined.Take(workload.Sites).Where(s => LayerPlanner.FabricOf(draft, s.Site) is null).Select(s => s.Site).FirstOrDefault();
        if (bare is not null && !bare.Fabrics.Any())
            yield return Report(workload.Design, workload.Design.Gpus!.Value.At,
                $"{Takes(workload)}, a domain of `{workload.Capacity.Largest!.Id}` has {workload.Capacity.DomainGpus}, and no fabric of `{bare.Name}` joins the domains. {Advice(draft, workload)}");
        if (bare is not null || workload.Design.Step is not { } step || workload.Microseconds() is not { } us || us <= step.Milliseconds * 1_000.0) yield break;
        yield return Report(workload.Design, step.At,
            $"{Takes(workload)} and exchanges for {Text.Time(us)} in each step of {Text.Time(step.Milliseconds * 1_000.0)}, computing not counted{Most(workload)}. {Advice(draft, workload)}");
    }

    /// <summary>", 2.67 s of it all-reduce of tensor parallelism, inside a domain": of several exchanges, what takes longest, and how far it goes.</summary>
    static string Most(WorkloadDraft workload)
    {
        if (workload.Exchanges.Count < 2 || workload.Exchanges.OrderByDescending(e => e.Fastest?.Microseconds ?? 0).First() is not { Fastest: { } fastest } most) return "";
        return $", {Text.Time(fastest.Microseconds)} of it {most.Collective} of {(most.Across == "all" ? "all GPUs" : $"{most.Across} parallelism")}, {(most.Widths[2] > 1 ? "between sites" : most.Widths[1] > 1 ? "between domains" : "inside a domain")}";
    }

    static string Advice(Draft draft, WorkloadDraft workload)
    {
        if (workload.Design.Step is { } step)
        {
            var us = step.Milliseconds * 1_000.0;
            if (workload.LeastMbps(LayerPlanner.ScaleOut, us) is { } least)
                return $"It needs scale-out of at least {Text.Number((least + 999) / 1_000)} Gb/s a GPU, or less to exchange.";
            if (workload.Sites > 1 && workload.LeastMbps(LayerPlanner.ScaleAcross, us) is { } across)
            {
                var weakest = draft.Interconnects.Where(i => i.CapacityGbps > 0).OrderBy(i => i.CapacityGbps).First();
                return $"It needs at least {Text.Number((across * workload.Capacity.Joined[0].Gpus + 999) / 1_000)} Gb/s between the sites, where `{weakest.Design.Name}` has {Text.Number(weakest.CapacityGbps)}, or less to exchange.";
            }
            return $"More bandwidth between domains{(workload.Sites > 1 ? " or between sites" : "")} alone would not be enough: exchange less, in fewer operations, or take longer steps.";
        }
        // As many rings as a domain has GPUs go out of it, and each GPU relays all of them inside.
        return workload.Capacity.Domain is { GpusPerDomain: > 1 } domain
            ? $"For a ring to be no slower between domains than inside, a GPU needs at least {Text.Number((long)Math.Ceiling(domain.PerGpuGbps / domain.GpusPerDomain))} Gb/s of scale-out. Connect the nodes to a fabric."
            : "Connect the nodes to a fabric.";
    }
}
