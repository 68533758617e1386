using System.Text;
using ClusterDsl.Artifacts.Verification;

namespace ClusterDsl.Interop.Tests;

/// <summary>What the real ibnetdiscover prints of a simulated fabric is held against the plan, as planned and with each fault put in.</summary>
public sealed class SubnetVerificationTests
{
    /// <summary>Twenty nodes of eight rails on eight leaves; four spines with five links to each leaf. HDR: Debian's ibsim knows no faster link.</summary>
    static Plan Hdr { get; } = Cluster.Named("hdr").Site("dc", site => site
        .Nodes("dgx", Nodes.DgxA100, 20, n => n.ScalableUnits(of: 20))
        .Fabric("compute", f => f.InfiniBand(InfiniBand.Hdr).RailOptimized().NonBlocking().Connect("dgx", Role.Compute).Leaves(Switches.Qm8700).Spines(Switches.Qm8700))).Plan;

    [ToolFact("ibsim", "ibnetdiscover")]
    public void A_fabric_that_is_built_as_planned_is_found_to_be_so()
    {
        var compared = Built(_ => { });
        Assert.Empty(compared.Differences.Select(d => d.Finding.Message));
        Assert.Equal((320, 320, 0, 0), (compared.Planned, compared.AsPlanned, compared.ByDevice, compared.Beside));
    }

    [ToolFact("ibsim", "ibnetdiscover")]
    public void An_uplink_in_the_wrong_spine_is_said_to_be_there()
    {
        (string Near, string Port, string Far, string FarPort) moved = ("", "", "", ""), other = moved;
        var compared = Built(cables =>
        {
            var uplinks = Uplinks(cables);
            moved = uplinks[0];
            other = uplinks.First(l => l.Far != moved.Far && l.Near != moved.Near);
            cables.Remove(moved);
            cables.Remove(other);
            cables.Add(moved.Near, moved.Port, other.Far, other.FarPort);
            (moved.Near, moved.Far, other.Near, other.Far) = (cables.NameOf(moved.Near), cables.NameOf(moved.Far), cables.NameOf(other.Near), cables.NameOf(other.Far));
        });
        Assert.Equal(
            [
                (VerificationRule.WrongPort, moved.Near, $"IB1/{moved.Port}", moved.Far, $"IB1/{moved.FarPort}", $"{other.Far} IB1/{other.FarPort}"),
                (VerificationRule.Missing, other.Near, $"IB1/{other.Port}", other.Far, $"IB1/{other.FarPort}", ""),
            ], Told(compared));
        Assert.Equal(318, compared.AsPlanned);
    }

    [ToolFact("ibsim", "ibnetdiscover")]
    public void A_missing_uplink_is_said_to_be_missing()
    {
        (string Near, string Port, string Far, string FarPort) gone = ("", "", "", "");
        var compared = Built(cables =>
        {
            gone = Uplinks(cables)[7];
            cables.Remove(gone);
            (gone.Near, gone.Far) = (cables.NameOf(gone.Near), cables.NameOf(gone.Far));
        });
        Assert.Equal([(VerificationRule.Missing, gone.Near, $"IB1/{gone.Port}", gone.Far, $"IB1/{gone.FarPort}", "")], Told(compared));
        Assert.Equal(319, compared.AsPlanned);
    }

    [ToolFact("ibsim", "ibnetdiscover")]
    public void A_cable_between_two_leaves_is_told_at_both()
    {
        (string Near, string Port, string Far, string FarPort) one = ("", "", "", ""), other = one;
        var compared = Built(cables =>
        {
            one = Uplinks(cables)[0];
            other = Uplinks(cables).First(l => l.Near != one.Near);
            cables.Remove(one);
            cables.Remove(other);
            cables.Add(one.Near, one.Port, other.Near, other.Port);
            (one.Near, one.Far, other.Near, other.Far) = (cables.NameOf(one.Near), cables.NameOf(one.Far), cables.NameOf(other.Near), cables.NameOf(other.Far));
        });
        Assert.Equal(
            [
                (VerificationRule.WrongPort, one.Near, $"IB1/{one.Port}", one.Far, $"IB1/{one.FarPort}", $"{other.Near} IB1/{other.Port}"),
                (VerificationRule.Missing, other.Near, $"IB1/{other.Port}", other.Far, $"IB1/{other.FarPort}", $"{one.Near} IB1/{one.Port}"),
            ], Told(compared).OrderBy(t => t.Item1 == VerificationRule.Missing));
    }

    [ToolFact("ibsim", "ibnetdiscover")]
    public void Two_cables_that_are_swapped_are_one_finding()
    {
        var compared = Built(cables => Swap(cables, "dgx-001 ", "dgx-002 ", rail: 0));
        var swap = Assert.Single(compared.Differences);
        Assert.Equal(VerificationRule.Swapped, swap.Finding.Rule);
        Assert.Equal(["dgx-001", "dgx-002"], swap.Links.Select(l => l.A.Device));
        Assert.Equal([.. swap.Links.Select(l => $"{l.B.Device} {l.B.Port}").Reverse()], swap.Links.Select(l => l.BuiltA));
        Assert.Equal(318, compared.AsPlanned);
    }

    [ToolFact("ibsim", "ibnetdiscover")]
    public void Two_hosts_that_are_swapped_are_one_finding()
    {
        var compared = Built(cables =>
        {
            for (var rail = 0; rail < 8; rail++) Swap(cables, "dgx-001 ", "dgx-002 ", rail);
        });
        var swap = Assert.Single(compared.Differences);
        Assert.Equal(VerificationRule.Swapped, swap.Finding.Rule);
        Assert.StartsWith("dgx-001 (A01 U1) and dgx-002 (A01 U7) are swapped: each has all 8 links of the other.", swap.Finding.Message);
        Assert.Equal((16, 304), (swap.Links.Count, compared.AsPlanned));
    }

    [ToolFact("ibsim", "ibnetdiscover")]
    public void A_dead_spine_is_never_counted_as_passed()
    {
        var dead = "";
        var compared = Built(cables =>
        {
            var spine = Uplinks(cables)[0].Far;
            dead = cables.NameOf(spine);
            foreach (var cable in Uplinks(cables).Where(c => c.Far == spine)) cables.Remove(cable);
        });
        var silent = Assert.Single(compared.Differences);
        Assert.Equal(VerificationRule.Silent, silent.Finding.Rule);
        Assert.Matches($"^{dead} \\(A\\d+ U\\d+\\) did not report: of its 40 links 40 are not verified.$", silent.Finding.Message);
        Assert.Equal((280, 40), (compared.AsPlanned, compared.NotVerified));
    }

    static List<(string Near, string Port, string Far, string FarPort)> Uplinks(Cables cables) => cables.Between("compute-su1-leaf", "compute-spine");

    static void Swap(Cables cables, string host, string otherHost, int rail)
    {
        var leaf = $"compute-su1-leaf{rail + 1}";
        var (one, other) = (cables.Between(host, leaf)[0], cables.Between(otherHost, leaf)[0]);
        cables.Remove(one);
        cables.Remove(other);
        cables.Add(one.Near, one.Port, other.Far, other.FarPort);
        cables.Add(other.Near, other.Port, one.Far, one.FarPort);
    }

    static Comparison Built(Action<Cables> fault)
    {
        using var exports = new Exports(Hdr, new SubnetTopology());
        var cables = new Cables(exports["compute.ibnet"]);
        fault(cables);
        cables.Write();
        using var subnet = new Simulated(exports["compute.ibnet"]);
        var report = SubnetReport.Read("ibnetdiscover.txt", new MemoryStream(Encoding.UTF8.GetBytes(subnet.Discover())));
        Assert.Empty(report.Faults.Select(f => $"{f.At}: {f.Message}"));
        return Comparison.Of(Hdr, report);
    }

    /// <summary>Each finding about a link: its ends as planned, and where its lower port leads to.</summary>
    static IEnumerable<(string, string, string, string, string, string)> Told(Comparison compared) =>
        compared.Differences.Select(d => (d.Finding.Rule, d.Links[0].A.Device, d.Links[0].A.Port, d.Links[0].B.Device, d.Links[0].B.Port, d.Links[0].BuiltA));
}
