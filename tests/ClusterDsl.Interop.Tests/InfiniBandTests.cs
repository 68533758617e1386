using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ClusterDsl.Interop.Tests;

/// <summary>A simulated fabric is loaded from the export, and the real subnet manager brings it up with its fat-tree engine.</summary>
public sealed class InfiniBandTests
{
    [ToolTheory("ibsim", "opensm", "ibnetdiscover", "ibdmchk")]
    [InlineData("superpod-1su")]
    [InlineData("superpod-4su")]
    [InlineData("superpod-4su-full")]
    public void The_subnet_manager_takes_a_SuperPOD_for_a_fat_tree(string cluster)
    {
        var plan = Exports.Example("DgxSuperPod", cluster);
        using var exports = new Exports(plan, new SubnetTopology());
        using var subnet = new Simulated(exports["compute.ibnet"]);

        var log = subnet.BringUp();
        Assert.Contains("SUBNET UP", log);
        Assert.Contains("ftree tables configured on all switches", log);
        var fabric = plan.Fabrics.Single(f => f.Name == "compute");
        var adapters = plan.Bundles.Where(b => b.Fabric == "compute" && !fabric.Tiers.Any(t => t.Groups.Contains(b.A.Group))).Sum(b => b.Links);
        Assert.Contains($"Fabric has {adapters} CAs, {adapters} CA ports ({adapters} of them CNs), {fabric.Tiers.Sum(t => t.Devices)} switches", log);

        // Over the tables that it set: every pair of adapters has a way, and no ways wait for each other in a circle.
        var verified = subnet.Verify();
        Assert.Contains($"Scanned:{adapters * (adapters - 1)} CA to CA paths", verified);
        Assert.Contains("no credit loops found", verified);
        // Non-blocking: a port of a spine carries what is meant for one adapter, no more; for two where some have ports of half its speed.
        var perPort = subnet.DestinationsPerPort();
        Assert.Equal(adapters, perPort.Values.Sum());
        var halved = plan.Bundles.Where(b => b.Fabric == "compute" && b.SpeedGbps < fabric.SpeedGbps).Sum(b => b.Links);
        Assert.InRange(perPort.Values.Count(destinations => destinations == 2), 0, halved / 2);
        Assert.All(perPort.Values, destinations => Assert.InRange(destinations, 1, halved > 0 ? 2 : 1));
    }

    [ToolFact("ibsim", "opensm", "ibnetdiscover")]
    public void What_is_discovered_is_what_was_planned()
    {
        var plan = Exports.Example("DgxSuperPod", "superpod-1su");
        using var exports = new Exports(plan, new SubnetTopology());
        using var subnet = new Simulated(exports["compute.ibnet"]);
        Assert.Equal(Simulated.LinksOf(File.ReadAllText(exports["compute.ibnet"])), Simulated.LinksOf(subnet.Discover()));
        Assert.Equal(plan.Bundles.Where(b => b.Fabric == "compute").Sum(b => b.Links), Simulated.LinksOf(subnet.Discover()).Count);
    }

    /// <summary>Each fault is put into the export, and the program that can notice it does.</summary>
    [ToolTheory("ibsim", "opensm")]
    [InlineData("an uplink in the wrong spine")]
    [InlineData("a missing uplink")]
    [InlineData("a cable between two leaves")]
    public void A_fabric_that_is_no_fat_tree_is_refused(string fault)
    {
        using var exports = new Exports(Exports.Example("DgxSuperPod", "superpod-1su"), new SubnetTopology());
        var cables = new Cables(exports["compute.ibnet"]);
        var uplinks = cables.Between("compute-su1-leaf", "compute-spine");
        switch (fault)
        {
            case "an uplink in the wrong spine":
                var there = uplinks.First(l => cables.NameOf(l.Far) == "compute-spine01");
                var other = uplinks.First(l => cables.NameOf(l.Far) == "compute-spine02" && cables.NameOf(l.Near) != cables.NameOf(there.Near));
                cables.Remove(there);
                cables.Remove(other);
                cables.Add(there.Near, there.Port, other.Far, other.FarPort);
                break;
            case "a missing uplink":
                cables.Remove(uplinks[0]);
                break;
            default:
                var (one, another) = (uplinks[0], uplinks.First(l => l.Near != uplinks[0].Near));
                cables.Remove(one);
                cables.Remove(another);
                cables.Add(one.Near, one.Port, another.Near, another.Port);
                break;
        }
        cables.Write();
        using var subnet = new Simulated(exports["compute.ibnet"]);
        var log = subnet.BringUp();
        Assert.Matches("ERR AB0[BCD]", log);
        Assert.DoesNotContain("ftree tables configured", log);
    }

    [ToolFact("ibsim", "ibnetdiscover")]
    public void Two_nodes_that_are_swapped_are_noticed_where_the_plan_is_compared()
    {
        using var exports = new Exports(Exports.Example("DgxSuperPod", "superpod-1su"), new SubnetTopology());
        var planned = Simulated.LinksOf(File.ReadAllText(exports["compute.ibnet"]));
        var cables = new Cables(exports["compute.ibnet"]);
        var (one, another) = (cables.Between("dgx-001 ", "compute-su1-leaf1")[0], cables.Between("dgx-002 ", "compute-su1-leaf1")[0]);
        cables.Remove(one);
        cables.Remove(another);
        cables.Add(one.Near, one.Port, another.Far, another.FarPort);
        cables.Add(another.Near, another.Port, one.Far, one.FarPort);
        cables.Write();
        using var subnet = new Simulated(exports["compute.ibnet"]);
        var found = Simulated.LinksOf(subnet.Discover());
        Assert.Equal(2, planned.Except(found).Count());
        Assert.Equal(2, found.Except(planned).Count());
    }

    [ToolFact("ibsim")]
    public void A_cable_that_one_end_knows_and_the_other_does_not_is_refused_by_the_simulator()
    {
        using var exports = new Exports(Exports.Example("DgxSuperPod", "superpod-1su"), new SubnetTopology());
        var text = File.ReadAllText(exports["compute.ibnet"]);
        var uplink = Regex.Match(text, """\[33\]\t"(S-[0-9a-f]+)"\[(\d+)\]""");
        Assert.True(uplink.Success);
        File.WriteAllText(exports["compute.ibnet"], text.Remove(uplink.Index, uplink.Length).Insert(uplink.Index, $"[33]\t\"{uplink.Groups[1].Value}\"[127]"));
        Assert.Contains("is not connected to", Simulated.Refused(exports["compute.ibnet"]));
    }
}
