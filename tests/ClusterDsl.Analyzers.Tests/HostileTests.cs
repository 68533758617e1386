using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>No source, however odd or unfinished, takes the compiler down or keeps it busy.</summary>
public class HostileTests
{
    public static TheoryData<string> Programs => [.. HostilePrograms.Marked.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_hostile_definition_is_underlined_where_it_goes_wrong_and_nowhere_else(string name)
    {
        var source = HostilePrograms.Marked.Single(p => p.Name == name).Source;
        var watch = Stopwatch.StartNew();
        var (text, expected) = Markup.Parse(source);
        var compilation = HostileProgram.Compile(text, Source.References);
        var found = await Survives(compilation);
        Assert.Equal(string.Join("\n", Described(text, expected.Select(e => (e.Id, e.Span.Start, e.Span.Length)))),
            string.Join("\n", Described(text, found.Select(d => (d.Id, d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)))));

        // Not a measurement: a bound that only a runaway evaluation exceeds.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
    }

    [Fact]
    public void A_small_stack_is_enough()
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Survives(Source.Compile(Samples.Define("""
                    int F(int n) { foreach (var x in new[] { n }.Select(y => y)) { if (n > 0) { switch (n % 2) { default: return new[] { n }.Select(z => F(z + 1)).Sum() + 1; } } } return 0; }
                    return Cluster.Named("c" + F(1));
                    """))).GetAwaiter().GetResult();
                Survives(Source.Compile(Samples.Define(
                    "return Cluster.Named(" + string.Join(" + ", Enumerable.Repeat("\"c\"+1.ToString()", 2000)) + ");"))).GetAwaiter().GetResult();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }, 1 << 20);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    static IEnumerable<string> Described(string source, IEnumerable<(string Id, int Start, int Length)> places) =>
        places.OrderBy(p => p.Start).Select(p => $"{p.Id} at {p.Start} '{source.Substring(p.Start, p.Length)}'");

    static async Task<IReadOnlyList<Diagnostic>> Survives(Compilation compilation)
    {
        var found = await Verify.All(compilation);
        var generated = Generating.Driver().RunGenerators(compilation).GetRunResult().Results.Single();
        Assert.True(generated.Exception is null, generated.Exception?.ToString());
        return found;
    }
}
