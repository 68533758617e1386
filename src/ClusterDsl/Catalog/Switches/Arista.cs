namespace ClusterDsl;

public static partial class Switches
{
    /// <summary>Arista 7050DX4-32S, 32 ports of 400G.</summary>
    public static EthernetSwitch Dcs7050Dx4 { get; } = new("DCS-7050DX4-32S",
        Ethernet(32, Cage.QsfpDd, 400, PortModes.QsfpDd), Service("Ethernet{c}", 2, 33), Management("Management1"))
    {
        Power = 1_100.Watts(), Weight = 11.07.Kilograms(), Airflow = Airflow.FrontToRear, PowerSupplies = 2, SparePowerSupplies = 1,
        LogicalPorts = 128, Buffer = "132 MB", Description = "Arista 7050DX4-32S switch, 32x400G QSFP-DD",
        Source = "NetBox device-type library DCS-7050DX4-32S-F (24.4 lb)",
        Recalled = Seq.Of("power", "modes", "logical ports", "buffer", "spare supplies"),
    };

    /// <summary>Arista 7060DX5-64S, 64 ports of 400G.</summary>
    public static EthernetSwitch Dcs7060Dx5 { get; } = new("DCS-7060DX5-64S",
        Ethernet(64, Cage.QsfpDd, 400, PortModes.QsfpDd), Service("Ethernet{c}", 2, 65), Management("Management1"))
    {
        Height = 2, Power = 1_900.Watts(), Weight = 21.95.Kilograms(), Airflow = Airflow.FrontToRear, PowerSupplies = 2, SparePowerSupplies = 1,
        LogicalPorts = 256, Buffer = "114 MB", Description = "Arista 7060DX5-64S switch, 64x400G QSFP-DD",
        Source = "NetBox device-type library DCS-7060DX5-64S-F",
        Recalled = Seq.Of("power", "modes", "logical ports", "buffer", "spare supplies"),
    };

    /// <summary>Arista 7060X6-64PE (Tomahawk 5), 64 cages of 800G.</summary>
    public static EthernetSwitch Dcs7060X6 { get; } = new("DCS-7060X6-64PE",
        Ethernet(64, Cage.OsfpIhs, 800, PortModes.Osfp800), Service("SFP{c}", 2, 1), Management("Management1"))
    {
        Height = 2, Power = 2_400.Watts(), SupplyPower = 2_400.Watts(), Weight = 21.Kilograms(), Airflow = Airflow.FrontToRear, PowerSupplies = 2, SparePowerSupplies = 1,
        LogicalPorts = 320, Buffer = "165 MB", Description = "Arista 7060X6-64PE switch, 64x800G OSFP", PriceUsd = "150000", PriceSource = Luxoptx,
        Source = "NetBox device-type library DCS-7060X6-64PE-F (one of two supplies of 2,400 W carries it)",
        Recalled = Seq.Of("logical ports", "buffer", "spare supplies"),
    };

    /// <summary>Arista 7060XE7-64PS (Tomahawk 6), 64 cages of 1.6T. Its power is not known.</summary>
    public static EthernetSwitch Dcs7060Xe7Ps { get; } = new("DCS-7060XE7-64PS",
        Ethernet(64, Cage.Osfp1600, 1_600, PortModes.Osfp1600), Management("Management1"))
    {
        Height = 4, LogicalPorts = 512, Description = "Arista 7060XE7-64PS switch, 64x1.6T OSFP",
        Source = "nand-research.com on Arista's 1.6T switches; Arista SONiC platform files for the cages", Recalled = Seq.Of("modes"),
    };

    /// <summary>Arista 7060XE7-128PE (Tomahawk 6), 128 cages of 800G. Its power is not known.</summary>
    public static EthernetSwitch Dcs7060Xe7Pe { get; } = new("DCS-7060XE7-128PE",
        Ethernet(128, Cage.OsfpIhs, 800, PortModes.Osfp800WithoutFours), Management("Management1"))
    {
        Height = 4, LogicalPorts = 512, Description = "Arista 7060XE7-128PE switch, 128x800G OSFP",
        Source = "biphoo.eu on Arista's 1.6T switches", Recalled = Seq.Of("modes", "logical ports"),
    };

    /// <summary>Arista 7816R4, sixteen line cards of 36 cages of 800G, numbered card by card. Its power is not known.</summary>
    public static EthernetSwitch Dcs7816R4 { get; } = new("DCS-7816R4",
        Ethernet(576, Cage.OsfpIhs, 800, PortModes.Osfp800WithoutFours), Management("Management1"))
    {
        Height = 32, Buffer = "deep (VOQ)", Description = "Arista 7816R4 modular switch, 576x800G OSFP",
        Source = "Arista radix table (16 cards of 36x800G)", Recalled = Seq.Of("height", "modes", "buffer"),
    };

    static Ports Ethernet(int cages, Cage cage, int gbps, Seq<PortMode> modes) => new("Ethernet", cages, cage, gbps.Gbps())
    {
        Modes = modes, PortName = "Ethernet{c}/1", SplitName = "Ethernet{c}/{s}",
    };
}
