using System.Reflection;

namespace ClusterDsl.Interop.Tests;

/// <summary>A folder with a plan in some formats; gone when the test is.</summary>
sealed class Exports : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("clusterdsl-interop").FullName;

    public Exports(Plan plan, params Artifact[] formats)
    {
        Folder = Path.Combine(_root, plan.Name);
        ArtifactFolder.Write(plan, _root, formats);
    }

    public string Folder { get; }

    public string this[string file] => Path.Combine(Folder, file);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>Every cluster of every example.</summary>
    public static IEnumerable<(string Example, string Cluster)> Examples =>
        from project in Directory.EnumerateFiles(Path.Combine(Metadata("Repository"), "examples"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let example = Path.GetFileNameWithoutExtension(project)
        from cluster in Directory.EnumerateDirectories(Clusters(example)).Order(StringComparer.Ordinal)
        select (example, Path.GetFileName(cluster));

    /// <summary>The plan of an example's cluster.</summary>
    public static Plan Example(string example, string cluster) => PlanJson.Read(File.ReadAllText(Path.Combine(Clusters(example), cluster, "plan.json")));

    static string Clusters(string example) => Path.Combine(Metadata("Repository"), "examples", example, "bin", Metadata("Configuration"), "net10.0", "clusters");

    static string Metadata(string key) => typeof(Exports).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    /// <summary>The links of some fabrics, each as both ends in order: what a tool has to find.</summary>
    public static List<string> Links(Plan plan, Func<Bundle, bool> isMeant) =>
    [
        .. from bundle in plan.Bundles.Where(isMeant)
           let a = plan.Group(bundle.A.Group)
           let b = plan.Group(bundle.B.Group)
           from k in Enumerable.Range(0, (int)bundle.Links)
           let link = bundle.LinkAt(k)
           select Link($"{a.Name.Format(link.DeviceA)} {plan.Model(a).Bank(bundle.A.Bank).NameOf(link.PortA, bundle.A.Split)}",
               $"{b.Name.Format(link.DeviceB)} {plan.Model(b).Bank(bundle.B.Bank).NameOf(link.PortB, bundle.B.Split)}"),
    ];

    /// <summary>Whichever end comes first.</summary>
    public static string Link(string one, string other) => string.CompareOrdinal(one, other) < 0 ? $"{one} -- {other}" : $"{other} -- {one}";
}
