using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ClusterDsl.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Benchmarks;

/// <summary>
/// What a keystroke costs: an edit inside the definition, then our analyzer on the edited file, with and without the generator
/// before it, against Roslyn's own semantic diagnostics of the same file after the same edit. Today's editors run the analyzer
/// on each keystroke and generators on save. All start from a compilation in which nothing was bound yet; Roslyn's own has the
/// sources that were generated before the edit, as it has in an editor. Roslyn's analyzer driver computes its own diagnostics
/// of the file before it runs any analyzer, so the same driver with an analyzer that does nothing is measured too: the
/// difference is what ours adds.
/// </summary>
static class KeystrokeBenchmark
{
    const int WarmUp = 300, Edits = 300;

    // An editor keeps its analyzers for as long as the project is open.
    static readonly DiagnosticAnalyzer Empty = new EmptyAnalyzer(), Ours = new ClusterAnalyzer();

    /// <summary>The files of a project and the one that is typed in, where it says so.</summary>
    sealed record Project(IReadOnlyList<string> Files, int Edited);

    public static void Run()
    {
        Console.WriteLine("| keystroke | Roslyn's own diagnostics | analyzer adds | ratio | analyzer + generator add | ratio |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (var i = 0; i < 3; i++) Measure(One(1_000)); // all of the code is warm before anything counts
        var thousand = Measure(One(1_000));
        var large = Measure(One(100_000));
        var million = Measure(One(1_000_000));
        Print("1,000 GPUs (bar: 1.0)", thousand);
        Print("100,000 GPUs (bar: 1.0)", large);
        Print("1,000,000 GPUs (bar: 1.0)", million);
        PrintGrowth("100,000 against 1,000 GPUs (bar: 1.5)", large, thousand);
        PrintGrowth("1,000,000 against 1,000 GPUs (bar: 1.5)", million, thousand);
        Print("100,000 GPUs with a workload that is too slow (bar: 1.0)", Measure(new Project([Definition(100_000, "Training", Workload)], 0)));
        var twenty = Enumerable.Range(0, 20).Select(i => Definition(100_000, "Training" + i)).Append(Ordinary).ToList();
        Print("one of 20 definitions in 20 files (bar: 1.0)", Measure(new Project(twenty, 0)));
        Print("a file beside 20 definitions (bar: 0.1)", Measure(new Project(twenty, 20)));
        Console.WriteLine();
    }

    static Project One(int gpus) => new([Definition(gpus, "Training")], 0);

    /// <summary>Medians in milliseconds.</summary>
    sealed record Cost(double Own, double Analyzer, double Both);

    static void Print(string name, Cost cost) => Console.WriteLine(Invariant(
        $"| {name} | {cost.Own:F2} ms | {cost.Analyzer:F2} ms | {cost.Analyzer / cost.Own:F2} | {cost.Both:F2} ms | {cost.Both / cost.Own:F2} |"));

    static void PrintGrowth(string name, Cost cost, Cost than) => Console.WriteLine(Invariant(
        $"| {name} | | {cost.Analyzer / than.Analyzer:F2} × | | {cost.Both / than.Both:F2} × | |"));

    static Cost Measure(Project project)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var trees = project.Files.Select((text, i) => CSharpSyntaxTree.ParseText(SourceText.From(text), options, $"File{i}.cs")).ToArray();
        var current = trees[project.Edited];
        var compilation = CSharpCompilation.Create("benchmark", trees, References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ClusterGenerator().AsSourceGenerator()], parseOptions: options, optionsProvider: new EditorOptions());
        driver = driver.RunGenerators(compilation);
        var caret = current.ToString().IndexOf("/* caret */", StringComparison.Ordinal);

        List<double> owns = [], analyzers = [], both = [];
        for (var edit = 0; edit < WarmUp + Edits; edit++)
        {
            // A digit is typed over: the definition means something else each time.
            var changed = current.GetText().WithChanges(new TextChange(new TextSpan(caret - 1, 1), (edit % 8 + 1).ToString(CultureInfo.InvariantCulture)));
            var next = current.WithChangedText(changed);
            compilation = compilation.ReplaceSyntaxTree(current, next);
            current = next;
            var generated = driver.GetRunResult().GeneratedTrees;
            // Added each time: what was found out about the generated sources would be shared, and only the first would pay for it.
            Compilation Whole() => Fresh(compilation).AddSyntaxTrees(generated);

            var own = Time(() => OwnDiagnostics(Whole(), next));
            var empty = Time(() => Analyze(Whole(), next, Empty));
            // One edit of two for each: what one has evaluated, the other would find in the cache.
            var withGenerator = edit % 2 == 1;
            var ours = Time(() =>
            {
                if (withGenerator) driver = driver.RunGenerators(Fresh(compilation));
                var after = withGenerator ? driver.GetRunResult().GeneratedTrees.Select(tree => Kept(tree, generated)) : generated;
                Analyze(Fresh(compilation).AddSyntaxTrees(after), next, Ours);
            });
            if (edit < WarmUp) continue;
            owns.Add(own);
            (withGenerator ? both : analyzers).Add(ours - empty);
        }
        return new Cost(Median(owns), Median(analyzers), Median(both));
    }

    /// <summary>An editor keeps the syntax of a generated source whose text is as it was; the bare driver would have it parsed again.</summary>
    static SyntaxTree Kept(SyntaxTree tree, ImmutableArray<SyntaxTree> earlier) =>
        earlier.FirstOrDefault(t => t.FilePath == tree.FilePath && t.GetText().ContentEquals(tree.GetText())) ?? tree;

    /// <summary>The same source without anything bound.</summary>
    static CSharpCompilation Fresh(CSharpCompilation compilation) => compilation.Clone();

    static void OwnDiagnostics(Compilation compilation, SyntaxTree tree)
    {
        if (compilation.GetSemanticModel(tree).GetDiagnostics() is [{ Severity: DiagnosticSeverity.Error } error, ..])
            throw new InvalidOperationException(error.ToString());
    }

    static void Analyze(Compilation compilation, SyntaxTree tree, DiagnosticAnalyzer analyzer)
    {
        var found = compilation.WithAnalyzers([analyzer])
            .GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, default).GetAwaiter().GetResult();
        if (found.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error) throw new InvalidOperationException(error.ToString());
    }

    static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    public static ImmutableArray<MetadataReference> References() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Cluster).Assembly.Location),
    ];

    /// <summary>A rail-optimised three-tier cluster; the description is as long for any size.</summary>
    public static string Definition(int gpus, string name, string also = "") => $$"""
        using System;
        using System.Linq;
        using ClusterDsl;

        namespace Benchmark;

        /// <summary>A training cluster of scalable units.</summary>
        [Cluster]
        public static partial class {{name}}
        {
            const int Nodes8 = {{gpus / 8}} - 1/* caret */;

            static readonly EthernetSwitch Radix512 = new("RADIX-512", new Ports("osfp", 256, Cage.OsfpIhs, 400.Gbps(), split: 2))
            {
                Height = 8, Power = 12.Kilowatts(), Description = "512 ports of 400G",
            };

            public static Cluster Define() => Cluster.Named("{{name}}")
                .Site("dc1", site =>
                {
                    site.Hall("h1", hall => hall
                        .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                        .Tray(aboveRack: 0.4.Metres())
                        .RackPower(44.Kilowatts()));
                    site.Nodes("dgx", Nodes.DgxH100, count: Nodes8, nodes => nodes.ScalableUnits(of: 32).PerRack(4));
                    foreach (var (name, count) in new[] { ("mgmt", 4), ("login", 2) })
                        site.Nodes(name, Nodes.ManagementServer, count, nodes => nodes.Accept("CDL1120", "their network is another plan"));
                    site.Fabric("compute", fabric => fabric
                        .Ethernet(400.Gbps()).RoCEv2()
                        .RailOptimized()
                        .NonBlocking()
                        .Connect("dgx", Role.Compute)
                        .Leaves(Radix512)
                        .Spines(Radix512)
                        .Cores(Radix512));
                }){{also}};
        }
        """;

    /// <summary>A job of all GPUs: what the fabric promises is found for it, and, as it exchanges for longer than a step, the bandwidth that would do.</summary>
    const string Workload = ".Workload(\"pretrain\", job => job.Gpus(8 * Nodes8).Parallel(tensor: 8).Model(70_000_000_000, tokensPerStep: 16 << 20, layers: 80, hidden: 8192).StepTime(20))";

    /// <summary>What most files of a project are like; it is as long as a definition.</summary>
    const string Ordinary = """
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Benchmark;

        /// <summary>Orders by customer.</summary>
        public sealed class Orders
        {
            public sealed record Order(string Customer, DateTime Placed, decimal Amount, IReadOnlyList<string> Lines);

            readonly Dictionary<string, List<Order>> _byCustomer = new();

            public int Count => _byCustomer.Values.Sum(orders => orders.Count);

            public void Add(Order order)
            {
                if (order.Lines.Count == 0) throw new ArgumentException("An order has lines", nameof(order));
                if (!_byCustomer.TryGetValue(order.Customer, out var orders)) _byCustomer[order.Customer] = orders = [];
                orders.Add(order);
            }

            public IEnumerable<(string Customer, decimal Total)> Largest(int count) => _byCustomer
                .Select(pair => (pair.Key, Total: pair.Value.Sum(order => order.Amount)))
                .OrderByDescending(pair => pair.Total)
                .Take(count * 1/* caret */);

            public string Report()
            {
                var lines = new List<string>();
                foreach (var (customer, total) in Largest(10))
                    lines.Add($"{customer}: {total:F2} in {_byCustomer[customer].Count} orders since {_byCustomer[customer].Min(o => o.Placed):d}");
                return string.Join(Environment.NewLine, lines);
            }
        }
        """;
}

/// <summary>Takes part in the analysis of a document and does nothing.</summary>
#pragma warning disable RS1036, RS1041, RS2008 // it is never shipped
[DiagnosticAnalyzer(LanguageNames.CSharp)]
sealed class EmptyAnalyzer : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor Nothing = new("EMPTY", "Nothing", "Nothing", "Benchmark", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Nothing];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(static _ => { });
    }
}
