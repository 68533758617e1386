namespace ClusterDsl;

public static partial class Switches
{
    /// <summary>Juniper QFX5130-32CD, 32 ports of 400G. Recalled.</summary>
    public static EthernetSwitch Qfx5130 { get; } = new("QFX5130-32CD", Et(32, Cage.QsfpDd, 400, PortModes.QsfpDdByFour), Management("re0:mgmt-0"))
    {
        Power = 1_300.Watts(), LogicalPorts = 128, Buffer = "132 MB", Description = "Juniper QFX5130-32CD switch, 32x400G QSFP-DD (recalled)",
        Recalled = Seq.Of(Recalled.All),
    };

    /// <summary>Juniper QFX5220-32CD, 32 ports of 400G.</summary>
    public static EthernetSwitch Qfx5220 { get; } = new("QFX5220-32CD", Et(32, Cage.QsfpDd, 400, PortModes.QsfpDdByFour), Management("re0:mgmt-0"))
    {
        Power = 1_200.Watts(), Weight = 11.11.Kilograms(), Airflow = Airflow.FrontToRear, PowerSupplies = 2, SparePowerSupplies = 1,
        LogicalPorts = 128, Buffer = "64 MB", Description = "Juniper QFX5220-32CD switch, 32x400G QSFP-DD",
        Source = "NetBox device-type library QFX5220-32CD-AFO", Recalled = Seq.Of("power", "modes", "logical ports", "buffer", "spare supplies"),
    };

    /// <summary>Juniper QFX5230-64CD, 64 ports of 400G.</summary>
    public static EthernetSwitch Qfx5230 { get; } = new("QFX5230-64CD", Et(64, Cage.QsfpDd, 400, PortModes.QsfpDdByFour), Management("re0:mgmt-0"))
    {
        Height = 2, Power = 2_100.Watts(), LogicalPorts = 256, Buffer = "114 MB", Description = "Juniper QFX5230-64CD switch, 64x400G QSFP-DD (recalled)",
        Source = "juniper.net QFX5200 overview for its capacity", Recalled = Seq.Of(Recalled.All),
    };

    /// <summary>Juniper QFX5240 (Tomahawk 5), 64 cages of 800G or 128 ports of 400G.</summary>
    public static EthernetSwitch Qfx5240 { get; } = new("QFX5240-64OD", Et(64, Cage.OsfpIhs, 800, PortModes.Osfp800), Management())
    {
        Height = 2, Power = 3_000.Watts(), SupplyPower = 3_000.Watts(), PowerSupplies = 2, SparePowerSupplies = 1, LogicalPorts = 320, Buffer = "165 MB",
        Description = "Juniper QFX5240-64OD switch, 64x800G OSFP", PriceUsd = "150000", PriceSource = Luxoptx,
        Source = "juniper.net QFX5240, published chassis listing (two supplies of 3,000 W); height recalled",
        Recalled = Seq.Of("height", "logical ports", "buffer", "spare supplies"),
    };

    /// <summary>Juniper PTX10008, eight line cards of 36 ports of 400G, numbered card by card. Recalled; its power is not known.</summary>
    public static EthernetSwitch Ptx10008 { get; } = new("PTX10008", Et(288, Cage.QsfpDd, 400, PortModes.QsfpDdByFour), Management("re0:mgmt-0"))
    {
        Height = 13, Buffer = "deep", Description = "Juniper PTX10008 router, 288x400G QSFP-DD (recalled)", Recalled = Seq.Of(Recalled.All),
    };

    static Ports Et(int cages, Cage cage, int gbps, Seq<PortMode> modes) => new("et-0/0/", cages, cage, gbps.Gbps())
    {
        Modes = modes, FirstCage = 0, SplitName = "et-0/0/{c}:{s}",
    };
}
