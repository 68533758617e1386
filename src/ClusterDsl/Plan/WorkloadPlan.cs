namespace ClusterDsl.Plans;

/// <summary>One of the three layers as a GPU of this cluster has it: scale-up inside a domain, scale-out inside a site, scale-across between sites.</summary>
/// <param name="Name">"scale-up", "scale-out" or "scale-across".</param>
/// <param name="Parts">The GPUs of the largest part that it joins into one: a domain, a site, all sites.</param>
/// <param name="PerGpuMbps">What a GPU sends over it, one way, when all do at once, in Mb/s.</param>
/// <param name="LatencyNs">The time from one GPU to another, one way, in nanoseconds: the farthest two.</param>
/// <param name="Basis">What the two figures are made of, and which of it was not read in a source.</param>
public sealed record LayerPlan(string Name, int Parts, int PerGpuMbps, int LatencyNs, string Basis)
{
    /// <summary>The GPUs that its sites have power and racks for, filled as they are; 0 where the definition limits neither.</summary>
    public int Room { get; init; }

    /// <summary>What ends first at each of them: "east: power of 2 MW"; empty where nothing is limited.</summary>
    public string Limits { get; init; } = "";
}

/// <summary>A job that the cluster has to run, and how long it exchanges data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Gpus">The GPUs that it takes.</param>
/// <param name="GrowthThousandths">How many times as many it will need, in thousandths.</param>
/// <param name="StepMs">How long a step takes, in milliseconds; 0 where it was not declared.</param>
/// <param name="Exchanges">What its GPUs exchange in a step.</param>
/// <param name="At">Where it was declared.</param>
public sealed record WorkloadPlan(string Name, int Gpus, int GrowthThousandths, int StepMs, Seq<ExchangePlan> Exchanges, Origin At)
{
    /// <summary>Whether it waits for single messages.</summary>
    public bool IsLatencySensitive { get; init; }

    /// <summary>"low", "medium" or "high"; empty where it was not declared.</summary>
    public string Budget { get; init; } = "";

    /// <summary>What was taken of its model to tell what it exchanges; empty where nothing more than the formulas was.</summary>
    public string Basis { get; init; } = "";
}

/// <summary>A collective of a step.</summary>
/// <param name="Collective">"all-reduce", "all-gather", "reduce-scatter", "all-to-all" or "send".</param>
/// <param name="Across">"data", "tensor", "pipeline", "expert", "expert data" or "all": in what the GPUs differ that take part.</param>
/// <param name="Kibibytes">What a GPU has of the longer side, in all operations of a step, in KiB.</param>
/// <param name="Calls">The operations of a step.</param>
/// <param name="Widths">How the group lies: GPUs in a domain, domains in a site, sites.</param>
/// <param name="Estimates">How long it takes, by algorithm; empty where a layer that it needs is missing.</param>
public sealed record ExchangePlan(string Collective, string Across, long Kibibytes, int Calls, Seq<int> Widths, Seq<EstimatePlan> Estimates)
{
    /// <summary>The algorithm that takes the least time; null where none is known.</summary>
    public EstimatePlan? Fastest => Estimates.OrderBy(e => e.Microseconds).FirstOrDefault();
}

/// <summary>How long an algorithm takes for all operations of a step.</summary>
/// <param name="Algorithm">"ring", "double binary tree", "hierarchical" …</param>
/// <param name="Microseconds">The time, rounded up.</param>
public sealed record EstimatePlan(string Algorithm, int Microseconds);
