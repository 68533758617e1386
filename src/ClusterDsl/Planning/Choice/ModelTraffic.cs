using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>What the GPUs exchange in a step of training a model; the formulas are those of <see cref="Workload.Model"/>.</summary>
static class ModelTraffic
{
    public static IEnumerable<ExchangeDesign> Of(WorkloadDesign workload, int data)
    {
        if (workload.Model is not { } model) yield break;
        var (tensor, pipeline, expert) = (workload.Parallel.Tensor, workload.Parallel.Pipeline, workload.Parallel.Expert);
        if (data > 1) yield return new(Collective.AllReduce, Parallelism.Data, (double)model.Parameters / (tensor * pipeline) * model.Bytes, 1);

        var activations = (double)model.TokensPerStep / data * model.Hidden * model.Bytes;
        if (activations == 0) yield break;
        var calls = 4 * ((model.Layers + pipeline - 1) / pipeline);
        if (tensor > 1 && calls > 0) yield return new(Collective.AllReduce, Parallelism.Tensor, calls * activations, calls);
        if (pipeline > 1) yield return new(Collective.Send, Parallelism.Pipeline, 2 * activations, 2);
        if (expert > 1 && calls > 0 && model.ExpertsPerToken > 0) yield return new(Collective.AllToAll, Parallelism.Expert, calls * activations * model.ExpertsPerToken, calls);
    }
}
