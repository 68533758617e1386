using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>What the definitions of a compilation say. Holds no symbol, no syntax and no compilation, so it may be kept.</summary>
internal sealed class Evaluation(IReadOnlyList<EvaluatedClass> classes)
{
    public static readonly Evaluation Empty = new([]);

    public IReadOnlyList<EvaluatedClass> Classes { get; } = classes;

    /// <summary>Every finding once: clusters that share a helper share what is wrong in it.</summary>
    public IEnumerable<Found> Findings => Classes.SelectMany(c => c.Findings.Concat(c.Clusters.SelectMany(m => m.Findings))).Distinct();
}

/// <summary>A class marked [Cluster].</summary>
/// <param name="FullName">Namespace and containing types included.</param>
/// <param name="Clusters">Its definitions in source order.</param>
/// <param name="Findings">What is wrong with the class itself.</param>
internal sealed record EvaluatedClass(string FullName, IReadOnlyList<EvaluatedCluster> Clusters, IReadOnlyList<Found> Findings);

/// <summary>A definition.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Plan">The plan, as far as it could be made; null when the method could not be evaluated to the end.</param>
/// <param name="Findings">The language's and the plan's findings.</param>
internal sealed record EvaluatedCluster(string Method, Plan? Plan, IReadOnlyList<Found> Findings)
{
    string? _json;

    /// <summary>Whether the plan may be built: an incomplete plan, or one with errors, is never embedded.</summary>
    public bool IsValid => Plan is { HasErrors: false } && !Findings.Any(f => f.IsError);

    public string Json => _json ??= PlanJson.Write(Plan!);
}
