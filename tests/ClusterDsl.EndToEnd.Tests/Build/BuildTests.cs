namespace ClusterDsl.EndToEnd.Tests;

public class BuildTests
{
    /// <summary>What the tool prints for a cluster: that it ran shows in the build's output.</summary>
    const string Ran = "13 cables";

    [Fact]
    public void A_build_writes_what_is_missing_or_out_of_date_and_nothing_else()
    {
        using var project = new Project();
        project.Define(Samples.Tiny("one"), Samples.Tiny("two"));
        string[] both = [.. All("one"), .. All("two")];

        Assert.Contains("one: 4 nodes, 32 GPUs · compute: 2 leaves, 1 spine, 3:1, 13 cables", project.Build());
        Assert.Equal(both, project.Artifacts);

        var cabling = project["bin/Debug/net10.0/clusters/one/cabling.csv"];
        var written = File.GetLastWriteTimeUtc(cabling);
        Assert.DoesNotContain(Ran, project.Build("--no-restore"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(cabling));

        File.WriteAllText(project["Unrelated.cs"], "class Unrelated;");
        Assert.Contains(Ran, project.Build("--no-restore"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(cabling));
        Assert.DoesNotContain(Ran, project.Build("--no-restore"));

        File.Delete(cabling);
        Assert.Contains(Ran, project.Build("--no-restore"));
        Assert.Equal(both, project.Artifacts);

        project.Define(Samples.Tiny("one"), Samples.Tiny("three"));
        project.Build("--no-restore");
        Assert.Equal([.. All("one"), .. All("three")], project.Artifacts);

        project.Build("--no-restore", "-p:ClusterDslFormats=bom%2Ccabling");
        Assert.Equal(
            ["net10.0/clusters/one/bom.csv", "net10.0/clusters/one/cabling.csv", "net10.0/clusters/three/bom.csv", "net10.0/clusters/three/cabling.csv"],
            project.Artifacts);

        Assert.Equal(0, project.Run("clean").Code);
        Assert.Empty(project.Artifacts);
        Assert.False(Directory.Exists(project["bin/Debug/net10.0/clusters"]));
        Assert.False(File.Exists(project["obj/Debug/net10.0/Acme.clusterdsl.manifest"]));
    }

    [Fact]
    public void A_design_time_build_writes_nothing()
    {
        using var project = new Project();
        project.Define(Samples.Tiny());

        project.Build("-t:Restore;Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");
        project.Build("--no-restore", "-p:DesignTimeBuild=true");

        Assert.Empty(project.Artifacts);
    }

    [Fact]
    public void An_invalid_cluster_fails_every_build_until_it_is_repaired_and_leaves_the_old_files()
    {
        using var project = new Project();
        project.Define(Samples.Tiny());
        project.Build();
        project.Embed(DefiningAssembly.Invalid("Acme.Tiny.Define", "CDL2001|Tiny.cs|31|leaf: 2:1 declared 1:1"));

        for (var build = 0; build < 2; build++)
        {
            var (code, output) = project.Run("build", "--no-restore", "-p:RunAnalyzers=false");
            Assert.Equal(1, code);
            Assert.Contains("Tiny.cs(31): error CDL2001: leaf: 2:1 declared 1:1", output);
            Assert.Contains("Nothing is written for a cluster with errors", output);
            Assert.DoesNotContain("exit code", output);
        }
        Assert.Equal(All("tiny"), project.Artifacts);

        project.Define(Samples.Tiny());
        Assert.Contains(Ran, project.Build("--no-restore"));
    }

    [Fact]
    public void Each_target_framework_has_its_own_artefacts_and_a_file_of_somebody_else_stays()
    {
        using var project = new Project("<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>", "<LangVersion>latest</LangVersion>");
        project.Define(Samples.Tiny());

        project.Build("-p:ClusterDslFormats=plan");
        Assert.Equal(["net10.0/clusters/tiny/plan.json", "netstandard2.0/clusters/tiny/plan.json"], project.Artifacts);

        File.WriteAllText(project["bin/Debug/net10.0/clusters/tiny/notes.txt"], "mine");
        Assert.Equal(0, project.Run("clean").Code);
        Assert.Equal(["net10.0/clusters/tiny/notes.txt"], project.Artifacts);
    }

    [Fact]
    public void Frameworks_may_share_a_folder()
    {
        using var project = new Project("<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>",
            "<LangVersion>latest</LangVersion><ClusterDslOutputPath>plans</ClusterDslOutputPath><ClusterDslFormats>plan</ClusterDslFormats>");
        project.Define(Samples.Tiny("old"));
        project.Build();
        project.Define(Samples.Tiny());

        Assert.Contains(Ran, project.Build("--no-restore"));
        Assert.Equal([project["plans", "tiny", "plan.json"]], Directory.EnumerateFiles(project["plans"], "*", SearchOption.AllDirectories));
        Assert.DoesNotContain(Ran, project.Build("--no-restore"));

        Assert.Equal(0, project.Run("clean").Code);
        Assert.False(Directory.Exists(project["plans"]));
    }

    [Fact]
    public void Without_the_tool_the_build_says_so()
    {
        using var project = new Project();
        project.Define(Samples.Tiny());

        var (code, output) = project.Run("build", "-p:ClusterDslToolPath=nowhere.dll");

        Assert.Equal(1, code);
        Assert.Contains("error : The tool that writes the artefacts is not there: nowhere.dll", output);
    }

    static string[] All(string cluster) =>
        [.. new[] { "bom.csv", "cabling.csv", "devices.csv", "findings.sarif", "floor.svg", "plan.json", "report.html", "topology.svg", "trunks.csv" }.Select(file => $"net10.0/clusters/{cluster}/{file}")];
}
