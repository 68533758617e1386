using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>An editor stays open for weeks.</summary>
[Collection(nameof(Alone))]
public class MemoryTests
{
    const int Megabyte = 1 << 20;

    [Fact]
    public async Task A_thousand_edits_of_a_hundred_thousand_gpus_leave_nothing_behind()
    {
        Compilation compilation = Source.Compile(Samples.SuperPod
            .Replace("Switches.Qm9700", "Radix512").Replace(".Racks(rows: 4, perRow: 12)", "").Replace("32 * Units - 1", "12_500 - Units")
            .Replace(".NonBlocking()", ".Cores(Radix512).NonBlocking().Accept(\"CDL7001\", \"measured, not built\")")
            .Replace("const int", """
                static readonly InfiniBandSwitch Radix512 = new("RADIX-512", new Ports("osfp", 256, Cage.OsfpIhs, 400.Gbps(), split: 2)) { Height = 8, Power = 12.Kilowatts() };

                const int
                """));
        var driver = Generating.Driver(new EditorOptions());
        var earlier = new List<WeakReference<SyntaxTree>>();
        long after200 = 0;
        for (var edit = 1; edit <= 1_000; edit++)
        {
            (compilation, driver) = await Edit(compilation, driver, edit);
            if (edit % 50 == 0) earlier.Add(new(compilation.SyntaxTrees.ElementAt(1)));
            if (edit == 200) after200 = GC.GetTotalMemory(forceFullCollection: true);
        }
        var after1000 = GC.GetTotalMemory(forceFullCollection: true);
        Assert.InRange(after1000 - after200, long.MinValue, 4 * Megabyte);
        // The last is the one that is still open.
        Assert.All(earlier.SkipLast(1), tree => Assert.False(tree.TryGetTarget(out _)));
        GC.KeepAlive((compilation, driver));
    }

    static async Task<(Compilation, GeneratorDriver)> Edit(Compilation compilation, GeneratorDriver driver, int edit)
    {
        var tree = compilation.SyntaxTrees.ElementAt(1);
        var text = tree.GetText();
        var at = text.ToString().IndexOf("Units = ", StringComparison.Ordinal) + "Units = ".Length;
        var next = tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(at, 1), (edit % 9 + 1).ToString())));
        compilation = compilation.ReplaceSyntaxTree(tree, next);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var found = await Verify.With(output).GetAnalyzerSemanticDiagnosticsAsync(output.GetSemanticModel(next), null, default);
        Assert.Empty(found);
        if (edit == 1) Assert.InRange(GpusOf(output), 99_000, 100_000);
        return (compilation, driver);
    }

    static int GpusOf(Compilation output)
    {
        var summary = output.GetTypeByMetadataName("Acme.SuperPod")!.GetMembers("Plan").Single().GetDocumentationCommentXml()!;
        return int.Parse(summary.Split(" GPUs")[0].Split(' ').Last().Replace(",", ""));
    }
}
