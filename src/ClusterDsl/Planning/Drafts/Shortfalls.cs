using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>A shape that cannot be, and which rule says so.</summary>
sealed record Misfit(string Rule, string What, string Remedy, Origin At)
{
    public Fix? Fix { get; init; }
}

/// <summary>A device that would need more ports than it has.</summary>
sealed record Shortage(string Device, string Needs, string Has, string Remedy, Origin At)
{
    public Fix? Fix { get; init; }
}

/// <summary>Two ends without a speed and signalling in common.</summary>
sealed record Mismatch(string Lower, string Upper, string Remedy, Origin At)
{
    public Fix? Fix { get; init; }
}

/// <summary>A port that does not land on the leaf of its rail.</summary>
sealed record Misaligned(string What, string Remedy, Origin At)
{
    public Fix? Fix { get; init; }
}

/// <summary>Something that a fabric cannot do without.</summary>
sealed record Missing(string What, string Remedy, Origin At)
{
    public Fix? Fix { get; init; }
}

/// <summary>A name that nothing carries.</summary>
sealed record UnknownName(string What, string Name, IReadOnlyList<string> Known, Origin At);
