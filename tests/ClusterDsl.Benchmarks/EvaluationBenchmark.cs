using System.Diagnostics;
using System.Globalization;
using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Analyzers.Interpretation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Benchmarks;

/// <summary>
/// What one evaluation costs by itself, nothing remembered and nothing bound: binding, interpretation, planning and rules of a definition
/// of 100,000 GPUs, against Roslyn's own semantic diagnostics of the same file.
/// </summary>
static class EvaluationBenchmark
{
    public const string Child = "evaluation-child";

    const int Runs = 300;

    const string Loop = """
        using ClusterDsl;
        [Cluster]
        public static partial class Loop
        {
            public static Cluster Define()
            {
                var sum = 0;
                for (var i = 0; i < 50_000; i++) sum = Next(sum) + i % 7;
                return Cluster.Named("loop" + sum);
            }
            static int Next(int n) => n > 1000 ? 0 : n + 1;
        }
        """;

    public static void Run()
    {
        Console.WriteLine("| evaluation | Roslyn's own diagnostics | ours | ratio |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        var cold = Enumerable.Range(0, 5).Select(_ => Itself.Run(Child)).Select(r => (Own: Parse(r[0]), Ours: Parse(r[1]))).OrderBy(r => r.Ours).ElementAt(2);
        Print("first of a process, time", cold.Own, cold.Ours, "ms");
        List<double> owns = [], ours = [], ownBytes = [], ourBytes = [];
        for (var run = -Runs; run < Runs; run++)
        {
            var own = Measure(Own);
            var our = Measure(Evaluate);
            if (run < 0) continue;
            owns.Add(own.Time);
            ownBytes.Add(own.Bytes);
            ours.Add(our.Time);
            ourBytes.Add(our.Bytes);
        }
        Print("warm, time", Median(owns), Median(ours), "ms");
        Print("warm, allocated", Median(ownBytes) / 1024, Median(ourBytes) / 1024, "KiB");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| interpreter, steps per second | | {StepsPerSecond() / 1e6:F1} million | |"));
        Console.WriteLine();
    }

    /// <summary>In a fresh process: Roslyn's own diagnostics first, as everywhere, then the first evaluation.</summary>
    public static int RunChild()
    {
        var own = Measure(Own).Time;
        var ours = Measure(Evaluate).Time;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{own:R} {ours:R}"));
        return 0;
    }

    static void Print(string what, double own, double ours, string unit) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {what} | {own:N1} {unit} | {ours:N1} {unit} | {ours / own:F2} |"));

    static (double Time, double Bytes) Measure(Action<Compilation> action)
    {
        var compilation = Compile(KeystrokeBenchmark.Definition(100_000, "Training"));
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        action(compilation);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    static Compilation Compile(string text) => CSharpCompilation.Create(
        "benchmark", [CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest), "Clusters.cs")], References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    static readonly IReadOnlyList<MetadataReference> References = KeystrokeBenchmark.References();

    static void Own(Compilation compilation) => compilation.GetSemanticModel(compilation.SyntaxTrees.Single()).GetDiagnostics();

    static void Evaluate(Compilation compilation)
    {
        if (Engine.EvaluateAfresh(compilation, default).Classes is not [{ Clusters: [{ IsValid: true }] }])
            throw new InvalidOperationException("The definition is not valid");
    }

    static double StepsPerSecond()
    {
        var best = 0.0;
        for (var run = 0; run < 10; run++)
        {
            var compilation = Compile(Loop);
            var method = compilation.GetTypeByMetadataName("Loop")!.GetMembers("Define").OfType<IMethodSymbol>().Single();
            var budget = new Budget(CancellationToken.None);
            var interpreter = new Interpreter(new Bodies(compilation, null), budget, new Problems());
            var start = Stopwatch.GetTimestamp();
            if (!interpreter.TryRun(method, method.DeclaringSyntaxReferences[0].GetSyntax(), out _)) throw new InvalidOperationException("The loop did not end");
            best = Math.Max(best, budget.Used / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return best;
    }

    static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
