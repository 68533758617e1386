using System.Reflection;

namespace ClusterDsl.Oracle.Tests;

/// <summary>Every cluster of the examples of up to 14,000 GPUs is as its plan says.</summary>
public sealed class ExamplesTests
{
    // Leonardo with its 13,824 among them.
    const int Most = 14_000;

    [OracleFact]
    public void Every_example_keeps_what_its_plan_promises()
    {
        var clusters = Folders().Where(folder => PlanJson.Read(File.ReadAllText(Path.Combine(folder, "plan.json"))).Gpus <= Most).ToList();
        Assert.NotEmpty(clusters);
        var (faults, measured) = Oracle.Judge(clusters);
        Assert.Empty(faults);
        Assert.Equal(clusters.Count, measured["clusters"]);
        Assert.InRange(measured["fabrics"], clusters.Count, int.MaxValue);
    }

    static IEnumerable<string> Folders() =>
        Directory.EnumerateDirectories(Path.Combine(Metadata("Repository"), "examples"))
            .Select(example => Path.Combine(example, "bin", Metadata("Configuration"), "net10.0", "clusters"))
            .Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).Order(StringComparer.Ordinal);

    static string Metadata(string key) => typeof(ExamplesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
