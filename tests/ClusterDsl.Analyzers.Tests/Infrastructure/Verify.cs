using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

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

/// <summary>A source without its marks, and where they were.</summary>
internal sealed record Markup(string Text, IReadOnlyList<(string Id, TextSpan Span)> Spans)
{
    public static Markup Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var spans = new List<(string, TextSpan)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{' && i + 9 < marked.Length && marked.Substring(i, 5) == "{|CDL")
            {
                open.Push((marked.Substring(i + 2, 7), text.Length));
                i += 9;
            }
            else if (marked[i] == '|' && i + 1 < marked.Length && marked[i + 1] == '}' && open.Count > 0)
            {
                var (id, start) = open.Pop();
                spans.Add((id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else text.Append(marked[i]);
        }
        return new Markup(text.ToString(), spans);
    }
}
