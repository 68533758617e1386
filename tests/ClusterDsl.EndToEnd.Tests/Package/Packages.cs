using System.Reflection;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>
/// What a user has who has the packages and nothing else: packed once for all tests into a folder to restore from, with a
/// cache and a place for templates that nobody else uses.
/// </summary>
public sealed class Packages : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public Packages()
    {
        // What the tests were built with is what is packed.
        DotNet.Do(Metadata("Repository"), "pack", "ClusterDsl.sln", "--no-build", "-c", Metadata("Configuration"), $"-p:PackageOutputPath={Feed}");
        foreach (var part in new[] { "netstandard.library", "microsoft.netcore.platforms" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Metadata("PackageCache"), part), "*.nupkg", SearchOption.AllDirectories))
                File.Copy(file, Path.Combine(Directory.CreateDirectory(_folder["framework"]).FullName, Path.GetFileName(file)));
        File.WriteAllText(_folder["nuget.config"],
            """
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="cache" />
              </config>
              <packageSources>
                <clear />
                <add key="packed" value="feed" />
                <add key="framework" value="framework" />
              </packageSources>
            </configuration>
            """);
        DotNet.Do(_folder.Path, "new", "install", Of("ClusterDsl.Templates"), "--debug:custom-hive", _folder["templates"]);
    }

    public static string Version => typeof(Cluster).Assembly.GetName().Version!.ToString(3);

    public string Feed => _folder["feed"];

    /// <summary>The file of a package.</summary>
    public string Of(string id) => Path.Combine(Feed, $"{id}.{Version}.nupkg");

    /// <summary>A folder for a test, beside the others'.</summary>
    public string this[string name] => Directory.CreateDirectory(_folder[name]).FullName;

    /// <summary>A new project, as `dotnet new cluster` makes it.</summary>
    /// <returns>Its folder.</returns>
    public string New(string test, string name)
    {
        DotNet.Do(this[test], "new", "cluster", "-n", name, "--debug:custom-hive", _folder["templates"]);
        return Path.Combine(this[test], name);
    }

    public void Dispose() => _folder.Dispose();

    static string Metadata(string key) =>
        typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}

[CollectionDefinition(nameof(Packages))]
public sealed class PackagesCollection : ICollectionFixture<Packages>;
