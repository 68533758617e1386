namespace ClusterDsl;

public static partial class Switches
{
    const string OddCages = "githedgehog/fabric switch profiles for the cages of the finest split";
    const string Sonic = "sonic-net/sonic-buildimage platform.json";

    /// <summary>NVIDIA Spectrum, 48 ports of 1000BASE-T and four of 100G upwards.</summary>
    public static EthernetSwitch Sn2201 { get; } = new("SN2201",
        new Ports("swp", 48, Cage.Rj45, 1.Gbps()),
        new Ports("up", 4, Cage.Qsfp28, 100.Gbps())
        {
            PortName = "swp{c}", SplitName = "swp{c}s{s}", FirstCage = 49,
            Modes = Seq.Of(new PortMode(1, 100.Gbps(), 4, Lane.Nrz25), new PortMode(4, 25.Gbps(), 1, Lane.Nrz25, Legs: 4)),
        }, Management())
    {
        Power = 100.Watts(), Weight = 7.41.Kilograms(), PowerSupplies = 2, SparePowerSupplies = 1, LogicalPorts = 64,
        Description = "NVIDIA SN2201 management switch, 48x1000BASE-T, 4x100G",
        Source = "NetBox device-type library SN2201; power recalled",
        Recalled = Seq.Of("power", "modes", "logical ports", "spare supplies"),
    };

    /// <summary>NVIDIA Spectrum-2, 32 ports of 200G.</summary>
    public static EthernetSwitch Sn3700 { get; } = new("SN3700", Swp(32, Cage.Qsfp56, 200, Seq.Of([.. PortModes.Qsfp56, PortModes.Qsfp28])), Management("eth0"))
    {
        Power = 500.Watts(), Weight = 11.1.Kilograms(), PowerSupplies = 2, SparePowerSupplies = 1, LogicalPorts = 128, Buffer = "42 MB",
        Description = "NVIDIA Spectrum-2 switch, 32x200G QSFP56",
        Source = "NetBox device-type library SN3700; " + Sonic + " (100G of the whole cage); the rest recalled",
        Recalled = Seq.Of("power", "weight", "modes", "logical ports", "buffer", "spare supplies"),
    };

    /// <summary>NVIDIA Spectrum-3, 64 ports of 100G. Its odd cages run as four ports of 25G, the next cage left dark.</summary>
    public static EthernetSwitch Sn4600C { get; } = new("SN4600C",
        new Ports("swp", 64, Cage.Qsfp28, 100.Gbps())
        {
            Modes = Seq.Of(
                new PortMode(1, 100.Gbps(), 4, Lane.Nrz25),
                new PortMode(2, 50.Gbps(), 2, Lane.Nrz25, Legs: 2),
                PortModes.InOddCages(new PortMode(4, 25.Gbps(), 1, Lane.Nrz25, Legs: 4), 64)),
            Groups = new CageGroups(Seq.Of(0, 0), 4),
        }, Management())
    {
        Height = 2, Power = 800.Watts(), LogicalPorts = 128, Buffer = "64 MB", Description = "NVIDIA Spectrum-3 switch, 64x100G QSFP28",
        Source = "NetBox device-type library SN4600C; " + OddCages + " (of SN4600); height and power recalled",
        Recalled = Seq.Of("height", "power", "logical ports", "buffer"),
    };

    /// <summary>NVIDIA Spectrum-3, 32 ports of 400G on lanes of 50 Gb/s.</summary>
    public static EthernetSwitch Sn4700 { get; } = new("SN4700",
        Swp(32, Cage.QsfpDd, 400, Seq.Of([.. PortModes.QsfpDd, new PortMode(8, 50.Gbps(), 1, Lane.Pam4x50, Legs: 8), PortModes.Qsfp28])), Management("eth0"))
    {
        Power = 1_200.Watts(), PowerSupplies = 2, SparePowerSupplies = 1, LogicalPorts = 128, Buffer = "64 MB",
        Description = "NVIDIA Spectrum-3 switch, 32x400G QSFP-DD",
        Source = "NetBox device-type library SN4700; " + Sonic + " (100G of the whole cage)", Recalled = Seq.Of("power", "logical ports", "buffer", "spare supplies"),
    };

    /// <summary>NVIDIA Spectrum-4, 64 ports of 400G. Recalled.</summary>
    public static EthernetSwitch Sn5400 { get; } = new("SN5400", Swp(64, Cage.QsfpDd, 400, Seq.Of([.. PortModes.QsfpDd, PortModes.Qsfp28])), Management("eth0"))
    {
        Height = 2, Power = 1_700.Watts(), LogicalPorts = 256, Buffer = "160 MB", Description = "NVIDIA Spectrum-4 switch, 64x400G QSFP-DD (recalled)",
        Source = "docs.nvidia.com SN5000 for its existence; " + Sonic + " (100G of the whole cage)", Recalled = Seq.Of(Recalled.All),
    };

    /// <summary>NVIDIA Spectrum-4, 64 cages of 800G or 128 ports of 400G. Its odd cages run as eight ports of 100G, the next cage left dark.</summary>
    public static EthernetSwitch Sn5600 { get; } = new("SN5600", Spectrum4(), Management())
    {
        Height = 2, Power = 2_200.Watts(), Weight = 23.5.Kilograms(), Airflow = Airflow.RearToFront, PowerSupplies = 2, SparePowerSupplies = 1,
        LogicalPorts = 256, Buffer = "128 or 160 MB by source",
        Description = "NVIDIA Spectrum-4 switch, 64x800G OSFP", PriceUsd = "150000", PriceSource = Luxoptx,
        Source = "NetBox device-type library SN5600; techinsights.com for the chip's 256 ports; " + OddCages + "; power recalled",
        Recalled = Seq.Of("power", "spare supplies"),
    };

    /// <summary>NVIDIA Spectrum-4 with four power supplies, else as SN5600.</summary>
    public static EthernetSwitch Sn5610 { get; } = new("SN5610", Spectrum4(), Management("eth0"))
    {
        Height = 2, Power = 2_200.Watts(), Weight = 26.9.Kilograms(), Airflow = Airflow.RearToFront, PowerSupplies = 4, SparePowerSupplies = 2,
        LogicalPorts = 256, Description = "NVIDIA Spectrum-4 switch, 64x800G OSFP, four power supplies", PriceUsd = "150000", PriceSource = Luxoptx,
        Source = "NetBox device-type library SN5610; " + OddCages, Recalled = Seq.Of("power", "spare supplies"),
    };

    static Ports Swp(int cages, Cage cage, int gbps, Seq<PortMode> modes) => new("swp", cages, cage, gbps.Gbps()) { Modes = modes };

    static Ports Spectrum4() => new("swp", 64, Cage.OsfpIhs, 800.Gbps())
    {
        Modes = Seq.Of([.. PortModes.Osfp800.Take(3), PortModes.InOddCages(PortModes.Osfp800[3], 64)]),
        Groups = new CageGroups(Seq.Of(0, 0), 8),
    };
}
