namespace ClusterDsl;

/// <summary>Switches of the catalogue. Capacity is one way; a twin-port cage is two logical ports.</summary>
public static class Switches
{
    static readonly Seq<PortMode> NdrModes = Seq.Of(
        new PortMode(2, 400.Gbps(), 4, Lane.Pam4x100),
        new PortMode(4, 200.Gbps(), 2, Lane.Pam4x100, Legs: 2),
        new PortMode(2, 200.Gbps(), 4, Lane.Pam4x50, Legs: 2));

    static readonly Seq<PortMode> Spectrum4Modes = Seq.Of(
        new PortMode(1, 800.Gbps(), 8, Lane.Pam4x100),
        new PortMode(2, 400.Gbps(), 4, Lane.Pam4x100),
        new PortMode(4, 200.Gbps(), 2, Lane.Pam4x100, Legs: 2));

    /// <summary>NVIDIA Quantum HDR, 40 ports of 200G, externally managed.</summary>
    public static InfiniBandSwitch Qm8790 { get; } = new("QM8790", QuantumHdr(), Management())
    {
        Power = 600.Watts(), Description = "NVIDIA Quantum HDR switch, 40x200G",
        Source = "NetBox device-type library QM8790; power recalled",
    };

    /// <summary>NVIDIA Quantum-2, 64 ports of 400G in 32 twin-port OSFP cages.</summary>
    public static InfiniBandSwitch Qm9700 { get; } = new("QM9700", Quantum2(), Management())
    {
        Power = 1_720.Watts(), Description = "NVIDIA Quantum-2 NDR switch, 64x400G in 32 OSFP, managed",
        PriceUsd = "50000", PriceSource = "gsheet, Aug 2024, approximate",
        Source = "NetBox device-type library QM9700, docs.nvidia.com QM97X0; power recalled",
    };

    /// <summary>NVIDIA Quantum-2 without a management processor: needs a subnet manager elsewhere.</summary>
    public static InfiniBandSwitch Qm9790 { get; } = new("QM9790", Quantum2(), Management())
    {
        Power = 1_720.Watts(), Description = "NVIDIA Quantum-2 NDR switch, 64x400G in 32 OSFP, externally managed",
        Source = "docs.nvidia.com QM97X0; power recalled",
    };

    /// <summary>NVIDIA Spectrum-3, 64 ports of 100G.</summary>
    public static EthernetSwitch Sn4600C { get; } = new("SN4600C", new Ports("swp", 64, Cage.Qsfp28, 100.Gbps()), Management())
    {
        Height = 2, Power = 800.Watts(), Description = "NVIDIA Spectrum-3 switch, 64x100G QSFP28",
        Source = "NetBox device-type library SN4600C; height and power recalled",
    };

    /// <summary>NVIDIA Spectrum, 48 ports of 1000BASE-T and four of 100G upwards.</summary>
    public static EthernetSwitch Sn2201 { get; } = new("SN2201",
        new Ports("swp", 48, Cage.Rj45, 1.Gbps()),
        new Ports("up", 4, Cage.Qsfp28, 100.Gbps()) { PortName = "swp{c}", FirstCage = 49 }, Management())
    {
        Power = 100.Watts(), Description = "NVIDIA SN2201 management switch, 48x1000BASE-T, 4x100G",
        Source = "NetBox device-type library SN2201; uplinks and power recalled",
    };

    /// <summary>NVIDIA Spectrum-4, 64 cages of 800G or 128 ports of 400G.</summary>
    public static EthernetSwitch Sn5600 { get; } = new("SN5600",
        new Ports("swp", 64, Cage.OsfpIhs, 800.Gbps()) { Modes = Spectrum4Modes }, Management())
    {
        Height = 2, Power = 2_200.Watts(), Description = "NVIDIA Spectrum-4 switch, 64x800G OSFP",
        Source = "NetBox device-type library SN5600; power recalled",
    };

    /// <summary>Juniper QFX5240, 64 cages of 800G or 128 ports of 400G.</summary>
    public static EthernetSwitch Qfx5240 { get; } = new("QFX5240-64OD",
        new Ports("et-0/0/", 64, Cage.OsfpIhs, 800.Gbps()) { Modes = Spectrum4Modes, FirstCage = 0, SplitName = "et-0/0/{c}:{s}" }, Management())
    {
        Height = 2, Power = 3_000.Watts(), Description = "Juniper QFX5240-64OD switch, 64x800G OSFP",
        Source = "juniper.net QFX5240; height and power recalled",
    };

    /// <summary>Asterfusion CX864E, 64 cages of 800G or 128 ports of 400G.</summary>
    public static EthernetSwitch Cx864e { get; } = new("CX864E-N",
        new Ports("Ethernet", 64, Cage.OsfpIhs, 800.Gbps()) { Modes = Spectrum4Modes }, Management())
    {
        Height = 2, Power = 3_000.Watts(), Description = "Asterfusion CX864E-N switch, 64x800G OSFP",
        Source = "cloudswit.ch CX864E-N guide; height and power recalled from switches of the same ASIC",
    };

    static Ports Quantum2() => new("osfp", 32, Cage.OsfpIhs, 400.Gbps(), split: 2)
    {
        Modes = NdrModes, PortName = "IB1/{c}/{s}", SplitName = "IB1/{c}s{s}",
    };

    static Ports QuantumHdr() => new("qsfp", 40, Cage.Qsfp56, 200.Gbps()) { PortName = "IB1/{c}", SplitName = "IB1/{c}s{s}" };

    static Ports Management() => new(SwitchModel.ManagementBank, 1, Cage.Rj45, 1.Gbps()) { PortName = "mgmt0" };
}
