namespace ClusterDsl;

public static partial class Nodes
{
    /// <summary>NVIDIA UFM appliance: two 200G ports, and two that serve no role and can join a pair. Cage and power recalled.</summary>
    public static NodeModel UfmAppliance { get; } = new("UFM-APPLIANCE", 0,
        new Ports("hca", 2, Cage.Qsfp112, 200.Gbps()) { Modes = Seq.Of(PortModes.Cx7Qsfp112[1], PortModes.Cx7Qsfp112[2]) },
        new Ports("eth", 2, Cage.Rj45, 1.Gbps()), Bmc())
    {
        Kind = "appliance", Power = 800.Watts(), Description = "NVIDIA UFM appliance (ports and power recalled)",
        Roles = Seq.Of(new RolePorts(Role.Compute, "hca", 0, 1, 2), new RolePorts(Role.Storage, "hca", 0, 1, 2),
            new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1)),
        Source = "DGX H100 SuperPOD RA-11333-001 V11 tables 7 and 8 for the links; the rest recalled", Recalled = Seq.Of("ports", "height", "power"),
    };

    /// <summary>An all-flash storage appliance with eight 200G ports (DDN AI400X2 class). Recalled.</summary>
    public static NodeModel StorageAppliance { get; } = new("STORAGE-8X200G", 0,
        new Ports("hdr", 8, Cage.Qsfp56, 200.Gbps()) { Modes = PortModes.Cx6Qsfp56 }, Bmc())
    {
        Kind = "storage", Height = 2, Power = 2.5.Kilowatts(), Weight = 44.Kilograms(),
        Description = "Storage appliance, 8x200G QSFP56 (DDN AI400X2 class, recalled)",
        Roles = Seq.Of(new RolePorts(Role.Storage, "hdr", 0, 1, 8), new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1)),
        Source = "recalled", Recalled = Seq.Of(Recalled.All),
    };

    /// <summary>Four storage nodes in 2U with eight 400G ports (Supermicro SYS-212GT-HNR).</summary>
    public static NodeModel Storage400G { get; } = new("SYS-212GT-HNR", 0,
        new Ports("nic", 8, Cage.Qsfp112, 400.Gbps()) { Modes = PortModes.Cx7Qsfp112 }, Bmc())
    {
        Kind = "storage", Height = 2, Power = 4.Kilowatts(), Weight = 40.Kilograms(), Description = "Supermicro SYS-212GT-HNR storage, four nodes, 8x400G",
        Roles = Seq.Of(new RolePorts(Role.Storage, "nic", 0, 1, 8), new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1)),
        Source = "enakta.com reference architecture", Recalled = Seq.Of("power", "weight", "cages"),
    };

    /// <summary>A management server with two 100G ports. An assumption: replace it per site.</summary>
    public static NodeModel ManagementServer { get; } = new("MGMT-1U", 0,
        new Ports("eth", 2, Cage.Qsfp56, 100.Gbps()) { Modes = Seq.Of(PortModes.Cx6Qsfp56[1]) }, Bmc())
    {
        Kind = "server", Power = 800.Watts(), Weight = 18.Kilograms(), Description = "Management server, 1U (assumption)",
        Roles = Seq.Of(new RolePorts(Role.InBand, "eth", 0, 1, 2), new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1)),
        Source = "assumption", Recalled = Seq.Of(Recalled.All),
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
}
