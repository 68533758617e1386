namespace ClusterDsl.Tests;

/// <summary>Models of the author's own that cannot be: one finding that names the model and what is wrong, and no plan of the fabric.</summary>
public sealed class ModelsTests
{
    static readonly PortMode Mode = new(1, 400.Gbps(), 4, Lane.Pam4x100);

    static Ports Bank(int cages = 4, PortMode? mode = null, string name = "nic", Cage? cage = null) =>
        new(name, cages, cage ?? Cage.Qsfp112, 400.Gbps()) { Modes = Seq.Of(mode ?? Mode) };

    public static TheoryData<NodeModel, string> Impossible => new()
    {
        { new("", 4, Bank()), "the part number is empty" },
        { new(null!, 4, Bank()), "the part number is empty" },
        { new("X", -1, Bank()), "the number of GPUs must be 0 to 1,024" },
        { new("X", int.MaxValue, Bank()), "the number of GPUs must be 0 to 1,024" },
        { new("X", 4, Bank()) { Height = -1 }, "the height is -1 U; it must be 0 to 60" },
        { new("X", 4, Bank()) { Height = int.MaxValue }, "it must be 0 to 60" },
        { new("X", 4, Bank()) { Power = (-5).Watts() }, "the power is -5 W" },
        { new("X", 4, Bank()) { Weight = (-1).Kilograms() }, "the weight is -1 kg" },
        { new("X", 4, Bank()) { Weight = 11_000.Kilograms() }, "it must be 0 to 10,000 kg" },
        { new("X", 4, Bank()) { PowerSupplies = 2, SparePowerSupplies = 2 }, "2 of its 2 power supplies are spare" },
        { new("X", 4, Bank()) { SparePowerSupplies = 1 }, "1 of its 0 power supplies are spare" },
        { new("X", 4, Bank()) { PowerSupplies = 65 }, "it must have 0 to 64" },
        { new("X", 4, Bank(), Bank()), "its banks of ports need different names" },
        { new("X", 4, Bank(cages: 0)), "bank `nic` has 0 cages; it must have 1 to 1,024" },
        { new("X", 4, Bank(cages: int.MaxValue)), "bank `nic` has 2,147,483,647 cages" },
        { new("X", 4, new Ports("nic", 4, null!, 400.Gbps())), "bank `nic` has no kind of cage" },
        { new("X", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps()) { Modes = Seq<PortMode>.Empty }), "bank `nic` has a mode that cannot be" },
        { new("X", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps(), split: 0)), "bank `nic` has a mode that cannot be" },
        { new("X", 4, Bank(mode: Mode with { Split = -4 })), "bank `nic` has a mode that cannot be" },
        { new("X", 4, Bank(mode: Mode with { Split = 4, Legs = 3 })), "legs that divide the ports" },
        { new("X", 4, Bank(mode: Mode with { Split = 2 })), "bank `nic` cannot run 2 × 400G: it takes 8 lanes, a QSFP112 cage has 4" },
        { new("X", 4, Bank(mode: Mode with { Lanes = 2, Lane = Lane.Pam4x200 })), "its lanes are faster than those of a QSFP112 cage" },
        { new("X", 4, Bank(mode: Mode with { Lanes = 2 })), "2 lanes of 100G carry less" },
        { new("X", 4, Bank(mode: Mode with { Cages = Seq.Of(1, 5) })), "it names cages beyond 1 to 4" },
        { new("X", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps()) { PortName = "eth" }), "bank `nic` gives several ports one name" },
        { new("X", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps()) { Groups = new CageGroups(Seq<int>.Empty, 4) }), "groups of cages that cannot be" },
        { new("X", 4, Bank(mode: Mode with { Speed = 0.Gbps() })), "bank `nic` has a mode that cannot be" },
        { new("X", 4, Bank(mode: Mode with { Speed = int.MaxValue.Gbps() })), "1 to 1,600 Gb/s" },
    };

    [Theory, MemberData(nameof(Impossible))]
    public void A_model_that_cannot_be_is_one_finding(NodeModel model, string why) => Small.Plan(model: model).Says("CDL1003").Naming(why);

    public static TheoryData<NodeModel, string> Malformed => new()
    {
        { new("X", 4, [null!]), "bank" },
        { new("X", 4, null!), "role" },
        { new("X", 4, Bank() , Bank(name: "")), "name" },
        { new("X", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps()) { Modes = null! }), "mode" },
        { new("X", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps()) { Modes = Seq.Of(new PortMode[] { null! }) }), "mode" },
        { new("X", 4, Bank(mode: Mode with { Cages = null! })), "mode" },
        { new("X", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps()) { PortName = null! }), "name" },
        { new("X", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps()) { Order = Seq.Of(0, 1) }), "order" },
        { new("X", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps()) { Order = Seq.Of(0, 1, 2, 2) }), "order" },
        { new("X", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps()) { Order = null! }), "order" },
        { new("X", 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps()) { FirstCage = int.MaxValue }), "cage" },
        { new("X", 4, Bank()) { Description = null! }, "description" },
        { new("X", 4, Bank()) { Source = null! }, "source" },
        { new("X", 4, Bank()) { Recalled = null! }, "source" },
        { new("X", 4, Bank()) { Kind = null! }, "kind" },
        { new("X", 4, Bank()) { Roles = null! }, "role" },
        { new("X", 4, Bank()) { Roles = Seq.Of(new RolePorts[] { null! }) }, "role" },
        { new("X", 4, Bank()) { Roles = Seq.Of(new RolePorts(Role.Compute, null!, 0, 1, 4)) }, "Compute" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void A_model_with_parts_missing_is_one_finding(NodeModel model, string why) => Assert.Contains(why, Assert.Single(Small.Plan(model: model).Findings).Message);

    public static TheoryData<RolePorts> ImpossibleRoles => new()
    {
        new RolePorts(Role.Compute, "absent", 0, 1, 4), new RolePorts(Role.Compute, "nic", 0, 1, 5), new RolePorts(Role.Compute, "nic", 4, 1, 1),
        new RolePorts(Role.Compute, "nic", -1, 1, 4), new RolePorts(Role.Compute, "nic", 0, 0, 4), new RolePorts(Role.Compute, "nic", 0, 1, 0),
        new RolePorts(Role.Compute, "nic", 0, int.MaxValue, int.MaxValue),
    };

    [Theory, MemberData(nameof(ImpossibleRoles))]
    public void A_role_without_its_ports_is_an_unknown_role(RolePorts ports) =>
        Small.Plan(model: new("X", 4, Bank()) { Roles = Seq.Of(ports) }).Says("CDL1004").Naming("X", "`Compute`");

    [Theory, MemberData(nameof(ImpossibleRoles))]
    public void A_role_without_its_ports_does_no_harm_beside_one_that_has_them(RolePorts ports)
    {
        var model = new NodeModel("X", 4, Bank(cages: 8)) { Roles = Seq.Of(ports, new RolePorts(Role.Storage, "nic", 0, 1, 4)) };
        foreach (var planes in new[] { 1, 2 })
            Assert.DoesNotContain(Small.Plan(model: model, instead: f => f.Ethernet(400.Gbps()).RailOptimized().Planes(planes).Connect("node", Role.Storage).Leaves(Small.Switch).Spines(Small.Switch)).Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void A_switch_that_cannot_be_is_one_finding()
    {
        var none = new EthernetSwitch("NONE", Bank(cages: 0));
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).Connect("node").Leaves(none).Spines(Small.Switch)).Says("CDL1003").Naming("NONE", "0 cages");
        Small.Plan(spines: f => f.Spines(none)).Says("CDL1003").Naming("NONE", "0 cages");
        Small.Plan(more: f => f.Cores(none)).Says("CDL1003").Naming("NONE", "0 cages");
    }

    [Fact]
    public void A_switch_with_more_ports_than_its_chip_runs_is_one_finding()
    {
        var small = new EthernetSwitch("SMALL", Bank(cages: 64)) { LogicalPorts = 32 };
        Small.Plan(spines: f => f.Spines(small)).Says("CDL1003").Naming("SMALL", "64 ports as delivered", "its chip runs 32");
    }

    [Fact]
    public void A_switch_without_ports_has_no_speed_to_connect_with() =>
        Small.Plan(instead: f => f.Ethernet(400.Gbps()).Connect("node").Leaves(new EthernetSwitch("BARE")).Spines(Small.Switch))
            .Says("CDL1108").Naming("BARE");

    [Fact]
    public void A_node_without_ports_has_no_role() => Small.Plan(model: new NodeModel("BARE", 4)).Says("CDL1004").Naming("BARE", "`Compute`");

    [Fact]
    public void Two_models_of_one_part_number_are_one_finding() =>
        Small.Plan(also: s => s.Nodes("other", new NodeModel("NODE", 8, Bank(cages: 8)), 4, n => n.Accept("CDL1120", "not cabled yet"))).Says("CDL1001").Naming("NODE");
}
