namespace ClusterDsl;

public static partial class Switches
{
    /// <summary>NVIDIA Quantum HDR, 40 ports of 200G, managed.</summary>
    public static InfiniBandSwitch Qm8700 { get; } = new("QM8700", QuantumHdr(), Management())
    {
        Power = 600.Watts(), Weight = 11.4.Kilograms(), PowerSupplies = 2, SparePowerSupplies = 1, LogicalPorts = 80,
        Description = "NVIDIA Quantum HDR switch, 40x200G, managed",
        Source = "NetBox device-type library QM8790, the same switch without a management processor",
        Recalled = Seq.Of("power", "modes", "logical ports", "spare supplies"),
    };

    /// <summary>NVIDIA Quantum HDR, 40 ports of 200G, externally managed.</summary>
    public static InfiniBandSwitch Qm8790 { get; } = new("QM8790", QuantumHdr(), Management())
    {
        Power = 600.Watts(), Weight = 11.4.Kilograms(), PowerSupplies = 2, SparePowerSupplies = 1, LogicalPorts = 80,
        ExternallyManaged = true, Description = "NVIDIA Quantum HDR switch, 40x200G",
        Source = "NetBox device-type library QM8790; power recalled",
        Recalled = Seq.Of("power", "modes", "logical ports", "spare supplies"),
    };

    /// <summary>NVIDIA Quantum-2, 64 ports of 400G in 32 twin-port OSFP cages.</summary>
    public static InfiniBandSwitch Qm9700 { get; } = new("QM9700", Quantum2(), Management())
    {
        Power = 1_720.Watts(), Weight = 14.8.Kilograms(), Airflow = Airflow.RearToFront, PowerSupplies = 2, SparePowerSupplies = 1, LogicalPorts = 128,
        Description = "NVIDIA Quantum-2 NDR switch, 64x400G in 32 OSFP, managed",
        PriceUsd = "50000", PriceSource = "gsheet, Aug 2024, approximate",
        Source = "NetBox device-type library QM9700, docs.nvidia.com QM97X0; power recalled",
        Recalled = Seq.Of("power", "spare supplies"),
    };

    /// <summary>NVIDIA Quantum-2 without a management processor: needs a subnet manager elsewhere.</summary>
    public static InfiniBandSwitch Qm9790 { get; } = new("QM9790", Quantum2(), Management())
    {
        Power = 1_720.Watts(), Weight = 14.8.Kilograms(), Airflow = Airflow.RearToFront, PowerSupplies = 2, SparePowerSupplies = 1, LogicalPorts = 128,
        ExternallyManaged = true, Description = "NVIDIA Quantum-2 NDR switch, 64x400G in 32 OSFP, externally managed",
        Source = "docs.nvidia.com QM97X0; power recalled",
        Recalled = Seq.Of("power", "weight", "airflow", "supplies", "spare supplies"),
    };

    /// <summary>NVIDIA Quantum-X800, 144 ports of 800G in 72 twin-port OSFP cages of 200 Gb/s lanes. Its chips run 144 ports: a cage cut in four takes the room of another.</summary>
    public static InfiniBandSwitch Q3400 { get; } = new("Q3400-RA", QuantumX800(72, PortModes.XdrSplit),
        new Ports("fnm", 1, Cage.Osfp1600, 800.Gbps()) { PortName = "fnm1", IsService = true }, Management("eth0"))
    {
        Height = 4, Power = 7.Kilowatts(), Weight = 60.Kilograms(), Airflow = Airflow.FrontToRear, PowerSupplies = 8, SparePowerSupplies = 4, LogicalPorts = 144,
        Description = "NVIDIA Quantum-X800 XDR switch, 144x800G in 72 OSFP",
        Source = "NetBox device-type library Q3400-RA (eight supplies of 875 W, added up), docs.nvidia.com 800G/200G-PAM4 product list",
        Recalled = Seq.Of("power", "modes", "spare supplies"),
    };

    /// <summary>NVIDIA Quantum-X800, 72 ports of 800G in 36 twin-port OSFP cages. Recalled; its power is not known.</summary>
    public static InfiniBandSwitch Q3200 { get; } = new("Q3200-RA", QuantumX800(36, PortModes.Xdr), Management("eth0"))
    {
        Height = 2, LogicalPorts = 72, Description = "NVIDIA Quantum-X800 XDR switch, 72x800G in 36 OSFP (recalled)",
        Source = "docs.nvidia.com Quantum-X800 hardware manual for its existence", Recalled = Seq.Of(Recalled.All),
    };

    static Ports Quantum2() => new("osfp", 32, Cage.OsfpIhs, 400.Gbps(), split: 2)
    {
        Modes = PortModes.Ndr, PortName = "IB1/{c}/{s}", SplitName = "IB1/{c}s{s}", Speaks = Protocols.InfiniBand,
    };

    static Ports QuantumHdr() => new("qsfp", 40, Cage.Qsfp56, 200.Gbps())
    {
        Modes = PortModes.Hdr, PortName = "IB1/{c}", SplitName = "IB1/{c}s{s}", Speaks = Protocols.InfiniBand,
    };

    static Ports QuantumX800(int cages, Seq<PortMode> modes) => new("osfp", cages, Cage.Osfp1600, 800.Gbps(), split: 2)
    {
        Modes = modes, PortName = "sw{c}p{s}", SplitName = "sw{c}s{s}", Speaks = Protocols.InfiniBand,
    };
}
