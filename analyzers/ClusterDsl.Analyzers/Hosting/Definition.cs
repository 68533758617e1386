using ClusterDsl.Language;
using ClusterDsl.Plans;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>
/// What a definition says by itself, whatever others say: it holds as long as the files that it was read from stay. Holds no symbol,
/// no syntax and no compilation, so it may be kept.
/// </summary>
/// <param name="method">The method's name.</param>
/// <param name="plan">The plan, as far as it could be made; null when the method could not be evaluated to the end.</param>
/// <param name="problems">What is wrong with the method.</param>
/// <param name="findings">What is wrong with the plan.</param>
/// <param name="ifRepeated">What is wrong with it when another cluster has its name.</param>
/// <param name="read">What it was read from.</param>
internal sealed class Definition(
    string method, Plan? plan, IReadOnlyList<Found> problems, IReadOnlyList<Found> findings, Found? ifRepeated, FilesRead read)
{
    string? _json;

    public string Method { get; } = method;

    public Plan? Plan { get; } = plan;

    public IReadOnlyList<Found> Problems { get; } = problems;

    public IReadOnlyList<Found> Findings { get; } = findings;

    public Found? IfRepeated { get; } = ifRepeated;

    public FilesRead Read { get; } = read;

    /// <summary>The plan as text. What nobody asked of it while typing is found now.</summary>
    public string Json(CancellationToken cancellation)
    {
        Work.Step = cancellation.ThrowIfCancellationRequested;
        try
        {
            return _json ??= PlanJson.Write(Plan!);
        }
        finally
        {
            Work.Step = null;
        }
    }

    /// <summary>Whether it would be evaluated to the same again.</summary>
    public bool Holds(HashSet<int> changed, bool besideGenerated) =>
        Read.AreNone(changed)
        // What is missing may be a generated member, which only some of the hosts see.
        && !Read.Generated && (Plan is not null || Read.BesideGenerated == besideGenerated);
}

/// <summary>The files whose insides an evaluation depends on.</summary>
/// <param name="Files">Their places in the snapshot.</param>
/// <param name="Generated">Whether it depends on what was generated from a definition.</param>
/// <param name="BesideGenerated">Whether that was there at all.</param>
internal sealed record FilesRead(IReadOnlyList<int> Files, bool Generated, bool BesideGenerated)
{
    public bool AreNone(HashSet<int> changed) => changed.Count == 0 || !Files.Any(changed.Contains);
}
