using System.Reflection;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>A cluster of an example with what the build of the example, which these tests' own build includes, wrote for it.</summary>
sealed class Built
{
    readonly string _folder;

    Built(string folder)
    {
        _folder = folder;
        Plan = PlanJson.Read(File.ReadAllText(Path.Combine(folder, "plan.json")));
    }

    /// <summary>The projects under <c>examples/</c>.</summary>
    public static IReadOnlyList<string> Examples { get; } =
        [.. Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>"DgxSuperPod/superpod-1su" and all others.</summary>
    public static IReadOnlyList<string> Clusters { get; } =
        [.. Examples.SelectMany(example => Directory.EnumerateDirectories(Output(example)).Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(name => $"{example}/{name}"))];

    /// <summary>The folder <c>examples/</c>.</summary>
    public static string Root => Path.Combine(Metadata("Repository"), "examples");

    public Plan Plan { get; }
    public CsvTable Cabling => Table("cabling.csv");
    public CsvTable Devices => Table("devices.csv");
    public CsvTable Trunks => Table("trunks.csv");
    public CsvTable Bom => Table("bom.csv");
    public string Findings => File.ReadAllText(Path.Combine(_folder, "findings.sarif"));

    public static Built Of(string cluster) => new(Path.Combine(Output(cluster.Split('/')[0]), cluster.Split('/')[1]));

    CsvTable Table(string file) => new(Path.Combine(_folder, file));

    static string Output(string example) => Path.Combine(Root, example, "bin", Metadata("Configuration"), "net10.0", "clusters");

    static string Metadata(string key) => typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
