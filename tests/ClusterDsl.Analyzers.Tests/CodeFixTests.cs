using ClusterDsl.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>What an editor offers to write, and that the source is better for it.</summary>
public class CodeFixTests
{
    const string Racks = ".Racks(rows: 4, perRow: 12)";
    const string Leaves = ".Leaves(Switches.Qm9700)";
    const string Spines = ".Spines(Switches.Qm9700)";
    const string Connect = ".Connect(\"dgx\", Role.Compute)";
    const string NonBlocking = ".NonBlocking()";
    const string Nodes = ".Nodes(\"dgx\"";
    const string Fabric = ".Fabric(\"compute\"";
    const string InBand = ".Nodes(\"mgmt\", Nodes.ManagementServer, 40).Fabric(\"inband\", f => f.Ethernet(100.Gbps()).Oversubscribed(4).Connect(\"mgmt\", Role.InBand)" +
        ".Leaves(Switches.Sn4600C, uplinks: 10).Spines(Switches.Sn4600C, count: 2))";

    /// <summary>The published design with changes, each "old → new".</summary>
    static string Pod(params string[] changes) => changes.Aggregate(Samples.SuperPod, (text, change) =>
    {
        var parts = change.Split(" → ");
        Assert.Contains(parts[0], text);
        return text.Replace(parts[0], parts[1]);
    });

    static string Cells(string topology) => Pod(".RailOptimized() → " + topology, Leaves + " → .Leaves(Switches.Qm9700, perCell: 8, uplinks: 16)",
        Spines + " → .Spines(Switches.Qm9700, perCell: 8)", NonBlocking + " → .Oversubscribed(2)");

    static string Routers(string topology, string routers = ".Routers(Switches.Qm9700)") => Pod(Racks + " → .Racks(rows: 8, perRow: 12)", ".RailOptimized() → " + topology, Leaves + " → " + routers, Spines + " → ");

    static string Links(string links) => $"{Connect} → .Connect(\"dgx\", Role.Compute, links: l => l{links})";

    /// <summary>What is done, the rule, the source, what is offered, what the source says then.</summary>
    public static TheoryData<string, string, string, string, string> Remedies => new()
    {
        { "A class that is not static becomes it", "CDL0007", "[Cluster] public class C { public static Cluster Define() => Cluster.Named(\"c\"); }", "Make 'C' static partial", "public static partial class C" },
        { "A class around one becomes partial", "CDL0007", "class Outer { [Cluster] internal static partial class C { public static Cluster Define() => Cluster.Named(\"c\"); } }", "Make 'Outer' partial", "partial class Outer" },
        { "The second cluster of a name is renamed", "CDL0008", "[Cluster] static partial class C { static Cluster One() => Cluster.Named(\"c\"); static Cluster Two() => Cluster.Named(\"C\"); }", "Name it `C-2`", "Two() => Cluster.Named(\"C-2\")" },
        { "Nodes declared again with the same words are declared once", "CDL1001", Pod($"{Connect} → {Connect}", Nodes + ", Nodes.DgxH100, → .Nodes(\"pdu\", Nodes.DgxH100, 2).Nodes(\"pdu\", Nodes.DgxH100, 2)" + Nodes + ", Nodes.DgxH100,"), "Leave the second out", ".Nodes(\"pdu\", Nodes.DgxH100, 2).Nodes(\"dgx\"" },
        { "Other nodes of a name that is taken are renamed", "CDL1001", Pod(Nodes + ", Nodes.DgxH100, → .Nodes(\"pdu\", Nodes.DgxH100, 2).Nodes(\"pdu\", Nodes.DgxA100, 2)" + Nodes + ", Nodes.DgxH100,"), "Name it `pdu-2`", ".Nodes(\"pdu-2\", Nodes.DgxA100, 2)" },
        { "An illegal name becomes the nearest legal one", "CDL1002", Pod("\"superpod\" → \"super pod\""), "Name it `super-pod`", "Cluster.Named(\"super-pod\")" },
        { "An illegal name is corrected where it is used too", "CDL1002", Pod("\"dgx\" → \"my dgx\""), "Name it `my-dgx`", ".Connect(\"my-dgx\", Role.Compute)" },
        { "A number out of its range becomes the nearest in it", "CDL1003", Pod(".PerRack(4) → .PerRack(0)"), "Use 1", ".PerRack(1)" },
        { "A length out of its range keeps its unit", "CDL1003", Pod("0.6.Metres() → (-1).Metres()"), "Use 1", "rack: 0.001.Metres()" },
        { "A rule that is no rule becomes the nearest that is", "CDL1003", Pod("NonBlocking() → NonBlocking().Accept(\"CDL210\", \"agreed\")", Leaves + " → .Leaves(Switches.Qm9700, uplinks: 16)"), "Accept CDL2101", ".Accept(\"CDL2101\", \"agreed\")" },
        { "What cannot be accepted is not", "CDL1003", Pod("NonBlocking() → NonBlocking().Accept(\"CDL1103\", \"agreed\")"), "Leave the acceptance out", ".NonBlocking()));" },
        { "A mistyped name becomes the declared one", "CDL1004", Pod(Connect + " → .Connect(\"dgxx\")"), "Use `dgx`", ".Connect(\"dgx\")" },
        { "Spines are made to spread over the planes", "CDL1005", Pod(NonBlocking + " → .NonBlocking().Planes(2)", Spines + " → .Spines(Switches.Qm9700, count: 15)"), "Use 16 spines", "count: 16" },
        { "A call that another overrides is left out", "CDL1006", Pod(NonBlocking + " → .NonBlocking().Oversubscribed(2)"), "Leave the first out", ".Spines(Switches.Qm9700).Oversubscribed(2)" },
        { "Too few spines become enough", "CDL1101", Pod(Spines + " → .Spines(Switches.Qm9700, count: 8)"), "Use 16 spines", "count: 16" },
        { "A unit too large for its leaves becomes smaller", "CDL1101", Pod(".ScalableUnits(of: 32) → .ScalableUnits(of: 40)"), "Use units of 32 nodes", "of: 32" },
        { "A cable into a port that is taken is left out", "CDL1102", Pod(NonBlocking + " → .NonBlocking().Link(PortRef.Node(\"dgx\", 1, 1), PortRef.Switch(Tier.Leaf, 1, 1))"), "Leave this cable out", ".NonBlocking()));" },
        { "Spines that do not divide the uplinks become those that do", "CDL1103", Pod(Spines + " → .Spines(Switches.Qm9700, 24)"), "Use 16 spines", "(Switches.Qm9700, 16)" },
        { "Spines that a leaf misses become those that it reaches", "CDL1104", Pod(Leaves + " → .Leaves(Switches.Qm9700, uplinks: 8)", NonBlocking + " → .Oversubscribed(4)", Spines + " → .Spines(Switches.Qm9700, count: 16)"), "Use 4 spines", "count: 4" },
        { "Planes come to divide the ports", "CDL1105", Pod(NonBlocking + " → .NonBlocking().Planes(3)"), "Use 2 planes", ".Planes(2)" },
        { "Leaves become as many as there are rails", "CDL1105", Pod(Leaves + " → .Leaves(Switches.Qm9700, count: 30)"), "Use 32 leaves", "count: 32" },
        { "One spine becomes two", "CDL1106", Pod("Units = 4 → Units = 1", Leaves + " → .Leaves(Switches.Qm9700, uplinks: 8)", NonBlocking + " → .Oversubscribed(4)", Spines + " → .Spines(Switches.Qm9700, count: 1)"), "Use 2 spines", "count: 2" },
        { "One spine that nobody counted becomes two", "CDL1106", Pod("Units = 4 → Units = 1", Leaves + " → .Leaves(Switches.Qm9700, uplinks: 8)", NonBlocking + " → .Oversubscribed(4)"), "Use 2 spines", ".Spines(Switches.Qm9700, count: 2)" },
        { "Spines over a single leaf are left out", "CDL1107", Pod("32 * Units - 1 → 4", ".ScalableUnits(of: 32) → ", ".RailOptimized() → ", Leaves + " → .Leaves(Switches.Qm9700, count: 1, leaves: l => l.SingleHomed())", Spines + " → .Spines(Switches.Qm9700, count: 2)"), "Leave the spines out", "l.SingleHomed())\n                .NonBlocking()" },
        { "Links between cells become as many as the spines share", "CDL1110", Cells(".DragonflyPlus(cells: 4, linksPerCellPair: 17)"), "Use 24 links between each two cells", "linksPerCellPair: 24" },
        { "Links between cells become as many as there are ports for", "CDL1111", Cells(".DragonflyPlus(cells: 4, linksPerCellPair: 200)"), "Use 128 links between each two cells", "linksPerCellPair: 128" },
        { "Spines of a cell become as many as its leaves reach evenly", "CDL1112", Cells(".DragonflyPlus(cells: 4)").Replace("perCell: 8)", "perCell: 6)"), "Use 8 spines in each cell", "perCell: 8)" },
        { "There comes to be a cell for each unit", "CDL1114", Cells(".DragonflyPlus(cells: 3)"), "Use 4 cells", "cells: 4" },
        { "A slim fly becomes the next that exists", "CDL1115", Routers(".SlimFly(10)"), "Use q = 11", ".SlimFly(11)" },
        { "A fabric runs at the speed that its nodes and leaves have", "CDL1108", Pod(".InfiniBand(InfiniBand.Ndr) → .Ethernet(800.Gbps())", "Qm9700 → Sn5600"), "Run the fabric at 400G", ".Ethernet(400.Gbps())" },
        { "A cable that joins two planes is left out", "CDL1122", JoinedPlanes, "Leave this cable out", ".Planes(2)" },
        { "Cores become as many as the spines reach evenly", "CDL1123", Pod("Units = 4 → Units = 8", Racks + " → .Racks(rows: 12, perRow: 12)", NonBlocking + " → .NonBlocking().Pods(4).Cores(Switches.Qm9700, count: 36)"), "Use 64 cores", "count: 64" },
        { "Fabric boxes come to share the links evenly", "CDL7201", Sprayed(".LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3, count: 6)"), "Use 5 fabric boxes", "count: 5" },
        { "Fabric links become as many as the speed-up needs", "CDL7202", Sprayed(".LineBoxes(Switches.Jericho3Ai, fabricLinks: 16).FabricBoxes(Switches.Ramon3)"), "Use 18 fabric links", "fabricLinks: 18" },
        { "A cable inside a scheduled fabric is left out", "CDL7204", Sprayed(".LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3).Link(PortRef.Switch(Tier.Leaf, 1, 36), PortRef.Switch(Tier.Leaf, 2, 36))"), "Leave this cable out", "Ramon3)" },
        { "Too few uplinks become enough", "CDL2101", Pod(Leaves + " → .Leaves(Switches.Qm9700, uplinks: 16)"), "Use 32 uplinks", "uplinks: 32" },
        { "Uplinks that nothing fills are left out", "CDL2103", Pod("32 * Units - 1 → 8", ".ScalableUnits(of: 32) → .ScalableUnits(of: 8)", Leaves + " → .Leaves(Switches.Qm9700, uplinks: 32)", Spines + " → .Spines(Switches.Qm9700, count: 4)"), "Use 8 uplinks", "uplinks: 8" },
        { "More oversubscription than the project allows becomes what it allows", "CDL2104", Pod(Leaves + " → .Leaves(Switches.Qm9700, uplinks: 2)", NonBlocking + " → .Oversubscribed(16)"), "Use 4 uplinks", "uplinks: 4" },
        { "Spines whose loss takes too much become more", "CDL2105", Pod(NonBlocking + " → .NonBlocking().Survives(Loss.Spine, keeping: 95.Percent())"), "Use 32 spines", "count: 32" },
        { "Spines without a port to spare become more", "CDL2106", Pod("32 * Units - 1 → 63", "of: 32 → of: 16", NonBlocking + " → .NonBlocking().SparePorts(5.Percent())"), "Use 16 spines", "count: 16" },
        { "A requirement without a meaning is left out", "CDL2109", Samples.NoGpus, "Leave the requirement out", ".Leaves(Switches.Sn4600C)\n                .Spines(" },
        { "A module of another shell becomes the one that fits", "CDL3001", Pod(Links(".Optics(lower: Optics.Mma4z00Ns)")), "Use MMA4Z00-NS-FLT", "lower: Optics.Mma4z00NsFlt" },
        { "A fibre of the other kind becomes the modules' kind", "CDL3002", Pod(Links(".Optics(Optics.Mma4z00NsFlt, Optics.Mma4z00Ns).Cable(Cables.Mfp7e30)")), "Use MFP7E10", ".Cable(Cables.Mfp7e10)" },
        { "A cable of another polish becomes the modules' polish", "CDL3003", Pod(Links(".Optics(Optics.Mma4z00NsFlt, Optics.Mma4z00Ns).Cable(Cables.Mpo12Upc)")), "Use MFP7E10", ".Cable(Cables.Mfp7e10)" },
        { "A module of another rate becomes the port's", "CDL3004", Pod(Connect + " → .Connect(\"dgx\", Role.Storage, links: l => l.Optics(Optics.Mma1t00Vs))", ".RailOptimized() → "), "Use MMA1Z00-NS400", ".Optics(Optics.Mma1z00Ns400)" },
        { "A module for Ethernet becomes one for InfiniBand", "CDL3005", Pod(Links(".Optics(upper: Optics.Mma4z00NsT)")), "Use MMA4Z00-NS", "upper: Optics.Mma4z00Ns)" },
        { "A module of another standard becomes the other end's", "CDL3006", Pod(Links(".Optics(Optics.Mms4x00NsFlt, Optics.Mms4x50Nm)")), "Use MMS4X00-NS", "Optics.Mms4x00Ns)" },
        { "A cable that does not reach becomes the shortest that does", "CDL3007", Pod(Links(".Cable(Cables.Mfp7e10)"), "rack: 0.6 → rack: 9.5"), "Use MFP7E30", ".Cable(Cables.Mfp7e30)" },
        { "Modules that do not reach become the shortest that do, with their cable", "CDL3007", Pod(Links(".Optics(Optics.Mma4z00NsFlt, Optics.Mma4z00Ns).Cable(Cables.Mfp7e10)"), "rack: 0.6 → rack: 9.5"), "Use MMS4X00-NS-FLT and MMS4X00-NS and MFP7E30", ".Optics(Optics.Mms4x00NsFlt, Optics.Mms4x00Ns).Cable(Cables.Mfp7e30)" },
        { "Trunks between two rows become enough", "CDL3028", Pod(Racks + " → .Racks(rows: 6, perRow: 10).Structured(Cables.Mpo12Trunk144Os2, trunks: 5)"), "Lay 22 trunks", "trunks: 22" },
        { "Racks for panels become enough", "CDL3029", Pod(Racks + " → .Racks(rows: 6, perRow: 11).Structured(Cables.Mpo12Trunk144Os2, panel: Panels.Mpo48 with { Positions = 16 })"), "Keep 2 racks of each row for panels", "racks: 2" },
        { "A patch cord becomes one that is sold", "CDL3030", Pod(Links(".Cable(Cables.Mfp7e10 with { Lengths = Seq.Of(3.Metres(), 5.Metres()) }).Through(Cables.Mpo12TrunkOm4, patch: 7.Metres())")), "Use 5 m", "patch: 5.Metres()" },
        { "Trunks that no link takes are left out", "CDL3031", Pod(Racks + " → .Racks(rows: 6, perRow: 10).Structured(Cables.Mpo12Trunk144Os2 with { Leg = \"MPO-16 APC\" })"), "Leave the trunks out", ".Racks(rows: 6, perRow: 10)\n" },
        { "A module that goes in by an adapter becomes one that fits", "CDL3010", Pod(Links(".Optics(upper: Optics.Mms1x00Ns400)")), "Use MMA4Z00-NS", "upper: Optics.Mma4z00Ns)" },
        { "A cable that is no longer sold becomes one that is", "CDL3017", Pod(Links(".Cable(Cables.Mfp7e10 with { Id = \"OLD\", Discontinued = \"discontinued in 2025\" })")), "Use MFP7E10", ".Cable(Cables.Mfp7e10)" },
        { "A cable that leads transmitters to transmitters becomes one that crosses", "CDL3020", Pod(Links(".Optics(Optics.Mma4z00NsFlt, Optics.Mma4z00Ns).Cable(Cables.Mfp7e10 with { Id = \"TYPE-A\", Polarity = Polarity.A })")), "Use MFP7E10", ".Cable(Cables.Mfp7e10)" },
        { "A cord with pins becomes one without", "CDL3021", Pod(Links(".Optics(Optics.Mma4z00NsFlt, Optics.Mma4z00Ns).Cable(Cables.Mfp7e10 with { Id = \"PINS\", Pinned = true })")), "Use MFP7E10", ".Cable(Cables.Mfp7e10)" },
        { "More nodes than a rack has units for become fewer", "CDL4001", Pod(".PerRack(4) → .PerRack(7)", "44.Kilowatts() → 200.Kilowatts()"), "Put 6 in a rack", ".PerRack(6)" },
        { "More nodes than a rack has power for become fewer", "CDL4002", Pod(".PerRack(4) → .PerRack(count: 5)"), "Put 4 in a rack", ".PerRack(count: 4)" },
        { "A rack that is fed too little for its nodes is fed enough", "CDL4002", Pod("44.Kilowatts() → 20.Kilowatts()"), "Feed each rack 41 kW", ".RackPower(41.Kilowatts())" },
        { "A rack that is fed too little for anything is fed enough", "CDL4002", Pod("44.Kilowatts() → 44.Watts()"), "Feed each rack 41 kW", ".RackPower(41.Kilowatts())" },
        { "A rack that carries too little is replaced by one that carries enough", "CDL4005", Pod(".RackPower(44.Kilowatts()) → .RackWeight(300.Kilograms())"), "Use racks for 522 kg", ".RackWeight(522.Kilograms())" },
        { "Feeds of which one must carry the rack are made to", "CDL4006", Pod(".RackPower(44.Kilowatts()) → .Feeds(2, each: 22.Kilowatts())"), "Use feeds of 40.8 kW", ".Feeds(2, each: 40800.Watts())" },
        { "A rack with a pair of leaves gets a second feed", "CDL4010", Pod(".RackPower(44.Kilowatts()) → .Feeds(1, each: 44.Kilowatts())", Fabric + " → " + InBand + Fabric), "Declare two feeds", ".Feeds(2, each: 44.Kilowatts())" },
        { "A hall gets the coolant that its nodes need", "CDL4011", Pod(".RackPower(44.Kilowatts()) → .Cooling(Cooling.Air)", "namespace Acme; → namespace Acme; static class Own { public static readonly NodeModel Cold = new(\"COLD\", 0, new Ports(\"nic\", 1, Cage.Qsfp112, 400.Gbps())) { Cooling = Cooling.Liquid }; }", Fabric + " → .Nodes(\"cold\", Own.Cold, 2)" + Fabric), "Declare coolant at the racks", ".Cooling(Cooling.Liquid)" },
        { "Labels are allowed to be as long as they are", "CDL4014", Pod("Named(\"superpod\") → Named(\"superpod\").Labels(\"{cable}\", longest: 2)"), "Allow 26 characters", "longest: 26" },
        { "A label gets the cable's name", "CDL4015", Pod("Named(\"superpod\") → Named(\"superpod\").Labels(\"{near.rack}\")"), "Add the cable's name", ".Labels(\"{cable} {near.rack}\")" },
        { "A mistyped field of a label becomes the nearest", "CDL1003", Pod("Named(\"superpod\") → Named(\"superpod\").Labels(\"{cabel}\")"), "Use {cable}", ".Labels(\"{cable}\")" },
        { "A full hall gets the rows that are missing", "CDL4003", Pod(Racks + " → .Racks(rows: 3, perRow: 12)"), "Use 4 rows", ".Racks(rows: 4, perRow: 12)" },
        { "An acceptance of nothing is left out", "CDL9001", Pod("NonBlocking() → NonBlocking()\n            .Accept(\"CDL1106\", \"agreed\")"), "Leave the acceptance out", ".NonBlocking()));" },
    };

    [Theory, MemberData(nameof(Remedies))]
    public async Task A_remedy_leaves_the_source_clean_of_its_rule(string what, string rule, string source, string title, string then)
    {
        using var project = new Fixing(source);
        var offered = await project.Remedies(rule);
        Assert.True(offered.Any(a => a.Title == title), $"{what}: offered {string.Join(", ", offered.Select(a => a.Title).DefaultIfEmpty("nothing"))} for\n{string.Join("\n", await project.Diagnostics())}");

        await project.Take(offered.First(a => a.Title == title));

        Assert.Contains(then, project.Text());
        Assert.DoesNotContain(await project.Diagnostics(), d => d.Id == rule);
        Assert.Empty(await project.Errors());
    }

    /// <summary>What is meant, the rule, the source, what is offered, what the source says then.</summary>
    public static TheoryData<string, string, string, string, string> Decisions => new()
    {
        { "A call that overrides another is accepted", "CDL1006", Pod(NonBlocking + " → .NonBlocking().Oversubscribed(2)"), "Accept CDL1006 here, with a reason", ".Oversubscribed(2).Accept(\"CDL1006\", " },
        { "One spine is accepted", "CDL1106", OneSpine, "Accept CDL1106 here, with a reason", "count: 1)\n                .Accept(\"CDL1106\", \"TODO: why is this acceptable?\")\n" },
        { "One spine is declared", "CDL1106", OneSpine, "Declare that a single tier is meant", "count: 1, single: true)" },
        { "Spines over a single leaf are declared", "CDL1107", OneLeaf, "Declare that a single tier is meant", "count: 2, single: true)" },
        { "Spines over a single leaf are accepted", "CDL1107", OneLeaf, "Accept CDL1107 here, with a reason", ".Accept(\"CDL1107\", " },
        { "Nodes that nothing connects are accepted", "CDL1120", Pod(Nodes + ", Nodes.DgxH100, → .Nodes(\"spare\", Nodes.DgxH100, 2)" + Nodes + ", Nodes.DgxH100,"), "Accept CDL1120 here, with a reason", ".Accept(\"CDL1120\", " },
        { "Rails that nothing joins are accepted", "CDL1121", Pod(".RailOptimized() → .RailOnly()", "Nodes.DgxH100, → new NodeModel(\"SERVER\", 0, new Ports(\"nic\", 8, Cage.Qsfp112, 400.Gbps())),"), "Accept CDL1121 here, with a reason", ".Accept(\"CDL1121\", " },
        { "Planes that a cable joins are accepted", "CDL1122", JoinedPlanes, "Accept CDL1122 here, with a reason", ".Accept(\"CDL1122\", " },
        { "An oversubscribed tier is accepted", "CDL2101", Pod(Leaves + " → .Leaves(Switches.Qm9700, uplinks: 16)"), "Accept CDL2101 here, with a reason", ".Accept(\"CDL2101\", " },
        { "An oversubscription is declared in the place of what was declared", "CDL2101", Pod(Leaves + " → .Leaves(Switches.Qm9700, uplinks: 16)"), "Declare an oversubscription of 2:1", "\n                .Oversubscribed(2, 1, \"TODO: why is that enough?\")));" },
        { "An oversubscription is declared where nothing was", "CDL2101", Pod(Leaves + " → .Leaves(Switches.Qm9700, uplinks: 16)", NonBlocking + " → "), "Declare an oversubscription of 2:1", "uplinks: 16)\n                .Oversubscribed(2, 1, " },
        { "A rail with more on it is accepted", "CDL2102", HotRail, "Accept CDL2102 here, with a reason", ".Accept(\"CDL2102\", " },
        { "Uplinks for later are accepted", "CDL2103", Pod("32 * Units - 1 → 8", ".ScalableUnits(of: 32) → .ScalableUnits(of: 8)", Leaves + " → .Leaves(Switches.Qm9700, uplinks: 32)", Spines + " → .Spines(Switches.Qm9700, count: 4)"), "Accept CDL2103 here, with a reason", ".Accept(\"CDL2103\", " },
        { "More oversubscription than the project allows is accepted", "CDL2104", Pod(Leaves + " → .Leaves(Switches.Qm9700, uplinks: 2)", NonBlocking + " → .Oversubscribed(16)", Spines + " → .Spines(Switches.Qm9700, count: 2)"), "Accept CDL2104 here, with a reason", ".Accept(\"CDL2104\", " },
        { "What is left after a loss is accepted", "CDL2105", Pod(NonBlocking + " → .NonBlocking().Survives(Loss.Leaf, keeping: 95.Percent())"), "Accept CDL2105 here, with a reason", ".Accept(\"CDL2105\", " },
        { "Too few spare ports are accepted", "CDL2106", Pod("32 * Units - 1 → 63", "of: 32 → of: 16", NonBlocking + " → .NonBlocking().SparePorts(5.Percent())"), "Accept CDL2106 here, with a reason", ".Accept(\"CDL2106\", " },
        { "Too many hops are accepted", "CDL2107", Pod(NonBlocking + " → .NonBlocking().MaxHops(2)"), "Accept CDL2107 here, with a reason", ".Accept(\"CDL2107\", " },
        { "Too little bandwidth for a GPU is accepted", "CDL2108", Pod(NonBlocking + " → .NonBlocking().PerGpu(401.Gbps())"), "Accept CDL2108 here, with a reason", ".Accept(\"CDL2108\", " },
        { "A requirement that cannot be judged is accepted", "CDL2109", Samples.NoGpus, "Accept CDL2109 here, with a reason", ".Accept(\"CDL2109\", " },
        { "A small speed-up is accepted", "CDL7202", Sprayed(".LineBoxes(Switches.Jericho3Ai, fabricLinks: 16).FabricBoxes(Switches.Ramon3)"), "Accept CDL7202 here, with a reason", ".Accept(\"CDL7202\", " },
        { "A system beyond what is known is accepted", "CDL7203", Sprayed(".LineBoxes(new LineBox(\"BOX\", Switches.Jericho3Ai.Host, Switches.Jericho3Ai.Fabric) { SystemPorts = 64 }).FabricBoxes(Switches.Ramon3)"), "Accept CDL7203 here, with a reason", ".Accept(\"CDL7203\", " },
        { "A rack over its weight is accepted", "CDL4005", Pod(".RackPower(44.Kilowatts()) → .RackWeight(500.Kilograms())"), "Accept CDL4005 here, with a reason", ".PerRack(4)\n                .Accept(\"CDL4005\", " },
        { "A rack that loses a feed is accepted", "CDL4006", Pod(".RackPower(44.Kilowatts()) → .Feeds(2, each: 22.Kilowatts())"), "Accept CDL4006 here, with a reason", ".PerRack(4)\n                .Accept(\"CDL4006\", " },
        { "A pair in one rack is accepted", "CDL4008", Pod(Fabric + " → " + InBand.Replace("uplinks: 10", "uplinks: 10, leaves: l => l.Placed(Place.EndOfRow)") + Fabric), "Accept CDL4008 here, with a reason", ".Accept(\"CDL4008\", " },
        { "A pair on one feed is accepted", "CDL4010", Pod(".RackPower(44.Kilowatts()) → .Feeds(1, each: 44.Kilowatts())", Fabric + " → " + InBand + Fabric), "Accept CDL4010 here, with a reason", ".Accept(\"CDL4010\", " },
        { "Mixed airflow is accepted", "CDL4012", MixedAir, "Accept CDL4012 here, with a reason", ".Accept(\"CDL4012\", " },
        { "Long labels are accepted", "CDL4014", Pod("Named(\"superpod\") → Named(\"superpod\").Labels(\"{cable}\", longest: 2)"), "Accept CDL4014 here, with a reason", ".Accept(\"CDL4014\", " },
        { "Labels that are not unique are accepted", "CDL4015", Pod("Named(\"superpod\") → Named(\"superpod\").Labels(\"{near.rack}\")"), "Accept CDL4015 here, with a reason", ".Accept(\"CDL4015\", " },
        { "A rack over its power is accepted for these nodes", "CDL4002", Pod(".PerRack(4) → .PerRack(5)"), "Accept CDL4002 here, with a reason", ".PerRack(5)\n                .Accept(\"CDL4002\", " },
    };

    static string MixedAir => Pod("const int Units → static readonly InfiniBandSwitch Forward = new(\"FWD\", Switches.Qm9700.Ports.ToArray()) { Airflow = Airflow.FrontToRear }, Reverse = new(\"REV\", Switches.Qm9700.Ports.ToArray()) { Airflow = Airflow.RearToFront };\n    const int Units",
        Leaves + " → .Leaves(Forward, leaves: l => l.Placed(Place.EndOfRow))", Spines + " → .Spines(Reverse).Placed(Tier.Spine, Place.EndOfRow)");

    static string OneSpine => Pod("Units = 4 → Units = 1", Leaves + " → .Leaves(Switches.Qm9700, uplinks: 8)", NonBlocking + " → .Oversubscribed(4)", Spines + " → .Spines(Switches.Qm9700, count: 1)");

    static string JoinedPlanes => Pod(NonBlocking + " → .Oversubscribed(2).Planes(2).Link(PortRef.Switch(Tier.Leaf, 1, 64), PortRef.Switch(Tier.Spine, 16, 64))",
        Spines + " → .Spines(Switches.Qm9700, count: 16)");

    /// <summary>The same nodes on a scheduled fabric.</summary>
    static string Sprayed(string boxes) => Pod(".InfiniBand(InfiniBand.Ndr) → .Scheduled(400.Gbps())", ".RailOptimized() → ", Leaves + " → " + boxes, Spines + " → ", NonBlocking + " → ");

    static string OneLeaf => Pod("32 * Units - 1 → 4", ".ScalableUnits(of: 32) → ", ".RailOptimized() → ", Leaves + " → .Leaves(Switches.Qm9700, count: 1, leaves: l => l.SingleHomed())", Spines + " → .Spines(Switches.Qm9700, count: 2)");

    static string HotRail => Pod("32 * Units - 1 → 48", "of: 32 → of: 24", Nodes + " → .Nodes(\"ufm\", Nodes.UfmAppliance, 2)" + Nodes, Connect + " → " + Connect + ".Connect(\"ufm\")");

    [Theory, MemberData(nameof(Decisions))]
    public async Task A_decision_leaves_its_reason_to_be_written(string what, string rule, string source, string title, string then)
    {
        using var project = new Fixing(source);
        var offered = await project.Decisions(rule);
        Assert.True(offered.Any(a => a.Title == title), $"{what}: offered {string.Join(", ", offered.Select(a => a.Title).DefaultIfEmpty("nothing"))} for\n{string.Join("\n", await project.Diagnostics())}");

        await project.Take(offered.First(a => a.Title == title));

        Assert.Contains(then, project.Text());
        Assert.Empty(await project.Errors());
        // `single: true` says it all.
        Assert.Equal(then.Contains("single: true") ? [] : ["CDL9002"], (await project.Diagnostics()).Select(d => d.Id));
    }

    public static TheoryData<string> Faults => FaultTests.Faults;

    [Theory, MemberData(nameof(Faults))]
    public async Task Whatever_is_offered_for_a_fault_puts_an_end_to_it(string rule)
    {
        foreach (var provider in new CodeFixProvider[] { new ClusterCodeFix(), new DecisionCodeFix() })
        {
            var offers = (await Offered(provider, rule)).Count;
            for (var i = 0; i < offers; i++)
            {
                using var project = Faulty(rule);
                var offer = (await project.Offered(provider, rule))[i];
                await project.Take(offer);
                Assert.Empty(await project.Errors());
                Assert.True((await project.Diagnostics()).All(d => d.Id != rule), $"`{offer.Title}` leaves {rule} in\n{project.Text()}");
            }
        }
    }

    static Fixing Faulty(string rule) => Fixing.Under(Fault.Of(rule).WrongSettings, Markup.Parse(Fault.Of(rule).Wrong).Text);

    static async Task<IReadOnlyList<string>> Offered(CodeFixProvider provider, string rule)
    {
        if (!Fault.Rules.Contains(rule)) return [];
        using var project = Faulty(rule);
        return [.. (await project.Offered(provider, rule)).Select(a => a.Title)];
    }

    /// <summary>Whether a remedy is shown here, or is offered for the fault of the rule.</summary>
    static async Task<bool> HasRemedy(string rule) => Remedies.Any(r => (string)r[1] == rule) || (await Offered(new ClusterCodeFix(), rule)).Count > 0;

    static async Task<bool> HasAcceptance(string rule) =>
        Decisions.Any(d => (string)d[1] == rule) || (await Offered(new DecisionCodeFix(), rule)).Contains($"Accept {rule} here, with a reason");

    [Fact]
    public async Task Whatever_can_be_accepted_is_offered_to_be()
    {
        foreach (var rule in ClusterDsl.Rules.RuleSet.All.Select(r => r.Id))
            Assert.True(Cluster.Named("c").Accept(rule, "agreed").Plan.Findings.All(f => f.Rule != "CDL1003") == await HasAcceptance(rule), rule);
    }

    [Fact]
    public async Task A_decision_is_never_taken_for_a_whole_solution()
    {
        using var project = new Fixing(OneSpine);
        Assert.Equal([FixAllScope.Document, FixAllScope.Project], new DecisionCodeFix().GetFixAllProvider().GetSupportedFixAllScopes());
        Assert.DoesNotContain(await project.Remedies("CDL1106"), a => a.Title.StartsWith("Accept"));
    }

    [Fact]
    public async Task All_findings_of_a_rule_are_fixed_together_in_all_files()
    {
        var wrong = Pod(Spines + " → .Spines(Switches.Qm9700, 24)");
        using var project = new Fixing(wrong, wrong.Replace("SuperPod", "Other").Replace("\"superpod\"", "\"other\"").Replace("24)", "count: 12)"));

        await project.TakeAll(new ClusterCodeFix(), "CDL1103");

        Assert.Empty(await project.Diagnostics());
        Assert.Contains("(Switches.Qm9700, 16)", project.Text(0));
        Assert.Contains("count: 16", project.Text(1));
    }

    [Fact]
    public async Task Several_findings_of_a_rule_in_one_file_are_fixed_together()
    {
        using var project = new Fixing(Pod(".PerRack(4) → .PerRack(0)", "rows: 4 → rows: 0", "0.6.Metres() → (-1).Metres()"));
        await project.TakeAll(new ClusterCodeFix(), "CDL1003");
        Assert.DoesNotContain(await project.Diagnostics(), d => d.Id == "CDL1003");
        Assert.Contains(".Racks(rows: 1, perRow: 12)", project.Text());
        Assert.Contains(".PerRack(1)", project.Text());
    }

    [Fact]
    public async Task A_fault_in_a_helper_of_another_file_is_fixed_there()
    {
        using var project = new Fixing(
            Pod(".PerRack(4) → .Dense()"),
            "static class Racking { public static NodeGroup Dense(this NodeGroup nodes) => nodes.PerRack(5); }");
        await project.Take((await project.Remedies("CDL4002")).First());
        Assert.Contains("nodes.PerRack(4)", project.Text(1));
        Assert.Empty(await project.Diagnostics());
    }

    [Fact]
    public async Task A_fix_that_would_bring_another_finding_is_not_offered()
    {
        // Four in a rack make the units a rack longer, and the hall has no racks left.
        using var project = new Fixing(Pod(".PerRack(4) → .PerRack(5)", Racks + " → .Racks(rows: 4, perRow: 9)"));
        Assert.Equal(["CDL4002"], (await project.Diagnostics()).Select(d => d.Id));
        Assert.Equal(["Feed each rack 51 kW"], (await project.Remedies("CDL4002")).Select(a => a.Title));
    }

    [Theory]
    [InlineData("static Site Pod(this Site site, int perRack)", "perRack")]
    [InlineData("static Site Pod(this Site site, int few)", "few + 1")]
    public async Task A_value_that_others_share_is_not_written_over(string helper, string value)
    {
        using var project = new Fixing("[Cluster] static partial class C { static Cluster One() => Cluster.Named(\"c\").Site(\"dc\", s => s.Pod(4)); " +
            helper + " => site.Hall(\"h\", h => h.RackPower(30.Kilowatts())).Nodes(\"n\", Nodes.DgxH100, 4, n => n.PerRack(" + value + ")); }");
        Assert.Contains(await project.Diagnostics(), d => d.Id == "CDL4002");
        // What only this helper says can be changed in it.
        Assert.All(await project.Remedies("CDL4002"), a => Assert.StartsWith("Feed each rack", a.Title));
    }

    [Fact]
    public async Task A_call_that_is_a_statement_is_left_out_with_its_line()
    {
        using var project = new Fixing(Samples.SuperPod.Replace(".Fabric(\"compute\", fabric => fabric", ".Fabric(\"compute\", fabric => { var net = fabric")
            .Replace(".NonBlocking()))", ".NonBlocking();\n            net.Accept(\"CDL1106\", \"agreed\");\n        }))"));
        await project.Take((await project.Remedies("CDL9001")).Single());
        Assert.Contains(".NonBlocking();\n        }))", project.Text());
        Assert.Empty(await project.Diagnostics());
    }

    [Fact]
    public async Task The_index_says_of_every_rule_whether_it_has_a_fix()
    {
        var (said, so) = (new List<string>(), new List<string>());
        foreach (var cells in File.ReadAllLines(Path.Combine(Pages.Folder, "README.md")).Where(l => l.StartsWith("| [CDL")).Select(l => l.Trim('|').Split('|')))
        {
            var rule = cells[0].Trim().Substring(1, 7);
            said.Add($"{rule} {cells[4].Trim()}");
            so.Add($"{rule} {(await HasRemedy(rule) ? "yes" : "no")}");
        }
        Assert.True(so.All(said.Contains), string.Join(", ", so.Except(said)));
    }

    [Fact]
    public async Task The_page_of_every_rule_says_whether_it_has_a_fix()
    {
        var (said, so) = (new List<string>(), new List<string>());
        foreach (var rule in ClusterDsl.Rules.RuleSet.All)
        {
            said.Add($"{rule.Id} {File.ReadAllLines(Path.Combine(Pages.Folder, rule.Id + ".md")).First(l => l.StartsWith($"| {rule.Category} |")).Trim('|').Split('|')[2].Trim()}");
            so.Add($"{rule.Id} {(await HasRemedy(rule.Id) ? "yes" : "no")}");
        }
        Assert.True(so.All(said.Contains), string.Join(", ", so.Except(said)));
    }
}
