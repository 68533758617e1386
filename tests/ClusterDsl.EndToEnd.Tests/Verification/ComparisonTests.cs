using System.Text;
using ClusterDsl.Artifacts.Verification;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>What is said of a network of four nodes, two storage heads, two leaves and a spine that is not built as planned.</summary>
public sealed class ComparisonTests : IDisposable
{
    static readonly Plan Tiny = Samples.Tiny() is var plan ? plan with { Fabrics = Seq.Of(plan.Fabrics[0] with { Protocol = "Ethernet", Into = "" }) } : null!;

    readonly TemporaryFolder _folder = new();
    readonly Hearing _built = Hearing.Of(Tiny);

    public void Dispose() => _folder.Dispose();

    Comparison Compared() => Comparison.Of(Tiny, LldpReports.Read(_built.Write(_folder["lldp"])));

    [Fact]
    public void A_network_as_planned_has_no_differences()
    {
        var compared = Compared();
        Assert.Empty(compared.Differences);
        Assert.Equal((14, 14, 0, 0), (compared.Planned, compared.AsPlanned, compared.NotVerified, compared.ByDevice));
    }

    [Fact]
    public void The_cabling_that_was_exported_is_as_planned()
    {
        var compared = Comparison.Of(Tiny, CablingReport.Read("cabling.csv", new MemoryStream(Encoding.UTF8.GetBytes(Written.By(new CablingCsv(), Tiny)))));
        Assert.Empty(compared.Differences);
        Assert.Equal(14, compared.AsPlanned);
    }

    [Fact]
    public void The_subnet_that_was_exported_is_as_planned()
    {
        var plan = Tiny with { Fabrics = Seq.Of(Samples.Tiny().Fabrics[0] with { Into = "" }) };
        var output = new MemoryStream();
        new SubnetTopology().Files(plan).First().Write(output);
        output.Position = 0;
        var report = SubnetReport.Read("compute.ibnet", output);
        Assert.Empty(report.Faults);
        var compared = Comparison.Of(plan, report);
        Assert.Empty(compared.Differences.Select(d => d.Finding.Message));
        Assert.Equal(14, compared.AsPlanned);
    }

    [Fact]
    public void Swapped_plugs_are_one_finding_with_the_swap_to_make()
    {
        _built.Swap("dgx-01 nic1p1", "dgx-03 nic1p1");
        var swap = Only(Compared(), VerificationRule.Swapped);
        Assert.Equal(
            "dgx-01 nic1p1 (A01 U1) leads to leaf-1 2/1 and dgx-03 nic1p1 (A02 U1) to leaf-1 1/1: they are swapped. Exchange the plugs in 1/1 and 2/1 of leaf-1 (A03 U5): " +
            "label \"A03.U05:1/1/A01.U01:nic1p1\" belongs into 1/1, label \"A03.U05:2/1/A02.U01:nic1p1\" into 2/1.", swap.Finding.Message);
        Assert.Equal(Samples.At, swap.Finding.At);
        Assert.Equal([("dgx-01:nic1p1", "leaf-1 2/1"), ("dgx-03:nic1p1", "leaf-1 1/1")], swap.Links.Select(l => (l.CableId, l.BuiltA)));
    }

    [Fact]
    public void Plugs_that_have_gone_round_are_one_finding_with_the_moves_in_their_order()
    {
        _built.Swap("dgx-01 nic1p1", "dgx-02 nic1p1");
        _built.Swap("dgx-02 nic1p1", "dgx-03 nic1p1");
        var compared = Compared();
        var round = Only(compared, VerificationRule.Swapped);
        Assert.Equal(
            "3 plugs have gone round: dgx-01 nic1p1 leads to leaf-1 1/2, dgx-02 nic1p1 leads to leaf-1 2/1, dgx-03 nic1p1 leads to leaf-1 1/1. " +
            "Take the plug out of leaf-1 1/1 (A03 U5), move the plug in leaf-1 1/2, label \"A03.U05:1/1/A01.U01:nic1p1\", into leaf-1 1/1, " +
            "move the plug in leaf-1 2/1, label \"A03.U05:1/2/A01.U03:nic1p1\", into leaf-1 1/2, and put the first into leaf-1 2/1 (A03 U5, label \"A03.U05:2/1/A02.U01:nic1p1\").",
            round.Finding.Message);
        Assert.Equal(["dgx-01:nic1p1", "dgx-02:nic1p1", "dgx-03:nic1p1"], round.Links.Select(l => l.CableId));
        Assert.Equal((14, 11), (compared.Planned, compared.AsPlanned));
    }

    [Fact]
    public void Two_rings_of_plugs_and_a_swap_are_three_findings()
    {
        // A ring among the nodes' first ports, one among the uplinks, and a swap of the nodes' second ports.
        _built.Swap("dgx-01 nic1p1", "dgx-02 nic1p1");
        _built.Swap("dgx-02 nic1p1", "dgx-03 nic1p1");
        _built.Swap("dgx-03 nic1p1", "dgx-04 nic1p1");
        _built.Swap("spine-1 1/1", "spine-1 1/2");
        _built.Swap("spine-1 1/2", "spine-1 2/1");
        _built.Swap("dgx-01 nic1p2", "dgx-04 nic1p2");
        var compared = Compared();
        Assert.Equal([2, 3, 4], compared.Differences.Select(d => d.Links.Count).Order());
        Assert.All(compared.Differences, d => Assert.Equal(VerificationRule.Swapped, d.Finding.Rule));
    }

    [Fact]
    public void A_chain_of_plugs_that_does_not_close_is_told_plug_by_plug()
    {
        _built.Swap("dgx-01 nic1p1", "dgx-02 nic1p1");
        _built.Swap("dgx-02 nic1p1", "dgx-03 nic1p1");
        _built.Links.RemoveAt(_built.At("dgx-03 nic1p1"));
        Assert.Equal([VerificationRule.WrongPort, VerificationRule.WrongPort, VerificationRule.Missing], Compared().Differences.Select(d => d.Finding.Rule));
    }

    [Fact]
    public void Swapped_devices_are_one_finding()
    {
        _built.Swap("dgx-01 nic1p1", "dgx-03 nic1p1");
        _built.Swap("dgx-01 nic1p2", "dgx-03 nic1p2");
        var swap = Only(Compared(), VerificationRule.Swapped);
        Assert.StartsWith("dgx-01 (A01 U1) and dgx-03 (A02 U1) are swapped: each has all 2 links of the other.", swap.Finding.Message);
        Assert.Equal(4, swap.Links.Count);
    }

    [Fact]
    public void Devices_that_have_gone_round_are_one_finding()
    {
        foreach (var port in new[] { "nic1p1", "nic1p2" })
        {
            _built.Swap($"dgx-01 {port}", $"dgx-02 {port}");
            _built.Swap($"dgx-02 {port}", $"dgx-03 {port}");
        }
        var round = Only(Compared(), VerificationRule.Swapped);
        Assert.Equal(
            "3 devices are in each other's places: dgx-01 (A01 U1) has all 2 links of dgx-02, dgx-02 (A01 U3) has all 2 links of dgx-03, dgx-03 (A02 U1) has all 2 links of dgx-01. " +
            "Exchange the devices, or their names where the devices stand right, or the plugs of all these links.", round.Finding.Message);
        Assert.Equal(6, round.Links.Count);
    }

    [Fact]
    public void Devices_of_which_one_plug_more_is_wrong_are_told_plug_by_plug()
    {
        foreach (var port in new[] { "nic1p1", "nic1p2" })
        {
            _built.Swap($"dgx-01 {port}", $"dgx-02 {port}");
            _built.Swap($"dgx-02 {port}", $"dgx-03 {port}");
        }
        _built.Swap("dgx-03 nic1p2", "dgx-04 nic1p2");
        Assert.Equal([3, 4], Compared().Differences.Select(d => d.Links.Count).Order());
    }

    [Fact]
    public void Names_given_out_one_too_far_are_one_finding_that_can_be_read()
    {
        var node = new NodeModel("NODE", 2, new Ports("nic", 2, Cage.Qsfp112, 400.Gbps()));
        var leaf = new EthernetSwitch("SWITCH", new Ports("port", 64, Cage.Qsfp112, 400.Gbps()));
        var plan = Cluster.Named("c").Site("dc", s => s.Nodes("n", node, 12).Fabric("net", f => f.Ethernet(400.Gbps()).RailOptimized().RailOnly().Connect("n").Leaves(leaf))).Plan;
        var (plugs, devices) = (Hearing.Of(plan), Hearing.Of(plan));
        for (var i = 1; i < 12; i++)
        {
            plugs.Swap($"n-{i:000} nic1", $"n-{i + 1:000} nic1");
            foreach (var port in new[] { "nic1", "nic2" }) devices.Swap($"n-{i:000} {port}", $"n-{i + 1:000} {port}");
        }
        var round = Only(Comparison.Of(plan, LldpReports.Read(plugs.Write(_folder["plugs"]))), VerificationRule.Swapped);
        Assert.StartsWith("12 plugs have gone round: n-001 nic1 leads to ", round.Finding.Message);
        Assert.EndsWith(", and 4 more. Take them all out, and put each where its label says; `--table` writes a list of them.", round.Finding.Message);
        var all = Only(Comparison.Of(plan, LldpReports.Read(devices.Write(_folder["devices"]))), VerificationRule.Swapped);
        Assert.StartsWith("12 devices are in each other's places: n-001 (A01 U1) has all 2 links of n-002, ", all.Finding.Message);
        Assert.Contains(", and 4 more. Exchange the devices, or their names", all.Finding.Message);
        Assert.Equal((12, 24), (round.Links.Count, all.Links.Count));
    }

    [Fact]
    public void A_plug_in_another_port_is_named_with_both()
    {
        var at = _built.At("dgx-02 nic1p1");
        _built.Links[at] = _built.Links[at] with { DeviceB = "leaf-2", PortB = "4/2" };
        var wrong = Only(Compared(), VerificationRule.WrongPort);
        Assert.Equal("dgx-02 nic1p1 (A01 U3, label \"A01.U03:nic1p1/A03.U05:1/2\") belongs into leaf-1 1/2 (A03 U5, label \"A03.U05:1/2/A01.U03:nic1p1\"), but leads to leaf-2 4/2 (A03 U6). Move its far plug into leaf-1 1/2.", wrong.Finding.Message);
    }

    [Fact]
    public void A_cable_that_is_not_there_is_missing()
    {
        _built.Links.RemoveAt(_built.At("spine-1 2/2"));
        var missing = Only(Compared(), VerificationRule.Missing);
        Assert.StartsWith("leaf-2 3/2 (A03 U6, label \"A03.U06:3/2/A03.U08:2/2\") and spine-1 2/2 (A03 U8, label \"A03.U08:2/2/A03.U06:3/2\") are not joined.", missing.Finding.Message);
    }

    [Fact]
    public void A_cable_that_nobody_planned_is_told_and_a_management_network_is_not()
    {
        _built.Links.Add(("leaf-1", "4/4", "leaf-2", "4/1"));
        _built.Links.Add(("leaf-2", "4/2", "guest", "eth0"));
        _built.Links.Add(("dgx-01", "bmc", "oob-switch", "swp1"));
        _built.Silent.UnionWith(["guest", "oob-switch"]);
        var compared = Compared();
        Assert.Equal([VerificationRule.Unexpected, VerificationRule.Unexpected], compared.Differences.Select(d => d.Finding.Rule));
        Assert.Contains(compared.Differences, d => d.Finding.Message == "leaf-1 4/4 (A03 U5) leads to leaf-2 4/1 (A03 U6). No such link is planned: take it out, or declare it.");
        Assert.Contains(compared.Differences, d => d.Finding.Message == "leaf-2 4/2 (A03 U6) leads to guest eth0, which is no device of the plan. No such link is planned: take it out, or declare it.");
        Assert.Equal(1, compared.Beside);
    }

    [Fact]
    public void An_end_that_hears_nothing_is_told()
    {
        _built.Deaf.Add("leaf-1 3/1");
        var deaf = Only(Compared(), VerificationRule.OneWay);
        Assert.StartsWith("leaf-1 3/1 (A03 U5, label \"A03.U05:3/1/A03.U08:1/1\") does not hear spine-1 1/1 (A03 U8", deaf.Finding.Message);
    }

    [Fact]
    public void A_device_that_is_silent_passes_nothing()
    {
        _built.Links.RemoveAll(l => l.DeviceB == "spine-1");
        var compared = Compared();
        Assert.Equal("spine-1 (A03 U8) did not report, and nobody hears it: of its 4 links 4 are not verified.", Only(compared, VerificationRule.Silent).Finding.Message);
        Assert.Equal((10, 4), (compared.AsPlanned, compared.NotVerified));
    }

    [Fact]
    public void A_device_that_others_hear_is_verified_by_them_and_told_all_the_same()
    {
        _built.Silent.Add("leaf-2");
        var compared = Compared();
        Assert.Equal("leaf-2 (A03 U6) did not report; others hear it: of its 6 links 0 are not verified.", Only(compared, VerificationRule.Silent).Finding.Message);
        Assert.Equal(14, compared.AsPlanned);
    }

    [Fact]
    public void A_speed_that_is_told_is_compared()
    {
        var table = Written.By(new CablingCsv(), Tiny).Replace("dgx-02:nic1p1,1,compute,400,", "dgx-02:nic1p1,1,compute,100,");
        var compared = Comparison.Of(Tiny, CablingReport.Read("x.csv", new MemoryStream(Encoding.UTF8.GetBytes(table))));
        Assert.Contains("runs at 100 Gb/s instead of 400.", Only(compared, VerificationRule.WrongSpeed).Finding.Message);
    }

    [Fact]
    public void Names_match_in_other_capitals_and_with_a_domain()
    {
        _built.Called = (device, port) => ($"{device.ToUpperInvariant()}.dc1.example.com", port.ToUpperInvariant());
        Assert.Equal((14, 0), (Compared().AsPlanned, Compared().Differences.Count));
    }

    [Fact]
    public void A_host_that_calls_its_ports_otherwise_is_compared_by_its_name_and_a_swap_is_still_seen()
    {
        _built.Own = (device, port) => device.StartsWith("dgx") ? "enp" + port[^1] : port;
        _built.Called = (device, port) => (device, device.StartsWith("dgx") ? "02:00:5e:00:00:0" + port[^1] : port);
        var compared = Compared();
        Assert.Equal((14, 8, 0), (compared.AsPlanned, compared.ByDevice, compared.Differences.Count));

        _built.Swap("dgx-01 nic1p1", "dgx-03 nic1p1");
        Directory.Delete(_folder["lldp"], recursive: true);
        Assert.Contains("Exchange the plugs in 1/1 and 2/1 of leaf-1 (A03 U5)", Only(Compared(), VerificationRule.Swapped).Finding.Message);
    }

    [Fact]
    public void Fabrics_that_are_not_named_are_left_alone()
    {
        var compared = Comparison.Of(Tiny, LldpReports.Read(_built.Write(_folder["lldp"])), "other");
        Assert.Equal((0, 0, 0), (compared.Planned, compared.Differences.Count, compared.Fabrics.Count));
    }

    static Difference Only(Comparison compared, string rule)
    {
        var difference = Assert.Single(compared.Differences);
        Assert.Equal(rule, difference.Finding.Rule);
        return difference;
    }
}
