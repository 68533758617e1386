using System.Text.RegularExpressions;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>One fault in each family of examples: the build fails, at the line where the fault was made, for that reason and no other.</summary>
public class BrokenExamplesTests
{
    /// <summary>In this file, instead of this, that; the finding is at the line that holds the last text.</summary>
    sealed record Fault(string File, string Instead, string Written, string Rule, string At);

    static readonly Fault[] Faults =
    [
        // The B200 draws more than the H100 before it: two do not fit a rack for 25 kW.
        new("DgxB200B300/B200.cs", "30.Kilowatts()", "25.Kilowatts()", "CDL4002", ".PerRack(2)"),
        new("DgxB200B300/B300SpectrumX.cs", ".Leaves(Switches.Sn5600)", ".Leaves(Switches.Sn5600, uplinks: 32)", "CDL2101", "uplinks: 32"),
        // Lanes of 200G are for single-mode fibre.
        new("DgxB200B300/B300QuantumX800.cs", "Role.Compute)", "Role.Compute, links: l => l.Cable(Cables.Mfp7e10))", "CDL3002", "Cables.Mfp7e10"),
        // One cage more than there are.
        new("AlibabaHpn/Pod.cs", "uplinks: 60", "uplinks: 62", "CDL1101", "uplinks: 62"),
        new("Llama3/Backend.cs", "perRack: 1", "perRack: 3", "CDL1105", "perRack: 3"),
        // 22 other cells, 18 spines: one link more is 418 for 18.
        new("Leonardo/Booster.cs", "linksPerCellPair: 18", "linksPerCellPair: 19", "CDL1110", "linksPerCellPair: 19"),
        // Eighteen uplinks do not spread over the five directors that would have the ports.
        new("Frontera/Interconnect.cs", ".Spines(Director)", ".Spines(Director, count: 5)", "CDL1103", "count: 5"),
        // Cells are sprayed evenly or not at all.
        new("ScheduledFabric/Backend.cs", ".FabricBoxes(Switches.Ramon3)", ".FabricBoxes(Switches.Ramon3, count: 12)", "CDL7201", "count: 12"),
        // Without its planes the network of two layers would need spines of 512 ports.
        new("DeepSeek/Networks.cs", "fabric => fabric.Planes(Adapters));", "fabric => { });", "CDL1101", ".Spines(Switches.Qm9700)"),
        // 72 ports of a rack, four to a tray.
        new("Nvl72Row/Row.cs", "AdaptersOfTray = 4", "AdaptersOfTray = 5", "CDL1105", "groups: AdaptersOfTray"),
        new("SixteenGpus/Dgx2Cluster.cs", ".PerRack(2)", ".PerRack(3)", "CDL4002", ".PerRack(3)"),
        // An adapter for four of the GPUs, and none for the others.
        new("PcieNodes/Inference.cs", "Nics = Seq.Of(0, 1)", "Nics = Seq.Of(0, 0)", "CDL5006", ".Nodes(\"gpu\", Server"),
        // As the table is printed.
        new("RailOptimized/Juniper.cs", ".Leaves(Switches.Qfx5240)", ".Leaves(Switches.Qfx5240, count: 1024)", "CDL1105", "count: 1024"),
        new("RailOptimized/Asterfusion.cs", ".Spines(Switches.Cx864e)", ".Spines(Switches.Cx864e, count: 3)", "CDL1103", "count: 3"),
        // Four leaves of 64 ports down and as many up need two spines of 128.
        new("OwnHardware/Lab.cs", ".Spines(Hardware.As9817)", ".Spines(Hardware.As9817, count: 1)", "CDL1101", "count: 1"),
        // The campuses are 32 km apart.
        new("TwoSites/Campuses.cs", "44.Kilometres()", "24.Kilometres()", "CDL6001", "24.Kilometres()"),
        // 0.32 s of gradients and 0.34 s of activations.
        new("TwoSites/Campuses.cs", "StepTime(3_000)", "StepTime(500)", "CDL8002", "StepTime(500)"),
        // What is inferred exchanges nothing; what is trained does.
        new("PcieNodes/Inference.cs", ".LatencySensitive()", ".AllReduce(perStep: 1.Gibibytes())", "CDL8008", ".Gpus(8)"),
        // Two of three sites of 256.
        new("Federation/Training.cs", "keeping: 512.Gpus()", "keeping: 513.Gpus()", "CDL6018", "keeping: 513.Gpus()"),
        // 256 links between two rows, twelve on a trunk.
        new("StructuredHall/Rows.cs", ".Structured(Cables.Mpo12Trunk144Os2)", ".Structured(Cables.Mpo12Trunk144Os2, trunks: 20)", "CDL3028", "trunks: 20"),
        new("DgxSuperPod/WholeSuperPod.cs", "count: 8)", "count: 6)", "CDL1101", "count: 6)"),
    ];

    [Fact]
    public void Each_fault_fails_the_build_where_it_was_made()
    {
        using var project = new Project(properties: "<ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>");
        List<string> expected = [];
        Directory.CreateDirectory(project["devices"]);
        foreach (var file in Directory.EnumerateFiles(Built.Root, "*.cs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Built.Root, f).Replace('\\', '/')))
        {
            if (file.Contains("/obj/") || file.Contains("/bin/")) continue;
            var source = File.ReadAllText(Path.Combine(Built.Root, file));
            foreach (var fault in Faults.Where(f => f.File == file))
            {
                Assert.Contains(fault.Instead, source);
                source = source.Replace(fault.Instead, fault.Written);
                var line = Assert.Single(source.Split('\n').Index(), line => line.Item.Contains(fault.At)).Index + 1;
                expected.Add($"{file}({line}) {fault.Rule}");
            }
            Directory.CreateDirectory(Path.GetDirectoryName(project[file])!);
            File.WriteAllText(project[file], source);
        }

        foreach (var file in Directory.EnumerateFiles(Built.Root, "*.yaml", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "devices"))
            File.Copy(file, project["devices", Path.GetFileName(file)]);

        var (code, output) = project.Run("build");

        Assert.Equal(1, code);
        var found = Regex.Matches(output, @"(?<file>\w+/\w+\.cs)\((?<line>\d+),\d+\): (error|warning) (?<rule>\w+):")
            .Select(m => $"{m.Groups["file"]}({m.Groups["line"]}) {m.Groups["rule"]}").Distinct();
        Assert.Equal(string.Join("\n", expected.Order(StringComparer.Ordinal)), string.Join("\n", found.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_example_is_broken_once() => Assert.Equal(Built.Examples, Faults.Select(f => f.File.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));
}
