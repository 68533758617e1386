namespace ClusterDsl;

public static partial class Nodes
{
    /// <summary>NVIDIA DGX-2: 16 GPUs, 8 × 100G.</summary>
    public static NodeModel Dgx2 { get; } = new("DGX-2", 16, Edr(), DualEdr(), Bmc())
    {
        Height = 10, Power = 10.Kilowatts(), Weight = 160.Kilograms(), Description = "NVIDIA DGX-2", Roles = Dgx2Roles(),
        PriceUsd = "399000", PriceSource = "datacenterdynamics.com, at launch in 2018",
        Source = "datacenterdynamics.com and pcper.com on DGX-2; weight 154 to 160 kg by source", Recalled = Seq.Of("cages", "storage ports"),
        ScaleUp = ScaleUps.Dgx2,
    };

    /// <summary>A server of another maker with sixteen V100 GPUs on HGX-2. Recalled, after DGX-2.</summary>
    public static NodeModel Hgx2 { get; } = new("HGX2-16GPU", 16, Edr(), DualEdr(), Bmc())
    {
        Height = 10, Power = 10.Kilowatts(), Weight = 160.Kilograms(), Description = "HGX-2 server, 16 GPUs (recalled)", Roles = Dgx2Roles(),
        Source = "the same figures as DGX-2", Recalled = Seq.Of(Recalled.All),
        ScaleUp = ScaleUps.Dgx2,
    };

    /// <summary>NVIDIA DGX A100 640GB: 8 GPUs, 8 × 200G.</summary>
    public static NodeModel DgxA100 { get; } = new("DGX-A100", 8,
        new Ports("qsfp", 8, Cage.Qsfp56, 200.Gbps()) { Modes = PortModes.Cx6Qsfp56 },
        new Ports("slot", 4, Cage.Qsfp56, 200.Gbps()) { Modes = PortModes.Cx6Qsfp56 }, Bmc())
    {
        Height = 6, Power = 6.5.Kilowatts(), Weight = 123.16.Kilograms(), Description = "NVIDIA DGX A100 640GB",
        PriceUsd = "199000", PriceSource = "owiki.org, at launch in May 2020",
        Source = "NetBox device-type library; cages recalled", Recalled = Seq.Of("cages"),
        Roles = Roles(new RolePorts(Role.Compute, "qsfp", 0, 1, 8)),
        ScaleUp = ScaleUps.A100,
    };

    /// <summary>NVIDIA DGX H100: 8 GPUs, 8 × 400G in four twin-port OSFP cages.</summary>
    public static NodeModel DgxH100 { get; } = new("DGX-H100", 8, TwinOsfp(), Slots(), Bmc(), Lom(1), Dual100())
    {
        Height = 8, Power = 10.2.Kilowatts(), Weight = 130.45.Kilograms(), PowerSupplies = 6, SparePowerSupplies = 2,
        Description = "NVIDIA DGX H100", Roles = Roles(Twin()),
        PriceUsd = "199000", PriceSource = "sc-blog, base list price, weak source",
        Source = "docs.nvidia.com DGX H100 user guide and BasePOD RA; flat-top requirement of the OSFP cages recalled",
        Recalled = Seq.Of("weight", "compute cage", "supplies", "spare supplies"),
        ScaleUp = ScaleUps.Hopper,
    };

    /// <summary>NVIDIA DGX H200: 8 GPUs, 8 × 400G in four twin-port OSFP cages.</summary>
    public static NodeModel DgxH200 { get; } = new("DGX-H200", 8, TwinOsfp(), Slots(), Bmc())
    {
        Height = 8, Power = 10.2.Kilowatts(), Weight = 130.45.Kilograms(), PowerSupplies = 6, SparePowerSupplies = 2,
        Description = "NVIDIA DGX H200", Roles = Roles(Twin()),
        Source = "docs.nvidia.com BasePOD RA; port order taken from DGX H100",
        Recalled = Seq.Of("power", "weight", "supplies", "spare supplies"),
        ScaleUp = ScaleUps.Hopper,
    };

    /// <summary>NVIDIA DGX B200: 8 GPUs, 8 × 400G in four twin-port OSFP cages.</summary>
    public static NodeModel DgxB200 { get; } = new("DGX-B200", 8, TwinOsfp(), Slots(), Bmc(), Lom(1), Dual100())
    {
        Height = 10, Power = 14.3.Kilowatts(), Weight = 142.4.Kilograms(), PowerSupplies = 6, SparePowerSupplies = 1,
        Description = "NVIDIA DGX B200", Roles = Roles(Twin()),
        Source = "docs.nvidia.com DGX B200 user guide; port order taken from DGX H100",
        ScaleUp = ScaleUps.B200,
    };

    /// <summary>NVIDIA DGX B300: 8 GPUs, 8 × 800G, each port also as two of 400G for two planes.</summary>
    public static NodeModel DgxB300 { get; } = new("DGX-B300", 8,
        new Ports("osfp", 8, Cage.OsfpRhs, 400.Gbps(), split: 2) { PortName = "OSFP{c}P{s}" }, Slots(), Bmc())
    {
        Height = 10, Power = 14.5.Kilowatts(), Description = "NVIDIA DGX B300", Roles = Roles(new RolePorts(Role.Compute, "osfp", 0, 1, 16)),
        PriceUsd = "300000", PriceSource = "resellers' pages of 2026; the low end of 300,000-350,000",
        Source = "docs.nvidia.com DGX SuperPOD B300 RA; power 14 to 15 kW by source", Recalled = Seq.Of("power", "slot cage"),
        ScaleUp = ScaleUps.B300TwoPorts,
    };

    /// <summary>NVIDIA DGX B300 with each adapter run as one port of 800G, four lanes of 200 Gb/s: InfiniBand XDR.</summary>
    public static NodeModel DgxB300Xdr { get; } = new("DGX-B300-XDR", 8,
        new Ports("osfp", 8, Cage.Osfp1600Rhs, 800.Gbps()) { PortName = "OSFP{c}" }, Slots(), Bmc())
    {
        Height = 10, Power = 14.5.Kilowatts(), Description = "NVIDIA DGX B300, 8x800G", Roles = Roles(new RolePorts(Role.Compute, "osfp", 0, 1, 8)),
        PriceUsd = "300000", PriceSource = "resellers' pages of 2026; the low end of 300,000-350,000",
        Source = "docs.nvidia.com DGX SuperPOD B300 XDR RA; power 14 to 15 kW by source", Recalled = Seq.Of("power", "slot cage"),
        ScaleUp = ScaleUps.B300,
    };

    static RolePorts Twin() => new(Role.Compute, "osfp", 0, 1, 8);

    // GPU 0 to 7 by cage and port, from the DGX H100 user guide: OSFP4P2, 3P2, 3P1, 4P1, 1P2, 2P2, 2P1, 1P1.
    static Ports TwinOsfp() => new("osfp", 4, Cage.OsfpRhs, 400.Gbps(), split: 2)
    {
        PortName = "OSFP{c}P{s}", Order = Seq.Of(7, 5, 4, 6, 1, 3, 2, 0),
    };

    /// <summary>The optional adapter of two ports of 100G for the in-band network; its cage is recalled.</summary>
    static Ports Dual100() => new("opt", 2, Cage.Qsfp28, 100.Gbps()) { Speaks = Protocols.Ethernet };

    static Ports Edr() => new("edr", 8, Cage.Qsfp28, 100.Gbps()) { Modes = PortModes.Cx5Qsfp28 };

    static Ports DualEdr() => new("slot", 2, Cage.Qsfp28, 100.Gbps()) { Modes = PortModes.Cx5Qsfp28, Speaks = Protocols.Ethernet };

    static Seq<RolePorts> Dgx2Roles() => Seq.Of(
        new RolePorts(Role.Compute, "edr", 0, 1, 8), new RolePorts(Role.Storage, "slot", 0, 1, 2), new RolePorts(Role.OutOfBand, "bmc", 0, 1, 1));
}
