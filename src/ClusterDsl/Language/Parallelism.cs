namespace ClusterDsl;

/// <summary>
/// In what the GPUs of a job differ that exchange something. GPUs of one tensor group follow each other, so that they are in one
/// scale-up domain where it is large enough; then those of one data-parallel group; the stages of a pipeline are farthest apart.
/// </summary>
public enum Parallelism
{
    /// <summary>In the data they work on: all GPUs, divided by tensor and pipeline.</summary>
    Data,

    /// <summary>In the part of each layer that they hold.</summary>
    Tensor,

    /// <summary>In the layers that they hold.</summary>
    Pipeline,

    /// <summary>In the experts that they hold: among those of one data-parallel group; all of it where no number of experts is declared.</summary>
    Expert,

    /// <summary>All GPUs of the job.</summary>
    All,

    /// <summary>In the data they work on, the same experts being held: the data-parallel ones, divided by expert. What Megatron-Core calls expert data-parallel.</summary>
    ExpertData,
}

/// <summary>What a number of a model takes when it is exchanged.</summary>
public enum Precision
{
    /// <summary>Two bytes.</summary>
    Bf16,

    /// <summary>Two bytes.</summary>
    Fp16,

    /// <summary>Four bytes.</summary>
    Fp32,

    /// <summary>One byte.</summary>
    Fp8,
}

/// <summary>What a workload may cost.</summary>
public enum BudgetClass
{
    /// <summary>Cost decides; what is there is used again.</summary>
    Low,

    /// <summary>Cost and performance are weighed.</summary>
    Medium,

    /// <summary>Performance decides.</summary>
    High,
}
