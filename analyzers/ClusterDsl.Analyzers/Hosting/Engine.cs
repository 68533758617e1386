using ClusterDsl.Analyzers.Interpretation;
using ClusterDsl.Analyzers.Rules;
using ClusterDsl.Language;
using ClusterDsl.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>
/// Evaluates every definition of a compilation. A pure function with two thin hosts: the generator keeps the plans, the
/// analyzer keeps the findings.
/// </summary>
internal static class Engine
{
    /// <summary>The evaluation of this source, shared by whoever asks about the same source.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Stops the evaluation.</param>
    /// <param name="bound">A model that the host has bound already.</param>
    public static Evaluation Evaluate(Compilation compilation, CancellationToken cancellation, SemanticModel? bound = null) =>
        HostTypes.IsReferencedBy(compilation)
            ? EvaluationCache.Shared.Get(compilation, cancellation, () => EvaluateAfresh(compilation, cancellation, bound))
            : Evaluation.Empty;

    public static Evaluation EvaluateAfresh(Compilation compilation, CancellationToken cancellation, SemanticModel? bound = null)
    {
        var bodies = new Bodies(compilation, bound);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var types = ClusterClasses.Of(bodies, cancellation).ToList();
        var several = types.SelectMany(ClusterClasses.DefinitionsOf).Skip(1).Any();
        return new Evaluation([.. types.Select(type => Evaluate(type, several, bodies, names, cancellation))]);
    }

    static EvaluatedClass Evaluate(INamedTypeSymbol type, bool several, Bodies bodies, HashSet<string> names, CancellationToken cancellation)
    {
        var problems = new Problems();
        ClusterClasses.Check(type, problems);
        return new EvaluatedClass(
            type.ToDisplayString(),
            [.. ClusterClasses.DefinitionsOf(type).Select(method => Evaluate(method, several, bodies, names, cancellation))],
            problems.Found);
    }

    static EvaluatedCluster Evaluate(IMethodSymbol method, bool several, Bodies bodies, HashSet<string> names, CancellationToken cancellation)
    {
        var problems = new Problems();
        var name = Identifier(method);
        var interpreter = new Interpreter(bodies, new Budget(cancellation), problems);
        var plan = interpreter.TryRun(method, name.Parent!, out var result) ? PlanOf(result, name, problems) : null;
        if (plan is not null && !names.Add(plan.Name))
            problems.Add(SameName.Rule, name.GetLocation(), $"Another cluster of this assembly is named '{plan.Name}'; their artefacts would overwrite each other");
        // Several clusters share the lines they are made of: a finding says whose it is.
        var findings = plan?.Findings.Select(f => Located(f, name)) ?? [];
        if (several) findings = findings.Select(f => f with { Message = $"{plan!.Name}: {f.Message}" });
        return new EvaluatedCluster(method.Name, plan, [.. problems.Found, .. findings]);
    }

    static Plan? PlanOf(object? result, SyntaxToken name, Problems problems)
    {
        if (result is not Cluster cluster)
        {
            problems.Add(Throws.Rule, name.GetLocation(), $"'{name.Text}' returns null, which is no cluster");
            return null;
        }
        try
        {
            return cluster.Plan;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A fault of the planner must not take the compiler down with it; it is shown where it was met.
            problems.Add(Throws.Rule, name.GetLocation(), $"'{name.Text}' cannot be planned: {exception.GetType().Name}: {exception.Message}");
            return null;
        }
    }

    static Found Located(Finding finding, SyntaxToken name)
    {
        var span = finding.At.Span ?? new SourceSpan(name.SpanStart, name.Span.Length);
        return new Found(
            finding.At.Path ?? name.SyntaxTree!.FilePath, span, finding.At.File, finding.At.Line,
            finding.Rule, finding.Severity, finding.Message, finding.Fix);
    }

    static SyntaxToken Identifier(IMethodSymbol method) =>
        ((MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax()).Identifier;
}
