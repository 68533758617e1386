namespace ClusterDsl;

public static partial class Nodes
{
    /// <summary>ASUS XA NB3I-E12: 8 B300 GPUs, 8 × 800G InfiniBand XDR.</summary>
    public static NodeModel AsusXaNb3i { get; } = new("XA-NB3I-E12", 8,
        new Ports("osfp", 8, Cage.Osfp1600Rhs, 800.Gbps()) { PortName = "OSFP{c}" }, Slots(2, Protocols.Ethernet), Lom(2), Bmc())
    {
        Height = 9, Power = 15.4.Kilowatts(), PowerSupplies = 10, SparePowerSupplies = 5, Description = "ASUS XA NB3I-E12 (HGX B300)",
        Roles = RolesOfTwo(new RolePorts(Role.Compute, "osfp", 0, 1, 8)),
        Source = "neocloud.kedios.io planning report, 2026 (15.4 kW burst, 14.5 kW sustained)", Recalled = Seq.Of("compute cage", "slot cage"),
        ScaleUp = ScaleUps.B300,
    };

    /// <summary>A server of another maker with eight H100 or H200 GPUs on HGX (Supermicro SYS-821GE-TNHR class), adapters of QSFP112. Recalled.</summary>
    public static NodeModel HgxH100 { get; } = new("HGX-H100-8U", 8, Nics400(), Slots(2, Protocols.Ethernet), Lom(2), Bmc())
    {
        Height = 8, Power = 10.2.Kilowatts(), Weight = 90.Kilograms(), Description = "HGX H100/H200 server, 8U (recalled)",
        Roles = RolesOfTwo(new RolePorts(Role.Compute, "nic", 0, 1, 8)),
        PriceUsd = "310000", PriceSource = "gsheet, Aug 2024, with eight adapters of 400G; the low end of 310,000-317,000",
        Recalled = Seq.Of(Recalled.All),
        ScaleUp = ScaleUps.Hopper,
    };

    /// <summary>Dell PowerEdge XE9680: eight H100, H200, MI300X or Gaudi 3, adapters of QSFP112.</summary>
    public static NodeModel DellXe9680 { get; } = new("XE9680", 8, Nics400(),
        new Ports("slot", 2, Cage.Qsfp112, 200.Gbps()) { Modes = PortModes.Cx7Qsfp112.Skip(1).ToSeq(), Speaks = Protocols.Ethernet }, Bmc())
    {
        Height = 6, Power = 11.5.Kilowatts(), Weight = 107.Kilograms(), PowerSupplies = 6, SparePowerSupplies = 3, Description = "Dell PowerEdge XE9680",
        Roles = RolesOfTwo(new RolePorts(Role.Compute, "nic", 0, 1, 8)),
        Source = "storagereview.com on XE9680", Recalled = Seq.Of("ports", "power", "weight"),
        ScaleUp = ScaleUps.Hopper,
    };

    /// <summary>Supermicro AS-8125GS-TNMR2: 8 MI300X, 8 × 400GbE.</summary>
    public static NodeModel SupermicroMi300X { get; } = new("AS-8125GS-TNMR2", 8,
        new Ports("eth", 8, Cage.Qsfp112, 400.Gbps()) { Modes = PortModes.Cx7Qsfp112, FirstCage = 0, Speaks = Protocols.Ethernet },
        new Ports("eno", 2, Cage.Qsfp112, 400.Gbps()) { Modes = PortModes.Cx7Qsfp112, FirstCage = 0, Speaks = Protocols.Ethernet }, Lom(2), Bmc())
    {
        Height = 8, Power = 10.Kilowatts(), Weight = 75.3.Kilograms(), Airflow = Airflow.FrontToRear, PowerSupplies = 6, SparePowerSupplies = 2,
        Description = "Supermicro AS-8125GS-TNMR2 (8x MI300X)", Roles = RolesOfTwo(new RolePorts(Role.Compute, "eth", 0, 1, 8), "eno"),
        Source = "NetBox device-type library AS-8125GS-TNMR2 (six supplies of 3,000 W)", Recalled = Seq.Of("power", "spare supplies"),
        ScaleUp = ScaleUps.Mi300X,
    };

    /// <summary>A server with eight MI355X, liquid-cooled; with MI350X it is air-cooled.</summary>
    public static NodeModel Mi355X { get; } = new("MI355X-8", 8, Nics400(Protocols.Ethernet), Slots(2, Protocols.Ethernet), Bmc())
    {
        Height = 8, Power = 15.Kilowatts(), Cooling = Cooling.Liquid, Description = "8x MI355X server",
        Roles = RolesOfTwo(new RolePorts(Role.Compute, "nic", 0, 1, 8)),
        Source = "theregister.com on MI355X (1.4 kW a GPU)", Recalled = Seq.Of("ports", "height", "power"),
        ScaleUp = ScaleUps.Mi355X,
    };

    /// <summary>Intel Gaudi 3 on HLB-325: eight accelerators, 24 × 200GbE in six OSFP cages, four ports in a cage.</summary>
    public static NodeModel Gaudi3 { get; } = new("HLS-3", 8,
        new Ports("osfp", 6, Cage.OsfpRhs, 200.Gbps(), split: 4) { PortName = "OSFP{c}P{s}", Speaks = Protocols.Ethernet },
        Slots(2, Protocols.Ethernet), Bmc())
    {
        Height = 8, Power = 10.Kilowatts(), Description = "Intel Gaudi 3 server, 8 accelerators",
        Roles = RolesOfTwo(new RolePorts(Role.Compute, "osfp", 0, 1, 24)),
        Source = "docs.habana.ai network configuration", Recalled = Seq.Of("height", "power", "slot ports", "compute cage"),
        ScaleUp = ScaleUps.Gaudi3,
    };

    /// <summary>A server with eight L40S on PCIe (Supermicro SYS-421GE-TNRT class). Recalled.</summary>
    public static NodeModel L40S { get; } = new("L40S-8", 8,
        new Ports("slot", 2, Cage.Qsfp112, 400.Gbps()) { Modes = PortModes.Cx7Qsfp112, Speaks = Protocols.Ethernet }, Lom(2), Bmc())
    {
        Height = 4, Power = 5.Kilowatts(), Weight = 45.Kilograms(), Description = "8x L40S server, 4U (recalled)",
        Roles = Seq.Of(new RolePorts(Role.Compute, "slot", 0, 1, 2), new RolePorts(Role.InBand, "lom", 0, 1, 2), new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1)),
        Recalled = Seq.Of(Recalled.All),
        ScaleUp = ScaleUps.L40S,
    };
}
