namespace ClusterDsl.Model;

/// <summary>What an author asks of a fabric beyond its shape; the rules hold the plan against it.</summary>
sealed class RequirementsDesign
{
    public List<SurvivalDesign> Survivals { get; } = [];

    /// <summary>The part of every switch's ports that stays free, in hundredths of a percent.</summary>
    public (int Hundredths, Origin At)? SparePorts { get; set; }
    public (int Links, Origin At)? MaxHops { get; set; }
    public (int Gbps, Origin At)? PerGpu { get; set; }
}

/// <summary>What must be left after a failure, in hundredths of a percent.</summary>
sealed record SurvivalDesign(Loss Loss, int Hundredths, Origin At);
