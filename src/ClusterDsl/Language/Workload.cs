using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Planning;

namespace ClusterDsl;

/// <summary>A job that the cluster has to run.</summary>
public sealed class Workload : Declaration
{
    readonly WorkloadDesign _design;

    internal Workload(WorkloadDesign design) => _design = design;

    /// <summary>The GPUs that it takes. A job of no more than a scale-up domain is CDL8001; one of more than the largest site, where nothing joins the sites, CDL8003; one of more
    /// than all sites have CDL8004; one of several nodes that no fabric joins CDL8002; training on GPUs with nothing but PCIe between them CDL8008.</summary>
    /// <param name="count">1 to 16,777,216 (CDL1003); left undeclared, CDL8010.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload Gpus(int count, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Once(file, line, out var cluster);
        var within = cluster.Within(count, 1, Limits.Devices, $"the GPUs of `{_design.Name}`", at.Argument("count"), out var legal);
        _design.Gpus = (within, at.Argument("count"));
        if (!legal) _design.Incomplete = true;
        return this;
    }

    /// <summary>All GPUs of a group get the sum of what each has: gradients, as a rule.</summary>
    /// <param name="perStep">What one GPU has, in all operations of a step: 1 KiB to 1 TiB (CDL1003).</param>
    /// <param name="across">In what the GPUs of the group differ.</param>
    /// <param name="calls">The operations of a step that it is divided into, 1 to 1,000,000 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload AllReduce(DataSize perStep, Parallelism across = Parallelism.Data, int calls = 1, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Exchange(Collective.AllReduce, perStep, across, calls, Origin.Here(file, line));

    /// <summary>All GPUs of a group get what each has a part of: sharded parameters, as a rule.</summary>
    /// <param name="perStep">What one GPU has at the end, in all operations of a step: 1 KiB to 1 TiB (CDL1003).</param>
    /// <param name="across">In what the GPUs of the group differ.</param>
    /// <param name="calls">The operations of a step that it is divided into, 1 to 1,000,000 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload AllGather(DataSize perStep, Parallelism across = Parallelism.Data, int calls = 1, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Exchange(Collective.AllGather, perStep, across, calls, Origin.Here(file, line));

    /// <summary>Each GPU of a group gets its part of the sum of what all have: sharded gradients, as a rule.</summary>
    /// <param name="perStep">What one GPU has at the beginning, in all operations of a step: 1 KiB to 1 TiB (CDL1003).</param>
    /// <param name="across">In what the GPUs of the group differ.</param>
    /// <param name="calls">The operations of a step that it is divided into, 1 to 1,000,000 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload ReduceScatter(DataSize perStep, Parallelism across = Parallelism.Data, int calls = 1, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Exchange(Collective.ReduceScatter, perStep, across, calls, Origin.Here(file, line));

    /// <summary>Each GPU of a group sends every other a part of its own: tokens to their experts, as a rule.</summary>
    /// <param name="perStep">What one GPU sends to all together, in all operations of a step: 1 KiB to 1 TiB (CDL1003).</param>
    /// <param name="across">In what the GPUs of the group differ.</param>
    /// <param name="calls">The operations of a step that it is divided into, 1 to 1,000,000 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload AllToAll(DataSize perStep, Parallelism across = Parallelism.Expert, int calls = 1, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Exchange(Collective.AllToAll, perStep, across, calls, Origin.Here(file, line));

    /// <summary>A model that is trained. What is exchanged in a step follows from it: b bytes a number, P parameters, t tokens a step and data-parallel rank, L layers, h their width.
    /// <list type="bullet">
    /// <item>data: an all-reduce of the gradients, P/(tensor·pipeline)·b; where the experts, E of the parameters, are spread over several GPUs, of (P−E)/(tensor·pipeline)·b;</item>
    /// <item>experts' data: of E/(expert·tensor·pipeline)·b among the GPUs that hold the same (S. Rajbhandari et al., DeepSpeed-MoE, 2022);</item>
    /// <item>tensor: 4·L/pipeline all-reduces of t·h·b, two forward and two backward in each layer (M. Shoeybi et al., Megatron-LM, 2019);</item>
    /// <item>pipeline: t·h·b to the next stage and back (D. Narayanan et al., Efficient Large-Scale Language Model Training, 2021);</item>
    /// <item>expert: 4·L/pipeline all-to-alls of t·h·b·k, tokens out and back, forward and backward (D. Lepikhin et al., GShard, 2020), L being the layers that have experts.</item>
    /// </list>
    /// What rests on a figure that was left out is not derived; the gradients of experts that are spread and not counted are CDL8010.</summary>
    /// <param name="parameters">A million to 100 trillion (CDL1003).</param>
    /// <param name="precision">In which gradients and activations are exchanged.</param>
    /// <param name="tokensPerStep">Of the whole job, 0 to 10 billion (CDL1003); 0 for not known.</param>
    /// <param name="layers">0 to 100,000 (CDL1003); 0 for not known.</param>
    /// <param name="hidden">The width of a layer, 0 to 10,000,000 (CDL1003); 0 for not known.</param>
    /// <param name="expertsPerToken">Experts that a token goes to, 0 to 10,000 (CDL1003); 0 for a dense model.</param>
    /// <param name="expertParameters">Those of all routed experts, of the parameters; experts that every token passes are none of them. 0 to all of them (CDL1003); 0 for not known.</param>
    /// <param name="expertLayers">The layers that have experts, 0 to all of them (CDL1003); 0 for all.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload Model(long parameters, Precision precision = Precision.Bf16, long tokensPerStep = 0, int layers = 0, int hidden = 0, int expertsPerToken = 0,
        long expertParameters = 0, int expertLayers = 0,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Once(file, line, out var cluster);
        var legal = Large(parameters, 1_000_000, 100_000_000_000_000, "parameters", at) & Large(tokensPerStep, 0, 10_000_000_000, "tokensPerStep", at)
            & Large(expertParameters, 0, Math.Max(0, parameters), "expertParameters", at);
        var deep = cluster.Within(layers, 0, 100_000, "the layers of the model", at.Argument("layers"), out var deepLegal);
        var wide = cluster.Within(hidden, 0, 10_000_000, "the width of a layer", at.Argument("hidden"), out var wideLegal);
        var experts = cluster.Within(expertsPerToken, 0, 10_000, "the experts that a token goes to", at.Argument("expertsPerToken"), out var expertsLegal);
        var routed = cluster.Within(expertLayers, 0, deepLegal && deep > 0 ? deep : 100_000, "the layers that have experts", at.Argument("expertLayers"), out var routedLegal);
        if (legal && deepLegal && wideLegal && expertsLegal && routedLegal)
            _design.Model = new ModelDesign(parameters, precision, tokensPerStep, deep, wide, experts) { ExpertParameters = expertParameters, ExpertLayers = routed > 0 ? routed : deep };
        else _design.Incomplete = true;
        return this;
    }

    /// <summary>Into how many parts the job is divided each way. What is left of its GPUs is data-parallel. Left out, all is. GPUs that do not divide so, and experts that are spread of which nobody says how large they are, are CDL8010.</summary>
    /// <param name="tensor">GPUs that share each layer, 1 to 4,096 (CDL1003).</param>
    /// <param name="pipeline">Stages of the layers, 1 to 4,096 (CDL1003).</param>
    /// <param name="expert">Data-parallel GPUs that the experts are spread over, 1 to 65,536 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload Parallel(int tensor = 1, int pipeline = 1, int expert = 1, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Once(file, line, out var cluster);
        var tensors = cluster.Within(tensor, 1, 4_096, "the tensor-parallel GPUs", at.Argument("tensor"), out var tensorLegal);
        var stages = cluster.Within(pipeline, 1, 4_096, "the stages of the pipeline", at.Argument("pipeline"), out var pipelineLegal);
        var experts = cluster.Within(expert, 1, 65_536, "the expert-parallel GPUs", at.Argument("expert"), out var expertLegal);
        _design.Parallel = new ParallelDesign(tensors, stages, experts, at);
        if (!(tensorLegal && pipelineLegal && expertLegal)) _design.Incomplete = true;
        return this;
    }

    /// <summary>Whether the job waits for single messages, as inference does. One that does points to InfiniBand (CDL8005), and is not to span sites (CDL8009). Left out, it does not.</summary>
    /// <param name="sensitive">Whether it does.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload LatencySensitive(bool sensitive = true, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Latency = (sensitive, Once(file, line, out _));
        return this;
    }

    /// <summary>How many times as many GPUs it will need. Where its sites run out of power or of racks before, CDL8003. Left out, it stays as it is.</summary>
    /// <param name="factor">1 to 100 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload Growth(double factor, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Once(file, line, out var cluster).Argument("factor");
        var thousandths = cluster.Within(Units.Saturate(factor * 1000), 1_000, 100_000, $"the growth of `{_design.Name}`", at, out var legal, "Thousandths");
        if (legal) _design.Growth = (thousandths, at);
        return this;
    }

    /// <summary>What it may cost: with a high budget a job that is sensitive to latency points to InfiniBand (CDL8005), with a low one any other to RoCEv2 (CDL8006). Left out, nothing is advised.</summary>
    /// <param name="budget">What decides.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload Budget(BudgetClass budget, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Budget = (budget, Once(file, line, out _).Argument("budget"));
        return this;
    }

    /// <summary>How long a step takes. Exchanging that takes longer is CDL8002, with the bandwidth that it would need; all-to-all over Ethernet that takes a quarter of it, or what the project says, CDL8007. Left out, no time is asked.</summary>
    /// <param name="milliseconds">1 to 10,000,000 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload StepTime(int milliseconds, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Once(file, line, out var cluster).Argument("milliseconds");
        var within = cluster.Within(milliseconds, 1, 10_000_000, $"the milliseconds of a step of `{_design.Name}`", at, out var legal);
        if (legal) _design.Step = (within, at);
        return this;
    }

    /// <summary>Accepts the findings of a rule about this workload, with the reason. They stay in the plan as waivers; without any, it is CDL9001.</summary>
    /// <param name="rule">The id of the rule: "CDL8001".</param>
    /// <param name="reason">Why it is acceptable here; not empty (CDL1003), not left to be written (CDL9002).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Workload Accept(string rule, string reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Cluster.Accept(_design, rule, reason, Origin.Here(file, line));
        return this;
    }

    Workload Exchange(Collective collective, DataSize perStep, Parallelism across, int calls, Origin at)
    {
        var size = _design.Cluster.Within(perStep.Kibibytes, 1, Limits.Kibibytes, "what is exchanged, in KiB,", at.Argument("perStep"), out var sizeLegal, "Kibibytes");
        var times = _design.Cluster.Within(calls, 1, 1_000_000, "the operations of a step", at.Argument("calls"), out var callsLegal);
        if (sizeLegal && callsLegal) _design.Exchanges.Add(new ExchangeDesign(collective, across, size * 1024.0, times));
        else _design.Incomplete = true;
        return this;
    }

    /// <summary>A number that no int holds.</summary>
    bool Large(long value, long least, long most, string parameter, Origin at)
    {
        if (value >= least && value <= most) return true;
        _design.Cluster.Violations.Add(new Violation($"`{parameter}` is {Text.Number(value)}; it must be {Text.Number(least)} to {Text.Number(most)}", at.Argument(parameter)));
        return false;
    }

    Origin Once(string file, int line, out ClusterDesign cluster, [CallerMemberName] string what = "") =>
        (cluster = _design.Cluster).Once(_design, Origin.Here(file, line), what);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _design.Incomplete = true;
}
