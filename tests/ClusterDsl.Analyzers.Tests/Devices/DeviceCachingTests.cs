using ClusterDsl.Analyzers.Devices;
using ClusterDsl.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ClusterDsl.Analyzers.Tests.Devices;

/// <summary>What is read, generated and evaluated again after which edit of a file that describes hardware, and of any other.</summary>
[Collection(nameof(Alone))]
public class DeviceCachingTests
{
    const string Using = """
        [Cluster]
        public static partial class Using
        {
            public static Cluster Define() => Cluster.Named("using").Site("dc", s => s.Nodes("n", Nodes.DgxH100, 4)
                .Fabric("f", f => f.Ethernet(400.Gbps()).Connect("n").Leaves(Hardware.Sw1)));
        }
        """;

    const string Beside = """
        [Cluster]
        public static partial class Beside
        {
            public static Cluster Define() => Cluster.Named("beside").Site("dc", s => s.Nodes("n", Nodes.DgxH100, 4));
        }
        """;

    const string Unrelated = "class Unrelated { void Method() { } }";

    /// <summary>Whether the models were written again, and of each definition whether it was evaluated again.</summary>
    sealed record Reasons(IncrementalStepRunReason Hardware, IncrementalStepRunReason Using, IncrementalStepRunReason Beside);

    [Fact]
    public void The_same_files_are_not_read_again() => After(new(Cached, Unchanged, Unchanged), compilation: c => c.Clone());

    [Fact]
    public void Editing_a_source_reads_no_device() =>
        After(new(Cached, Unchanged, Unchanged), compilation: c => Edit(c, "void Method() { }", "void Method() { var x = 1; }"));

    [Fact]
    public void Editing_a_definition_reads_no_device() =>
        After(new(Cached, Unchanged, Modified), compilation: c => Edit(c, "Named(\"beside\")", "Named(\"aside\")"));

    [Fact]
    public void A_comment_in_a_device_writes_nothing() =>
        After(new(Cached, Unchanged, Unchanged), device: text => "# a comment\n" + text);

    [Fact]
    public void A_field_that_no_plan_depends_on_writes_nothing() =>
        After(new(Cached, Unchanged, Unchanged), device: text => text + "\nconsole-ports:\n  - { name: console, type: rj-45 }");

    [Fact]
    public void Another_power_evaluates_only_who_uses_hardware_of_files() =>
        After(new(Modified, Modified, Unchanged), device: text => text.Replace("maximum_draw: 900", "maximum_draw: 950"));

    [Fact]
    public void Another_model_evaluates_everything() =>
        After(new(Modified, Modified, Modified), device: text => text.Replace("model: SW-1", "model: SW-2"));

    [Fact]
    public void A_project_without_such_files_evaluates_its_own_compilation_and_writes_nothing_more()
    {
        var compilation = Source.Compile(Beside, Unrelated);
        var driver = Generating.Driver().RunGenerators(compilation);
        var result = driver.GetRunResult().Results.Single();
        Assert.DoesNotContain(ClusterGenerator.HardwareStep, result.TrackedSteps.Keys);
        Assert.Equal(["Beside.ClusterDsl.g.cs", "Beside.Plan.ClusterDsl.g.cs"], result.GeneratedSources.Select(s => s.HintName).Order());
    }

    [Fact]
    public void One_evaluation_serves_the_generator_and_the_compiler_which_has_been_given_the_models()
    {
        var project = Project(Source.Compile(Using, Beside), out _);
        var output = project.Output();
        var cache = new EvaluationCache();
        var text = output.SyntaxTrees.Single(HardwareEmitter.IsHardware).ToString();
        var asGenerated = Source.Compile(Using, Beside).AddSyntaxTrees(Source.Parse(text, HardwareEmitter.FileName));
        var sources = output.RemoveSyntaxTrees(output.SyntaxTrees.Where(t => HardwareEmitter.IsHardware(t) || Generated.IsOurs(t)));
        var first = cache.Get(sources.AddSyntaxTrees(asGenerated.SyntaxTrees.Last()), default);
        Assert.Empty(first.Findings.Where(f => f.IsError).Select(f => f.Message));
        Assert.Same(first, cache.Get(output, default));
        var other = text.Replace("900.Watts()", "950.Watts()");
        Assert.NotEqual(text, other);
        Assert.NotSame(first, cache.Get(sources.AddSyntaxTrees(Source.Parse(other, HardwareEmitter.FileName)), default));
    }

    [Fact]
    public void What_the_generator_and_the_cache_remember_holds_nothing_of_the_compilation()
    {
        var project = Project(Source.Compile(Using, Beside), out var compilation);
        var result = project.Driver().RunGenerators(compilation).GetRunResult().Results.Single();
        foreach (var step in new[] { ClusterGenerator.HardwareStep, ClusterGenerator.ClassesStep, ClusterGenerator.EmbeddingStep, ClusterGenerator.MembersStep })
            foreach (var (value, _) in result.TrackedSteps[step].SelectMany(s => s.Outputs))
                Assert.Empty(Held.OfACompilation(value));
        var cache = new EvaluationCache();
        Assert.NotEmpty(cache.Get(project.Output(), default).Classes);
        Assert.Empty(Held.OfACompilation(cache));
    }

    static Described Project(Compilation sources, out Compilation compilation)
    {
        compilation = sources;
        return new Described(sources, ("SW-1.yaml", Described.Switch(64)));
    }

    static Compilation Edit(Compilation compilation, string old, string @new)
    {
        var tree = compilation.SyntaxTrees.Single(t => t.ToString().Contains(old));
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(tree.ToString().Replace(old, @new), System.Text.Encoding.UTF8)));
    }

    static void After(Reasons expected, Func<Compilation, Compilation>? compilation = null, Func<string, string>? device = null)
    {
        // What differs can be told only while the file as it was is still there, as it is in an editor: nothing is collected meanwhile.
        Assert.True(GC.TryStartNoGCRegion(200L << 20));
        try
        {
            Told(expected, compilation, device);
        }
        finally
        {
            if (System.Runtime.GCSettings.LatencyMode == System.Runtime.GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
        }
    }

    static void Told(Reasons expected, Func<Compilation, Compilation>? compilation, Func<string, string>? device)
    {
        var project = Project(Source.Compile(Using, Beside, Unrelated), out var sources);
        var driver = project.Driver().RunGenerators(sources);
        if (device is not null)
        {
            var changed = device(project.Files[0].GetText()!.ToString());
            Assert.NotEqual(project.Files[0].GetText()!.ToString(), changed);
            driver = driver.ReplaceAdditionalText(project.Files[0], new Described(sources, ("SW-1.yaml", changed)).Files[0]);
        }
        var edited = compilation?.Invoke(sources) ?? sources;
        var result = driver.RunGenerators(edited).GetRunResult().Results.Single();
        GC.KeepAlive((sources, driver));
        var hardware = Assert.Single(result.TrackedSteps[ClusterGenerator.HardwareStep].Single().Outputs).Reason;
        var classes = result.TrackedSteps[ClusterGenerator.ClassesStep].SelectMany(s => s.Outputs).Select(o => o.Reason == Cached ? Unchanged : o.Reason).ToList();
        Assert.Equal(expected, new Reasons(hardware, classes[0], classes[1]));
    }
}
