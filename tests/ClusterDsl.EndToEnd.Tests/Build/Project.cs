using System.Reflection;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>
/// A project that uses the library, the analyzers and the build files as the package would bring them, with a definition or
/// with plans written out by hand as the generator embeds them.
/// </summary>
sealed class Project : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public Project(string frameworks = "<TargetFramework>net10.0</TargetFramework>", string properties = "")
    {
        var build = Path.Combine(AppContext.BaseDirectory, "build");
        File.WriteAllText(_folder["Acme.csproj"],
            $"""
            <Project>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <Import Project="{Path.Combine(build, "ClusterDsl.props")}" />
              <PropertyGroup>
                {frameworks}
                {properties}
                <ClusterDslToolPath>{Path.Combine(AppContext.BaseDirectory, "ClusterDsl.Tool.dll")}</ClusterDslToolPath>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "ClusterDsl.dll")}" />
                <Analyzer Include="{Path.Combine(Analyzers, "ClusterDsl.Analyzers.dll")};{Path.Combine(Analyzers, "ClusterDsl.dll")};{Path.Combine(Analyzers, "YamlDotNet.dll")}" />
              </ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
              <Import Project="{Path.Combine(build, "ClusterDsl.targets")}" />
            </Project>
            """);
        // Nothing above the temporary folder has a say.
        File.WriteAllText(_folder["Directory.Build.props"], "<Project />");
        File.WriteAllText(_folder["Directory.Build.targets"], "<Project />");
    }

    static string Analyzers => typeof(Project).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Analyzers").Value!;

    public string this[params string[] parts] => _folder[parts];

    /// <summary>The files that lie in the artefacts' folders, relative to <c>bin/Debug</c>.</summary>
    public IReadOnlyList<string> Artifacts =>
        [.. _folder.Files.Where(file => file.StartsWith("bin/Debug/") && file.Contains("/clusters/")).Select(file => file["bin/Debug/".Length..])];

    /// <summary>Defines these clusters.</summary>
    public void Define(params Plan[] plans) => Embed([.. plans.Select(DefiningAssembly.Of)]);

    /// <summary>Defines clusters in the language.</summary>
    public void Define(string source) => File.WriteAllText(_folder["Definitions.cs"], source);

    /// <summary>Embeds these texts in the assembly.</summary>
    public void Embed(params (string Key, string Value)[] metadata) =>
        File.WriteAllLines(_folder["Definitions.cs"], metadata.Select(item =>
            $"[assembly: System.Reflection.AssemblyMetadata(\"{item.Key}\", \"\"\"\"\n{item.Value}\n\"\"\"\")]"));

    /// <summary>Builds, and must succeed.</summary>
    public string Build(params string[] arguments) => DotNet.Do(_folder.Path, ["build", .. arguments]);

    /// <summary>Runs dotnet in the project's folder.</summary>
    public (int Code, string Output) Run(params string[] arguments) => DotNet.Run(_folder.Path, arguments);

    public void Dispose() => _folder.Dispose();
}
