namespace ClusterDsl.Analyzers.Tests;

/// <summary>
/// Each rule underlines the call, or the argument, that breaks the design, and nothing else is underlined. The neighbour is the
/// published design, which is clean, and one step to the legal side.
/// </summary>
public class DesignRuleTests
{
    const string Racks = ".Racks(rows: 4, perRow: 12)";
    const string PerRack = ".PerRack(4)";
    const string Leaves = ".Leaves(Switches.Qm9700)";
    const string Spines = ".Spines(Switches.Qm9700)";
    const string Connect = ".Connect(\"dgx\", Role.Compute)";
    const string NonBlocking = ".NonBlocking()";
    const string Fabric = ".Fabric(\"compute\"";

    static Task With(params (string Old, string New)[] changes) =>
        Verify.Diagnostics(changes.Aggregate(Samples.SuperPod, (text, change) =>
        {
            Assert.Contains(change.Old, text);
            return text.Replace(change.Old, change.New);
        }));

    [Fact]
    public Task The_published_design_is_clean() => With();

    [Fact]
    public Task CDL1001_duplicate_name() => With((Fabric, """.Nodes({|CDL1001:"DGX"|}, Nodes.DgxH100, count: 1)""" + Fabric));

    [Fact]
    public Task CDL1002_illegal_name() => With(("Cluster.Named(\"superpod\")", "Cluster.Named({|CDL1002:\"super pod\"|})"));

    [Fact]
    public Task CDL1002_in_a_named_argument() => With(("Cluster.Named(\"superpod\")", "Cluster.Named({|CDL1002:name: \"../x\"|})"));

    [Fact]
    public Task CDL1003_value_out_of_range() => With((".PerRack(4)", ".PerRack({|CDL1003:0|})"));

    [Theory]
    [InlineData("Cluster.Named(\"superpod\")", "Cluster.Named({|CDL1002:null!|})")]
    [InlineData("Cluster.Named(\"superpod\")", "Cluster.Named({|CDL1002:name: (\"super pod\")|})")]
    [InlineData(PerRack, ".PerRack({|CDL1003:((0))|})")]
    [InlineData(Spines, ".Spines({|CDL1003:null!|})")]
    public Task An_argument_is_underlined_whole_also_in_parentheses_and_where_it_is_null(string old, string marked) => With((old, marked));

    [Fact]
    public Task CDL1004_unknown_name() => With((Connect, ".Connect({|CDL1004:\"dgxx\"|}, Role.Compute)"));

    [Fact]
    public Task CDL1005_incomplete_fabric() => With((Spines, ""), (Fabric, ".Fabric({|CDL1005:\"compute\"|}"));

    [Fact]
    public Task CDL1006_said_twice() => With((NonBlocking, NonBlocking + ".{|CDL1006:Oversubscribed(2)|}"));

    [Fact]
    public Task CDL1105_rail_not_aligned() => With((NonBlocking, ".NonBlocking().Planes({|CDL1105:3|})"));

    [Fact]
    public Task CDL1105_is_silent_where_the_planes_divide_the_ports() => With((NonBlocking, ".NonBlocking().Planes(2)"));

    [Fact]
    public Task CDL1101_too_few_ports() => With((Spines, ".Spines(Switches.Qm9700, {|CDL1101:count: 8|})"));

    [Fact]
    public Task CDL1101_is_silent_where_the_spines_have_the_ports() => With((Spines, ".Spines(Switches.Qm9700, count: 32)"));

    [Fact]
    public Task CDL1103_uneven_uplinks() => With((Spines, ".Spines(Switches.Qm9700, {|CDL1103:count: 24|})"));

    [Fact]
    public Task CDL1103_without_a_name() => With((Spines, ".Spines(Switches.Qm9700, {|CDL1103:24|})"));

    [Fact]
    public Task CDL1102_port_used_twice_at_both_ends_and_CDL2102_on_the_rail_that_carries_more() => With((NonBlocking, ".NonBlocking().{|CDL1102:{|CDL2102:Link(PortRef.Node(\"dgx\", 1, 1), PortRef.Switch(Tier.Leaf, 1, 1))|}|}"));

    [Fact]
    public Task CDL1104_leaf_misses_spines() => With((Leaves, ".Leaves(Switches.Qm9700, uplinks: 8)"), (NonBlocking, ".Oversubscribed(4)"),
        (Spines, ".Spines(Switches.Qm9700, {|CDL1104:count: 16|})"));

    [Fact]
    public Task CDL1107_dead_tier() => With(("32 * Units - 1", "4"), (".ScalableUnits(of: 32)", ""), (".RailOptimized()", ""),
        (Leaves, ".Leaves(Switches.Qm9700, count: 1, leaves: l => l.SingleHomed())"), (Spines, ".Spines(Switches.Qm9700, {|CDL1107:count: 2|})"));

    /// <summary>Nodes with one port each on leaves alone, in place of the fabric of the sample.</summary>
    static Task Ports(string model, int count, string fabric, string more = "") => Verify.Diagnostics($$"""
        using ClusterDsl;

        [Cluster]
        public static partial class Small
        {
            static readonly NodeModel Slow = new("SLOW", 1, new Ports("nic", 1, Cage.Sfp112, 100.Gbps()));
            static readonly NodeModel Fast = new("FAST", 1, new Ports("nic", 1, Cage.Qsfp112, 400.Gbps()));
            static readonly NodeModel Half = new("HALF", 1,
                new Ports("nic", 1, Cage.Qsfp112, 200.Gbps()) { Modes = Seq.Of(new PortMode(1, 200.Gbps(), 2, Lane.Pam4x100)) });

            static readonly Seq<PortMode> InTwo = Seq.Of(new PortMode(1, 800.Gbps(), 8, Lane.Pam4x100), new PortMode(2, 400.Gbps(), 4, Lane.Pam4x100));
            static readonly EthernetSwitch Chip = new("CHIP", new Ports("eth", 64, Cage.OsfpIhs, 800.Gbps()) { Modes = InTwo }) { LogicalPorts = 100 };
            static readonly EthernetSwitch Left = new("LEFT", new Ports("eth", 64, Cage.OsfpIhs, 800.Gbps())
            {
                Modes = Seq.Of(InTwo[0], InTwo[1] with { Cages = Seq.Of(1, 2) }),
            });

            public static Cluster Define() => Cluster.Named("small").Site("dc", s => s
                .Nodes("node", {{model}}, count: {{count}}){{more}}
                .Fabric("net", f => f.{{fabric}}));
        }
        """);

    [Fact]
    public Task CDL1133_legs_lead_nowhere() => Ports("Half", 3, """Ethernet(200.Gbps()).Connect({|CDL1133:"node"|}).Leaves(Switches.Ais800O, count: 1)""");

    [Fact]
    public Task CDL1133_is_silent_where_every_leg_leads_somewhere() => Ports("Half", 4, """Ethernet(200.Gbps()).Connect("node").Leaves(Switches.Ais800O, count: 1)""");

    [Fact]
    public Task CDL1130_more_ports_than_the_chip_runs() => Ports("Fast", 101, """Ethernet(400.Gbps()).Connect("node").Leaves(Chip, {|CDL1130:count: 1|})""");

    [Fact]
    public Task CDL1130_is_silent_where_the_chip_runs_them() => Ports("Fast", 100, """Ethernet(400.Gbps()).Connect("node").Leaves(Chip, count: 1)""");

    [Fact]
    public Task CDL1131_cage_does_not_split_so() => Ports("Fast", 3, """
        Ethernet(400.Gbps()).Leaves(Left, leaves: l => l.Connect("node")).{|CDL1131:Link(PortRef.Node("spare", 1, 1), PortRef.Switch(Tier.Leaf, 1, 5))|}
        """, more: ".Nodes(\"spare\", Fast, count: 1)");

    [Fact]
    public Task CDL1131_is_silent_in_the_cages_that_do() => Ports("Fast", 3, """
        Ethernet(400.Gbps()).Leaves(Left, leaves: l => l.Connect("node")).Link(PortRef.Node("spare", 1, 1), PortRef.Switch(Tier.Leaf, 1, 4))
        """, more: ".Nodes(\"spare\", Fast, count: 1)");

    [Fact]
    public Task CDL1132_two_plugs_in_one_cage() => Ports("Fast", 6, """
        Ethernet(400.Gbps()).Connect("node").Leaves(Switches.Sn5600, count: 2)
            .Spines(Switches.Sn5600, count: 1, single: true, links: l => l.Optics({|CDL1132:lower: Optics.Mms4x00Ns|}, upper: Optics.Mms4x00Ns))
        """);

    [Fact]
    public Task CDL1132_is_silent_where_each_kind_fills_its_cages() => Ports("Fast", 8, """
        Ethernet(400.Gbps()).Connect("node").Leaves(Switches.Sn5600, count: 2)
            .Spines(Switches.Sn5600, count: 1, single: true, links: l => l.Optics(lower: Optics.Mms4x00Ns, upper: Optics.Mms4x00Ns))
        """);

    [Fact]
    public Task CDL1134_port_speaks_another_protocol() =>
        Ports("Nodes.SupermicroMi300X", 4, """InfiniBand(InfiniBand.Ndr).Connect({|CDL1134:"node"|}).Leaves(Switches.Qm9700)""");

    [Fact]
    public Task CDL1134_is_silent_where_the_ports_speak_either() =>
        Ports("Nodes.HgxH100", 4, """InfiniBand(InfiniBand.Ndr).Connect("node").Leaves(Switches.Qm9700)""");

    /// <summary>Four cells, or groups, of a unit each.</summary>
    static Task Cells(string topology, string spines = ".Spines(Switches.Qm9700, perCell: 8)") => With((".RailOptimized()", topology),
        (Leaves, ".Leaves(Switches.Qm9700, perCell: 8, uplinks: 16)"), (Spines, spines), (NonBlocking, ".Oversubscribed(2)"));

    static Task Routers(string topology, string routers = ".Routers(Switches.Qm9700)") =>
        With((Racks, ".Racks(rows: 8, perRow: 12)"), (".RailOptimized()", topology), (Leaves, routers), (Spines, ""));

    [Fact]
    public Task CDL1110_links_between_cells_uneven() => Cells(".DragonflyPlus(cells: 4, {|CDL1110:linksPerCellPair: 5|})");

    [Fact]
    public Task CDL1110_is_silent_where_the_spines_share_the_links() => Cells(".DragonflyPlus(cells: 4, linksPerCellPair: 24)");

    [Fact]
    public Task CDL1111_too_few_ports_between_cells() => Cells(".DragonflyPlus(cells: 4, {|CDL1111:linksPerCellPair: 200|})");

    [Fact]
    public Task CDL1112_uneven_within_a_cell() => Cells(".DragonflyPlus(cells: 4)", ".Spines(Switches.Qm9700, {|CDL1112:perCell: 6|})");

    [Fact]
    public Task CDL1113_groups_out_of_reach() => Routers(".Dragonfly({|CDL1113:groups: 10|})", ".Routers(Switches.Qm9700, perGroup: 8, globalLinks: 1)");

    [Fact]
    public Task CDL1114_fewer_cells_than_units() => Cells(".DragonflyPlus({|CDL1114:cells: 3|})");

    [Fact]
    public Task CDL1115_no_such_slim_fly() => Routers(".SlimFly({|CDL1115:q: 6|})");

    [Fact]
    public Task CDL1117_is_silent_where_the_links_carry_the_nodes() => Routers(".SlimFly(q: 11)");

    [Fact]
    public Task CDL1119_declared_for_another_topology() => Routers(".RailOptimized().{|CDL1119:SlimFly(q: 11)|}");

    [Fact]
    public Task CDL1106_single_spine() => With(("Units = 4", "Units = 1"),
        (Leaves, ".Leaves(Switches.Qm9700, uplinks: 8)"), (NonBlocking, ".Oversubscribed(4)"),
        (Spines, ".Spines(Switches.Qm9700, {|CDL1106:count: 1|})"));

    [Fact]
    public Task CDL1106_is_silent_where_one_spine_is_declared() => With(("Units = 4", "Units = 1"),
        (Leaves, ".Leaves(Switches.Qm9700, uplinks: 8)"), (NonBlocking, ".Oversubscribed(4)"),
        (Spines, ".Spines(Switches.Qm9700, count: 1, single: true)"));

    [Fact]
    public Task CDL1120_nodes_that_nothing_connects() => With((Fabric, """.Nodes({|CDL1120:"spare"|}, Nodes.DgxH100, count: 1)""" + Fabric));

    [Fact]
    public Task CDL1121_rail_only_nodes_that_cannot_relay() => With((".RailOptimized()", ".{|CDL1121:RailOnly()|}"), ("Nodes.DgxH100", """new NodeModel("SERVER", 0, new Ports("nic", 8, Cage.Qsfp112, 400.Gbps()))"""));

    [Fact]
    public Task CDL1121_is_silent_where_GPUs_relay() => With((".RailOptimized()", ".RailOnly()"));

    [Fact]
    public Task CDL1122_planes_joined() => With((NonBlocking, ".Oversubscribed(2).Planes(2).{|CDL1122:Link(PortRef.Switch(Tier.Leaf, 1, 64), PortRef.Switch(Tier.Spine, 16, 64))|}"),
        (Spines, ".Spines(Switches.Qm9700, count: 16)"));

    [Fact]
    public Task CDL1122_is_silent_within_a_plane() => With((NonBlocking, ".Oversubscribed(2).Planes(2).Link(PortRef.Switch(Tier.Leaf, 1, 64), PortRef.Switch(Tier.Spine, 8, 64))"),
        (Spines, ".Spines(Switches.Qm9700, count: 16)"));

    [Fact]
    public Task CDL2101_tier_oversubscribed() => With((Leaves, ".Leaves(Switches.Qm9700, {|CDL2101:uplinks: 16|})"));

    [Fact]
    public Task CDL2101_is_silent_where_it_is_declared() => With((Leaves, ".Leaves(Switches.Qm9700, uplinks: 16)"), (NonBlocking, ".Oversubscribed(2)"));

    [Fact]
    public Task CDL2101_is_not_reported_where_it_is_accepted() => With(
        (Leaves, ".Leaves(Switches.Qm9700, uplinks: 16)"),
        (".NonBlocking()))", ".NonBlocking())).Accept(\"CDL2101\", \"until phase two\")"));

    [Fact]
    public Task CDL2103_unusable_uplinks() => With(("32 * Units - 1", "8"), (".ScalableUnits(of: 32)", ".ScalableUnits(of: 8)"), 
        (Leaves, ".Leaves(Switches.Qm9700, {|CDL2103:uplinks: 32|})"), (Spines, ".Spines(Switches.Qm9700, count: 4)"));

    [Fact]
    public Task CDL2105_too_little_left_after_a_loss() => With((NonBlocking, ".NonBlocking().Survives(Loss.Spine, {|CDL2105:keeping: 95.Percent()|}).Survives(Loss.Link, 50.Percent())"));

    [Fact]
    public Task CDL2106_too_few_spare_ports() => With((NonBlocking, ".Oversubscribed(2).SparePorts({|CDL2106:5.Percent()|})"));

    [Fact]
    public Task CDL2106_is_silent_where_they_are_free() => With((Spines, ".Spines(Switches.Qm9700, count: 16)"), (NonBlocking, ".Oversubscribed(2).SparePorts(25.Percent())"));

    [Fact]
    public Task CDL2107_too_many_hops() => With((NonBlocking, ".NonBlocking().MaxHops({|CDL2107:3|})"));

    [Fact]
    public Task CDL2107_is_silent_where_they_are_as_many() => With((NonBlocking, ".NonBlocking().MaxHops(4)"));

    [Fact]
    public Task CDL2108_too_little_bandwidth_for_a_GPU() => With((NonBlocking, ".NonBlocking().PerGpu({|CDL2108:401.Gbps()|})"));

    [Fact]
    public Task CDL2108_is_silent_where_it_is_enough() => With((NonBlocking, ".NonBlocking().PerGpu(400.Gbps())"));

    [Fact]
    public Task CDL2109_requirement_that_cannot_be_judged() => Verify.Diagnostics(Samples.NoGpus.Replace("10.Gbps()", "{|CDL2109:10.Gbps()|}"));

    [Fact]
    public Task CDL2104_oversubscription_beyond_the_limit() => Verify.Under("clusterdsl.max_oversubscription = 2.0",
        Samples.SuperPod.Replace(Leaves, ".Leaves(Switches.Qm9700, {|CDL2104:uplinks: 8|})").Replace(NonBlocking, ".Oversubscribed(4)"));

    [Fact]
    public Task CDL3001_form_factor() => With((Connect, ".Connect(\"dgx\", Role.Compute, links: l => l.Optics({|CDL3001:Optics.Mma4z00Ns|}, Optics.Mma4z00Ns))"));

    [Fact]
    public Task CDL3002_medium() => With((Connect, ".Connect(\"dgx\", Role.Compute, links: l => l.Optics(Optics.Mma4z00NsFlt, Optics.Mma4z00Ns).Cable({|CDL3002:Cables.Mfp7e30|}))"));

    [Fact]
    public Task CDL3003_connector() => With((Connect, ".Connect(\"dgx\", Role.Compute, links: l => l.Optics(Optics.Mma4z00NsFlt, Optics.Mma4z00Ns).Cable({|CDL3003:Cables.Mpo12Upc|}))"));

    [Fact]
    public Task CDL3004_lane_rate() => With((Connect, """.Connect("dgx", Role.Storage, links: l => l.Optics({|CDL3004:Optics.Mma1t00Vs|}))"""), (".RailOptimized()", ""));

    [Fact]
    public Task CDL3004_is_silent_at_the_rate_of_the_port() => With((Connect, """.Connect("dgx", Role.Storage, links: l => l.Optics(Optics.Mma1z00Ns400))"""), (".RailOptimized()", ""));

    [Fact]
    public Task CDL3005_protocol() => With((Connect, """.Connect("dgx", Role.Compute, links: l => l.Optics({|CDL3005:upper: Optics.Mma4z00NsT|}))"""));

    [Fact]
    public Task CDL3005_is_silent_where_the_module_carries_both() => With((Connect, """.Connect("dgx", Role.Compute, links: l => l.Optics(upper: Optics.Mma4z00Ns))"""));

    [Fact]
    public Task CDL3008_no_media_known() => With(
        (Connect, """.Connect({|CDL3008:"dgx"|}, Role.Compute)"""),
        ("Nodes.DgxH100", """new NodeModel("XDR-NODE", 8, new Ports("osfp", 8, Cage.OsfpXd, 800.Gbps()))"""),
        ("InfiniBand.Ndr", "InfiniBand.Xdr"),
        (Leaves, """.Leaves(new InfiniBandSwitch("XDR-SWITCH", new Ports("osfp", 144, Cage.OsfpXd, 800.Gbps())))"""),
        (Spines, """.{|CDL3008:Spines(new InfiniBandSwitch("XDR-SPINE", new Ports("osfp", 144, Cage.OsfpXd, 800.Gbps())))|}"""));

    [Fact]
    public Task CDL3006_optical_standard() => With((Connect, ".Connect(\"dgx\", Role.Compute, links: l => l.Optics(Optics.Mms4x00NsFlt, {|CDL3006:Optics.Mms4x50Nm|}))"));

    [Fact]
    public Task CDL3007_reach() => With((Connect, """.Connect("dgx", Role.Compute, links: l => l.Cable({|CDL3007:new CableFamily("SHORT", CableKind.Fibre, Medium.Mmf, "MPO-12 APC", "MPO-12 APC", 1, Seq<int>.Empty, Lane.Pam4x200, Seq.Of(3.Metres()), "a short cord")|}))"""));

    [Fact]
    public Task CDL3007_blames_the_module_that_was_chosen() => With((Connect, """.Connect("dgx", Role.Compute, links: l => l.Optics({|CDL3007:new Optic("NEAR", "400G-SR4", "OSFP-RHS", 2, Seq.Of(400, 200), Lane.Pam4x100, Medium.Mmf, "MPO-12 APC", 3.Metres(), 17, true, "a near module")|}))"""));

    [Fact]
    public Task A_cable_of_the_wrong_shape_is_one_finding() => With((Connect, ".Connect(\"dgx\", Role.Compute, links: l => l.Cable({|CDL3003:Cables.Mcp7y00|}))"));

    [Fact]
    public Task CDL4001_rack_over_units() => With((".PerRack(4)", ".PerRack({|CDL4001:7|})"), ("44.Kilowatts()", "200.Kilowatts()"));

    [Fact]
    public Task CDL4002_rack_over_power() => With((".PerRack(4)", ".PerRack({|CDL4002:5|})"));

    [Fact]
    public Task CDL4003_hall_full() => With((Racks, ".{|CDL4003:Racks(rows: 1, perRow: 12)|}"));

    static Task Scheduled(string boxes) => With((".InfiniBand(InfiniBand.Ndr)", ".Scheduled(400.Gbps())"), (".RailOptimized()", ""),
        (Leaves, boxes), (Spines, ""), (NonBlocking, ""));

    [Fact]
    public Task CDL7201_fabric_links_not_equal() => Scheduled(".LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3, {|CDL7201:count: 6|})");

    [Fact]
    public Task CDL7202_speed_up_too_small() => Scheduled(".LineBoxes(Switches.Jericho3Ai, {|CDL7202:fabricLinks: 16|}).FabricBoxes(Switches.Ramon3)");

    [Fact]
    public Task CDL7203_system_too_large() => Scheduled(
        ".{|CDL7203:LineBoxes(new LineBox(\"BOX\", Switches.Jericho3Ai.Host, Switches.Jericho3Ai.Fabric) { SystemPorts = 64 })|}.FabricBoxes(Switches.Ramon3)");

    [Fact]
    public Task CDL7204_foreign_in_fabric() => Scheduled(
        ".LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3).{|CDL7204:Link(PortRef.Switch(Tier.Leaf, 1, 36), PortRef.Switch(Tier.Leaf, 2, 36))|}");

    [Fact]
    public Task CDL72_is_silent_where_a_scheduled_fabric_is_even() => Scheduled(".LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3, speedUp: 1.1)");

    [Fact]
    public Task CDL4002_limit_that_is_too_low_for_anything() => With(("RackPower(44.Kilowatts())", "{|CDL4002:RackPower(44.Watts())|}"));

    [Fact]
    public Task CDL4004_units_taken_twice() => With((Fabric, Management(".Placed(Place.At(4, 10, 1)).Accept(\"CDL1120\", \"cabled later\")") + """.Nodes("ufm", Nodes.UfmAppliance, 2, n => n.Placed({|CDL4004:Place.At(4, 10, 3)|}).Accept("CDL1120", "cabled later"))""" + Fabric));

    [Fact]
    public Task CDL4005_rack_over_its_weight() => With(("44.Kilowatts())", "44.Kilowatts()).RackWeight(500.Kilograms())"), ("PerRack(4)", "PerRack({|CDL4005:4|})"));

    [Fact]
    public Task CDL4006_rack_that_does_not_survive_the_loss_of_a_feed() => With(("44.Kilowatts())", "44.Kilowatts()).Feeds(2, each: 22.Kilowatts())"), ("PerRack(4)", "PerRack({|CDL4006:4|})"));

    [Fact]
    public Task CDL4007_no_place_where_it_was_placed() => With((Fabric, Management(".Placed({|CDL4007:Place.At(row: 5, rack: 1)|}).Accept(\"CDL1120\", \"cabled later\")") + Fabric));

    [Fact]
    public Task CDL4008_both_of_a_pair_in_one_rack() => With((Fabric, Management() + InBand("leaves: l => l.Placed({|CDL4008:Place.EndOfRow|})") + Fabric));

    [Fact]
    public Task CDL4008_is_silent_where_the_pairs_stand_apart() => With((Fabric, Management() + InBand("leaves: l => l.Placed(Place.EndOfRow.PairsApart())") + Fabric));

    [Fact]
    public Task CDL4009_no_tray_between_two_halls() =>
        With((Fabric, """.Hall("h2", h => h.Racks(2, 12))""" + Fabric), (Spines, ".{|CDL4009:Spines(Switches.Qm9700)|}.Placed(Tier.Spine, Place.Hall(\"h2\"))"));

    [Fact]
    public Task CDL4009_is_silent_where_a_tray_joins_them() =>
        With((Fabric, """.Hall("h2", h => h.Racks(2, 12)).Tray("h1", "h2", 10.Metres())""" + Fabric), (Spines, Spines + ".Placed(Tier.Spine, Place.Hall(\"h2\"))"));

    [Fact]
    public Task CDL4010_both_of_a_pair_on_one_feed() => With(("44.Kilowatts())", "44.Kilowatts()).Feeds(1, each: 44.Kilowatts())"), (Fabric, Management() + InBand("leaves: l => l.Placed({|CDL4010:{|CDL4008:Place.EndOfRow|}|})") + Fabric));

    [Fact]
    public Task CDL4011_liquid_cooled_device_in_an_air_cooled_rack() => With(("44.Kilowatts())", "44.Kilowatts()).Cooling(Cooling.Air)"), ("const int Units", Own("Cold", "Cooling = Cooling.Liquid") + "const int Units"),
        (Fabric, """.Nodes({|CDL1120:"cold"|}, {|CDL4011:Cold|}, 2)""" + Fabric));

    [Fact]
    public Task CDL4012_airflow_mixed_in_a_rack() => With(
        ("const int Units", "static readonly InfiniBandSwitch Reverse = new(\"REV\", Switches.Qm9700.Ports.ToArray()) { Airflow = Airflow.RearToFront }, Forward = new(\"FWD\", Switches.Qm9700.Ports.ToArray()) { Airflow = Airflow.FrontToRear }; const int Units"),
        (Leaves, ".Leaves(Forward, leaves: l => l.Placed(Place.EndOfRow))"), (Spines, ".Spines(Reverse).Placed(Tier.Spine, {|CDL4012:Place.EndOfRow|})"));

    [Fact]
    public Task CDL4014_label_too_long() =>
        With(("Cluster.Named(\"superpod\")", """Cluster.Named("superpod").Labels("{near.device}:{near.port}", {|CDL4014:longest: 10|})"""));

    [Fact]
    public Task CDL4015_label_not_unique() => With(("Cluster.Named(\"superpod\")", """Cluster.Named("superpod").Labels({|CDL4015:"{near.rack}-{near.u}"|})"""));

    [Fact]
    public Task CDL4015_is_silent_where_a_label_names_a_port() => With(("Cluster.Named(\"superpod\")", """Cluster.Named("superpod").Labels("{near.rack}-{near.u}:{near.port}")"""));

    [Fact]
    public Task CDL1003_field_that_no_label_has() => With(("Cluster.Named(\"superpod\")", """Cluster.Named("superpod").Labels({|CDL1003:"{near.rak}:{near.device}:{near.port}"|})"""));

    static string Management(string placed = "") => $".Nodes(\"mgmt\", Nodes.ManagementServer, 4{(placed.Length == 0 ? "" : ", n => n" + placed)})";

    static string Own(string name, string with) => $"static readonly NodeModel {name} = new(\"{name}\", 0, new Ports(\"nic\", 1, Cage.Qsfp112, 400.Gbps())) {{ {with} }}; ";

    static string InBand(string leaves) =>
        $".Fabric(\"inband\", f => f.Ethernet(100.Gbps()).Oversubscribed(12).Connect(\"mgmt\", Role.InBand).Leaves(Switches.Sn4600C, uplinks: 4, {leaves}).Spines(Switches.Sn4600C, count: 2))";

    [Fact]
    public Task CDL9001_waiver_without_a_finding() => With((NonBlocking, ".NonBlocking().{|CDL9001:Accept(\"CDL1106\", \"agreed\")|}"));

    [Fact]
    public Task CDL9001_is_silent_in_a_helper_where_one_of_the_clusters_needs_it() => Verify.Diagnostics("""
        [Cluster] static partial class C
        {
            static Cluster Small() => Pod("small", 8);
            static Cluster Large() => Pod("large", 64);
            static Cluster Pod(string name, int count) => Cluster.Named(name).Site("dc", s => s
                .Nodes("dgx", Nodes.DgxH100, count, n => n.ScalableUnits(of: 8))
                .Fabric("net", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().Connect("dgx").Leaves(Switches.Qm9700).Spines(Switches.Qm9700)
                    .Accept("CDL1106", "small ones have one spine")));
        }
        """);

    [Fact]
    public Task CDL9002_reason_to_do() => With((Leaves, ".Leaves(Switches.Qm9700, uplinks: 16)"), (NonBlocking, ".Accept(\"CDL2101\", {|CDL9002:\"TODO: why?\"|})"));

    [Fact]
    public void Every_design_rule_is_shown_here_or_among_the_faults_at_its_span()
    {
        var shown = typeof(DesignRuleTests).GetMethods().Select(m => m.Name).Concat(Fault.Rules).ToList();
        Assert.All(ClusterDsl.Rules.RuleSet.All, rule => Assert.Contains(shown, name => name.Contains(rule.Id)));
    }
}
