using ClusterDsl.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>What a build has compiled before, an editor has as the source of another project. Both are told the same.</summary>
public class ReferencedProjectTests
{
    const string Helper = "public static class Sizes { public const int Racks = 4; public static int Nodes(int units) => 32 * units; }";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_method_of_another_project_is_out_of_sight_and_its_constants_are_not(bool isSource)
    {
        var helper = CSharpCompilation.Create("Helpers", [Source.Parse(Helper, "/src/Helpers.cs")], Source.References, new(OutputKind.DynamicallyLinkedLibrary));
        var found = Engine.EvaluateAfresh(Referring(isSource ? helper.ToMetadataReference() : Compiled(helper), "Sizes.Nodes(4) * Sizes.Racks"), default).Findings;
        var finding = Assert.Single(found);
        Assert.Equal("CDL0001", finding.Rule);
        Assert.StartsWith("Sizes.Nodes is compiled elsewhere", finding.Message);
    }

    [Fact]
    public void The_library_itself_may_be_a_project_beside_the_definition()
    {
        var library = CSharpCompilation.Create(nameof(ClusterDsl), LibrarySources(), Source.References.Where(r => !r.Display!.EndsWith("ClusterDsl.dll")),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var compilation = Source.Compile(Samples.SuperPod);
        compilation = compilation.ReplaceReference(compilation.References.Single(r => r.Display!.EndsWith("ClusterDsl.dll")), library.ToMetadataReference());
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));

        var evaluation = Engine.EvaluateAfresh(compilation, default);

        Assert.Empty(evaluation.Findings);
        Assert.Equal(Engine.EvaluateAfresh(Source.Compile(Samples.SuperPod), default).Classes.Single().Clusters.Single().Plan, evaluation.Classes.Single().Clusters.Single().Plan);
    }

    static Compilation Referring(MetadataReference helper, string count) => Source.Compile($$"""
        [Cluster] public static partial class C
        {
            public static Cluster Define() => Cluster.Named("c").Site("dc", s => s.Nodes("n", Nodes.DgxH100, {{count}}));
        }
        """).AddReferences(helper);

    static MetadataReference Compiled(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    static IEnumerable<SyntaxTree> LibrarySources()
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]);
        yield return CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading;", options);
        var folder = Path.Combine(Pages.Folder, "..", "..", "src", "ClusterDsl");
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !Path.GetRelativePath(folder, f).StartsWith("obj") && !Path.GetRelativePath(folder, f).StartsWith("bin")))
            yield return CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file);
    }
}
