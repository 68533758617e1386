using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>What an editor asks for is one document at a time; each answers for itself.</summary>
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

    static string Text(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
