using System.Globalization;
using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Analyzers.Interpretation;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Benchmarks;

/// <summary>
/// What hostile definitions cost the editor: the evaluation, binding and planning included, of a compilation in which nothing
/// was bound yet, after one that warmed the code up. The memory is what was alive at the worst of the collections made while a
/// second run was under way.
/// </summary>
static class HostileBenchmark
{
    const double Milliseconds = 200, Mebibytes = 64;

    // What takes this long is over in any case.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void Run(string? only)
    {
        Console.WriteLine("| definition | finding | steps | time | allocated | alive |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: |");
        var programs = HostilePrograms.All.Where(p => only is null || p.Name.Contains(only, StringComparison.Ordinal)).ToList();
        // The compiler of the machine's code is done with what an editor has long run.
        for (var run = 0; run < 3; run++)
            foreach (var program in HostilePrograms.Endless.Take(30)) Evaluate(HostileProgram.Compile(Markup.Parse(program.Source).Text, KeystrokeBenchmark.References()));
        var rows = programs.ConvertAll(Measure);
        Console.WriteLine(Invariant($"\nslowest {rows.Max(r => r.Time):F0} ms (bar: {Milliseconds}), most alive {rows.Max(r => r.Alive):F0} MiB (bar: {Mebibytes})"));
    }

    static (double Time, double Alive) Measure(HostileProgram program)
    {
        var source = Markup.Parse(program.Source).Text;
        Compilation Fresh() => HostileProgram.Compile(source, KeystrokeBenchmark.References());
        Evaluate(Fresh());
        GC.Collect();
        var compilation = Fresh();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (steps, found) = Evaluate(compilation);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var time = Enumerable.Range(0, 3).Min(_ => Time(Fresh()));
        // Little was allocated: less is alive.
        var alive = allocated < 8 << 20 ? allocated : Peak(() => Evaluate(Fresh()));
        var over = time > Milliseconds || alive / 1048576.0 > Mebibytes ? " **over**" : "";
        var name = program.Name.Replace("|", "\\|").ReplaceLineEndings(" ");
        Console.WriteLine(Invariant($"| `{name}` | {Describe(found, source)} | {steps:N0} | {time:F1} ms{over} | {allocated / 1048576.0:F1} MiB | {alive / 1048576.0:F1} MiB |"));
        return (time, alive / 1048576.0);
    }

    // Of the processor: whatever else the machine does while this runs is not ours.
    static double Time(Compilation compilation)
    {
        var start = Environment.CpuUsage.TotalTime;
        Evaluate(compilation);
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    static (int Steps, IReadOnlyList<Found> Found) Evaluate(Compilation compilation)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return Evaluate(compilation, limit.Token);
        }
        catch (OperationCanceledException)
        {
            // The row says how long it went on.
            return (0, []);
        }
    }

    public static (int Steps, IReadOnlyList<Found> Found) Evaluate(Compilation compilation, CancellationToken cancellation)
    {
        var method = compilation.GetTypeByMetadataName("Clusters")!.GetMembers("Define").OfType<IMethodSymbol>().Single();
        var problems = new Problems();
        var budget = new Budget(cancellation);
        var interpreter = new Interpreter(new Bodies(compilation, null), budget, problems);
        if (interpreter.TryRun(method, method.DeclaringSyntaxReferences[0].GetSyntax(), out var result)) _ = (result as Cluster)?.Plan;
        return (budget.Used, problems.Found);
    }

    static long Peak(Action action)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(false);
        var peak = 0L;
        using var ended = new ManualResetEventSlim();
        var watcher = new Thread(() =>
        {
            do
            {
                GC.Collect();
                peak = Math.Max(peak, GC.GetTotalMemory(false) - before);
            }
            while (!ended.Wait(5));
        });
        watcher.Start();
        action();
        ended.Set();
        watcher.Join();
        return peak;
    }

    static string Describe(IReadOnlyList<Found> found, string source) => string.Join(", ", found.Take(2).Select(f => $"{f.Rule} `{Text(f, source)}`"));

    static string Text(Found found, string source)
    {
        var text = source.Substring(found.Span.Start, found.Span.Length).ReplaceLineEndings(" ").Replace("|", "\\|");
        return text.Length > 60 ? text[..60] + "…" : text;
    }

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
