using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>Expects diagnostics where the source marks them: <c>{|CDL0001:the underlined text|}</c>, and nowhere else.</summary>
internal static class Verify
{
    public static async Task<IReadOnlyList<Diagnostic>> Diagnostics(params string[] marked)
    {
        var sources = marked.Select(Markup.Parse).ToArray();
        var compilation = Source.Compile([.. sources.Select(s => s.Text)]);
        var diagnostics = await All(compilation);
        var actual = diagnostics.Select(d => $"{d.Location.SourceTree!.FilePath} {d.Location.SourceSpan} {d.Id}").Order();
        var expected = sources.SelectMany((s, i) => s.Spans.Select(m => $"{compilation.SyntaxTrees[i + 1].FilePath} {m.Span} {m.Id}")).Order();
        Assert.True(expected.SequenceEqual(actual), Explain(compilation, expected, diagnostics));
        return diagnostics;
    }

    static string Explain(Compilation compilation, IEnumerable<string> expected, IEnumerable<Diagnostic> actual)
    {
        var text = new StringBuilder("expected:\n  ").AppendJoin("\n  ", expected).Append("\nactual:\n");
        foreach (var d in actual)
            text.Append($"  {d.Location.SourceTree!.FilePath} {d.Location.SourceSpan} {d.Id} «{d.Location.SourceTree.GetText().ToString(d.Location.SourceSpan)}» {d.GetMessage()}\n");
        return text.ToString();
    }

    public static CompilationWithAnalyzers With(Compilation compilation) => compilation.WithAnalyzers(
        [new ClusterAnalyzer()],
        new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), Throw, concurrentAnalysis: true, logAnalyzerExecutionTime: false));

    static void Throw(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) =>
        throw new InvalidOperationException("The analyzer failed", exception);

    public static async Task<ImmutableArray<Diagnostic>> All(Compilation compilation)
    {
        var diagnostics = await With(compilation).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, d => d.Id == "AD0001");
        return diagnostics;
    }
}
