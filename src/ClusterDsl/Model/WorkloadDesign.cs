namespace ClusterDsl.Model;

/// <summary>A job that the cluster has to run.</summary>
sealed class WorkloadDesign(ClusterDesign cluster, string name, Origin at) : Declared(cluster)
{
    public ClusterDesign Cluster { get; } = cluster;
    public string Name { get; } = name;
    public Origin At { get; } = at;
    public (int Count, Origin At)? Gpus { get; set; }

    /// <summary>What its GPUs exchange in a step, as declared; what follows from a model is added by the planner.</summary>
    public List<ExchangeDesign> Exchanges { get; } = [];
    public ModelDesign? Model { get; set; }
    public ParallelDesign Parallel { get; set; } = new(1, 1, 1, at);
    public (bool Sensitive, Origin At)? Latency { get; set; }

    /// <summary>How many times as many GPUs it will need, in thousandths.</summary>
    public (int Thousandths, Origin At)? Growth { get; set; }
    public (BudgetClass Class, Origin At)? Budget { get; set; }
    public (int Milliseconds, Origin At)? Step { get; set; }

    /// <summary>Something in it could not be evaluated.</summary>
    public bool Incomplete { get; set; }

    public bool IsLatencySensitive => Latency is { Sensitive: true };

    /// <summary>The GPUs that it needs once it has grown.</summary>
    public long GrownGpus => ((Gpus?.Count ?? 0) * (long)(Growth?.Thousandths ?? 1_000) + 999) / 1_000;
}

/// <summary>A collective of a step: so many bytes in so many operations, among GPUs that differ in one way.</summary>
sealed record ExchangeDesign(Planning.Collective Collective, Parallelism Across, double Bytes, int Calls);

/// <summary>The figures of a model from which what is exchanged follows. What is 0 was not declared.</summary>
sealed record ModelDesign(long Parameters, Precision Precision, long TokensPerStep, int Layers, int Hidden, int ExpertsPerToken)
{
    /// <summary>Those of the parameters that are experts'.</summary>
    public long ExpertParameters { get; set; }

    /// <summary>The layers that have experts.</summary>
    public int ExpertLayers { get; set; }

    /// <summary>What one number takes.</summary>
    public int Bytes => Precision switch { Precision.Fp32 => 4, Precision.Fp8 => 1, _ => 2 };
}

/// <summary>Into how many parts a job is divided each way; what is left of its GPUs is data-parallel.</summary>
sealed record ParallelDesign(int Tensor, int Pipeline, int Expert, Origin At);
