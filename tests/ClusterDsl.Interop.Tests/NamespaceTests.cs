using System.Diagnostics;
using System.Text.Json;
using ClusterDsl.Artifacts.Verification;

namespace ClusterDsl.Interop.Tests;

/// <summary>A fabric of two tiers is wired from the export; what real daemons hear and route over it is what the plan says.</summary>
public sealed class NamespaceTests
{
    static readonly EthernetSwitch Switch = new("SWITCH", new Ports("port", 8, Cage.Qsfp112, 400.Gbps()) { PortName = "swp{c}" }) { Power = 1.Kilowatts() };

    static readonly NodeModel Server = new("SERVER", gpus: 2, new Ports("nic", 2, Cage.Qsfp112, 400.Gbps()) { PortName = "eth{c}" }) { Power = 1.Kilowatts() };

    /// <summary>Eight nodes of two ports on four leaves; two spines with two links to each leaf.</summary>
    static Plan TwoTiers() => Cluster.Named("lab").Site("dc", site => site
        .Nodes("gpu", Server, 8)
        .Fabric("net", f => f.Ethernet(400.Gbps()).RoCEv2().NonBlocking().Connect("gpu").Leaves(Switch).Spines(Switch))).Plan;

    [NamespaceFact("lldpd", "lldpcli")]
    public void What_lldpd_hears_is_what_was_planned_and_verify_says_so()
    {
        var plan = TwoTiers();
        using var exports = new Exports(plan, new ContainerlabTopology());
        using var lab = new Lab(exports["topology.clab.yml"]);
        Assert.Equal((14, 32), (lab.Devices.Count(), lab.Links.Count));

        // One form on the nodes, the other on the switches.
        var reports = lab.Listen(device => device.StartsWith("gpu", StringComparison.Ordinal) ? "json" : "json0");

        var heard = lab.Devices.Where(d => !d.StartsWith("gpu", StringComparison.Ordinal)).SelectMany(d => Heard(d, Path.Combine(reports, d + ".json"))).Distinct();
        Assert.Equal(Exports.Links(plan, _ => true).Order(StringComparer.Ordinal), heard.Order(StringComparer.Ordinal));

        var compared = Comparison.Of(plan, LldpReports.Read(reports));
        Assert.Empty(compared.Differences.Select(d => d.Finding.Message));
        Assert.Equal((32, 32, 0), (compared.AsPlanned, compared.Planned, compared.ByDevice));
    }

    [NamespaceFact("lldpd", "lldpcli")]
    public void Two_cables_that_are_swapped_are_named_with_what_to_exchange()
    {
        var plan = TwoTiers();
        using var exports = new Exports(plan, new ContainerlabTopology());
        (Wiring One, Wiring Other) planned = (null!, null!);
        using var lab = new Lab(exports["topology.clab.yml"], links =>
        {
            var uplinks = links.Where(l => l.DeviceB.Contains("spine")).ToList();
            planned = (uplinks[0], uplinks.First(l => l.DeviceA != uplinks[0].DeviceA && l.DeviceB == uplinks[0].DeviceB));
            links[links.IndexOf(planned.One)] = planned.One with { PortB = planned.Other.PortB };
            links[links.IndexOf(planned.Other)] = planned.Other with { PortB = planned.One.PortB };
        });

        var compared = Comparison.Of(plan, LldpReports.Read(lab.Listen(_ => "json")));

        var swap = Assert.Single(compared.Differences);
        Assert.Equal(VerificationRule.Swapped, swap.Finding.Rule);
        Assert.Contains($"Exchange the plugs in {planned.One.PortB} and {planned.Other.PortB} of {planned.One.DeviceB}", swap.Finding.Message);
        Assert.Equal(
            [(planned.One.DeviceA, $"{planned.Other.DeviceB} {planned.Other.PortB}"), (planned.Other.DeviceA, $"{planned.One.DeviceB} {planned.One.PortB}")],
            swap.Links.Select(l => (l.A.Device, l.BuiltA)));
        Assert.Equal(30, compared.AsPlanned);
    }

    [NamespaceFact("/usr/lib/frr/zebra", "/usr/lib/frr/bgpd")]
    public void FRR_routes_over_as_many_next_hops_as_the_plan_has_links()
    {
        var plan = TwoTiers();
        using var exports = new Exports(plan, new ContainerlabTopology());
        using var lab = new Lab(exports["topology.clab.yml"]);
        var tiers = plan.Fabrics.Single().Tiers;
        List<string> leaves = Names("leaf"), spines = Names("spine");
        var addresses = lab.Route([.. leaves, .. spines]);

        // From leaf to leaf over every uplink; from a spine to a leaf over each link between the two.
        var uplinks = plan.Bundles.Where(b => tiers[0].Groups.Contains(b.A.Group)).Sum(b => b.Links) / leaves.Count;
        var expected = new Dictionary<(string, string), int>();
        foreach (var leaf in leaves)
        {
            foreach (var other in leaves.Where(l => l != leaf)) expected.Add((leaf, other), (int)uplinks);
            foreach (var spine in spines) expected.Add((spine, leaf), (int)uplinks / spines.Count);
        }
        Dictionary<(string, string), int> Widths() => expected.Keys.ToDictionary(way => way, way => lab.Width(way.Item1, addresses[way.Item2]));

        var widths = Widths();
        for (var clock = Stopwatch.StartNew(); !widths.OrderBy(w => w.Key).SequenceEqual(expected.OrderBy(w => w.Key)) && clock.Elapsed < TimeSpan.FromSeconds(60); widths = Widths()) Thread.Sleep(1_000);
        Assert.Equal((4L, 20), (uplinks, expected.Count));
        Assert.Equal(expected.OrderBy(w => w.Key), widths.OrderBy(w => w.Key));

        List<string> Names(string role) => [.. from tier in tiers where tier.Role == role from id in tier.Groups let g = plan.Group(id) from i in Enumerable.Range(0, g.Count) select g.Name.Format(i)];
    }

    /// <summary>The neighbours in a report of the form json0, read without what is tested.</summary>
    static IEnumerable<string> Heard(string device, string file)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(file));
        return [.. from lldp in report.RootElement.GetProperty("lldp").EnumerateArray()
                   from port in lldp.GetProperty("interface").EnumerateArray()
                   select Exports.Link($"{device} {port.GetProperty("name").GetString()}",
                       $"{port.GetProperty("chassis")[0].GetProperty("name")[0].GetProperty("value").GetString()} {port.GetProperty("port")[0].GetProperty("id")[0].GetProperty("value").GetString()}")];
    }
}
