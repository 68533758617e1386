using ClusterDsl.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>What a project says in <c>.editorconfig</c> and in its source about which findings it wants, and how strict they are.</summary>
public class ConfigurationTests
{
    static string Oversubscribed => Samples.SuperPod.Replace(".Leaves(Switches.Qm9700)", ".Leaves(Switches.Qm9700, uplinks: 8)").Replace(".NonBlocking()", ".Oversubscribed(4)");

    /// <summary>A pod of one unit, small enough for one spine.</summary>
    static string OneSpine => Oversubscribed.Replace("Units = 4", "Units = 1");

    /// <summary>Experts that exchange over Ethernet for 76 ms of each 200.</summary>
    const string Experts = """
        [Cluster]
        public static partial class Unit
        {
            static readonly EthernetSwitch Switch = new("SWITCH", new Ports("port", 64, Cage.Qsfp112, 400.Gbps()));

            public static Cluster Define() => Cluster.Named("unit")
                .Site("dc1", site => site
                    .Nodes("dgx", Nodes.HgxH100, count: 32, nodes => nodes.ScalableUnits(of: 32))
                    .Fabric("compute", fabric => fabric
                        .Ethernet(400.Gbps()).RoCEv2().RailOptimized().NonBlocking()
                        .Connect("dgx").Leaves(Switch).Spines(Switch)))
                .Workload("experts", job => job.Gpus(256).Parallel(expert: 64).AllToAll(perStep: 4.Gibibytes()).StepTime(200));
        }
        """;

    [Theory]
    [InlineData("2", true)]
    [InlineData("3.5", true)]
    [InlineData("4.0", false)]
    public async Task A_project_limits_the_oversubscription_that_definitions_declare(string limit, bool reported) => Assert.Equal(
        reported ? ["CDL2104"] : [],
        (await Found(Oversubscribed, "clusterdsl.max_oversubscription = " + limit)).Select(d => d.Id));

    [Fact]
    public async Task A_project_keeps_a_part_of_the_power_of_each_rack_free()
    {
        // Four of 10.2 kW fill 44 kW, but not 44 kW less 10 %.
        var found = Assert.Single(await Found(Samples.SuperPod, "clusterdsl.rack_power_headroom_percent = 10"));
        Assert.Equal("CDL4002", found.Id);
        Assert.Contains("is fed 44 kW, of which 10 % stay free. Put 3 in a rack.", found.GetMessage());
        Assert.Empty(await Found(Samples.SuperPod, "clusterdsl.rack_power_headroom_percent = 5"));
    }

    [Fact]
    public async Task A_project_says_how_much_of_a_step_all_to_all_may_take()
    {
        // 7/8 of 4 GiB at 50 GB/s and the rest inside are 76.3 ms of 200: 38.2 %.
        Assert.Equal(["CDL8007"], (await Found(Experts, "clusterdsl.max_all_to_all_percent = 25")).Select(d => d.Id));
        Assert.Equal(["CDL8007"], (await Found(Experts, "clusterdsl.max_all_to_all_percent = 38")).Select(d => d.Id));
        Assert.Empty(await Found(Experts, "clusterdsl.max_all_to_all_percent = 39"));
    }

    [Fact]
    public void The_embedded_plan_is_judged_by_the_same_settings_and_names_them()
    {
        var output = Source.Compile(Oversubscribed);
        var driver = Microsoft.CodeAnalysis.CSharp.CSharpGeneratorDriver.Create([new ClusterGenerator().AsSourceGenerator()],
            optionsProvider: new Configured("clusterdsl.max_oversubscription = 2"), parseOptions: (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)output.SyntaxTrees[0].Options);
        driver.RunGeneratorsAndUpdateCompilation(output, out var built, out _);
        var plan = PlanJson.Read(Generating.Metadata(built)[EmbeddedPlan.Key + "superpod"]);
        Assert.Equal(["CDL2104"], plan.Findings.Select(f => f.Rule));
        Assert.Equal(["clusterdsl.max_oversubscription = 2"], plan.Settings);
    }

    [Fact]
    public async Task The_same_source_under_other_settings_is_judged_again()
    {
        var compilation = Source.Compile(Oversubscribed);
        foreach (var (limit, count) in new[] { ("2", 1), ("8", 0), ("2", 1) })
            Assert.Equal(count, (await Verify.All(compilation, new AnalyzerOptions([], new Configured("clusterdsl.max_oversubscription = " + limit)))).Length);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Info, DiagnosticSeverity.Info)]
    [InlineData(ReportDiagnostic.Suppress, null)]
    public async Task A_project_says_how_much_a_warning_matters(ReportDiagnostic configured, DiagnosticSeverity? severity) => Assert.Equal(
        severity is { } expected ? [expected] : [],
        (await Reported(OneSpine, "CDL1106", configured)).Select(d => d.Severity));

    [Fact]
    public async Task A_project_has_no_say_in_what_cannot_be_built() => Assert.Equal(
        [DiagnosticSeverity.Error],
        (await Reported(Samples.SuperPod.Replace(".Spines(Switches.Qm9700)", ".Spines(Switches.Qm9700, 24)"), "CDL1103", ReportDiagnostic.Suppress)).Select(d => d.Severity));

    [Theory]
    [InlineData("#pragma warning disable CDL1106\n", "")]
    [InlineData("", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"ClusterDsl.Structure\", \"CDL1106\", Justification = \"a test bed\")] ")]
    public async Task A_warning_is_suppressed_as_any_analyzers_is(string before, string on)
    {
        var source = before + OneSpine.Replace("public static Cluster Define()", on + "public static Cluster Define()");
        var found = Assert.Single(await Suppressible(source));
        Assert.Equal(("CDL1106", true), (found.Id, found.IsSuppressed));
    }

    [Fact]
    public async Task A_warning_in_a_helper_of_another_file_is_suppressed_there()
    {
        var found = Assert.Single(await Suppressible(
            OneSpine.Replace(".Spines(Switches.Qm9700)", ".Above()"),
            "#pragma warning disable CDL1106\nstatic class Tiers { public static InfiniBandFabric Above(this InfiniBandFabric fabric) => fabric.Spines(Switches.Qm9700); }"));
        Assert.Equal(("CDL1106", true), (found.Id, found.IsSuppressed));
    }

    static async Task<IEnumerable<Diagnostic>> Found(string source, string config) =>
        await Verify.All(Source.Compile(source), new AnalyzerOptions([], new Configured(config)));

    static async Task<IEnumerable<Diagnostic>> Reported(string source, string rule, ReportDiagnostic severity)
    {
        var compilation = Source.Compile(source);
        return await Verify.All(compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([KeyValuePair.Create(rule, severity)])));
    }

    static async Task<IEnumerable<Diagnostic>> Suppressible(params string[] sources) => await Source.Compile(sources)
        .WithAnalyzers([new ClusterAnalyzer()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, false, reportSuppressedDiagnostics: true))
        .GetAnalyzerDiagnosticsAsync();
}
