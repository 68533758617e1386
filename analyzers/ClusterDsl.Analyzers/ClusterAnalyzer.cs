using System.Collections.Immutable;
using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Plans;
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
    /// <summary>The property of a diagnostic that names its fix in the editor.</summary>
    public const string FixTitle = "Title";

    /// <summary>The property of a diagnostic that says what its fix does.</summary>
    public const string FixKind = "Kind";

    /// <summary>The property of a diagnostic that holds the text of its fix.</summary>
    public const string FixText = "Text";

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
        var evaluation = Engine.Evaluate(context.SemanticModel.Compilation, context.CancellationToken, context.SemanticModel);
        foreach (var finding in evaluation.FindingsIn(tree.FilePath))
            if (Descriptors.All.TryGetValue(finding.Rule, out var descriptor))
                context.ReportDiagnostic(Diagnostic.Create(descriptor, LocationIn(tree, finding), Properties(finding.Fix), finding.Message));
    }

    static Location LocationIn(SyntaxTree tree, Found finding)
    {
        var start = Math.Min(finding.Span.Start, tree.Length);
        return Location.Create(tree, new TextSpan(start, Math.Min(finding.Span.Length, tree.Length - start)));
    }

    static ImmutableDictionary<string, string?> Properties(Fix? fix)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        return fix is null ? properties : properties.Add(FixTitle, fix.Title).Add(FixKind, fix.Kind.ToString()).Add(FixText, fix.Text);
    }
}
