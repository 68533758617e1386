namespace ClusterDsl;

public static partial class Switches
{
    /// <summary>Cisco 8101-32FH, 32 ports of 400G, shallow buffers.</summary>
    public static EthernetSwitch Cisco8101 { get; } = new("8101-32FH",
        FourHundredGigE(32, Cage.QsfpDd, 400, PortModes.QsfpDdByFour), Management("MgmtEth0/RP0/CPU0/0"))
    {
        Power = 900.Watts(), LogicalPorts = 128, Buffer = "shallow", Description = "Cisco 8101-32FH switch, 32x400G QSFP-DD",
        Source = "xrdocs.io 8100/8200 deployment note", Recalled = Seq.Of("height", "power", "modes", "logical ports"),
    };

    /// <summary>Cisco 8111-32EH, 32 cages of 800G. Recalled.</summary>
    public static EthernetSwitch Cisco8111 { get; } = new("8111-32EH",
        FourHundredGigE(32, Cage.QsfpDd800, 800, Seq.Of(PortModes.QsfpDd800[0], PortModes.QsfpDd800[1], PortModes.QsfpDd800[2], PortModes.QsfpDd800[4])),
        Management("MgmtEth0/RP0/CPU0/0"))
    {
        Power = 1_500.Watts(), LogicalPorts = 256, Buffer = "108 MB", Description = "Cisco 8111-32EH switch, 32x800G QSFP-DD800 (recalled)",
        Recalled = Seq.Of(Recalled.All),
    };

    /// <summary>Cisco Nexus 9364E-SG2-O, 64 OSFP cages of 800G. Recalled.</summary>
    public static EthernetSwitch Nexus9364E { get; } = new("N9364E-SG2-O",
        new Ports("Ethernet1/", 64, Cage.OsfpIhs, 800.Gbps()) { Modes = PortModes.Osfp800WithoutFours, SplitName = "Ethernet1/{c}/{s}" }, Management())
    {
        Height = 2, Power = 3.Kilowatts(), LogicalPorts = 512, Buffer = "256 MB", Description = "Cisco Nexus 9364E-SG2-O switch, 64x800G OSFP (recalled)",
        PriceUsd = "150000", PriceSource = Luxoptx, Recalled = Seq.Of(Recalled.All),
    };

    /// <summary>Cisco 8223 (P200), 64 cages of 800G with deep buffers, for links between sites. Its power is not known.</summary>
    public static EthernetSwitch Cisco8223 { get; } = new("8223-64EF",
        FourHundredGigE(64, Cage.OsfpIhs.Rated(30), 800, Seq.Of(PortModes.Osfp800[0], PortModes.Osfp800[1], PortModes.QsfpDd[0])), Management("MgmtEth0/RP0/CPU0/0"))
    {
        Height = 3, Buffer = "deep (HBM)", Description = "Cisco 8223 router, 64x800G OSFP",
        Source = "cloudnews.tech on the 8223 and its P200 chip; the part number is recalled", Recalled = Seq.Of("modes", "id", "cages"),
    };

    static Ports FourHundredGigE(int cages, Cage cage, int gbps, Seq<PortMode> modes) => new("hundred", cages, cage, gbps.Gbps())
    {
        Modes = modes, FirstCage = 0,
        PortName = gbps == 400 ? "FourHundredGigE0/0/0/{c}" : "EightHundredGigE0/0/0/{c}", SplitName = "HundredGigE0/0/0/{c}/{s}",
    };
}
