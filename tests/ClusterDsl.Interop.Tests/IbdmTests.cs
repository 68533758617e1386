using System.Text.RegularExpressions;

namespace ClusterDsl.Interop.Tests;

/// <summary>ibutils' IBDM reads the planned topology, routes it and walks every path, before any fabric is there.</summary>
public sealed class IbdmTests
{
    [ToolTheory("ibdmchk")]
    [InlineData("superpod-1su")]
    [InlineData("superpod-4su-full")]
    public void IBDM_finds_every_cable_and_a_way_between_all_adapters(string cluster)
    {
        var plan = Exports.Example("DgxSuperPod", cluster);
        using var exports = new Exports(plan, new IbdmTopology());
        var output = Check(exports, "compute.topo", "dgx-001/U1");

        var tiers = plan.Fabrics.Single(f => f.Name == "compute").Tiers;
        var adapters = plan.Bundles.Where(b => b.Fabric == "compute" && !tiers.Any(t => t.Groups.Contains(b.A.Group))).Sum(b => b.Links);
        Assert.DoesNotContain("-E-", output);
        Assert.Contains($"Scanned:{adapters * (adapters - 1)} CA to CA paths", output);
        Assert.Contains("no credit loops found", output);
    }

    /// <summary>What is written of the links is what the plan has; a switch's port is by number, a node's by its name.</summary>
    [Fact]
    public void Each_link_is_written_once()
    {
        var plan = Exports.Example("DgxSuperPod", "superpod-whole");
        using var exports = new Exports(plan, new IbdmTopology());
        foreach (var fabric in plan.Fabrics.Where(f => f.Protocol.StartsWith("InfiniBand", StringComparison.Ordinal)))
        {
            var (system, links) = ("", new List<string>());
            foreach (var line in File.ReadLines(exports[$"{fabric.Name}.topo"]))
                if (Regex.Match(line, @"^   (\S+) -> (\S+) (\S+) (\S+)$") is { Success: true } link)
                {
                    Assert.True(File.Exists(exports[$"{link.Groups[2].Value}.ibnl"]));
                    links.Add(Exports.Link($"{system} {link.Groups[1].Value}", $"{link.Groups[3].Value} {link.Groups[4].Value}"));
                }
                else if (line.Length > 0) system = line.Split(' ')[1];
            Assert.Equal(plan.Bundles.Where(b => b.Fabric == fabric.Name).Sum(b => b.Links), links.Distinct().Count());
            Assert.Equal(links.Count, links.Distinct().Count());
        }
    }

    [ToolFact("ibdmchk")]
    public void Two_cables_in_one_port_are_refused()
    {
        using var exports = new Exports(Exports.Example("DgxSuperPod", "superpod-1su"), new IbdmTopology());
        var text = File.ReadAllText(exports["compute.topo"]);
        File.WriteAllText(exports["compute.topo"], text.Replace(" dgx-002 OSFP4P2", " dgx-001 OSFP4P2"));
        Assert.Contains("already connected", Check(exports, "compute.topo", "dgx-001/U1"));
    }

    static string Check(Exports exports, string topology, string manager) => Tool.Run("ibdmchk", ["-t", topology, "-n", manager, "-p", "1"], exports.Folder,
        new Dictionary<string, string> { ["IBDM_IBNL_PATH"] = exports.Folder }).Output;
}
