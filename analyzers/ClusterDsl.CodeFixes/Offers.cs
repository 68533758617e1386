using System.Collections.Immutable;
using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Analyzers.Rules;
using ClusterDsl.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RuleSet = ClusterDsl.Rules.RuleSet;

namespace ClusterDsl.CodeFixes;

/// <summary>What an editor is offered for a diagnostic: the fixes of its finding that were tried and hold.</summary>
static class Offers
{
    public static readonly ImmutableArray<string> Rules = [.. LanguageRules.All.Concat(RuleSet.All).Select(r => r.Id)];

    public static async Task Register(CodeFixContext context, bool decisions)
    {
        var cancellation = context.CancellationToken;
        var project = context.Document.Project;
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation) return;
        var before = new Situation(compilation, Engine.Evaluate(compilation, cancellation, options: project.AnalyzerOptions.AnalyzerConfigOptionsProvider));
        foreach (var diagnostic in context.Diagnostics)
        {
            var offered = 0;
            foreach (var fix in before.Evaluation.Findings.Where(f => Is(f, diagnostic)).SelectMany(f => f.Fixes).Distinct())
            {
                if (fix.IsDecision != decisions) continue;
                if (await Rewriting.Apply(fix, project, cancellation).ConfigureAwait(false) is not { } solution) continue;
                if (!await before.IsImprovedBy(fix, diagnostic.Id, solution.GetProject(project.Id)!, cancellation).ConfigureAwait(false)) continue;
                // All diagnostics of a rule are fixed together by the best that each is offered. The key is the same for all rules:
                // `dotnet format` learns it from the first diagnostic there is, whatever rule it then fixes.
                var key = $"{(decisions ? "decision" : "remedy")} {offered++}";
                context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(solution), key), diagnostic);
            }
        }
    }

    static bool Is(Found finding, Diagnostic diagnostic) =>
        finding.Rule == diagnostic.Id && finding.Path == diagnostic.Location.SourceTree?.FilePath
        && finding.Span.Start == diagnostic.Location.SourceSpan.Start && finding.Span.Length == diagnostic.Location.SourceSpan.Length
        && finding.Message == diagnostic.GetMessage();
}
