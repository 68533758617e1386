using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A workload of which nothing can be said: no GPUs, GPUs that do not divide as it is declared, experts of which nobody says how large they are.</summary>
sealed class CannotBeSpread() : DesignRule("CDL8010", "Workload that cannot be spread", "Strategy", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var workload in draft.Design.Workloads.Where(w => w is { Incomplete: false, Gpus: null }))
            yield return Report(workload, workload.At, $"`{workload.Name}` does not say how many GPUs it takes. Declare them with `.Gpus(…)`.");
        foreach (var workload in draft.Workloads.Where(w => !w.IsEven))
            yield return Report(workload.Design, workload.Design.Parallel.At, $"{Uneven(workload, workload.Design.Parallel)} What it exchanges is not estimated.");
        foreach (var workload in draft.Workloads.Where(w => w.IsEven && SaysNothingOfExperts(w.Design)))
            yield return Report(workload.Design, workload.Design.Parallel.At,
                $"the experts of `{workload.Design.Name}` are spread over {Text.Number(workload.Design.Parallel.Expert)} GPUs, and it does not say how many of its {Text.Number(workload.Design.Model!.Parameters)} parameters are theirs. The all-reduce of its gradients is not estimated. Declare `.Model(expertParameters: …)`.");
    }

    /// <summary>What it exchanges of gradients it may have declared itself.</summary>
    static bool SaysNothingOfExperts(WorkloadDesign design) => design.Model is { } model && ModelTraffic.IsUncounted(model, design.Parallel)
        && !design.Exchanges.Any(e => e.Across is Parallelism.Data or Parallelism.ExpertData);

    static string Uneven(WorkloadDraft workload, ParallelDesign parallel) => workload.Data == 0
        ? $"the {Text.Number(workload.Gpus)} GPUs of `{workload.Design.Name}` do not divide by {parallel.Tensor} of tensor × {parallel.Pipeline} of pipeline parallelism. Take {Text.Number(Math.Max(1, workload.Gpus / (parallel.Tensor * parallel.Pipeline)) * (long)parallel.Tensor * parallel.Pipeline)}, or divide otherwise."
        : $"the {Text.Number(workload.Data)} data-parallel GPUs of `{workload.Design.Name}` do not divide by {parallel.Expert} of expert parallelism. Spread the experts over {Ratio.Gcd(workload.Data, parallel.Expert)}, or divide otherwise.";
}
