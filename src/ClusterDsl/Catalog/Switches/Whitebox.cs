namespace ClusterDsl;

public static partial class Switches
{
    const string IpInfusion = "ipinfusion.com Tomahawk 5 platforms (320 ports, 30 W a cage)";

    /// <summary>Edgecore AIS800-64D (AS9817-64D, Tomahawk 5), 64 QSFP-DD800 cages of 30 W.</summary>
    public static EthernetSwitch Ais800D { get; } = new("AIS800-64D", Tomahawk5("Ethernet", Cage.QsfpDd800.Rated(30), PortModes.QsfpDd800), Management())
    {
        Height = 2, Power = 3.Kilowatts(), SupplyPower = 3.Kilowatts(), PowerSupplies = 2, SparePowerSupplies = 1, LogicalPorts = 320, Buffer = "165 MB",
        Description = "Edgecore AIS800-64D switch, 64x800G QSFP-DD800", PriceUsd = "150000", PriceSource = Luxoptx,
        Source = IpInfusion, Recalled = Seq.Of("buffer", "spare supplies"),
    };

    /// <summary>Edgecore AIS800-64O (AS9817-64O, Tomahawk 5), 64 OSFP cages of 800G.</summary>
    public static EthernetSwitch Ais800O { get; } = new("AIS800-64O", Tomahawk5("Ethernet", Cage.OsfpIhs.Rated(30), PortModes.Osfp800), Management())
    {
        Height = 2, Power = 3.Kilowatts(), Weight = 21.5.Kilograms(), Airflow = Airflow.FrontToRear, SupplyPower = 3.Kilowatts(), PowerSupplies = 2, SparePowerSupplies = 1,
        LogicalPorts = 320, Buffer = "165 MB", Description = "Edgecore AIS800-64O switch, 64x800G OSFP", PriceUsd = "150000", PriceSource = Luxoptx,
        Source = "NetBox device-type library AS9817-64O-O-AC-F; " + IpInfusion + " of AIS800-64D",
        Recalled = Seq.Of("logical ports", "buffer", "spare supplies"),
    };

    /// <summary>UfiSpace S9321-64E (Tomahawk 5), 64 QSFP-DD800 cages of 30 W. Without modules it draws 913 W; its limit is not known.</summary>
    public static EthernetSwitch S9321E { get; } = new("S9321-64E", Tomahawk5("Ethernet", Cage.QsfpDd800.Rated(30), PortModes.QsfpDd800), Management())
    {
        Height = 2, EmptyPower = 913.Watts(), Weight = 23.72.Kilograms(), LogicalPorts = 320, Description = "UfiSpace S9321-64E switch, 64x800G QSFP-DD800",
        PriceUsd = "150000", PriceSource = Luxoptx, Source = IpInfusion, Recalled = Seq.Of("logical ports"),
    };

    /// <summary>UfiSpace S9321-64EO: the same with 64 OSFP cages.</summary>
    public static EthernetSwitch S9321Eo { get; } = new("S9321-64EO", Tomahawk5("Ethernet", Cage.OsfpIhs.Rated(30), PortModes.Osfp800), Management())
    {
        Height = 2, EmptyPower = 913.Watts(), Weight = 23.72.Kilograms(), LogicalPorts = 320, Description = "UfiSpace S9321-64EO switch, 64x800G OSFP",
        PriceUsd = "150000", PriceSource = Luxoptx, Source = IpInfusion, Recalled = Seq.Of("weight", "empty power", "logical ports"),
    };

    /// <summary>Celestica DS5000 (Tomahawk 5), 64 OSFP cages of 800G. Two cages share room for ten ports. Its power is not known.</summary>
    public static EthernetSwitch Ds5000 { get; } = new("DS5000",
        new Ports("E1/", 64, Cage.OsfpIhs, 800.Gbps())
        {
            Modes = PortModes.Osfp800, SplitName = "E1/{c}/{s}", Groups = new CageGroups(Seq.Of(0, 1, 1, 0), 10),
        }, Service("E1/{c}", 2, 65), Management("M1"))
    {
        Height = 2, LogicalPorts = 320, Buffer = "165 MB", Description = "Celestica DS5000 switch, 64x800G OSFP",
        PriceUsd = "150000", PriceSource = Luxoptx,
        Source = "githedgehog/fabric switch profile celestica-ds5000 (320 ports, 32 pipelines of ten)", Recalled = Seq.Of("height", "buffer"),
    };

    /// <summary>Asterfusion CX864E, 64 cages of 800G or 128 ports of 400G.</summary>
    public static EthernetSwitch Cx864e { get; } = new("CX864E-N", Tomahawk5("Ethernet", Cage.OsfpIhs, PortModes.Osfp800), Management())
    {
        Height = 2, Power = 3_000.Watts(), LogicalPorts = 320, Description = "Asterfusion CX864E-N switch, 64x800G OSFP",
        PriceUsd = "150000", PriceSource = Luxoptx,
        Source = "cloudswit.ch CX864E-N guide; height and power recalled from switches of the same ASIC",
        Recalled = Seq.Of("height", "power", "logical ports"),
    };

    /// <summary>Any switch of a Tomahawk 6 with lanes of 200 Gb/s, 64 cages of 1.6T. Its power is not known.</summary>
    public static EthernetSwitch Tomahawk6 { get; } = new("TH6-64X1600",
        new Ports("Ethernet", 64, Cage.Osfp1600, 1_600.Gbps()) { Modes = PortModes.Osfp1600 }, Management())
    {
        Height = 4, LogicalPorts = 512, Description = "Tomahawk 6 switch, 64x1.6T OSFP",
        Source = "servethehome.com and heise.de on Tomahawk 6 (512 ports of 200G)", Recalled = Seq.Of("height"),
    };

    static Ports Tomahawk5(string name, Cage cage, Seq<PortMode> modes) => new(name, 64, cage, 800.Gbps()) { Modes = modes };
}
