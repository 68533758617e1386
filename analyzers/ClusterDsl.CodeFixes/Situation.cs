using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Plans;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.CodeFixes;

/// <summary>
/// The source as it is, to compare with what a fix would make of it. A fix is tried before it is offered: the changed source is
/// compiled, evaluated and planned again.
/// </summary>
sealed class Situation(Compilation compilation, Evaluation evaluation)
{
    public Evaluation Evaluation => evaluation;

    /// <summary>Whether the fix removes a finding of the rule and brings no error of C#, no finding of another rule and no end of a plan.</summary>
    public async Task<bool> IsImprovedBy(Fix fix, string rule, Project changed, CancellationToken cancellation)
    {
        if (await changed.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compiled) return false;
        var paths = new HashSet<string>(fix.Edits.Select(e => e.Path));
        if (Errors(compiled, paths, cancellation) > Errors(compilation, paths, cancellation)) return false;

        var after = Engine.EvaluateAfresh(compiled, cancellation, options: changed.AnalyzerOptions.AnalyzerConfigOptionsProvider);
        var planned = new HashSet<(string, string)>(Planned(after));
        if (Planned(evaluation).Any(cluster => !planned.Contains(cluster))) return false;

        var (was, becomes) = (Counts(evaluation), Counts(after));
        return becomes.GetOrZero(rule) < was.GetOrZero(rule)
            && (Hides(rule) || becomes.Keys.All(r => becomes[r] <= was.GetOrZero(r) || (fix.IsDecision && r.StartsWith("CDL9", StringComparison.Ordinal))));
    }

    /// <summary>What cannot be evaluated, and values and names that cannot be, keep part of the design from being planned: its findings show after the fix.</summary>
    static bool Hides(string rule) => rule.StartsWith("CDL0", StringComparison.Ordinal) || rule is "CDL1003" or "CDL1004" or "CDL1005";

    static int Errors(Compilation compilation, HashSet<string> paths, CancellationToken cancellation) => compilation.SyntaxTrees
        .Where(t => paths.Contains(t.FilePath))
        .Sum(t => compilation.GetSemanticModel(t).GetDiagnostics(cancellationToken: cancellation).Count(d => d.Severity == DiagnosticSeverity.Error));

    static IEnumerable<(string, string)> Planned(Evaluation evaluation) =>
        evaluation.Classes.SelectMany(c => c.Clusters.Where(m => m.Plan is not null).Select(m => (c.FullName, m.Method)));

    static Dictionary<string, int> Counts(Evaluation evaluation) =>
        evaluation.Findings.GroupBy(f => f.Rule).ToDictionary(f => f.Key, f => f.Count());
}

static class CountExtensions
{
    public static int GetOrZero(this Dictionary<string, int> counts, string rule) => counts.TryGetValue(rule, out var count) ? count : 0;
}
