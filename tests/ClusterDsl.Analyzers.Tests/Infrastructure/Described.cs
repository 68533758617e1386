using System.Collections.Immutable;
using ClusterDsl.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>A project with files that describe hardware, as the build files give them to the compiler.</summary>
internal sealed class Described(Compilation compilation, params (string Name, string Text)[] files)
{
    const string Mark = "build_metadata.AdditionalFiles.ClusterDslDevice = true";

    /// <summary>A device type with so many switch ports of 400G, and nothing wrong with it.</summary>
    public static string Switch(int ports, string model = "SW-1", string more = "") => $"""
        manufacturer: Acme
        model: {model}
        u_height: 1
        power-ports:
          - name: PSU1
            maximum_draw: 900
        {more}
        interfaces:
        {string.Concat(Enumerable.Range(1, ports).Select(i => $"  - name: eth{i}\n    type: 400gbase-x-qsfp112\n"))}
        """;

    public ImmutableArray<AdditionalText> Files { get; } = [.. files.Select(f => new File("/src/devices/" + f.Name, f.Text))];

    public AnalyzerOptions Options => new(Files, new Configured(Mark));

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ClusterGenerator().AsSourceGenerator()], Files, new CSharpParseOptions(LanguageVersion.Latest), new Configured(Mark),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The compilation with what is generated.</summary>
    public Compilation Output()
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.All(driver.GetRunResult().Results, r => Assert.Null(r.Exception));
        return output;
    }

    /// <summary>Expects diagnostics where the files mark them and nowhere else: in a build, and where an editor asks for one file.</summary>
    public static async Task<IReadOnlyList<string>> Expect(params (string Name, string Marked)[] files)
    {
        var marked = files.Select(f => (f.Name, Markup: Markup.Parse(f.Marked))).ToList();
        var project = new Described(Source.Compile(), [.. marked.Select(f => (f.Name, f.Markup.Text))]);
        var output = project.Output();
        var diagnostics = await Verify.All(output, project.Options);
        var live = new List<Diagnostic>();
        foreach (var file in project.Files) live.AddRange((await Verify.With(output, project.Options).GetAnalysisResultAsync(file, default)).GetAllDiagnostics());

        var expected = marked.SelectMany(f => f.Markup.Spans.Select(s => $"{f.Name} {s.Id} «{f.Markup.Text.Substring(s.Span.Start, s.Span.Length)}» at {s.Span.Start}")).Order();
        foreach (var found in new[] { [.. diagnostics], live })
            Assert.Equal(string.Join("\n", expected), string.Join("\n", found.Select(d =>
                $"{System.IO.Path.GetFileName(d.Location.GetLineSpan().Path)} {d.Id} «{project.TextOf(d)}» at {d.Location.SourceSpan.Start}").Order()));
        return [.. diagnostics.Select(d => d.GetMessage())];
    }

    /// <summary>What is underlined, in a build: the text, the rule and the message of each.</summary>
    public async Task<IReadOnlyList<(string Id, string File, string Text, string Message)>> Found()
    {
        var diagnostics = await Verify.All(Output(), Options);
        return [.. diagnostics.Select(d => (d.Id, System.IO.Path.GetFileName(d.Location.GetLineSpan().Path), TextOf(d), d.GetMessage()))];
    }

    string TextOf(Diagnostic diagnostic)
    {
        var text = diagnostic.Location.SourceTree?.GetText() ?? Files.Single(f => f.Path == diagnostic.Location.GetLineSpan().Path).GetText()!;
        // What the editor underlines is the lines; they say the same as the span.
        Assert.Equal(text.Lines.GetLinePositionSpan(diagnostic.Location.SourceSpan), diagnostic.Location.GetLineSpan().Span);
        return text.ToString(diagnostic.Location.SourceSpan);
    }

    /// <summary>A model, made by the generated code at run time.</summary>
    public static HardwareModel Model(string name, params (string Name, string Text)[] files)
    {
        var program = Source.Compile($"static class Program {{ public static HardwareModel Run() => Hardware.{name}; }}");
        var output = new Described(program, files).Output();
        Assert.Empty(output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
        return (HardwareModel)Source.Run(output, "Program", "Run")!;
    }

    sealed class File(string path, string text) : AdditionalText
    {
        readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
