using System.Globalization;
using ClusterDsl.Analyzers.Hosting;
using ClusterDsl.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Analyzers.Tests;

public class GeneratorTests
{
    [Fact]
    public void A_valid_plan_is_embedded_and_reads_back_equal()
    {
        var compilation = Source.Compile(Samples.SuperPod);
        var output = Generating.Run(compilation);
        Assert.Empty(Generating.Errors(output));
        var embedded = PlanJson.Read(Generating.Metadata(output)["ClusterDsl.Plan:superpod"]);
        Assert.Equal(((Cluster)Source.Run(compilation, "Acme.SuperPod", "Define")!).Plan, embedded);
    }

    [Fact]
    public void An_editor_gets_the_members_without_the_embedded_plan()
    {
        var output = Generating.Run(Source.Compile(Samples.SuperPod), new EditorOptions());
        Assert.Empty(Generating.Errors(output));
        Assert.Empty(Generating.Metadata(output));
        Assert.NotEmpty(output.GetTypeByMetadataName("Acme.SuperPod")!.GetMembers("Plan"));
    }

    [Fact]
    public void The_class_has_the_plan_and_handles_by_name()
    {
        var output = Generating.Run(Source.Compile(Samples.SuperPod, """
            public static class Program
            {
                public static string Run()
                {
                    var leaf = Acme.SuperPod.Fabrics.Compute.Leaf;
                    return $"{Acme.SuperPod.Plan.Gpus} {leaf.Count} {Acme.SuperPod.Fabrics.Compute.Spine.Count} {Acme.SuperPod.Groups.Dgx.Count}";
                }
            }
            """));
        Assert.Empty(Generating.Errors(output));
        Assert.Equal("1016 32 16 127", Source.Run(output, "Program", "Run"));
    }

    [Fact]
    public void What_is_generated_is_CSharp_7_3_which_is_what_netstandard_projects_are_compiled_as()
    {
        var generated = Generating.Run(Source.Compile(Samples.SuperPod)).SyntaxTrees.Where(Generated.IsOurs).ToList();
        Assert.NotEmpty(generated);
        Assert.All(generated, tree =>
            Assert.Empty(CSharpSyntaxTree.ParseText(tree.ToString(), new CSharpParseOptions(LanguageVersion.CSharp7_3)).GetDiagnostics()));
    }

    [Fact]
    public void Hovering_shows_the_summary()
    {
        var output = Generating.Run(Source.Compile(Samples.SuperPod));
        var type = output.GetTypeByMetadataName("Acme.SuperPod")!;
        Assert.Contains("127 nodes, 1,016 GPUs", type.GetDocumentationCommentXml());
        Assert.Contains("127 nodes, 1,016 GPUs", type.GetMembers("Plan").Single().GetDocumentationCommentXml());
    }

    [Fact]
    public void Every_generated_member_says_what_it_is()
    {
        var type = Generating.Run(Source.Compile(Samples.SuperPod)).GetTypeByMetadataName("Acme.SuperPod")!;
        var members = Members(type).Where(m => m.DeclaredAccessibility == Accessibility.Public && m.Locations.All(l => Generated.IsOurs(l.SourceTree!))).ToList();
        Assert.Contains(members, m => m.Name == "Spine");
        Assert.All(members, m => Assert.Contains("<summary>", m.GetDocumentationCommentXml()));

        static IEnumerable<ISymbol> Members(INamespaceOrTypeSymbol of) =>
            of.GetMembers().SelectMany(m => m is INamedTypeSymbol nested ? Members(nested).Prepend(m) : [m]).Where(m => m is not IMethodSymbol);
    }

    [Fact]
    public void Several_clusters_of_a_class_get_a_class_each()
    {
        var output = Generating.Run(Source.Compile("""
            [Cluster]
            public static partial class Pods
            {
                public static Cluster Small() => Pod("small", 31);
                internal static Cluster Large() => Pod("large", 63);
                static Cluster Pod(string name, int nodes) => Cluster.Named(name).Site("dc", s => s.Nodes("dgx-h100", Nodes.DgxH100, nodes));
                public static string Run() => SmallCluster.Groups.DgxH100.Count + " " + LargeCluster.Plan.Name;
            }
            """));
        Assert.Equal("31 large", Source.Run(output, "Pods", "Run"));
    }

    [Fact]
    public void A_plan_with_errors_is_never_embedded()
    {
        var output = Generating.Run(Source.Compile(Samples.SuperPod.Replace("perRow: 12", "perRow: 1")));
        var payload = Assert.Single(Generating.Metadata(output));
        Assert.Equal("ClusterDsl.Invalid:Acme.SuperPod.Define", payload.Key);
        Assert.All(payload.Value.Split('\n'), line => Assert.Matches(@"^CDL\d{4}\|Clusters\.cs\|\d+\|.+$", line));
    }

    [Fact]
    public void What_cannot_be_evaluated_is_never_embedded()
    {
        var output = Generating.Run(Source.Compile(Samples.SuperPod.Replace("32 * Units - 1", "DateTime.Now.Day")));
        var payload = Assert.Single(Generating.Metadata(output));
        Assert.StartsWith("CDL0001|Clusters.cs|", payload.Value);
        Assert.Empty(Generating.Errors(output));
    }

    [Fact]
    public void A_second_cluster_of_the_same_name_is_not_embedded()
    {
        var output = Generating.Run(Source.Compile("""
            [Cluster] public static partial class A { public static Cluster One() => Cluster.Named("x"); }
            [Cluster] public static partial class B { public static Cluster Two() => Cluster.Named("X"); }
            """));
        var metadata = Generating.Metadata(output);
        Assert.Contains("ClusterDsl.Plan:x", metadata.Keys);
        Assert.StartsWith("CDL0008|", metadata["ClusterDsl.Invalid:B.Two"]);
    }

    [Fact]
    public void Classes_that_differ_by_case_alone_get_a_file_each()
    {
        var output = Generating.Run(Source.Compile("""
            [Cluster] public static partial class Pod { public static Cluster One() => Cluster.Named("one"); }
            [Cluster] public static partial class POD { public static Cluster Two() => Cluster.Named("two"); }
            public static class Program { public static string Run() => Pod.Plan.Name + " " + POD.Plan.Name; }
            """));
        Assert.Equal("one two", Source.Run(output, "Program", "Run"));
        var files = output.SyntaxTrees.Select(t => Path.GetFileName(t.FilePath)).ToList();
        Assert.Contains("Pod.ClusterDsl.g.cs", files);
        Assert.Contains("POD-2.ClusterDsl.g.cs", files);
    }

    [Fact]
    public void A_global_alias_of_the_attribute_marks_a_class_in_any_file()
    {
        var output = Generating.Run(Source.Compile(
            "[Pod] public static partial class A { public static Cluster One() => Cluster.Named(\"one\"); }", "global using Pod = ClusterDsl.ClusterAttribute;"));
        Assert.Contains("ClusterDsl.Plan:one", Generating.Metadata(output).Keys);
    }

    [Fact]
    public void Any_name_becomes_an_identifier_and_collisions_are_numbered()
    {
        var output = Generating.Run(Source.Compile("""
            namespace @namespace.Deep;
            public partial class Outer
            {
                [Cluster]
                internal static partial class @class
                {
                    const int Groups = 1;
                    public static Cluster Plan() => Cluster.Named("odd").Site("dc", s => s
                        .Nodes("a-b", Nodes.DgxH100, Groups).Nodes("a.b", Nodes.DgxH100, 1).Nodes("3x", Nodes.DgxH100, 1));
                    public static string Run() => Plan2.Name + Groups2.AB.Id + Groups2.AB2.Id + Groups2._3x.Id;
                }
            }
            """));
        Assert.Empty(Generating.Errors(output));
        Assert.Equal("odda-ba.b3x", Source.Run(output, "namespace.Deep.Outer+class", "Run"));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var compilation = Source.Compile(Samples.Define("""
            var pitch = 1.5;
            return Cluster.Named($"c{pitch}").Site("dc", s => s.Nodes(pitch.ToString() + (-3), Nodes.DgxH100, 3));
            """));
        var expected = Generating.Metadata(Generating.Run(compilation));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Equal(expected, Generating.Metadata(Generating.Run(Source.Compile(Samples.Define("""
                var pitch = 1.5;
                return Cluster.Named($"c{pitch}").Site("dc", s => s.Nodes(pitch.ToString() + (-3), Nodes.DgxH100, 3));
                """)))));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
