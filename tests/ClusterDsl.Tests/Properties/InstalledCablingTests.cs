using ClusterDsl.Planning;
using ClusterDsl.Rules;

namespace ClusterDsl.Tests;

/// <summary>What is installed between panels, in closed form, is what counting link by link gives.</summary>
public sealed class InstalledCablingTests
{
    public static TheoryData<string> Designs => [.. Plans.Keys];

    static readonly Dictionary<string, Func<Cluster>> Plans = new()
    {
        ["rows of units, spines in a row of their own"] = () => Rows(Cables.Mpo12Trunk144Os2),
        ["a unit that lacks nodes, trunks of a connector"] = () => Rows(Cables.Mpo12TrunkOs2, count: 61),
        ["trunks of three connectors, three racks for panels"] = () => Rows(Cables.Mpo24TrunkOs2, racks: 3),
        ["more trunks than needed"] = () => Rows(Cables.Mpo12Trunk48Om4, trunks: 70, racks: 3),
        ["cells in a round"] = () => Dragonfly(),
        ["panels over each rack"] = () => Through(l => l.Through(Cables.Mpo12Trunk48Om4)),
        ["a cross-connect"] = () => Through(l => l.Through(Cables.Mpo12Trunk48Os2, panels: 4).Accept("CDL3023", "measured")),
        ["splitters to nodes in many racks"] = () => Splitters(),
        ["two halls"] = () => Halls(),
    };

    [Theory, MemberData(nameof(Designs))]
    public void Trunks_between_two_racks_carry_the_links_that_lead_there(string design)
    {
        var plan = Plan(design);
        var walked = new Dictionary<string, long>();
        foreach (var bundle in plan.Bundles)
            if (bundle.Channel is { } channel)
                foreach (var row in bundle.Rows())
                {
                    var (a, b) = Ends(plan, bundle, row.Link);
                    if (!channel.Leads(a.Hall, a.DeviceRack, b.Hall, b.DeviceRack)) continue;
                    for (var stage = 0; stage < channel.Trunks; stage++)
                    {
                        string[] ends = [stage == 0 ? a.Panels : b.Panels, b.Panels];
                        var pair = string.Join("/", ends.Order(StringComparer.Ordinal));
                        walked[pair] = walked.GetValueOrDefault(pair) + 1;
                    }
                }

        var installed = Installed.Of(plan);
        var counted = installed.Runs.GroupBy(r => string.Join("/", new[] { r.From.Name(true), r.To.Name(true) }.Order(StringComparer.Ordinal)))
            .ToDictionary(r => r.Key, r => r.Sum(run => run.Links));
        Assert.NotEmpty(walked);
        Assert.Equal(walked.OrderBy(w => w.Key), counted.OrderBy(c => c.Key));
        Assert.All(installed.Runs, run => Assert.True(run.Links <= (long)run.Trunks * run.Trunk.Connectors));
        Assert.All(installed.Runs.Where(run => plan.Bundles.All(b => b.Channel is null or { TrunksEach: 0 })), run => Assert.InRange(run.SpareConnectors, 0, run.Trunk.Connectors - 1));
    }

    [Theory, MemberData(nameof(Designs))]
    public void Each_link_rides_once_and_each_position_of_a_panel_is_taken_once(string design)
    {
        var plan = Plan(design);
        var installed = Installed.Of(plan);
        var (riding, positions, names) = (new HashSet<string>(), new HashSet<(string, int)>(), new HashSet<string>());
        foreach (var run in installed.Runs)
        {
            Assert.Equal(run.Links, run.Riding().Count(rider => riding.Add($"{rider.Bundle.Id} {string.Join(",", rider.Index)} {rider.Stage}")));
            for (var trunk = 0; trunk < run.Trunks; trunk++) Assert.True(names.Add(run.Name(trunk)), run.Name(trunk));
            for (var i = 0; i < run.Trunks * run.Trunk.Connectors; i++)
                foreach (var (place, first) in new[] { (run.From, run.FirstFrom), (run.To, run.FirstTo) })
                {
                    var (panel, position) = installed.At(place, run.Panel, first + i);
                    Assert.InRange(position, 1, panel.Panel.Positions);
                    Assert.True(positions.Add((panel.Name, position)), $"{panel.Name} {position}");
                }
        }
        // Every panel but the last of a place is full.
        Assert.Equal(installed.Panels.Count, positions.Select(p => p.Item1).Distinct().Count());
    }

    [Theory, MemberData(nameof(Designs))]
    public void Panels_take_units_that_nothing_else_takes(string design)
    {
        var plan = Plan(design);
        var taken = new HashSet<(string, int, int)>();
        foreach (var group in plan.Groups)
            for (var i = 0; i < group.Count; i++)
                for (var u = 0; u < plan.Model(group).HeightU; u++) Assert.True(taken.Add((group.Placement!.Hall, group.Placement.Rack(i), group.Placement.Unit(i) + u)));
        foreach (var panel in Installed.Of(plan).Panels)
            for (var u = 0; u < panel.Panel.HeightU; u++)
            {
                Assert.InRange(panel.Unit + u, 1, panel.Hall.RackUnits);
                Assert.True(taken.Add((panel.Hall.Name, panel.Rack, panel.Unit + u)), panel.Name);
            }
    }

    [Theory, MemberData(nameof(Designs))]
    public void Patch_cords_are_those_that_the_links_need(string design)
    {
        var plan = Plan(design);
        var walked = new Dictionary<(string, int), long>();
        foreach (var bundle in plan.Bundles)
            if (bundle.Channel is { } channel)
                foreach (var row in bundle.Rows())
                {
                    var (a, b) = Ends(plan, bundle, row.Link);
                    if (!channel.Leads(a.Hall, a.DeviceRack, b.Hall, b.DeviceRack)) continue;
                    Add(channel.CordA, channel.CordMm(a.Hall, a.DeviceRack, plan.Group(bundle.A.Group).Placement!.LowestUnit));
                    for (var between = 1; between < channel.Trunks; between++) Add(channel.CordA, channel.PatchMm);
                    if (row.K % bundle.Legs == 0) Add(channel.CordB, channel.CordMm(b.Hall, b.DeviceRack, plan.Group(bundle.B.Group).Placement!.LowestUnit));
                }
        Assert.Equal(walked.OrderBy(w => w.Key), PatchCords.Of(plan).GroupBy(c => (c.Part, c.LengthMm)).ToDictionary(c => c.Key, c => c.Sum(cord => cord.Count)).OrderBy(c => c.Key));

        void Add(string part, int mm) => walked[(part, mm)] = walked.GetValueOrDefault((part, mm)) + 1;
    }

    [Theory, MemberData(nameof(Designs))]
    public void The_longest_trunk_is_known_while_typing(string design)
    {
        var cluster = Plans[design]();
        var plan = cluster.Plan;
        foreach (var link in Planner.Draft(cluster.Design, Thresholds.Default).Links)
        {
            if (plan.Bundles.Single(b => b.Id == link.Id) is not { Channel: { } channel } bundle) continue;
            var longest = bundle.Rows().Select(row => Ends(plan, bundle, row.Link)).Where(e => channel.Leads(e.A.Hall, e.A.DeviceRack, e.B.Hall, e.B.DeviceRack))
                .Max(e => Route.Between(e.A.Hall, 1, e.B.Hall, 1, plan.Trays)!.LengthMm(e.A.PanelRack, e.B.PanelRack));
            Assert.Equal(longest, link.LongestMm);
        }
    }

    [Theory, MemberData(nameof(Designs))]
    public void A_plan_read_back_is_the_plan(string design)
    {
        var plan = Plan(design);
        Assert.Equal(plan, PlanJson.Read(PlanJson.Write(plan)));
        Assert.Equal(Installed.Of(plan).Panels, Installed.Of(PlanJson.Read(PlanJson.Write(plan))).Panels);
    }

    [Fact]
    public void What_a_hall_does_not_take_into_its_trunks_is_cabled_from_end_to_end()
    {
        // Copper in the racks and between the rows; fibre of two connectors that the trunks do not have.
        var plan = Cluster.Named("c").Site("dc", s => s
            .Hall("h1", h => h.Racks(rows: 2, perRow: 4).Structured(Cables.Mpo12Trunk144Os2))
            .Nodes("node", Small.Node, 24, n => n.PerRack(4))
            .Fabric("net", f => f.Ethernet(400.Gbps()).Connect("node", links: l => l.Optics(Optics.Qsfp112400Fr4, Optics.Qsfp112400Fr4)).Leaves(Small.Switch).Spines(Small.Switch))).Plan;

        Assert.Contains(plan.Bundles, b => b.A.Group == "node");
        Assert.All(plan.Bundles.Where(b => b.A.Group == "node"), b => Assert.Null(b.Channel));
    }

    static Plan Plan(string design) => Plans[design]().Plan.Says();

    static (End A, End B) Ends(Plan plan, Bundle bundle, Link link) => (At(plan, bundle.A.Group, link.DeviceA), At(plan, bundle.B.Group, link.DeviceB));

    static End At(Plan plan, string group, int device)
    {
        var place = plan.Group(group).Placement!;
        var (hall, rack) = (plan.Hall(place), place.Rack(device));
        // Said again here: the frame is the last racks of the row.
        var panels = hall.PanelRacks == 0 ? rack : rack - rack % hall.PerRow + hall.PerRow - hall.PanelRacks;
        return new End(hall, rack, panels, $"{hall.Site}.{hall.Name}.{hall.RackName(panels)}");
    }

    sealed record End(HallPlan Hall, int DeviceRack, int PanelRack, string Panels);

    static Cluster Rows(CableFamily trunk, int count = 64, int racks = 1, int? trunks = null) => Cluster.Named("c").Site("dc", s => s
        .Hall("h1", h => h.Racks(rows: 3, perRow: 9 + racks).Structured(trunk, racks, trunks))
        .Nodes("dgx", Nodes.DgxH100, count, n => n.ScalableUnits(32).PerRack(4))
        .Fabric("net", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect("dgx").Leaves(Switches.Qm9700).Spines(Switches.Qm9700)));

    static Cluster Dragonfly() => Cluster.Named("c").Site("dc", s => s
        .Hall("h1", h => h.Racks(rows: 24, perRow: 4).Structured(Cables.Mpo12TrunkOs2))
        .Nodes("node", Small.Node, 5 * 16, n => n.ScalableUnits(16).PerRack(8))
        .Fabric("net", f => f.Ethernet(400.Gbps()).DragonflyPlus(5, linksPerCellPair: 16).Leaves(Small.Switch, perCell: 4).Spines(Small.Switch, perCell: 4).Connect("node")));

    static Cluster Through(Action<LinkChoice> links) => Cluster.Named("c").Site("dc", s => s
        .Nodes("node", Small.Node, 64, n => n.ScalableUnits(16).PerRack(8))
        .Fabric("net", f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node", links: links).Leaves(Small.Switch).Spines(Small.Switch, links: links)));

    static Cluster Splitters() => Cluster.Named("c").Site("dc", s => s
        .Nodes("node", new NodeModel("NDR200", 2, new Ports("hca", 2, Cage.Qsfp112, 200.Gbps()) { Modes = Seq.Of(new PortMode(1, 200.Gbps(), 2, Lane.Pam4x100)) }) { Height = 2 }, 21, n => n.PerRack(1))
        .Fabric("net", f => f.Ethernet(200.Gbps()).Connect("node", links: l => l.Through(Cables.Mpo12Trunk48Om4)).Leaves(Switches.Sn5600)));

    static Cluster Halls() => Cluster.Named("c").Site("dc", s => s
        .Hall("h1", h => h.Racks(rows: 3, perRow: 5).Structured(Cables.Mpo12Trunk48Os2, racks: 2))
        .Hall("h2", h => h.Racks(rows: 2, perRow: 5).Structured(Cables.Mpo12Trunk48Os2))
        .Tray("h1", "h2", 20.Metres())
        .Nodes("node", Small.Node, 32, n => n.ScalableUnits(16).PerRack(8))
        .Fabric("net", f => f.Ethernet(400.Gbps()).RailOptimized().Connect("node").Leaves(Small.Switch).Spines(Small.Switch).Placed(Tier.Spine, Place.Hall("h2"))));
}
