using System.Collections.Immutable;
using ClusterDsl.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers;

/// <summary>
/// Underlines what is wrong with a cluster where the definition says it. Each document reports the findings that are in it:
/// what is reported anywhere else is not shown while typing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClusterAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.All.Values];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(Analyze);
    }

    static void Analyze(SemanticModelAnalysisContext context)
    {
        var tree = context.SemanticModel.SyntaxTree;
        if (Generated.IsOurs(tree)) return;
        var evaluation = Engine.Evaluate(context.SemanticModel.Compilation, context.CancellationToken, context.SemanticModel, context.Options.AnalyzerConfigOptionsProvider);
        foreach (var finding in evaluation.FindingsIn(tree.FilePath))
            if (Descriptors.All.TryGetValue(finding.Rule, out var descriptor))
                context.ReportDiagnostic(Diagnostic.Create(descriptor, LocationIn(tree, finding), finding.Message));
    }

    static Location LocationIn(SyntaxTree tree, Found finding)
    {
        var start = Math.Min(finding.Span.Start, tree.Length);
        return Location.Create(tree, new TextSpan(start, Math.Min(finding.Span.Length, tree.Length - start)));
    }
}
