using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>
/// What an editor asks for is one document at a time; each answers for itself. That each rule is live, in its document and in no
/// other, is part of what <see cref="Verify"/> expects wherever a rule is shown at its span; here is that every rule is.
/// </summary>
public class LivenessTests
{
    const string Definition = """
        [Cluster]
        public static partial class Clusters
        {
            public static Cluster Define() => Cluster.Named("a/b").Site("dc", s => s.Standard());
        }
        """;

    const string Helper = """
        static class Helpers
        {
            public static Site Standard(this Site site)
            {
                Console.WriteLine();
                return site.Nodes("c/d", Nodes.DgxH100, 4);
            }
        }
        """;

    [Theory]
    [InlineData(1, "CDL1002 \"a/b\"")]
    [InlineData(2, "CDL0001 Console.WriteLine()", "CDL1002 \"c/d\"")]
    public async Task A_document_has_its_own_findings_live(int document, params string[] expected)
    {
        var compilation = Source.Compile(Definition, Helper);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees[document]);
        var live = await Verify.With(compilation).GetAnalyzerSemanticDiagnosticsAsync(model, null, default);
        Assert.Equal(expected, live.Select(d => $"{d.Id} {Text(d)}").Order());
    }

    [Fact]
    public async Task A_full_build_reports_each_finding_once()
    {
        var diagnostics = await Verify.All(Source.Compile(Definition, Helper));
        Assert.Equal(3, diagnostics.Length);
    }

    [Fact]
    public async Task The_generated_members_change_nothing()
    {
        var diagnostics = await Verify.All(Generating.Run(Source.Compile(Definition, Helper)));
        Assert.Equal(3, diagnostics.Length);
    }

    [Fact]
    public async Task A_project_without_the_library_costs_nothing_and_says_nothing()
    {
        var compilation = Source.Compile("class C { }");
        compilation = compilation.RemoveAllSyntaxTrees()
            .AddSyntaxTrees(Source.Parse("class Cluster : System.Attribute { } [Cluster] class C { }", "/c.cs"))
            .RemoveReferences(compilation.References.Where(r => r.Display!.EndsWith("ClusterDsl.dll")));
        Assert.Empty(await Verify.All(compilation));
    }

    [Fact]
    public void Every_language_rule_is_shown_live()
    {
        var shown = typeof(LanguageRuleTests).GetMethods().Select(m => m.Name).ToList();
        Assert.All(LanguageRules.All, rule => Assert.Contains(shown, name => name.StartsWith(rule.Id)));
    }

    [Fact]
    public async Task A_finding_moves_with_its_text_while_the_definition_is_not_evaluated_again()
    {
        // The class in which nothing changed is called from a definition in another document, above which a line is added.
        var compilation = (Compilation)Source.Compile(Definition, Helper);
        await Verify.All(compilation);
        var tree = compilation.SyntaxTrees.ElementAt(1);
        var text = tree.GetText();
        compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.Replace(0, 0, "// a line\n")));
        var found = (await Verify.All(compilation)).Select(Text).Order();
        Assert.Equal(["\"a/b\"", "\"c/d\"", "Console.WriteLine()"], found);
    }

    static string Text(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
