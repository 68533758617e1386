using System.Diagnostics;
using System.Globalization;
using ClusterDsl.Analyzers.Interpretation;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Benchmarks;

/// <summary>How long an evaluation goes on after the editor has stopped waiting for it, asked at random moments.</summary>
static class LatencyBenchmark
{
    const int Times = 40;

    static readonly HostileProgram[] Programs =
    [
        new("a loop", "while (true) ;"),
        new("sorting a million numbers", "var a = Enumerable.Range(0, 200000).Select(x => x * 7919L % 1000003).ToArray(); while (true) Array.Sort(a);"),
        new("a query that sorts", "Enumerable.Range(0, int.MaxValue).OrderBy(x => -x).First();"),
        new("a set of all numbers", "Enumerable.Range(0, int.MaxValue).ToHashSet();"),
        new("a text that grows", "var b = new StringBuilder(); while (true) b.Append(new string('x', 100000));"),
        new("texts of a million characters", "var s = new string('a', 1000000); while (true) s.Replace('a', 'b');"),
        new("deep recursion", "while (true) { try { Deep(150); } catch { } } int Deep(int n) => n == 0 ? throw new Exception() : Deep(n - 1);"),
        new("binding", string.Concat(Enumerable.Range(0, 3000).Select(i => $"var v{i} = new[] {{ {i}, 2, 3 }}.Select(x => x + {i}).Where(x => x > 1).Sum(); "))),
    ];

    public static void Run()
    {
        Console.WriteLine("| definition | cancelled | median | worst |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var program in Programs) Measure(program);
    }

    static void Measure(HostileProgram program)
    {
        var random = new Random(1);
        Compilation Fresh() => HostileProgram.Compile(program.Source, KeystrokeBenchmark.References());
        var watch = Stopwatch.StartNew();
        Evaluate(Fresh(), CancellationToken.None);
        watch.Restart();
        Evaluate(Fresh(), CancellationToken.None);
        var whole = watch.Elapsed;
        var latencies = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var compilation = Fresh();
            using var source = new CancellationTokenSource();
            var ended = 0L;
            var stopped = false;
            var thread = new Thread(() =>
            {
                stopped = Evaluate(compilation, source.Token);
                ended = Stopwatch.GetTimestamp();
            });
            thread.Start();
            Thread.Sleep(whole * random.NextDouble());
            var asked = Stopwatch.GetTimestamp();
            source.Cancel();
            thread.Join();
            if (stopped) latencies.Add(Math.Max(0, Stopwatch.GetElapsedTime(asked, ended).TotalMilliseconds));
        }
        latencies.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {program.Name} | {latencies.Count} of {Times} | {latencies.ElementAtOrDefault(latencies.Count / 2):F1} ms | {latencies.LastOrDefault():F1} ms |"));
    }

    /// <summary>Whether it was stopped before its end.</summary>
    static bool Evaluate(Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            HostileBenchmark.Evaluate(compilation, cancellation);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
