using ClusterDsl.Planning;

namespace ClusterDsl.Tests;

/// <summary>How many cores there are over the pods, which spines each serves, and which numbers cannot be.</summary>
public sealed class CoresTests
{
    static readonly NodeModel Host = OnPaper.Host(ports: 1);

    static Plan Of(int nodes, Action<EthernetFabric> fabric, int radix = 64) => Designs.Of(Host, nodes, f =>
        fabric(f.Ethernet(400.Gbps()).Connect("node").Leaves(OnPaper.Switch(radix)).Spines(OnPaper.Switch(radix))));

    static Plan TwoPods(Action<EthernetFabric> cores) => Designs.Of(OnPaper.Host(ports: 8), 256, f =>
        cores(f.Ethernet(400.Gbps()).RailOptimized().NonBlocking().Connect("node").Leaves(OnPaper.Switch(64)).Pods(units: 4).Spines(OnPaper.Switch(64))), unit: 32);

    [Fact]
    public void Cores_over_few_pods_serve_several_spines_of_each_until_their_ports_are_used()
    {
        var plan = TwoPods(f => f.Cores(OnPaper.Switch(64))).Says();
        Assert.Equal(32, plan.Switches("net/core"));
        Assert.All(Cores(plan).GroupBy(l => l.Core), core => Assert.Equal(64, core.Count()));
    }

    [Fact]
    public void A_spine_has_as_many_links_to_each_of_its_cores_and_reaches_two_at_least()
    {
        foreach (var plan in new[] { TwoPods(f => f.Cores(OnPaper.Switch(64))), TwoPods(f => f.Cores(OnPaper.Switch(128))), TwoPods(f => f.Cores(OnPaper.Switch(64), count: 64)), TwoPods(f => f.Cores(OnPaper.Switch(576))) })
        {
            plan.Says();
            var links = Cores(plan).GroupBy(l => l).Select(l => (l.Key.Spine, l.Key.Core, Count: l.Count())).ToList();
            Assert.Single(links.Select(l => l.Count).Distinct());
            Assert.All(links.GroupBy(l => l.Spine), spine => Assert.InRange(spine.Count(), 2, 64));
            // Each core serves as many spines of one pod as of the other.
            Assert.All(links.GroupBy(l => l.Core), core => Assert.Single(core.GroupBy(l => l.Spine / 32).Select(pod => pod.Count()).Distinct()));
        }
    }

    [Fact]
    public void Where_there_are_as_many_pods_as_a_core_has_ports_it_serves_one_spine_of_each()
    {
        var plan = Of(8 * 8 * 8 / 4, f => f.NonBlocking().Cores(OnPaper.Switch(8)), radix: 8).Says();
        Assert.Equal(16, plan.Switches("net/core"));
        Assert.All(Cores(plan).GroupBy(l => l.Core, l => l.Spine), core => Assert.Equal(8, core.Distinct().Count()));
    }

    [Fact]
    public void Cores_that_are_given_are_cabled_as_evenly_as_those_that_are_found()
    {
        Assert.Equal(64, TwoPods(f => f.Cores(OnPaper.Switch(64), count: 64)).Says().Switches("net/core"));
        TwoPods(f => f.Cores(OnPaper.Switch(64).Blamed(), count: 36)).Says("CDL1123").Naming("32 uplinks of each of 64 spines", "36 cores", "Use 32 or 64 cores").Findings[0].Offers("64");
    }

    [Fact]
    public void Fewer_cores_than_have_the_ports_are_told_how_many_do() =>
        TwoPods(f => f.Cores(OnPaper.Switch(64), count: 16)).Says("CDL1101").Naming("32 cores of 64 ports for the 2,048 uplinks", "16 are declared").Findings[0].Offers("32");

    [Fact]
    public void Cores_that_do_not_spread_over_the_planes_are_told_which_do() =>
        Designs.Of(OnPaper.Host(ports: 8), 256, f => f.Ethernet(400.Gbps()).RailOptimized().Planes(2).NonBlocking().Connect("node").Leaves(OnPaper.Switch(64)).Pods(units: 4)
            .Spines(OnPaper.Switch(64)).Cores(OnPaper.Switch(64), count: 33), unit: 32).Says("CDL1123").Naming("33 cores", "2 planes", "32 or").Findings[0].Offers("64");

    /// <summary>Counted by trying every number of cores and every group of them, for every small system.</summary>
    [Fact]
    public void A_number_of_cores_is_legal_exactly_where_groups_of_them_share_the_links()
    {
        foreach (var (spines, pods, needed, ports) in from s in Enumerable.Range(1, 9) from p in Enumerable.Range(1, 5) from u in Enumerable.Range(1, 9) from r in new[] { 4, 12, 30 } select (s, p, u, r))
        {
            var shapes = new CoreShapes(spines, new Evenly.Below(pods, needed, needed), ports);
            var legal = (from groups in Enumerable.Range(1, spines)
                         where spines % groups == 0
                         from cores in Enumerable.Range(1, needed)
                         where needed % cores == 0 && pods * (spines / groups) * (needed / cores) <= ports
                         select (Count: groups * cores, OutlivesOne: cores > 1 || needed == 1)).ToList();
            var counts = legal.Select(l => l.Count).ToHashSet();
            Assert.All(Enumerable.Range(1, spines * needed + 1), n => Assert.Equal(counts.Contains(n), shapes.Of(n) is { } shape && shape.PerPlane == n));
            Assert.Equal(legal.Where(l => l.OutlivesOne).Select(l => (long?)l.Count).Min(), shapes.Smallest()?.PerPlane);
            foreach (var n in Enumerable.Range(1, spines * needed))
                Assert.Equal((counts.Where(c => c < n).Select(c => (int?)c).Max(), counts.Where(c => c > n).Select(c => (int?)c).Min()), shapes.Nearest(n));
        }
    }

    static IEnumerable<(int Spine, int Core)> Cores(Plan plan) => plan.Rows().Where(r => r.B.End.Group == "net/core").Select(r => (r.A.Device, r.B.Device));
}
