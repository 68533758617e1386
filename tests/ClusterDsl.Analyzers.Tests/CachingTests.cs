using System.Collections;
using System.Reflection;
using ClusterDsl.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Tests;

public class CachingTests
{
    [Fact]
    public void The_same_compilation_again_is_cached() => Edit(c => c, cached: true);

    [Fact]
    public void An_edit_in_an_unrelated_file_regenerates_nothing() =>
        Edit(c => c.ReplaceSyntaxTree(c.SyntaxTrees.Last(), Source.Parse("class Unrelated { int _changed; }", "/src/Other1.cs")), cached: true);

    [Fact]
    public void An_added_file_regenerates_nothing() =>
        Edit(c => c.AddSyntaxTrees(Source.Parse("class Added;", "/src/Added.cs")), cached: true);

    [Fact]
    public void A_comment_behind_the_definition_regenerates_nothing() =>
        Edit(c => Change(c, text => text + "\n// more\n"), cached: true);

    [Fact]
    public void Another_count_regenerates_both() =>
        Edit(c => Change(c, text => text.Replace("Units = 4", "Units = 3")), cached: false);

    static Compilation Change(Compilation compilation, Func<string, string> edit)
    {
        var tree = compilation.SyntaxTrees.ElementAt(1);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(edit(tree.ToString()), System.Text.Encoding.UTF8)));
    }

    static void Edit(Func<Compilation, Compilation> edit, bool cached)
    {
        Compilation compilation = Source.Compile(Samples.SuperPod, "class Unrelated;");
        var driver = Generating.Driver().RunGenerators(compilation);
        driver = driver.RunGenerators(edit(compilation));
        var result = driver.GetRunResult().Results.Single();
        foreach (var step in new[] { ClusterGenerator.EmbeddingStep, ClusterGenerator.MembersStep })
            Assert.All(Reasons(result.TrackedSteps[step]), r => Assert.Equal(cached, r is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.All(result.TrackedOutputSteps.SelectMany(s => Reasons(s.Value)), r => Assert.Equal(cached, r == IncrementalStepRunReason.Cached));
    }

    static IEnumerable<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(s => s.Outputs).Select(o => o.Reason);

    [Fact]
    public void No_step_holds_anything_of_the_compilation()
    {
        var result = Generating.Driver().RunGenerators(Source.Compile(Samples.SuperPod)).GetRunResult().Results.Single();
        foreach (var step in new[] { ClusterGenerator.EmbeddingStep, ClusterGenerator.MembersStep })
            foreach (var (value, _) in result.TrackedSteps[step].SelectMany(s => s.Outputs))
                AssertPlain(value, step, []);
    }

    [Fact]
    public void An_evaluation_holds_nothing_of_the_compilation() =>
        AssertPlain(Engine.EvaluateAfresh(Source.Compile(Samples.SuperPod.Replace("perRow: 12", "perRow: 1")), default), "evaluation", []);

    static void AssertPlain(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || !seen.Add(value)) return;
        Assert.False(
            value is ISymbol or SyntaxNode or Compilation or IOperation or Location or SemanticModel or SyntaxTree or Delegate,
            $"{path} holds a {value.GetType().Name}");
        if (value is IEnumerable items)
            foreach (var item in items) AssertPlain(item, path + "[]", seen);
        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                AssertPlain(field.GetValue(value), path + "." + field.Name, seen);
    }

    [Fact]
    public void One_evaluation_serves_every_compilation_of_the_same_trees()
    {
        var compilation = Source.Compile(Samples.SuperPod);
        var first = Engine.Evaluate(compilation, default);
        Assert.Same(first, Engine.Evaluate(compilation.Clone(), default));
        Assert.Same(first, Engine.Evaluate(Generating.Run(compilation), default));
        Assert.NotSame(first, Engine.Evaluate(compilation.AddSyntaxTrees(Source.Parse("", "/x.cs")), default));
        Assert.NotSame(first, Engine.Evaluate(compilation.RemoveReferences(compilation.References.First()), default));
    }

    [Fact]
    public void The_cache_changes_no_answer()
    {
        var compilation = Source.Compile(Samples.SuperPod.Replace("perRow: 12", "perRow: 1").Replace("32 * Units", "Environment.ProcessorCount"));
        var cached = Engine.Evaluate(compilation, default);
        var afresh = Engine.EvaluateAfresh(Generating.Run(compilation), default);
        Assert.Equal(afresh.Findings, cached.Findings);
        Assert.Equal(afresh.Classes.SelectMany(c => c.Clusters).Select(c => c.Plan), cached.Classes.SelectMany(c => c.Clusters).Select(c => c.Plan));
    }

    [Fact]
    public void A_cancelled_evaluation_is_not_remembered()
    {
        var compilation = Source.Compile(Samples.SuperPod);
        Assert.ThrowsAny<OperationCanceledException>(() => Engine.Evaluate(compilation, new CancellationToken(canceled: true)));
        Assert.NotNull(Engine.Evaluate(compilation, default).Classes.Single().Clusters.Single().Plan);
    }
}
