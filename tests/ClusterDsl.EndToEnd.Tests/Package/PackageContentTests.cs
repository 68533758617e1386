using System.IO.Compression;
using System.Xml.Linq;

namespace ClusterDsl.EndToEnd.Tests;

[Collection(nameof(Packages))]
public class PackageContentTests(Packages packages)
{
    static readonly string[] ToolFiles =
    [
        "ClusterDsl.Artifacts.dll", "ClusterDsl.Tool.deps.json", "ClusterDsl.Tool.dll", "ClusterDsl.Tool.runtimeconfig.json",
        "ClusterDsl.dll", "DocumentFormat.OpenXml.dll", "Spectre.Console.dll", "System.CommandLine.dll",
        "System.IO.Packaging.dll",
    ];

    [Fact]
    public void There_are_three_packages() => Assert.Equal(
        new[] { "ClusterDsl", "ClusterDsl.Templates", "ClusterDsl.Tool" }.Select(packages.Of).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(packages.Feed).Order(StringComparer.Ordinal));

    [Fact]
    public void The_library_brings_its_analyzers_and_the_tool_and_nothing_of_the_compiler_they_run_in() => Holds("ClusterDsl",
    [
        "README.md",
        "THIRD-PARTY-NOTICES.txt",
        .. Under("analyzers/dotnet/roslyn4.14/cs", "ClusterDsl.Analyzers.dll", "ClusterDsl.CodeFixes.dll", "ClusterDsl.dll", "YamlDotNet.dll"),
        .. Under("build", "ClusterDsl.props", "ClusterDsl.targets"),
        .. Under("buildTransitive", "ClusterDsl.props", "ClusterDsl.targets"),
        .. Under("lib/net10.0", "ClusterDsl.dll", "ClusterDsl.xml"),
        .. Under("lib/netstandard2.0", "ClusterDsl.dll", "ClusterDsl.xml"),
        .. Under("tools/clusterdsl", ToolFiles),
    ]);

    [Fact]
    public void The_tool_is_for_any_system() => Holds("ClusterDsl.Tool",
        ["README.md", .. Under("tools/net10.0/any", [.. ToolFiles, "DotnetToolSettings.xml"])]);

    [Fact]
    public void The_template_is_a_definition_and_a_project_that_asks_for_the_library_of_its_own_version()
    {
        Holds("ClusterDsl.Templates",
            ["README.md", .. Under("content/cluster", ".template.config/template.json", "Acme.csproj", "README.md", "TrainingCluster.cs")]);

        using var package = ZipFile.OpenRead(packages.Of("ClusterDsl.Templates"));
        var reference = Read(package, "content/cluster/Acme.csproj").Descendants("PackageReference").Single();
        Assert.Equal(("ClusterDsl", Packages.Version), (reference.Attribute("Include")!.Value, reference.Attribute("Version")!.Value));
    }

    [Theory]
    [InlineData("ClusterDsl")]
    [InlineData("ClusterDsl.Templates")]
    [InlineData("ClusterDsl.Tool")]
    public void A_package_says_what_it_is_and_needs_no_other(string id)
    {
        using var package = ZipFile.OpenRead(packages.Of(id));
        var metadata = Read(package, id + ".nuspec").Root!.Elements().Single().Elements().ToLookup(e => e.Name.LocalName);

        Assert.Equal((id, Packages.Version), (metadata["id"].Single().Value, metadata["version"].Single().Value));
        Assert.Equal("README.md", metadata["readme"].Single().Value);
        Assert.NotEmpty(metadata["tags"].Single().Value);
        Assert.NotEqual("Package Description", metadata["description"].Single().Value);
        Assert.DoesNotContain(metadata["dependencies"].Descendants(), e => e.Name.LocalName == "dependency");
        Assert.Empty(metadata["repository"]);
    }

    void Holds(string id, string[] files)
    {
        using var package = ZipFile.OpenRead(packages.Of(id));
        // What every package has by its format.
        var own = package.Entries.Select(e => e.FullName).Where(name =>
            name is not ("_rels/.rels" or "[Content_Types].xml") && name != id + ".nuspec" && !name.StartsWith("package/"));
        Assert.Equal(files.Order(StringComparer.Ordinal), own.Order(StringComparer.Ordinal));
    }

    static IEnumerable<string> Under(string folder, params string[] files) => files.Select(file => $"{folder}/{file}");

    static XDocument Read(ZipArchive package, string file)
    {
        using var content = package.GetEntry(file)!.Open();
        return XDocument.Load(content);
    }
}
