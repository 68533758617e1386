using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>A workload with what follows from it: what its GPUs exchange, how they lie in the cluster, how long that takes.</summary>
sealed class WorkloadDraft(Draft draft, WorkloadDesign design)
{
    /// <summary>The largest whole number that every reader of a plan holds.</summary>
    const long Most = (1L << 53) - 1;

    Seq<ExchangePlan>? _exchanges;

    public WorkloadDesign Design { get; } = design;
    public int Gpus { get; } = design.Gpus!.Value.Count;
    public Capacity Capacity { get; } = new(draft);

    /// <summary>The data-parallel GPUs; 0 where the job does not divide so.</summary>
    public int Data { get; } = design.Gpus!.Value.Count % (design.Parallel.Tensor * design.Parallel.Pipeline) == 0
        ? design.Gpus!.Value.Count / (design.Parallel.Tensor * design.Parallel.Pipeline) : 0;

    /// <summary>Whether every part of the job has as many GPUs.</summary>
    public bool IsEven => Data > 0 && Data % Design.Parallel.Expert == 0;

    /// <summary>What was declared, and what follows from the model.</summary>
    public IReadOnlyList<ExchangeDesign> Exchanged => _exchanged ??= IsEven ? [.. Design.Exchanges, .. ModelTraffic.Of(Design, Data)] : [];
    IReadOnlyList<ExchangeDesign>? _exchanged;

    /// <summary>The fewest sites, the largest first, that have the GPUs; all that are joined where they have too few.</summary>
    public int Sites
    {
        get
        {
            var (sites, gpus) = (0, 0L);
            foreach (var site in Capacity.Joined)
            {
                if (gpus >= Gpus) break;
                gpus += site.Gpus;
                sites++;
            }
            return Math.Max(1, sites);
        }
    }

    public Seq<ExchangePlan> Exchanges => _exchanges ??= Exchanged.Select(Plan).ToSeq();

    public WorkloadPlan Plan() => new(Design.Name, Gpus, Design.Growth?.Thousandths ?? 1_000, Design.Step?.Milliseconds ?? 0, Exchanges, Design.At)
    {
        IsLatencySensitive = Design.IsLatencySensitive, Budget = Design.Budget is { } budget ? budget.Class.ToString().ToLowerInvariant() : "",
        Basis = IsEven && Design is { Model: { ExpertParameters: > 0 } model, Parallel.Expert: > 1 } ? Experts(model, Design.Parallel) : "",
    };

    /// <summary>What was taken of a mixture of experts to tell what is exchanged.</summary>
    string Experts(ModelDesign model, ParallelDesign layout) =>
        $"{Text.Number(model.ExpertParameters)} of {Text.Number(model.Parameters)} parameters are experts', 1/{Text.Number(layout.Expert)} of them on each GPU{(layout.Tensor > 1 ? ", divided by tensor parallelism like the others," : "")} and {(Data > layout.Expert ? $"on {Text.Number(Data / layout.Expert)} GPUs each" : "on one GPU only, which reduces them with no other")}"
        + (model is { ExpertsPerToken: > 0, ExpertLayers: > 0, Hidden: > 0, TokensPerStep: > 0 } ? $"; a token goes to {Text.Count(model.ExpertsPerToken, "expert")} in each of {Text.Count(model.ExpertLayers, "layer")}, a copy for each, evenly" : "");

    /// <summary>How long all of a step's exchanges take, each by its fastest algorithm; null where nothing is exchanged, or something of it is not known.</summary>
    public double? Microseconds() =>
        Exchanges.Count > 0 && Exchanges.All(e => e.Estimates.Count > 0 || e.Widths.All(w => w == 1)) ? Exchanges.Sum(e => (double)(e.Fastest?.Microseconds ?? 0)) : null;

    /// <summary>The least bandwidth of a GPU over a layer, in Mb/s, with which all is exchanged in this time; null where none would do.</summary>
    public int? LeastMbps(string layer, double microseconds)
    {
        // More bandwidth never takes longer.
        var (too, enough) = (1, int.MaxValue);
        if (MicrosecondsAt(layer, enough) is not { } best || best > microseconds) return null;
        while (enough - too > 1)
        {
            var middle = too + (enough - too) / 2;
            if (MicrosecondsAt(layer, middle) <= microseconds) enough = middle;
            else too = middle;
        }
        return enough;
    }

    double? MicrosecondsAt(string layer, int mbps)
    {
        var sum = 0.0;
        foreach (var exchange in Exchanged)
        {
            if (SpanOf(Widths(exchange.Across), layer, mbps) is not { } span) return null;
            sum += CollectiveTimes.Of(exchange.Collective, span, exchange.Bytes / exchange.Calls).Select(t => t.Us).DefaultIfEmpty().Min() * exchange.Calls;
        }
        return sum;
    }

    ExchangePlan Plan(ExchangeDesign exchange)
    {
        var widths = Widths(exchange.Across);
        var span = SpanOf(widths);
        var estimates = span is null ? [] : CollectiveTimes.Of(exchange.Collective, span, exchange.Bytes / exchange.Calls)
            .Select(e => new EstimatePlan(e.Algorithm, (int)Math.Min(int.MaxValue, Math.Ceiling(e.Us * exchange.Calls))));
        return new ExchangePlan(Name(exchange.Collective), Name(exchange.Across), (long)Math.Min(Most, Math.Round(exchange.Bytes / 1_024)), exchange.Calls, widths.ToSeq(), estimates.ToSeq());
    }

    /// <summary>How a group lies: its GPUs in a domain, its domains in a site, its sites. What fills a part only partly counts as filling it.</summary>
    public int[] Widths(Parallelism across)
    {
        var (ranks, apart) = Group(across);
        var domain = Math.Max(1, Math.Min(ranks, Capacity.DomainGpus / apart));
        var site = (int)Math.Max(domain, Math.Min(ranks, ((long)Gpus + Sites - 1) / Sites / apart));
        return [domain, Up(site, domain), Up(ranks, site)];

        static int Up(int all, int part) => (all + part - 1) / part;
    }

    /// <summary>How many GPUs a group has, and how far apart two neighbours are in the order of the job.</summary>
    (int Ranks, int Apart) Group(Parallelism across) => across switch
    {
        Parallelism.Tensor => (Design.Parallel.Tensor, 1),
        Parallelism.Pipeline => (Design.Parallel.Pipeline, Design.Parallel.Tensor * Data),
        Parallelism.Expert when Design.Parallel.Expert > 1 => (Design.Parallel.Expert, Design.Parallel.Tensor),
        Parallelism.ExpertData => (Data / Design.Parallel.Expert, Design.Parallel.Tensor * Design.Parallel.Expert),
        Parallelism.All => (Gpus, 1),
        _ => (Data, Design.Parallel.Tensor),
    };

    /// <summary>The layers that a group spans, one of them with another bandwidth where one is given; null where one of them is missing.</summary>
    Span? SpanOf(int[] widths, string? other = null, int mbps = 0)
    {
        var stages = new List<Stage>();
        foreach (var (width, name) in widths.Zip([LayerPlanner.ScaleUp, LayerPlanner.ScaleOut, LayerPlanner.ScaleAcross], (w, n) => (w, n)))
            if (width > 1)
            {
                var layer = draft.Layers.Value.FirstOrDefault(l => l.Name == name);
                // What is not there yet is asked for with no latency: it needs at least that.
                if ((name == other ? mbps : layer?.PerGpuMbps ?? 0) is not (> 0 and var given)) return null;
                stages.Add(new Stage(width, given, (layer?.LatencyNs ?? 0) / 1_000.0));
            }
        return new Span([.. stages]);
    }

    static string Name(Parallelism across) => across == Parallelism.ExpertData ? "expert data" : across.ToString().ToLowerInvariant();

    static string Name(Collective collective) => collective switch
    {
        Collective.AllReduce => "all-reduce",
        Collective.AllGather => "all-gather",
        Collective.ReduceScatter => "reduce-scatter",
        Collective.AllToAll => "all-to-all",
        _ => "send",
    };
}
