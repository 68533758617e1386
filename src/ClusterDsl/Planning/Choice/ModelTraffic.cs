using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>What the GPUs exchange in a step of training a model; the formulas are those of <see cref="Workload.Model"/>.</summary>
static class ModelTraffic
{
    public static IEnumerable<ExchangeDesign> Of(WorkloadDesign workload, int data)
    {
        if (workload.Model is not { } model) return [];
        var layout = workload.Parallel;
        return [.. Gradients(model, layout, data), .. Activations(model, layout, (double)model.TokensPerStep / data * model.Hidden * model.Bytes)];
    }

    /// <summary>Whether its experts are spread over several GPUs, and nobody says how many of the parameters are theirs.</summary>
    public static bool IsUncounted(ModelDesign model, ParallelDesign layout) => layout.Expert > 1 && model.ExpertParameters == 0;

    /// <summary>Each parameter is reduced among the GPUs that hold it: one that is everybody's among all data-parallel ones, one of an expert among those that have the expert.</summary>
    static IEnumerable<ExchangeDesign> Gradients(ModelDesign model, ParallelDesign layout, int data)
    {
        if (IsUncounted(model, layout)) yield break;
        var spread = layout.Expert > 1 ? model.ExpertParameters : 0;
        if (data > 1 && model.Parameters > spread) yield return Reduced(Parallelism.Data, model.Parameters - spread, 1);
        if (data > layout.Expert && spread > 0) yield return Reduced(Parallelism.ExpertData, spread, layout.Expert);

        ExchangeDesign Reduced(Parallelism across, long parameters, int parts) =>
            new(Collective.AllReduce, across, (double)parameters / ((double)parts * layout.Tensor * layout.Pipeline) * model.Bytes, 1);
    }

    /// <summary>What the tokens of a data-parallel rank are in a layer, each time that they are passed on.</summary>
    static IEnumerable<ExchangeDesign> Activations(ModelDesign model, ParallelDesign layout, double bytes)
    {
        if (bytes == 0) yield break;
        var (calls, routed) = (Calls(model.Layers), Calls(model.ExpertLayers));
        if (layout.Tensor > 1 && calls > 0) yield return new(Collective.AllReduce, Parallelism.Tensor, calls * bytes, calls);
        if (layout.Pipeline > 1) yield return new(Collective.Send, Parallelism.Pipeline, 2 * bytes, 2);
        if (layout.Expert > 1 && routed > 0 && model.ExpertsPerToken > 0) yield return new(Collective.AllToAll, Parallelism.Expert, routed * bytes * model.ExpertsPerToken, routed);

        // The stage that has the most layers.
        int Calls(int layers) => 4 * ((layers + layout.Pipeline - 1) / layout.Pipeline);
    }
}
