using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>
/// Expects diagnostics where the source marks them: <c>{|CDL0001:the underlined text|}</c>, and nowhere else. In a build; live, when an
/// editor asks each document for its own; and so too when the definition is in another document, which calls what is at fault.
/// </summary>
internal static class Verify
{
    static readonly Regex Definition = new(@"\[Cluster\]\s*public static partial class (?<name>\w+)\s*\{.*public static Cluster Define\(\)", RegexOptions.Singleline);
    static readonly Regex Namespace = new(@"namespace (?<name>\w+)(?=;)");

    public static async Task<IReadOnlyList<Diagnostic>> Diagnostics(params string[] marked)
    {
        var found = await Expect(marked, null);
        if (marked is [var source] && CalledFromElsewhere(source) is { } caller) await Expect([source.Replace("[Cluster]", ""), caller], null);
        return found;
    }

    /// <summary>In a project with settings.</summary>
    public static Task<IReadOnlyList<Diagnostic>> Under(string config, params string[] marked) =>
        Expect(marked, new AnalyzerOptions([], new Configured(config)));

    static async Task<IReadOnlyList<Diagnostic>> Expect(string[] marked, AnalyzerOptions? options)
    {
        var sources = marked.Select(Markup.Parse).ToArray();
        var compilation = Source.Compile([.. sources.Select(s => s.Text)]);
        var expected = sources.SelectMany((s, i) => s.Spans.Select(m => $"{compilation.SyntaxTrees[i + 1].FilePath} {m.Span} {m.Id}")).Order().ToList();
        var diagnostics = await All(compilation, options);
        Assert.True(expected.SequenceEqual(Places(diagnostics)), Explain(compilation, expected, diagnostics));

        var live = new List<Diagnostic>();
        foreach (var document in compilation.SyntaxTrees)
        {
            var own = await With(compilation, options).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(document), null, default);
            Assert.All(own, d => Assert.Equal(document, d.Location.SourceTree));
            live.AddRange(own);
        }
        Assert.True(expected.SequenceEqual(Places(live)), "live, " + Explain(compilation, expected, live));
        return diagnostics;
    }

    static IEnumerable<string> Places(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(d => $"{d.Location.SourceTree!.FilePath} {d.Location.SourceSpan} {d.Id}").Order();

    /// <summary>A document that defines the cluster by calling what defined it; null where the fault is the definition's own.</summary>
    static string? CalledFromElsewhere(string source)
    {
        var definitions = Definition.Matches(source);
        if (definitions.Count != 1 || source.Contains("{|CDL0007") || source.Contains("|Define|")) return null;
        var callee = (Namespace.Match(source) is { Success: true } space ? space.Groups["name"].Value + "." : "") + definitions[0].Groups["name"].Value;
        return $$"""
            [Cluster]
            public static partial class Elsewhere
            {
                public static Cluster Here() => {{callee}}.Define();
            }
            """;
    }

    static string Explain(Compilation compilation, IEnumerable<string> expected, IEnumerable<Diagnostic> actual)
    {
        var text = new StringBuilder("expected:\n  ").AppendJoin("\n  ", expected).Append("\nactual:\n");
        foreach (var d in actual)
            text.Append($"  {d.Location.SourceTree!.FilePath} {d.Location.SourceSpan} {d.Id} «{d.Location.SourceTree.GetText().ToString(d.Location.SourceSpan)}» {d.GetMessage()}\n");
        return text.ToString();
    }

    public static CompilationWithAnalyzers With(Compilation compilation, AnalyzerOptions? options = null) => compilation.WithAnalyzers(
        [new ClusterAnalyzer()],
        new CompilationWithAnalyzersOptions(options ?? new AnalyzerOptions([]), Throw, concurrentAnalysis: true, logAnalyzerExecutionTime: false));

    static void Throw(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) =>
        throw new InvalidOperationException("The analyzer failed", exception);

    public static async Task<ImmutableArray<Diagnostic>> All(Compilation compilation, AnalyzerOptions? options = null)
    {
        var diagnostics = await With(compilation, options).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, d => d.Id == "AD0001");
        return diagnostics;
    }
}
