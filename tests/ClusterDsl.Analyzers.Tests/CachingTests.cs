using ClusterDsl.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>What is evaluated, and what is generated, again after which edit.</summary>
[Collection(nameof(Alone))]
public class CachingTests
{
    const string First = """
        [Cluster]
        public static partial class First
        {
            const int Units = 4; // as published
            public static Cluster Define() => Cluster.Named("first").Site("dc", s => s.Nodes("a", Nodes.DgxH100, 32 * Units));
        }
        """;

    const string Second = """
        [Cluster]
        public static partial class Second
        {
            public static Cluster Define() => Cluster.Named("second").Site("dc", s => s.Nodes("b", Nodes.DgxH100, Helpers.Half(8)));
        }
        """;

    const string Helper = """
        static class Helpers
        {
            public const int Rails = 8;
            public static int Half(int n) { return n / 2; }
            public static int Twice(int n) { return n * 2; }
        }
        """;

    const string Unrelated = "class Unrelated { int _field = 1; void Method() { } }";

    static readonly Reasons Everything = new(Modified, Modified, Unchanged, Unchanged);

    /// <summary>Of each definition, whether it was evaluated again (Modified), and of its members whether they were generated again.</summary>
    sealed record Reasons(
        IncrementalStepRunReason First, IncrementalStepRunReason Second, IncrementalStepRunReason FirstMembers, IncrementalStepRunReason SecondMembers);

    [Fact]
    public void The_same_source_is_not_looked_at_again() => After(c => c, new(Cached, Cached, Cached, Cached));

    [Fact]
    public void Another_compilation_of_the_same_source_evaluates_nothing() => After(c => c.Clone(), new(Unchanged, Unchanged, Cached, Cached));

    [Fact]
    public void Editing_a_body_in_another_file_evaluates_nothing() =>
        After(c => Edit(c, "void Method() { }", "void Method() { var x = 1; }"), new(Unchanged, Unchanged, Cached, Cached));

    [Fact]
    public void Editing_an_initialiser_in_another_file_evaluates_nothing() =>
        After(c => Edit(c, "_field = 1", "_field = 2"), new(Unchanged, Unchanged, Cached, Cached));

    [Fact]
    public void A_comment_in_another_file_evaluates_nothing() =>
        After(c => Edit(c, "class Unrelated", "// more\nclass Unrelated"), new(Unchanged, Unchanged, Cached, Cached));

    [Fact]
    public void Editing_one_definition_evaluates_only_that_one() =>
        After(c => Edit(c, "Named(\"first\")", "Named(\"primary\")"), new(Modified, Unchanged, Modified, Cached));

    [Fact]
    public void Editing_a_constant_of_one_definition_evaluates_only_that_one() =>
        After(c => Edit(c, "Units = 4", "Units = 3"), new(Modified, Unchanged, Modified, Cached));

    [Fact]
    public void A_comment_in_a_definition_evaluates_only_that_one_and_generates_nothing() =>
        After(c => Edit(c, "as published", "as built"), new(Modified, Unchanged, Unchanged, Cached));

    [Fact]
    public void Editing_the_body_of_a_helper_evaluates_only_who_calls_it() =>
        After(c => Edit(c, "n / 2", "n / 4"), new(Unchanged, Modified, Cached, Modified));

    [Fact]
    public void Renaming_a_helper_evaluates_everything_and_generates_what_differs() =>
        After(c => Edit(c, "int Twice(", "int Double("), Everything);

    [Fact]
    public void Another_value_of_a_constant_that_any_file_can_see_evaluates_everything() =>
        After(c => Edit(c, "Rails = 8", "Rails = 4"), Everything);

    [Fact]
    public void A_new_overload_evaluates_everything() =>
        After(c => Edit(c, "public const", "public static int Half(long n) => 1; public const"), Everything);

    [Fact]
    public void A_global_using_evaluates_everything() =>
        After(c => Edit(c, "class Unrelated", "global using System.IO; class Unrelated"), Everything);

    [Fact]
    public void An_added_file_evaluates_everything() =>
        After(c => c.AddSyntaxTrees(Source.Parse("class Added;", "/src/Added.cs")), Everything);

    [Fact]
    public void Another_reference_evaluates_everything() =>
        After(c => c.RemoveReferences(c.References.First(r => r.Display!.EndsWith("System.Xml.dll"))), Everything);

    static Compilation Edit(Compilation compilation, string old, string @new)
    {
        var tree = compilation.SyntaxTrees.Single(t => t.ToString().Contains(old));
        var at = tree.ToString().IndexOf(old, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().Replace(at, old.Length, @new)));
    }

    static void After(Func<Compilation, Compilation> edit, Reasons expected)
    {
        Compilation compilation = Source.Compile(First, Second, Helper, Unrelated);
        var driver = Generating.Driver().RunGenerators(compilation).RunGenerators(edit(compilation));
        // What differs can be told only while the file as it was is still there, as it is in an editor.
        GC.KeepAlive(compilation);
        var result = driver.GetRunResult().Results.Single();
        var classes = ReasonsOf(result, ClusterGenerator.ClassesStep);
        var members = ReasonsOf(result, ClusterGenerator.MembersStep);
        Assert.Equal(expected, new Reasons(classes[0], classes[1], members[0], members[1]));
        Assert.Equal(members, ReasonsOf(result, ClusterGenerator.EmbeddingStep));
        // What is not generated again is not even written again.
        Assert.Equal(
            members.Concat(members).Select(r => r == Modified ? Modified : Cached).Order(),
            result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason).Order());
    }

    static IncrementalStepRunReason[] ReasonsOf(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    [Fact]
    public void What_the_generator_remembers_holds_nothing_of_the_compilation()
    {
        var result = Generating.Driver().RunGenerators(Source.Compile(First, Second, Helper, Unrelated)).GetRunResult().Results.Single();
        foreach (var step in new[] { ClusterGenerator.ClassesStep, ClusterGenerator.EmbeddingStep, ClusterGenerator.MembersStep })
            foreach (var (value, _) in result.TrackedSteps[step].SelectMany(s => s.Outputs))
                Assert.Empty(Held.OfACompilation(value));
    }

    [Theory]
    [InlineData(First)]
    [InlineData("[Cluster] static class NotPartial { static Cluster Define() => Cluster.Named(\"a/b\" + Console.Read()); }")]
    [InlineData("[Cluster] static partial class Throws { static Cluster Define() => throw new Own(1); } class Own(int n) : Exception { int N => n; }")]
    public void What_the_cache_remembers_holds_nothing_of_the_compilation(string source)
    {
        var cache = new EvaluationCache();
        var compilation = Source.Compile(source, Second, Helper);
        Assert.NotEmpty(cache.Get(compilation, default).Classes);
        cache.Get(Edit(compilation, "n / 2", "n / 4"), default);
        Assert.Empty(Held.OfACompilation(cache));
    }

    [Fact]
    public void The_walk_finds_what_is_held_however_deep()
    {
        var compilation = Source.Compile(First);
        var tree = compilation.SyntaxTrees[1];
        object?[] caught =
        [
            compilation, compilation.GlobalNamespace, tree, tree.GetRoot(), tree.GetRoot().GetFirstToken(), tree.GetRoot().GetLocation(),
            compilation.GetSemanticModel(tree), new Lazy<object>(tree), new Dictionary<int, object> { [1] = (1, new[] { tree }) },
            Diagnostic.Create(new("X", "", "", "", DiagnosticSeverity.Info, true), null), (Func<string>)tree.ToString,
        ];
        Assert.All(caught, value => Assert.Single(Held.OfACompilation(new { Some = new List<object?> { "text", value } })));
        Assert.Empty(Held.OfACompilation(new { Weak = new WeakReference<SyntaxTree>(tree), Text = tree.ToString(), Count = 1 }));
    }

    [Fact]
    public void One_evaluation_serves_every_compilation_of_the_same_files()
    {
        var cache = new EvaluationCache();
        var compilation = Source.Compile(Samples.SuperPod);
        var first = cache.Get(compilation, default);
        Assert.Same(first, cache.Get(compilation.Clone(), default));
        Assert.Same(first, cache.Get(Generating.Run(compilation), default));
        Assert.NotSame(first, cache.Get(compilation.AddSyntaxTrees(Source.Parse("", "/x.cs")), default));
        Assert.NotSame(first, cache.Get(compilation.RemoveReferences(compilation.References.First()), default));
        Assert.NotSame(first, cache.Get(compilation.WithOptions(compilation.Options.WithOverflowChecks(true)), default));
    }

    [Fact]
    public void A_generated_member_in_a_definition_is_judged_the_same_whoever_asked_first()
    {
        var compilation = Source.Compile(First, Second.Replace("Helpers.Half(8)", "First.Plan.Gpus"), Helper);
        var generated = Generating.Run(compilation);
        var cache = new EvaluationCache();
        foreach (var asked in new[] { compilation, generated, compilation, generated })
            Assert.Equal(Engine.EvaluateAfresh(asked, default).Findings, cache.Get(asked, default).Findings);
    }

    [Fact]
    public void The_cache_remembers_few_projects()
    {
        var cache = new EvaluationCache();
        var compilation = Source.Compile(First);
        var first = cache.Get(compilation, default);
        for (var i = 0; i < 20; i++) cache.Get(compilation.WithAssemblyName("Project" + i), default);
        Assert.NotSame(first, cache.Get(compilation, default));
    }

    [Fact]
    public void A_cancelled_evaluation_is_not_remembered()
    {
        var cache = new EvaluationCache();
        var compilation = Source.Compile(Samples.SuperPod);
        Assert.ThrowsAny<OperationCanceledException>(() => cache.Get(compilation, new CancellationToken(canceled: true)));
        Assert.NotNull(cache.Get(compilation, default).Classes.Single().Clusters.Single().Plan);
    }
}

/// <summary>Tests of what is remembered from one call to the next run alone: all others use the same memory.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
