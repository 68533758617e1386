using ClusterDsl.Analyzers.Interpretation;
using ClusterDsl.Analyzers.Rules;
using ClusterDsl.Language;
using ClusterDsl.Plans;
using ClusterDsl.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>Evaluates definitions of one compilation, each by itself.</summary>
internal sealed class Evaluator(Compilation compilation, SyntaxTree[] trees, Bodies bodies, AnalyzerConfigOptionsProvider? options, CancellationToken cancellation)
{
    static readonly HashSet<int> None = [];

    readonly bool _besideGenerated = compilation.SyntaxTrees.Count() != trees.Length;

    /// <summary>The marked classes of these files.</summary>
    public IEnumerable<ClusterClass> All(IEnumerable<int> files)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var file in files)
        {
            var ordinal = 0;
            foreach (var declaration in Outline.AttributedTypes(Root(file)))
            {
                if (TypeOf(declaration) is { } type && ClusterClasses.IsMarked(type) && seen.Add(type)) yield return Evaluate(type, file, ordinal, null, None);
                ordinal++;
            }
        }
    }

    /// <summary>The same class, where some files have changed inside.</summary>
    public ClusterClass Again(ClusterClass earlier, HashSet<int> changed)
    {
        if (earlier.Holds(changed, _besideGenerated) && earlier.Settings == Settings.Of(trees[earlier.File], options)) return earlier;
        var type = TypeOf(Outline.AttributedTypes(Root(earlier.File)).ElementAt(earlier.Ordinal))!;
        return Evaluate(type, earlier.File, earlier.Ordinal, earlier, changed);
    }

    SyntaxNode Root(int file) => trees[file].GetRoot(cancellation);

    INamedTypeSymbol? TypeOf(TypeDeclarationSyntax declaration) =>
        bodies.ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) as INamedTypeSymbol;

    ClusterClass Evaluate(INamedTypeSymbol type, int file, int ordinal, ClusterClass? earlier, HashSet<int> changed)
    {
        var problems = new Problems();
        ClusterClasses.Check(type, problems);
        var settings = Settings.Of(trees[file], options);
        if (settings.Faults.Any())
            problems.Add(BadSetting.Rule, ClusterClasses.Parts(type).First().Identifier.GetLocation(), string.Join(" ", settings.Faults));
        return new ClusterClass(
            file, ordinal, ClassShape.Of(type),
            [
                .. ClusterClasses.DefinitionsOf(type).Select((method, i) =>
                    earlier?.Definitions[i] is { } same && same.Holds(changed, _besideGenerated) && earlier.Settings == settings ? same : Evaluate(method, settings.Thresholds)),
            ],
            problems.Found, settings, Files(ClusterClasses.Parts(type).Select(p => p.SyntaxTree)));
    }

    Definition Evaluate(IMethodSymbol method, Thresholds thresholds)
    {
        var name = ((MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax(cancellation)).Identifier;
        var problems = new Problems();
        bodies.Read = [name.SyntaxTree!];
        var interpreter = new Interpreter(bodies, new Budget(cancellation), problems);
        var plan = interpreter.TryRun(method, name.Parent!, out var result) ? PlanOf(result, name, thresholds, problems, cancellation) : null;
        if (problems.Found.Count == 0 && (plan is null || interpreter.Unexplained is not null) && !interpreter.HasMetErrors)
            problems.Add(OutsideTheLanguage.Rule, name.GetLocation(),
                $"'{name.Text}' cannot be evaluated, and the compiler cannot say where: {interpreter.Unexplained ?? "a value that it needs is not known"}");
        return new Definition(
            method.Name, plan, problems.Found, [.. plan?.Findings.Select(f => Located(f, name)) ?? []],
            plan is null ? null : Repeated((Cluster)result!, plan, name), Files(bodies.Read));
    }

    FilesRead Files(IEnumerable<SyntaxTree> read)
    {
        var files = read.Select(tree => Array.IndexOf(trees, tree)).Distinct().ToList();
        return new FilesRead([.. files.Where(i => i >= 0)], files.Contains(-1), _besideGenerated);
    }

    static Plan? PlanOf(object? result, SyntaxToken name, Thresholds thresholds, Problems problems, CancellationToken cancellation)
    {
        if (result is not Cluster cluster)
        {
            problems.Add(Throws.Rule, name.GetLocation(), $"'{name.Text}' returns null, which is no cluster");
            return null;
        }
        Work.Step = cancellation.ThrowIfCancellationRequested;
        try
        {
            return cluster.PlanUnder(thresholds);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A fault of the planner must not take the compiler down with it; it is shown where it was met.
            problems.Add(Throws.Rule, name.GetLocation(), Throws.WhilePlanned(name.Text, exception));
            return null;
        }
        finally
        {
            Work.Step = null;
        }
    }

    static Found Located(Finding finding, SyntaxToken name)
    {
        var span = finding.At.Span ?? new SourceSpan(name.SpanStart, name.Span.Length);
        return new Found(
            finding.At.Path ?? name.SyntaxTree!.FilePath, span, finding.At.File, finding.At.Line,
            finding.Rule, finding.Severity, finding.Message, finding.Fixes);
    }

    static Found Repeated(Cluster cluster, Plan plan, SyntaxToken name)
    {
        var problems = new Problems();
        problems.Add(SameName.Rule, name.GetLocation(), $"Another cluster of this assembly is named '{plan.Name}', upper and lower case aside; their artefacts would overwrite each other: give this one a name of its own",
            cluster.Rename(plan.Name + "-2"));
        return problems.Found[0];
    }
}
