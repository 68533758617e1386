namespace ClusterDsl;

/// <summary>Nodes and appliances of the catalogue.</summary>
public static class Nodes
{
    static readonly Seq<PortMode> Cx7Qsfp112 = Seq.Of(
        new PortMode(1, 400.Gbps(), 4, Lane.Pam4x100),
        new PortMode(1, 200.Gbps(), 2, Lane.Pam4x100),
        new PortMode(1, 200.Gbps(), 4, Lane.Pam4x50),
        new PortMode(1, 100.Gbps(), 4, Lane.Nrz25));

    static readonly Seq<PortMode> Cx6Qsfp56 = Seq.Of(
        new PortMode(1, 200.Gbps(), 4, Lane.Pam4x50),
        new PortMode(1, 100.Gbps(), 4, Lane.Nrz25));

    static readonly Seq<RolePorts> DgxRoles = Seq.Of(
        new RolePorts(Role.Compute, "osfp", 0, 1, 8),
        // Two dual-port adapters: each network takes one port of each, so that a lost adapter leaves both networks up.
        new RolePorts(Role.Storage, "slot", 0, 2, 2),
        new RolePorts(Role.InBand, "slot", 1, 2, 2),
        new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1));

    /// <summary>NVIDIA DGX A100 640GB: 8 GPUs, 8 × 200G.</summary>
    public static NodeModel DgxA100 { get; } = new("DGX-A100", 8,
        new Ports("qsfp", 8, Cage.Qsfp56, 200.Gbps()) { Modes = Cx6Qsfp56 },
        new Ports("slot", 4, Cage.Qsfp56, 200.Gbps()) { Modes = Cx6Qsfp56 }, Bmc())
    {
        Height = 6, Power = 6.5.Kilowatts(), Description = "NVIDIA DGX A100 640GB", Source = "NetBox device-type library; cages recalled",
        Roles = Seq.Of(new RolePorts(Role.Compute, "qsfp", 0, 1, 8), DgxRoles[1], DgxRoles[2], DgxRoles[3]),
    };

    /// <summary>NVIDIA DGX H100: 8 GPUs, 8 × 400G in four twin-port OSFP cages.</summary>
    public static NodeModel DgxH100 { get; } = new("DGX-H100", 8, TwinOsfp(), Slots(), Bmc())
    {
        Height = 8, Power = 10.2.Kilowatts(), Description = "NVIDIA DGX H100", Roles = DgxRoles,
        PriceUsd = "199000", PriceSource = "sc-blog, base list price, weak source",
        Source = "docs.nvidia.com DGX H100 user guide and BasePOD RA; flat-top requirement of the OSFP cages recalled",
    };

    /// <summary>NVIDIA DGX B200: 8 GPUs, 8 × 400G in four twin-port OSFP cages.</summary>
    public static NodeModel DgxB200 { get; } = new("DGX-B200", 8, TwinOsfp(), Slots(), Bmc())
    {
        Height = 10, Power = 14.3.Kilowatts(), Description = "NVIDIA DGX B200", Roles = DgxRoles,
        Source = "docs.nvidia.com DGX B200 user guide; port order taken from DGX H100",
    };

    /// <summary>NVIDIA DGX B300: 8 GPUs, 8 × 800G, each port also as two of 400G for two planes.</summary>
    public static NodeModel DgxB300 { get; } = new("DGX-B300", 8,
        new Ports("osfp", 8, Cage.OsfpRhs, 400.Gbps(), split: 2) { PortName = "OSFP{c}P{s}" }, Slots(), Bmc())
    {
        Height = 10, Power = 14.5.Kilowatts(), Description = "NVIDIA DGX B300",
        Roles = Seq.Of(new RolePorts(Role.Compute, "osfp", 0, 1, 16), DgxRoles[1], DgxRoles[2], DgxRoles[3]),
        Source = "docs.nvidia.com DGX SuperPOD B300 RA; power 14 to 15 kW by source",
    };

    /// <summary>NVIDIA UFM appliance: two 200G ports, and two that serve no role and can join a pair. Cage and power recalled.</summary>
    public static NodeModel UfmAppliance { get; } = new("UFM-APPLIANCE", 0,
        new Ports("hca", 2, Cage.Qsfp112, 200.Gbps()) { Modes = Seq.Of(Cx7Qsfp112[1], Cx7Qsfp112[2]) },
        new Ports("eth", 2, Cage.Rj45, 1.Gbps()), Bmc())
    {
        Kind = "appliance", Power = 800.Watts(), Description = "NVIDIA UFM appliance (ports and power recalled)",
        Roles = Seq.Of(new RolePorts(Role.Compute, "hca", 0, 1, 2), new RolePorts(Role.Storage, "hca", 0, 1, 2),
            new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1)),
        Source = "DGX H100 SuperPOD RA-11333-001 V11 tables 7 and 8 for the links; the rest recalled",
    };

    /// <summary>An all-flash storage appliance with eight 200G ports (DDN AI400X2 class). Recalled.</summary>
    public static NodeModel StorageAppliance { get; } = new("STORAGE-8X200G", 0,
        new Ports("hdr", 8, Cage.Qsfp56, 200.Gbps()) { Modes = Cx6Qsfp56 }, Bmc())
    {
        Kind = "storage", Height = 2, Power = 2.5.Kilowatts(), Description = "Storage appliance, 8x200G QSFP56 (DDN AI400X2 class, recalled)",
        Roles = Seq.Of(new RolePorts(Role.Storage, "hdr", 0, 1, 8), new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1)),
        Source = "recalled",
    };

    /// <summary>A management server with two 100G ports. An assumption: replace it per site.</summary>
    public static NodeModel ManagementServer { get; } = new("MGMT-1U", 0,
        new Ports("eth", 2, Cage.Qsfp56, 100.Gbps()) { Modes = Seq.Of(Cx6Qsfp56[1]) }, Bmc())
    {
        Kind = "server", Power = 800.Watts(), Description = "Management server, 1U (assumption)",
        Roles = Seq.Of(new RolePorts(Role.InBand, "eth", 0, 1, 2), new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1)),
        Source = "assumption",
    };

    /// <summary>A rack PDU with a management port, mounted beside the units.</summary>
    public static NodeModel RackPdu { get; } = new("RACK-PDU", 0, new Ports("eth", 1, Cage.Rj45, 1.Gbps()) { PortName = "eth0" })
    {
        Kind = "pdu", Height = 0, Description = "Rack PDU, 0U", Source = "assumption",
        Roles = Seq.Of(new RolePorts(Role.OutOfBand, "eth", 0, 1, 1)),
    };

    /// <summary>Equipment outside the plan that 100G links are handed over to; not bought, not placed.</summary>
    public static NodeModel External100G { get; } = new("EXTERNAL-100G", 0, new Ports("port", 2, Cage.Qsfp28, 100.Gbps()))
    {
        Kind = "external", Height = 0, Description = "Existing equipment, 2x100G", Source = "outside the plan",
        Roles = Seq.Of(new RolePorts(Role.InBand, "port", 0, 1, 2)),
    };

    // GPU 0 to 7 by cage and port, from the DGX H100 user guide: OSFP4P2, 3P2, 3P1, 4P1, 1P2, 2P2, 2P1, 1P1.
    static Ports TwinOsfp() => new("osfp", 4, Cage.OsfpRhs, 400.Gbps(), split: 2)
    {
        PortName = "OSFP{c}P{s}", Order = Seq.Of(7, 5, 4, 6, 1, 3, 2, 0),
    };

    static Ports Slots() => new("slot", 4, Cage.Qsfp112, 400.Gbps()) { Modes = Cx7Qsfp112, PortName = "SLOT{c}" };

    static Ports Bmc() => new("bmc", 1, Cage.Rj45, 1.Gbps()) { PortName = "bmc" };
}
