namespace ClusterDsl.EndToEnd.Tests;

/// <summary>The whole way, once: C# in, files out.</summary>
public class DefinitionTests
{
    /// <summary>The published four-unit SuperPOD without its UFM: 32 leaves and 16 spines of 64 ports, 127 × 8 + 32 × 32 cables.</summary>
    static string SuperPod(string name = "superpod", string ratio = ".NonBlocking()") =>
        $$"""
        using ClusterDsl;

        namespace Acme;

        [Cluster]
        public static partial class SuperPod
        {
            public static Cluster Define() => Cluster.Named("{{name}}")
                .Site("dc1", site => site
                    .Hall("h1", hall => hall
                        .Racks(rows: 4, perRow: 12)
                        .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                        .RackPower(44.Kilowatts()))
                    .Nodes("dgx", Nodes.DgxH100, count: 127, nodes => nodes.ScalableUnits(of: 32).PerRack(4))
                    .Fabric("compute", fabric => fabric
                        .InfiniBand(InfiniBand.Ndr)
                        .RailOptimized()
                        {{ratio}}
                        .Connect("dgx", Role.Compute)
                        .Leaves(Switches.Qm9700)
                        .Spines(Switches.Qm9700)));
        }
        """;

    [Fact]
    public void A_definition_becomes_a_cabling_plan_at_build()
    {
        using var project = new Project();
        project.Define(SuperPod());

        Assert.Contains("superpod: 127 nodes, 1,016 GPUs · scale-up: 127 domains of 8 GPUs, NVLink 4 · compute: 32 leaves, 16 spines, 1:1, 2,040 cables", project.Build());

        Assert.Equal(Artifact.All.Count(a => a.IsDefault), project.Artifacts.Count);
        Assert.Equal(1 + 2040, File.ReadLines(project["bin/Debug/net10.0/clusters/superpod/cabling.csv"]).Count());
        Assert.Equal(1 + 127 + 32 + 16, File.ReadLines(project["bin/Debug/net10.0/clusters/superpod/devices.csv"]).Count());
    }

    [Theory]
    [InlineData("../out", ".NonBlocking()", "CDL1002")]
    [InlineData("superpod", ".Oversubscribed(0)", "CDL1003")]
    public void A_definition_with_errors_fails_the_build_with_analyzers_on_or_off(string name, string ratio, string rule)
    {
        using var project = new Project();
        project.Define(SuperPod(name, ratio));

        foreach (var analyzers in new[] { "true", "false" })
        {
            var (code, output) = project.Run("build", $"-p:RunAnalyzers={analyzers}");
            Assert.Equal(1, code);
            Assert.Contains($"error {rule}: ", output);
        }
        Assert.Empty(project.Artifacts);
    }
}
