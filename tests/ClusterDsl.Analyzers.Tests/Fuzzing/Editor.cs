using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>A project open in an editor: one of its files is changed, the analyzer and the generator run, the rest is as it was.</summary>
internal sealed class Editor
{
    readonly CSharpCompilation _project;
    readonly SyntaxTree[] _files;
    readonly GeneratorDriver _driver;

    public Editor(params string[] sources)
    {
        Sources = sources;
        _project = Source.Compile(sources);
        _files = [.. _project.SyntaxTrees.Where(t => t.FilePath.StartsWith("/src/", StringComparison.Ordinal))];
        _driver = Generating.Driver().RunGenerators(_project);
    }

    public string[] Sources { get; }

    /// <summary>What is wrong with how the change was taken; empty when nothing is.</summary>
    public async Task<(IReadOnlyList<string> Faults, TimeSpan Took)> Type(int file, string text)
    {
        var changed = Source.Parse(text, _files[file].FilePath);
        var compilation = _project.ReplaceSyntaxTree(_files[file], changed);
        var watch = Stopwatch.StartNew();
        try
        {
            var diagnostics = await Verify.With(compilation).GetAnalyzerDiagnosticsAsync();
            var generated = _driver.RunGenerators(compilation).GetRunResult();
            var took = watch.Elapsed;
            return ([.. Misplaced(compilation, diagnostics), .. Failed(generated), .. Embedded(compilation, changed, diagnostics, generated)], took);
        }
        catch (Exception exception)
        {
            return ([exception.ToString()], watch.Elapsed);
        }
    }

    static IEnumerable<string> Misplaced(Compilation compilation, IEnumerable<Diagnostic> diagnostics) =>
        from d in diagnostics
        where d.Id == "AD0001" || d.Location.SourceTree is not { } tree || !compilation.ContainsSyntaxTree(tree) || d.Location.SourceSpan.End > tree.Length
        select $"{d.Id} at {d.Location}: {d.GetMessage()}";

    static IEnumerable<string> Failed(GeneratorDriverRunResult generated) =>
        generated.Results.Where(r => r.Exception is not null).Select(r => r.Exception!.ToString())
            .Concat(generated.Diagnostics.Select(d => d.ToString()));

    /// <summary>A source without errors embeds its plans; one with design errors says that it has none.</summary>
    static IEnumerable<string> Embedded(
        Compilation compilation, SyntaxTree changed, IEnumerable<Diagnostic> diagnostics, GeneratorDriverRunResult generated)
    {
        var text = string.Join("\n", generated.GeneratedTrees.Select(t => t.ToString()));
        var isInvalid = text.Contains("ClusterDsl.Invalid:", StringComparison.Ordinal);
        if (diagnostics.Any(IsError))
        {
            if (!isInvalid) yield return "design errors, but no mark that the plan is invalid";
        }
        else if (isInvalid && !changed.GetDiagnostics().Any(IsError) && !compilation.AddSyntaxTrees(generated.GeneratedTrees).GetDiagnostics().Any(IsError))
        {
            yield return "no errors, but a mark that the plan is invalid";
        }
    }

    static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
