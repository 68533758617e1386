namespace ClusterDsl;

/// <summary>Racks whose 72 GPUs are one NVLink domain: the rack is the node. What is inside of it, its switches for NVLink and for management too, comes with it.</summary>
public static partial class Nodes
{
    /// <summary>NVIDIA DGX GB200 NVL72: 72 GPUs in 18 trays, 72 × 400G. Ports are numbered tray by tray, four OSFP and four DPU ports to a tray.</summary>
    public static NodeModel Gb200Nvl72 { get; } = new("GB200-NVL72", 72,
        new Ports("osfp", 72, Cage.OsfpRhs, 400.Gbps()) { Modes = PortModes.Cx7Osfp, PortName = "OSFP{c}" },
        new Ports("dpu", 72, Cage.Qsfp112, 200.Gbps()) { Modes = PortModes.Cx7Qsfp112.Skip(1).ToSeq(), PortName = "DPU{c}", Speaks = Protocols.Ethernet },
        RackBmcs())
    {
        Height = 48, Power = 120.Kilowatts(), Weight = 1_360.Kilograms(), Cooling = Cooling.Liquid, PowerSupplies = 8, SparePowerSupplies = 4,
        Description = "NVIDIA DGX GB200 NVL72 rack", Roles = RackRoles(dpuPorts: 72),
        PriceUsd = "3000000", PriceSource = "continuumlabs.ai, 2024-25, approximate",
        Source = "docs.nvidia.com DGX GB200 user guide and Mission Control power shelf manual (eight shelves of 33 kW)",
        Recalled = Seq.Of("height", "power", "weight", "compute cage", "dpu cage", "dpu speed", "bmc count", "spare supplies"),
        ScaleUp = ScaleUps.Gb200,
    };

    /// <summary>NVIDIA GB300 NVL72: 72 GPUs in 18 trays, 72 × 800G. Ports are numbered tray by tray, four OSFP and two DPU ports to a tray.</summary>
    public static NodeModel Gb300Nvl72 { get; } = new("GB300-NVL72", 72,
        new Ports("osfp", 72, Cage.Osfp1600Rhs, 800.Gbps()) { PortName = "OSFP{c}" },
        new Ports("dpu", 36, Cage.Qsfp112, 400.Gbps()) { Modes = PortModes.Cx7Qsfp112, PortName = "DPU{c}", Speaks = Protocols.Ethernet },
        RackBmcs())
    {
        Height = 48, Power = 142.Kilowatts(), Cooling = Cooling.Liquid, PowerSupplies = 8, SparePowerSupplies = 3,
        Description = "NVIDIA GB300 NVL72 rack", Roles = RackRoles(dpuPorts: 36),
        Source = "docs.nvidia.com NVL72 AI factory RA; NetBox device-type library ARS-121GL-NB3-LCC-R1 for a tray",
        Recalled = Seq.Of("height", "bmc count", "spare supplies"),
        ScaleUp = ScaleUps.Gb300,
    };

    /// <summary>NVIDIA NVLink 5 switch tray: nine are in a rack of 72 GPUs and come with it. NVLink itself runs in the rack's backplane, never in a cable.</summary>
    public static NodeModel NvLink5Tray { get; } = new("NVLINK5-TRAY", 0, Bmc(), new Ports("eth", 2, Cage.Rj45, 1.Gbps()) { PortName = "eth{c}", FirstCage = 0 })
    {
        Kind = "nvlink", Cooling = Cooling.Liquid, Description = "NVIDIA NVLink 5 switch tray", Roles = Seq.Of(new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1)),
        Source = "NetBox device-type library NVLink-5-Switch",
    };

    static Ports RackBmcs() => new("bmc", 56, Cage.Rj45, 1.Gbps());

    /// <summary>Storage and in-band each take one port of every DPU.</summary>
    static Seq<RolePorts> RackRoles(int dpuPorts) => Seq.Of(
        new RolePorts(Role.Compute, "osfp", 0, 1, 72),
        new RolePorts(Role.Storage, "dpu", 0, 2, dpuPorts / 2),
        new RolePorts(Role.InBand, "dpu", 1, 2, dpuPorts / 2),
        new RolePorts(Role.OutOfBand, "bmc", 0, 1, 56));
}
