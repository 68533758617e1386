namespace ClusterDsl;

/// <summary>
/// Nodes and appliances of the catalogue. An adapter with two ports has two cages; both count. Scale-out, storage, in-band and
/// out-of-band ports are named by role, so that each fabric takes its own.
/// </summary>
public static partial class Nodes
{
    static Ports Bmc() => new("bmc", 1, Cage.Rj45, 1.Gbps()) { PortName = "bmc" };

    /// <summary>10GBASE-T ports of the mainboard.</summary>
    static Ports Lom(int cages) => new("lom", cages, Cage.Rj45, 10.Gbps());

    /// <summary>Two adapters of two ports: each network takes one port of each, so that a lost adapter leaves both networks up.</summary>
    static Seq<RolePorts> Roles(RolePorts compute, string host = "slot") => Seq.Of(
        compute,
        new RolePorts(Role.Storage, host, 0, 2, 2),
        new RolePorts(Role.InBand, host, 1, 2, 2),
        new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1));

    /// <summary>Two single ports: storage takes one, in-band the other.</summary>
    static Seq<RolePorts> RolesOfTwo(RolePorts compute, string host = "slot") => Seq.Of(
        compute,
        new RolePorts(Role.Storage, host, 0, 1, 1),
        new RolePorts(Role.InBand, host, 1, 1, 1),
        new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1));

    static Ports Slots(int cages = 4, Protocols speaks = Protocols.Either) =>
        new("slot", cages, Cage.Qsfp112, 400.Gbps()) { Modes = PortModes.Cx7Qsfp112, PortName = "SLOT{c}", Speaks = speaks };

    /// <summary>Eight adapters with a port of 400G in a QSFP112 cage each.</summary>
    static Ports Nics400(Protocols speaks = Protocols.Either) =>
        new("nic", 8, Cage.Qsfp112, 400.Gbps()) { Modes = PortModes.Cx7Qsfp112, Speaks = speaks };
}
