using ClusterDsl.Rules;

namespace ClusterDsl.Tests;

/// <summary>
/// The compatibility rules of the collected catalogue: which rule of the product answers each, a definition that it objects to, and the
/// definition beside it without a word.
/// </summary>
public sealed class CompatibilityTests
{
    static readonly Optic Sr4 = Optics.Mma1z00Ns400, Dr4 = Optics.Mms1x00Ns400, Twin = Optics.Mma4z00Ns, TwinFlat = Optics.Mma4z00NsFlt;
    static readonly NodeModel Hca800 = new("HCA-800", 8, new Ports("osfp", 8, Cage.Osfp1600Rhs, 800.Gbps())) { Height = 4 };

    /// <summary>A rule of the catalogue, the rule that answers it, what fires it and what does not.</summary>
    sealed record Row(string Rule, string Answer, Func<Plan> Wrong, Func<Plan> Right);

    static readonly Row[] Rows =
    [
        // Form factor and thermal type.
        new("F01", "CDL3001", () => Qsfp(l => l.Optics(upper: Optics.QsfpDd800Dr8)), () => Qsfp(l => l.Optics(upper: Dr4))),
        new("F02", "CDL3001", () => Qsfp(l => l.Optics(upper: Optics.QsfpDd400Dr4)), () => QsfpInDd(l => l.Optics(upper: Optics.Mma1t00Vs))),
        new("F03", "CDL3001", () => Qsfp(l => l.Optics(upper: Optics.OsfpRhs400Dr4)), () => Qsfp(l => l.Optics(upper: Optics.Qsfp112400Dr4))),
        new("F03", "CDL3010", () => QsfpInOsfp(), () => QsfpInOsfp(f => f.Accept("CDL3010", "OSFP-QSFP-ADAPTER, in stock"))),
        new("F04", "CDL3001", () => Dgx(l => l.Optics(lower: Twin)), () => Dgx(l => l.Optics(lower: TwinFlat))),
        new("F05", "CDL3001", () => Qsfp(l => l.Optics(lower: Optics.Mma4z00Ns400)), () => Qsfp(l => l.Optics(lower: Sr4))),
        new("F06", "CDL3009", () => Dgx(l => l.Optics(upper: Twin with { Id = "SINGLE", Connectors = 1 })), () => Dgx(l => l.Optics(upper: Twin))),
        new("F08", "CDL3001", () => Osfp(l => l.Cable(Cables.Mcp4y10)), () => Osfp(l => l.Cable(Cables.Mcp7y00))),
        new("F09", "CDL3003", () => Qsfp(l => l.Cable(Cables.Mpo16Os2)), () => Qsfp(l => l.Cable(Cables.Mfp7e30))),
        new("F10", "CDL3009", () => Uplinks(l => l.Optics(Optics.Osfp800Dr8, Optics.Mms4x00Ns)), () => Uplinks(l => l.Optics(Optics.Osfp800Dr8, Optics.Osfp800Dr8))),

        // Standards and reach.
        new("P01", "CDL3006", () => Qsfp(l => l.Optics(Dr4, Optics.Qsfp112400Dr4Plus)), () => Qsfp(l => l.Optics(Dr4, Optics.Qsfp112400Dr4))),
        new("P01", "CDL3006", () => Qsfp(l => l.Optics(Dr4, Dr4 with { Id = "BLUE", Wavelength = "1550 nm" })), () => Qsfp(l => l.Optics(Dr4, Dr4))),
        new("P02", "CDL3002", () => Qsfp(l => l.Optics(Sr4, Dr4)), () => Qsfp(l => l.Optics(Sr4, Sr4))),
        new("P03", "CDL3007", () => Qsfp(l => l.Optics(Sr4, Sr4), racks: 30), () => Qsfp(l => l.Optics(Sr4, Sr4), racks: 5)),
        new("P04", "CDL3019", () => Short(Dr4), () => Short(Sr4)),
        new("P05", "CDL3013", () => Managers(unit: 32), () => Managers(unit: 24)),
        new("P06", "CDL3014", () => Split(l => l.Optics(upper: Optics.Mms4x50Nm).Cable(Cables.Mfp7e40)), () => Split(l => l.Optics(upper: Optics.Mms4x00Ns))),
        new("P07", "CDL3007", () => Twin500(racks: 60), () => Twin500(racks: 10)),
        new("P08", "CDL3007", () => Split(l => l.Cable(Cables.Mfp7e40 with { Lengths = Seq.Of(10.Metres(), 100.Metres()) }), racks: 30), () => Split(l => l.Cable(Cables.Mfp7e40), racks: 10)),
        new("P09", "CDL3007", () => Qsfp(l => l.Optics(Sr4, Sr4).Fibre(FibreGrade.Om3), racks: 16), () => Qsfp(l => l.Optics(Sr4, Sr4).Fibre(FibreGrade.Om4), racks: 16)),
        new("P10", "CDL3018", () => Xdr(l => l.Optics(Multimode(Optics.Osfp1600RhsDr4), Multimode(Optics.Osfp1600TwinDr4))), () => Xdr(l => l.Optics(Optics.Osfp1600RhsDr4, Optics.Osfp1600TwinDr4))),
        new("P11", "CDL3027", () => Pairs(rack: 3), () => Pairs(rack: 0.6)),

        // Lanes and codes.
        new("M01", "CDL3004", () => Qsfp(l => l.Optics(Dr4, Dr4 with { Id = "SLOW-LIGHT", OpticalLane = Lane.Pam4x50 })), () => Qsfp(l => l.Optics(Dr4, Dr4))),
        new("M02", "CDL3004", () => Qsfp(l => l.Optics(upper: Optics.Osfp1600RhsDr4 with { Plug = "QSFP112" })), () => Qsfp(l => l.Optics(upper: Dr4))),
        new("M03", "CDL3004", () => QsfpInDd(l => l.Optics(upper: Optics.Qsfp112400Dr4 with { Id = "FAST-LANES", Plug = "QSFP56" })), () => QsfpInDd(l => l.Optics(upper: Optics.Mma1t00Vs))),
        new("M03", "CDL3009", () => Qsfp(l => l.Optics(Wide(Dr4), Dr4)), () => Qsfp(l => l.Optics(Dr4, Dr4))),
        new("M04", "CDL3012", () => Qsfp(l => l.Optics(Dr4, Dr4 with { Id = "OTHER-CODE", Fec = Fec.Dj })), () => Qsfp(l => l.Optics(Dr4, Dr4))),
        new("M05", "CDL3012", () => Qsfp(l => l.Optics(Dr4 with { Id = "BARE", Fec = Fec.None }, Dr4)), () => Qsfp(l => l.Optics(Dr4, Dr4))),
        new("M06", "CDL3003", () => Qsfp(l => l.Cable(Cables.Mfp7e20)), () => Split(l => l.Cable(Cables.Mfp7e20))),
        new("M08", "CDL3004", () => Qsfp(l => l.Optics(Sr4, Sr4 with { Id = "SR8", Pmd = "400G-SR8", OpticalLane = Lane.Pam4x50 })), () => Qsfp(l => l.Optics(Sr4, Sr4))),

        // Copper.
        new("C01", "CDL3015", () => Copper(CableKind.Dac, longest: 10), () => Copper(CableKind.Acc, longest: 10)),
        new("C01", "CDL3015", () => Xdr(l => l.Cable(Twinax(CableKind.Dac, 800, Lane.Pam4x200, "OSFP1600", "OSFP1600-RHS", 10))), () => Xdr(_ => { })),
        new("C02", "CDL3015", () => Copper(CableKind.Acc, longest: 20, racks: 5), () => Copper(CableKind.Acc, longest: 10)),
        new("C03", "CDL3015", () => Copper(CableKind.Aec, longest: 20, racks: 5), () => Copper(CableKind.Aec, longest: 10)),
        new("C04", "CDL3016", () => Copper(CableKind.Aec, longest: 10, racks: 2), () => Copper(CableKind.Aec, longest: 10)),
        new("C05", "CDL3026", () => Qsfp(l => l.Bend(0.02.Metres())), () => Qsfp(l => l.Bend(0.05.Metres()))),
        new("C06", "CDL3017", () => Osfp(l => l.Cable(Cables.Mcp7y00 with { Id = "OLD", Discontinued = "discontinued in 2025" })), () => Osfp(l => l.Cable(Cables.Mcp7y00))),

        // Polish, pins, polarity.
        new("X01", "CDL3003", () => Qsfp(l => l.Optics(Sr4, Sr4).Cable(Cables.Mpo12Upc)), () => Qsfp(l => l.Optics(Sr4, Sr4).Cable(Cables.Mfp7e10))),
        new("X02", "CDL3021", () => Qsfp(l => l.Optics(Flat(Sr4), Flat(Sr4)).Cable(Cables.Mpo12Upc)), () => Qsfp(l => l.Optics(Sr4, Sr4))),
        new("X03", "CDL3021", () => Qsfp(l => l.Cable(Cables.Mfp7e10 with { Pinned = true })), () => Qsfp(l => l.Cable(Cables.Mfp7e10))),
        new("X03", "CDL3021", () => Through(Cables.Mpo12TrunkOm4 with { Pinned = false }), () => Through(Cables.Mpo12TrunkOm4)),
        new("X04", "CDL3021", () => Through(Cables.Mpo12TrunkOm4 with { Fibres = 4 }), () => Through(Cables.Mpo12TrunkOm4)),
        new("X05", "CDL3020", () => Qsfp(l => l.Cable(Cables.Mfp7e10 with { Polarity = Polarity.A })), () => Qsfp(l => l.Cable(Cables.Mfp7e10))),
        new("X05", "CDL3020", () => Through(Cables.Mpo12TrunkOm4 with { Polarity = Polarity.A }), () => Through(Cables.Mpo12TrunkOm4)),
        new("X06", "CDL3020", () => Through(Cables.Mpo12TrunkOm4, key: AdapterKey.Aligned), () => Through(Cables.Mpo12TrunkOm4)),
        new("X07", "CDL3020", () => Through(Cables.Mpo12TrunkOm4 with { Polarity = Polarity.C }), () => Through(Cables.Mpo12TrunkOm4)),
        new("X08", "CDL3020", () => Qsfp(l => l.Optics(Optics.Qsfp112400Fr4, Optics.Qsfp112400Fr4).Cable(Cables.LcDuplex with { Polarity = Polarity.A })), () => Qsfp(l => l.Optics(Optics.Qsfp112400Fr4, Optics.Qsfp112400Fr4))),
        new("X09", "CDL3024", () => Through(Cables.Mpo12TrunkOm4 with { Grade = FibreGrade.Om3 }), () => Through(Cables.Mpo12TrunkOm4)),

        // Loss.
        new("L01", "CDL3022", () => Through(Cables.Mpo12TrunkOm4, panels: 4), () => Through(Cables.Mpo12TrunkOm4)),
        new("L02", "CDL3023", () => Through(Cables.Mpo12TrunkOs2, panels: 4), () => Through(Cables.Mpo12TrunkOs2)),
        new("L03", "CDL3025", () => Through(Cables.Mpo12TrunkOm4 with { ReturnLossDb = 20 }), () => Through(Cables.Mpo12TrunkOm4)),

        // Protocol. I01 for switches is a compiler's error: an InfiniBand fabric takes InfiniBand switches.
        new("I01", "CDL7005", () => Legs(Cage.Sfp112, Optics.Sfp112Sr1), () => Legs(Cage.Qsfp112, Optics.Qsfp112Sr1)),
        new("I02", "CDL3005", () => Dgx(l => l.Optics(upper: Optics.Mma4z00NsT)), () => Dgx(l => l.Optics(upper: Twin))),
        new("I04", "CDL7005", () => Legs(Cage.Sfp112, Optics.Sfp112Sr1), () => Legs(Cage.Qsfp112, Optics.Qsfp112Sr1)),
        new("I05", "CDL7002", () => Managed(Switches.Qm9790), () => Managed(Switches.Qm9700)),

        // Power and lengths.
        new("W01", "CDL3011", () => Hot(Cage.QsfpDd), () => Hot(Cage.QsfpDd.Rated(25))),
        new("W02", "CDL4017", () => Fed(1_155), () => Fed(1_156)),
        new("W03", "CDL4002", () => InRacks(30), () => InRacks(44)),

        // Ports of switches.
        new("R01", "CDL1130", () => Cut(321), () => Cut(320)),
        new("R02", "CDL2101", () => Tapered(uplinks: 16), () => Tapered(uplinks: 32)),
        new("R03", "CDL1103", () => Tapered(spines: 24), () => Tapered(spines: 16)),

        new("S01", "CDL3007", () => Qsfp(l => l.Cable(Cables.Mfp7e10 with { Lengths = Seq.Of(3.Metres()) })), () => Qsfp(l => l.Cable(Cables.Mfp7e10))),
    ];

    /// <summary>Rules of the catalogue that are not a finding, and what answers them instead.</summary>
    static readonly Dictionary<string, string> OtherwiseAnswered = new()
    {
        ["F07"] = "thermal type is judged against the cage alone: a finned module faces a flat one in every DGX test",
        ["I03"] = "a speed is a mode of a port, and both ends need it (CDL1108)",
        ["I06"] = "scheduled fabrics have rules of their own",
        ["M07"] = "a 400G module on a 1:2 splitter runs 200G: its speeds are 400 and 200",
        ["R04"] = "`CapacityGbps` of a switch counts one way",
        ["S02"] = "`Slack` of a hall, 2 m where nobody says",
        ["S03"] = "the ports of a backplane are no cages, so no cable ends there",
    };

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Rows.Length)];

    [Theory, MemberData(nameof(Numbers))]
    public void What_does_not_go_together_is_found_and_its_neighbour_is_not(int number)
    {
        var row = Rows[number];
        var wrong = row.Wrong().Findings;
        Assert.True(wrong.Any(f => f.Rule == row.Answer), $"{row.Rule}: {row.Answer} is not among {string.Join("; ", wrong.Select(f => $"{f.Rule} {f.Message}"))}");
        Assert.True(wrong.Select(f => f.Message).Distinct().Count() == wrong.Count);
        var right = row.Right().Findings;
        Assert.True(right.Count == 0, $"{row.Rule}: {string.Join("; ", right.Select(f => $"{f.Rule} {f.Message}"))}");
    }

    [Fact]
    public void Every_compatibility_rule_of_the_catalogue_is_answered() => Assert.Equal(
        [.. Ids("C", 6), .. Ids("F", 10), .. Ids("I", 6), .. Ids("L", 3), .. Ids("M", 8), .. Ids("P", 11), .. Ids("R", 4), .. Ids("S", 3), .. Ids("W", 3), .. Ids("X", 9)],
        Rows.Select(r => r.Rule).Concat(OtherwiseAnswered.Keys).Distinct().Order(StringComparer.Ordinal));

    static IEnumerable<string> Ids(string family, int count) => Enumerable.Range(1, count).Select(i => $"{family}{i:00}");

    [Fact]
    public void An_adapter_is_accepted_by_its_name_alone()
    {
        QsfpInOsfp(f => f.Accept("CDL3010", "we have some adapters")).Says("CDL3010");
        Assert.Contains("OSFP-QSFP-ADAPTER", Assert.Single(QsfpInOsfp(f => f.Accept("CDL3010", "OSFP-QSFP-ADAPTER, in stock")).Says().Waivers).Finding.Message);
    }

    // The published designs that cannot work.

    [Fact]
    public void A_single_mode_module_of_slow_lanes_against_a_fast_multimode_one_is_found_in_all_it_is_wrong()
    {
        // Published as "InfiniBand" on an Ethernet switch, which does not compile: `.InfiniBand(…).Leaves(Switches.Sn5600)`.
        var plan = Qsfp(l => l.Optics(Sr4, Optics.Qsfp28Psm4));
        Assert.Subset(new HashSet<string>(plan.Findings.Select(f => f.Rule)), new HashSet<string> { "CDL3002", "CDL3004" });
    }

    [Theory]
    [InlineData(30)] // 60 m
    [InlineData(60)]
    public void Multimode_at_100_Gb_s_a_lane_does_not_go_60_to_120_m(int racks) =>
        Qsfp(l => l.Optics(Sr4, Sr4), racks).Says("CDL3007").Naming("MMA1Z00-NS400 on OM4", "50 m");

    [Fact]
    public void An_angled_cord_and_a_trunk_of_type_B_over_one_panel_leave_transmitters_to_transmitters() =>
        Through(Cables.Mpo12TrunkOm4, panels: 1).Says("CDL3020").Naming("2 type-B cables");

    // Small clusters of one link each.

    /// <summary>Nodes in one rack, and their leaf so many racks of two metres further.</summary>
    static Plan Ethernet(NodeModel node, EthernetSwitch leaf, int gbps, Action<LinkChoice>? links, int racks = 1, Action<EthernetFabric>? more = null, Action<Hall>? hall = null) => Cluster.Named("c").Site("dc", s =>
    {
        s.Hall("h", hall ?? (h => h.Racks(rows: 1, perRow: 100).Pitch(2.Metres(), 3.Metres())));
        s.Nodes("node", node, count: 2, n => n.PerRack(2));
        if (racks > 1) s.Nodes("between", new NodeModel("FILLER", 0, new Ports("none", 1, Cage.Rj45, 1.Gbps())) { Kind = "appliance", Height = 2 }, racks - 1, n => n.PerRack(1).Accept("CDL1120", "they fill racks"));
        s.Fabric("net", f =>
        {
            var net = f.Ethernet(gbps.Gbps()).Connect("node", links: links).Leaves(leaf);
            more?.Invoke(net);
        });
    }).Plan;

    static Plan Subnet(NodeModel node, InfiniBandSwitch leaf, InfiniBand speed, Action<LinkChoice>? links, Action<Hall>? hall = null, int nodes = 2) => Cluster.Named("c").Site("dc", s =>
    {
        if (hall is not null) s.Hall("h", hall);
        s.Nodes("node", node, nodes).Fabric("net", f => f.InfiniBand(speed).Connect("node", links: links).Leaves(leaf));
    }).Plan;

    /// <summary>Racks so low and so near that copper reaches from one to the next.</summary>
    static void Low(Hall hall) => hall.Racks(rows: 1, perRow: 20).Pitch(0.6.Metres(), 2.Metres()).RackUnits(10).Tray(0.Metres()).Slack(0.5.Metres());

    static Plan Qsfp(Action<LinkChoice> links, int racks = 1) => Ethernet(Small.Node, Small.Switch, 400, links, racks);

    static Plan QsfpInDd(Action<LinkChoice> links) => Ethernet(
        new NodeModel("HDR", 4, new Ports("hca", 4, Cage.Qsfp56, 200.Gbps())),
        new EthernetSwitch("DD", new Ports("port", 32, Cage.QsfpDd, 200.Gbps())), 200, links);

    static Plan QsfpInOsfp(Action<EthernetFabric>? more = null) => Ethernet(Small.Node,
        new EthernetSwitch("OSFP-SWITCH", new Ports("port", 32, Cage.OsfpIhs, 400.Gbps())), 400, l => l.Optics(Dr4, Optics.Qsfp112400Dr4), more: more);

    static Plan Dgx(Action<LinkChoice> links) => Subnet(Nodes.DgxH100, Switches.Qm9700, InfiniBand.Ndr, links);

    static Plan Osfp(Action<LinkChoice> links) => Subnet(
        new NodeModel("HGX", 8, new Ports("osfp", 8, Cage.OsfpRhs, 400.Gbps())) { Height = 4 }, Switches.Qm9700, InfiniBand.Ndr, links, Low);

    static Plan Xdr(Action<LinkChoice> links) => Subnet(Hca800, Switches.Q3400, InfiniBand.Xdr, links);

    static Plan Uplinks(Action<LinkChoice> links) => Cluster.Named("c").Site("dc", s => s.Nodes("node", Small.Node, 32)
        .Fabric("net", f => f.Ethernet(400.Gbps()).NonBlocking().Connect("node")
            .Leaves(Switches.Sn5600, count: 2, uplinkSpeed: 800.Gbps()).Spines(Switches.Sn5600, count: 2, links: links))).Plan;

    /// <summary>200G nodes on the legs of splitters.</summary>
    static Plan Split(Action<LinkChoice> links, int racks = 1) => Ethernet(
        new NodeModel("NDR200", 2, new Ports("hca", 2, Cage.Qsfp112, 200.Gbps()) { Modes = Seq.Of(new PortMode(1, 200.Gbps(), 2, Lane.Pam4x100)) }),
        Switches.Sn5600, 200, links, racks);

    static Plan Twin500(int racks) => Ethernet(Small.Node, Switches.Sn5600, 400, l => l.Optics(lower: Dr4, upper: Optics.Mms4x00Nm), racks);

    static Plan Short(Optic optic) => Ethernet(Small.Node, Small.Switch, 400,
        l => l.Optics(optic, optic).Cable((optic.Medium == Medium.Smf ? Cables.Mfp7e30 : Cables.Mfp7e10) with { Lengths = Seq.Of(1.Metres(), 3.Metres()) }),
        hall: h => h.Pitch(0.3.Metres(), 1.Metres()).RackUnits(4).Tray(0.Metres()).Slack(0.Metres()));

    static Plan Copper(CableKind kind, int longest, int racks = 1) => Ethernet(Small.Node, Small.Switch, 400,
        l => l.Cable(Twinax(kind, 400, Lane.Pam4x100, "QSFP112", "QSFP112", longest)), racks,
        hall: h => h.Racks(rows: 1, perRow: 20).Pitch(0.6.Metres(), 2.Metres()).Slack(0.5.Metres()));

    static CableFamily Twinax(CableKind kind, int gbps, Lane lane, string trunk, string leg, int longest) =>
        new($"{kind}".ToUpperInvariant(), kind, Medium.Copper, trunk, leg, 1, Seq.Of(gbps), lane, Seq.Of(1.Metres(), longest.Metres()), "copper");

    static Plan Through(CableFamily trunk, int panels = 2, AdapterKey key = AdapterKey.Opposed) =>
        Qsfp(l => l.Through(trunk, panels, key), racks: trunk.Medium == Medium.Smf ? 20 : 10);

    static Optic Multimode(Optic optic) => optic with { Id = $"MM-{optic.Id}", Medium = Medium.Mmf };
    static Optic Wide(Optic optic) => optic with { Id = "WIDE", Speeds = Seq.Of(800, 400) };
    static Optic Flat(Optic optic) => optic with { Id = "FLAT", Connector = "MPO-12 UPC" };

    /// <summary>A unit lacks a node, and two managers take its place: in full leaves beside the last node, in others in a cage of their own.</summary>
    static Plan Managers(int unit) => Cluster.Named("c").Site("dc", s => s
        .Nodes("dgx", Nodes.DgxH100, 2 * unit - 1, n => n.ScalableUnits(unit).PerRack(4)).Nodes("ufm", Nodes.UfmAppliance, 2)
        .Fabric("net", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().Connect("dgx").Connect("ufm").Leaves(Switches.Qm9700).Spines(Switches.Qm9700))).Plan;

    static Plan Managed(InfiniBandSwitch model) => Subnet(Nodes.DgxH100, model, InfiniBand.Ndr, null);

    /// <summary>Nodes of 100G on the legs of an InfiniBand switch.</summary>
    static Plan Legs(Cage cage, Optic optic) => Subnet(new NodeModel("HCA", 1, new Ports("hca", 1, cage, 100.Gbps()) { Modes = Seq.Of(new PortMode(1, 100.Gbps(), 1, Lane.Pam4x100)) }),
        new InfiniBandSwitch("SWITCH", new Ports("port", 32, Cage.OsfpIhs, 400.Gbps(), split: 2) { Modes = Seq.Of(new PortMode(8, 100.Gbps(), 1, Lane.Pam4x100, Legs: 4)) }),
        InfiniBand.Ndr, l => l.Optics(optic with { InfiniBand = true }, Twin), nodes: 4);

    static Plan Pairs(double rack) => Cluster.Named("c").Site("dc", s => s
        .Hall("h", h => h.Racks(rows: 1, perRow: 30).Pitch(rack.Metres(), 3.Metres()))
        .Nodes("node", new NodeModel("ONE", 1, new Ports("nic", 1, Cage.Qsfp112, 400.Gbps())), 8, n => n.PerRack(1))
        .Fabric("net", f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Switches.Sn5600))).PlanUnder(Thresholds.Default with { MaxLengthDifferenceMm = 2_000 });

    /// <summary>A switch of 900 W with 64 modules of 4 W and two supplies, one of which it can lose.</summary>
    static Plan Fed(int watts) => Ethernet(new NodeModel("NODE", 32, new Ports("nic", 32, Cage.Qsfp112, 400.Gbps())),
        new EthernetSwitch("FED", new Ports("port", 64, Cage.Qsfp112, 400.Gbps()))
        { EmptyPower = 900.Watts(), SupplyPower = watts.Watts(), PowerSupplies = 2, SparePowerSupplies = 1 }, 400, l => l.Optics(Sr4, Sr4 with { Id = "FOUR-WATTS", PowerW = 4 }));

    static Plan InRacks(int kilowatts) => Cluster.Named("c").Site("dc", s => s.Hall("h", h => h.RackPower(kilowatts.Kilowatts())).Nodes("dgx", Nodes.DgxH100, 64, n => n.PerRack(4).ScalableUnits(32))
        .Fabric("net", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().Connect("dgx").Leaves(Switches.Qm9700).Spines(Switches.Qm9700))).Plan;

    /// <summary>Ports of 100G, eight to a cage, on one leaf whose chip runs 320.</summary>
    static Plan Cut(int nodes) => Cluster.Named("c").Site("dc", s => s
        .Nodes("node", new NodeModel("SLOW", 1, new Ports("nic", 1, Cage.Sfp112, 100.Gbps())), nodes)
        .Fabric("net", f => f.Ethernet(100.Gbps()).Connect("node").Leaves(Switches.Ais800D, count: 1))).Plan;

    static Plan Tapered(int uplinks = 32, int? spines = null) => Small.Plan(instead: f => f.Ethernet(400.Gbps()).RailOptimized().NonBlocking().Connect("node")
        .Leaves(new EthernetSwitch("LEAF", new Ports("port", 64, Cage.Qsfp112, 400.Gbps())), uplinks: uplinks).Spines(Small.Switch, count: spines), unit: 32);

    static Plan Hot(Cage cage) => Ethernet(
        new NodeModel("EDGE", 0, new Ports("port", 4, cage, 400.Gbps())), new EthernetSwitch("DCI", new Ports("port", 32, cage, 400.Gbps())), 400,
        l => l.Optics(Optics.QsfpDd400Zr, Optics.QsfpDd400Zr));
}
