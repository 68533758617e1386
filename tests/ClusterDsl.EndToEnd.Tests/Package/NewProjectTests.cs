namespace ClusterDsl.EndToEnd.Tests;

/// <summary>What a user goes through who has installed the template.</summary>
[Collection(nameof(Packages))]
public class NewProjectTests(Packages packages)
{
    const string Spines = ".Spines(Switches.Qm9700)", TwelveSpines = ".Spines(Switches.Qm9700, count: 12)";

    static readonly string[] Artifacts = ["bom.csv", "cabling.csv", "devices.csv", "findings.sarif", "floor.svg", "plan.json", "report.html", "topology.svg", "trunks.csv"];

    [Fact]
    public void A_new_project_builds_fails_where_its_design_is_wrong_and_is_repaired_by_the_fix()
    {
        var project = packages.New("story", "my-pod.2");
        const string strict = "-p:TreatWarningsAsErrors=true";

        // 64 nodes × 8 rails on 16 leaves of 32 down and 32 up.
        Assert.Contains("training: 64 nodes, 512 GPUs · scale-up: 64 domains of 8 GPUs, NVLink 4 · compute: 16 leaves, 8 spines, 1:1, 1,024 cables", DotNet.Do(project, "build", "--no-restore", strict));
        Assert.Equal(Artifacts, Emitted(project, "bin/Debug/net10.0"));

        var line = Replace(project, Spines, TwelveSpines);
        var (code, output) = DotNet.Run(project, "build", "--no-restore", strict);
        Assert.Equal(1, code);
        Assert.Contains($"TrainingCluster.cs({line},", output);
        Assert.Contains("error CDL1103: 32 uplinks of each `compute/leaf` cannot be spread evenly over 12 spines", output);

        DotNet.Do(project, "format", "analyzers", "--no-restore");
        Assert.Contains(".Spines(Switches.Qm9700, count: 8)", File.ReadAllText(Definition(project)));
        DotNet.Do(project, "build", "--no-restore", strict);
    }

    [Fact]
    public void With_the_analyzers_off_a_wrong_design_fails_the_build_too_in_the_same_words()
    {
        var project = packages.New("analyzers-off", "Acme");
        var line = Replace(project, Spines, TwelveSpines);

        var (code, output) = DotNet.Run(project, "build", "--no-restore", "-p:RunAnalyzers=false");

        Assert.Equal(1, code);
        Assert.Contains($"TrainingCluster.cs({line}): error CDL1103: 32 uplinks of each `compute/leaf` cannot be spread evenly over 12 spines", output);
        Assert.False(Directory.Exists(Path.Combine(project, "bin/Debug/net10.0/clusters")));
    }

    [Fact]
    public void A_doubtful_design_is_a_warning_and_an_error_where_warnings_are_errors()
    {
        var project = packages.New("warnings", "Acme");
        var line = MakeDoubtful(project);

        var (code, output) = DotNet.Run(project, "build", "--no-restore", "-p:TreatWarningsAsErrors=true");
        Assert.Equal(1, code);
        Assert.Matches($@"TrainingCluster\.cs\({line},\d+\): error CDL1106: one spine serves all", output);

        Assert.Matches($@"TrainingCluster\.cs\({line},\d+\): warning CDL1106: one spine serves all", DotNet.Do(project, "build", "--no-restore"));
        Assert.Equal(Artifacts, Emitted(project, "bin/Debug/net10.0"));
    }

    [Fact]
    public void Faults_of_several_rules_are_repaired_by_one_command_and_nothing_is_accepted_on_the_way()
    {
        var project = packages.New("several", "Acme");
        Replace(project, "\"training\"", "\"our training\"");
        Replace(project, ".PerRack(4)", ".PerRack(6)");
        Replace(project, Spines, TwelveSpines);
        var output = DotNet.Run(project, "build", "--no-restore").Output;
        Assert.All(["CDL1002", "CDL1103", "CDL4002"], rule => Assert.Contains("error " + rule, output));

        DotNet.Do(project, "format", "analyzers", "--no-restore");

        Assert.Contains("0 findings, 0 waivers", DotNet.Do(project, "build", "--no-restore", "-p:TreatWarningsAsErrors=true"));
        Assert.DoesNotContain("Accept", File.ReadAllText(Definition(project)));
    }

    [Theory]
    [InlineData("#pragma warning disable CDL1106\n", "", 0)]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"ClusterDsl.Structure\", \"CDL1106\", Justification = \"a test bed\")]\n", "", 0)]
    [InlineData("", "dotnet_diagnostic.CDL1106.severity = none", 0)]
    [InlineData("", "dotnet_analyzer_diagnostic.category-ClusterDsl.Structure.severity = none", 0)]
    [InlineData("", "clusterdsl.max_oversubscription = 2\ndotnet_diagnostic.CDL1106.severity = none", 1, "error CDL2104")]
    [InlineData("", "clusterdsl.max_oversubscripton = 2\ndotnet_diagnostic.CDL1106.severity = none", 1, "error CDL0009", "`clusterdsl.max_oversubscription`")]
    public void A_project_says_in_the_source_or_in_its_configuration_what_it_is_told(string source, string configuration, int code, params string[] says)
    {
        var project = packages.New("configured-" + $"{source}{configuration}".Length, "Acme");
        MakeDoubtful(project);
        File.WriteAllText(Definition(project), File.ReadAllText(Definition(project)).Replace("using ClusterDsl;\n", "using ClusterDsl;\n" + source));
        File.WriteAllText(Path.Combine(project, ".editorconfig"), "root = true\n[*.cs]\n" + configuration + "\n");

        var built = DotNet.Run(project, "build", "--no-restore", "-p:TreatWarningsAsErrors=true");

        Assert.True(built.Code == code, built.Output);
        Assert.All(says, text => Assert.Contains(text, built.Output));
        Assert.DoesNotContain("CDL1106", built.Output);
    }

    [Fact]
    public void Each_framework_of_a_project_has_its_own_artefacts()
    {
        var project = packages.New("frameworks", "Acme");
        var file = Path.Combine(project, "Acme.csproj");
        File.WriteAllText(file, File.ReadAllText(file).Replace("<TargetFramework>net10.0</TargetFramework>",
            "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion>"));

        DotNet.Do(project, "build");

        Assert.Equal(Artifacts, Emitted(project, "bin/Debug/net10.0"));
        Assert.Equal(Artifacts, Emitted(project, "bin/Debug/netstandard2.0"));
        Assert.Equal(0, DotNet.Run(project, "clean").Code);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(project, "bin"), "clusters", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_is_published_or_packed_is_the_program_without_the_artefacts()
    {
        var project = packages.New("published", "Acme");

        DotNet.Do(project, "publish", "--no-restore");
        DotNet.Do(project, "pack", "--no-build");

        Assert.Equal(Artifacts, Emitted(project, "bin/Release/net10.0"));
        Assert.Equal(["Acme.deps.json", "Acme.dll", "Acme.pdb", "ClusterDsl.dll"],
            Directory.EnumerateFileSystemEntries(Path.Combine(project, "bin/Release/net10.0/publish")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var package = System.IO.Compression.ZipFile.OpenRead(Path.Combine(project, "bin/Release/Acme.1.0.0.nupkg"));
        Assert.Equal(["Acme.dll"], package.Entries.Where(e => e.FullName.StartsWith("lib/")).Select(e => e.Name));
        Assert.DoesNotContain(package.Entries, e => Artifacts.Contains(e.Name));
    }

    [Fact]
    public void A_program_that_refers_to_the_project_uses_its_plan_and_writes_artefacts_for_its_own_clusters_only()
    {
        var project = packages.New("referred", "Acme");
        var program = packages["referred/Program"];
        File.WriteAllText(Path.Combine(program, "Program.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Acme/Acme.csproj" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(program, "Program.cs"), "System.Console.WriteLine(TrainingCluster.Plan.Name);");

        Assert.DoesNotContain("clusters", DotNet.Do(program, "build").Replace("clusters/training", ""));
        Assert.False(Directory.Exists(Path.Combine(program, "bin/Debug/net10.0/clusters")));
        Assert.Equal("training", DotNet.Do(program, "run", "--no-build").Trim());

        File.WriteAllText(Path.Combine(program, "Lab.cs"),
            File.ReadAllText(Definition(project)).Replace("TrainingCluster", "LabCluster").Replace("\"training\"", "\"lab\""));
        DotNet.Do(program, "build", "--no-restore");
        Assert.Equal(Artifacts, Emitted(program, "bin/Debug/net10.0", "lab"));
        Assert.False(Directory.Exists(Path.Combine(program, "bin/Debug/net10.0/clusters/training")));
    }

    [Fact]
    public void The_tool_reads_what_a_build_made()
    {
        var folder = packages["tool"];
        DefiningAssembly.Write(Path.Combine(folder, "Acme.dll"), DefiningAssembly.Of(Samples.Tiny()));

        DotNet.Do(folder, "tool", "install", "ClusterDsl.Tool", "--tool-path", "bin");

        var (code, output) = DotNet.Run(Path.Combine(folder, "bin", "clusterdsl"), folder, ["show", "Acme.dll"]);
        Assert.Equal(0, code);
        Assert.StartsWith("tiny: 4 nodes, 32 GPUs", output);
    }

    /// <summary>One spine, over leaves of 4:1.</summary>
    /// <returns>The line of the spine.</returns>
    static int MakeDoubtful(string project)
    {
        Replace(project, "Units = 2", "Units = 1");
        Replace(project, ".NonBlocking()", ".Oversubscribed(4)");
        Replace(project, ".Leaves(Switches.Qm9700)", ".Leaves(Switches.Qm9700, uplinks: 8)");
        return Replace(project, Spines, ".Spines(Switches.Qm9700, count: 1)");
    }

    static string Definition(string project) => Path.Combine(project, "TrainingCluster.cs");

    /// <summary>Replaces a text of the definition.</summary>
    /// <returns>The number of its line.</returns>
    static int Replace(string project, string text, string replacement)
    {
        var lines = File.ReadAllLines(Definition(project));
        var index = Array.FindIndex(lines, line => line.Contains(text));
        lines[index] = lines[index].Replace(text, replacement);
        File.WriteAllLines(Definition(project), lines);
        return index + 1;
    }

    static IEnumerable<string?> Emitted(string project, string output, string cluster = "training") =>
        Directory.EnumerateFiles(Path.Combine(project, output, "clusters", cluster)).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
