using System.Collections.Immutable;
using ClusterDsl.Analyzers.Devices;
using ClusterDsl.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers;

/// <summary>
/// Underlines what is wrong with a cluster where the definition says it. Each document reports the findings that are in it:
/// what is reported anywhere else is not shown while typing. So do the files that describe hardware.
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
        context.RegisterAdditionalFileAction(AnalyzeHardware);
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

    static void AnalyzeHardware(AdditionalFileAnalysisContext context)
    {
        if (Of(context.AdditionalFile) is not { } file) return;
        var devices = DeviceSet.Read(context.Options.AdditionalFiles.Select(Of).OfType<DeviceText>(), context.CancellationToken);
        foreach (var fault in devices.Faults)
            if (fault.Path == file.Path) context.ReportDiagnostic(Diagnostic.Create(Descriptors.All[fault.Rule.Id], fault.Location, fault.Message));

        DeviceText? Of(AdditionalText text) => DeviceText.Of(text, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken);
    }

    static Location LocationIn(SyntaxTree tree, Found finding)
    {
        var start = Math.Min(finding.Span.Start, tree.Length);
        return Location.Create(tree, new TextSpan(start, Math.Min(finding.Span.Length, tree.Length - start)));
    }
}
