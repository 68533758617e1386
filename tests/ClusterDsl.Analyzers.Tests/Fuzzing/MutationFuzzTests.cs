using System.Runtime.CompilerServices;
using Xunit.Abstractions;

namespace ClusterDsl.Analyzers.Tests.Fuzzing;

/// <summary>
/// Sources half-typed, half-pasted and half-merged: the analyzer and the generator take all of them. <c>CLUSTERDSL_FUZZ_MUTANTS</c> and
/// <c>CLUSTERDSL_FUZZ_SEED</c> ask for more and for others.
/// </summary>
public class MutationFuzzTests(ITestOutputHelper output)
{
    /// <summary>Each example and each sample, as the project it is.</summary>
    static readonly Editor[] Projects =
    [
        new(Samples.SuperPod),
        new(Samples.Define("""var n = 4; foreach (var i in Enumerable.Range(0, n)) n += i; return Cluster.Named($"c{n}").Site("dc", s => s.Nodes("a", Nodes.DgxH100, n));""")),
        .. Directory.GetDirectories(Path.Combine(Path.GetDirectoryName(Here())!, "../../../examples"))
            .Select(folder => Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray())
            .Where(sources => sources.Length > 0).Select(sources => new Editor(sources)),
    ];

    [Fact]
    public async Task A_definition_cut_off_anywhere_is_only_unfinished()
    {
        for (var length = 0; length < Samples.SuperPod.Length; length += 7) await Survives("cut off", Samples.SuperPod[..length]);
    }

    [Fact]
    public async Task A_definition_with_any_line_missing_is_only_unfinished()
    {
        var lines = Samples.SuperPod.Split('\n');
        for (var i = 0; i < lines.Length; i++) await Survives("without a line", string.Join('\n', lines.Where((_, n) => n != i)));
    }

    [Fact]
    public async Task A_definition_with_any_token_missing_is_only_unfinished()
    {
        foreach (var token in Source.Parse(Samples.SuperPod, "").GetRoot().DescendantTokens())
            await Survives("without a token", Samples.SuperPod.Remove(token.SpanStart, token.Span.Length));
    }

    [Fact]
    public async Task A_definition_changed_at_random_is_only_wrong()
    {
        var slowest = (Took: TimeSpan.Zero, What: "", Text: "");
        var total = TimeSpan.Zero;
        var (mutants, first) = (Setting.Of("CLUSTERDSL_FUZZ_MUTANTS", 5_000), Setting.Of("CLUSTERDSL_FUZZ_SEED", 1));
        for (var seed = first; seed < first + mutants; seed++)
        {
            var random = new Random(seed);
            var project = Projects[random.Next(Projects.Length)];
            var file = random.Next(project.Sources.Length);
            var others = Projects[random.Next(Projects.Length)].Sources;
            var (what, text) = Mutations.Any(project.Sources[file], others[random.Next(others.Length)], random);
            var took = await Survives($"CLUSTERDSL_FUZZ_SEED={seed} CLUSTERDSL_FUZZ_MUTANTS=1: {what}", text, project, file);
            total += took;
            if (took > slowest.Took) slowest = (took, $"seed {seed}, {what}", text);
            if (took > TimeSpan.FromSeconds(1)) output.WriteLine($"{took.TotalSeconds:F1} s: seed {seed}, {what}");
        }
        output.WriteLine($"{mutants} mutants in {total.TotalSeconds:F1} s; the slowest took {slowest.Took.TotalMilliseconds:F0} ms ({slowest.What}):\n{slowest.Text}");
        // Not a measurement: a bound that only a runaway evaluation exceeds.
        Assert.True(slowest.Took < TimeSpan.FromSeconds(20), slowest.Text);
    }

    static Task<TimeSpan> Survives(string what, string text) => Survives(what, text, Projects[0], 0);

    static async Task<TimeSpan> Survives(string what, string text, Editor project, int file)
    {
        var (faults, took) = await project.Type(file, text);
        Assert.True(faults.Count == 0, $"{what}\n{string.Join("\n", faults)}\n{text}");
        return took;
    }

    static string Here([CallerFilePath] string path = "") => path;
}
