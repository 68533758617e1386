using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>Runs of the generator.</summary>
internal static class Generating
{
    public static GeneratorDriver Driver(EditorOptions? editor = null) => CSharpGeneratorDriver.Create(
        [new ClusterGenerator().AsSourceGenerator()],
        optionsProvider: editor,
        parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The compilation with what was generated.</summary>
    public static Compilation Run(Compilation compilation, EditorOptions? editor = null)
    {
        Driver(editor).RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        return output;
    }

    public static IReadOnlyDictionary<string, string> Metadata(Compilation output) => output.Assembly.GetAttributes()
        .Where(a => a.AttributeClass!.Name == "AssemblyMetadataAttribute")
        .ToDictionary(a => (string)a.ConstructorArguments[0].Value!, a => (string)a.ConstructorArguments[1].Value!);

    public static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
}
