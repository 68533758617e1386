namespace ClusterDsl;

/// <content>Transceivers of 800 Gb/s and 1.6 Tb/s, by their standard: any vendor's.</content>
partial class Optics
{
    /// <summary>800 Gb/s over sixteen multimode fibres, one MPO-16.</summary>
    public static Optic QsfpDd800Sr8 { get; } = new("QSFP-DD800-800G-SR8", "800G-SR8", "QSFP-DD800", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Mmf, Apc16, 100.Metres(), 16, false, "QSFP-DD800 800G-SR8 transceiver, 100 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 60.Metres()), new FibreReach(FibreGrade.Om4, 100.Metres(), 1.8)),
        Breakouts = Seq.Of(new Breakout(2, "400G-SR4", 400), new Breakout(8, "100G-SR1", 100)), Recalled = Seq.Of("all"),
    };

    /// <summary>800 Gb/s over sixteen multimode fibres, 50 m.</summary>
    public static Optic Osfp800Vr8 { get; } = new("OSFP-800G-VR8", "800G-VR8", "OSFP-IHS", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Mmf, Apc16, 50.Metres(), 15, false, "OSFP 800G-VR8 transceiver, 50 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 30.Metres()), new FibreReach(FibreGrade.Om4, 50.Metres(), 1.7)),
        Breakouts = Seq.Of(new Breakout(2, "400G-VR4", 400)), Recalled = Seq.Of("all"),
    };

    /// <summary>800 Gb/s over sixteen multimode fibres, 50 m.</summary>
    public static Optic QsfpDd800Vr8 { get; } = new("QSFP-DD800-800G-VR8", "800G-VR8", "QSFP-DD800", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Mmf, Apc16, 50.Metres(), 15, false, "QSFP-DD800 800G-VR8 transceiver, 50 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 30.Metres()), new FibreReach(FibreGrade.Om4, 50.Metres(), 1.7)),
        Breakouts = Seq.Of(new Breakout(2, "400G-VR4", 400)), Recalled = Seq.Of("all"),
    };

    /// <summary>800 Gb/s over sixteen single-mode fibres, one MPO-16, 500 m.</summary>
    public static Optic QsfpDd800Dr8 { get; } = new("QSFP-DD800-800G-DR8", "800G-DR8", "QSFP-DD800", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Smf, Apc16, 500.Metres(), 17, false, "QSFP-DD800 800G-DR8 transceiver, 500 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0), new FibreReach(FibreGrade.Os1a, 250.Metres())), Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(2, "400G-DR4", 400), new Breakout(8, "100G-DR1", 100)), Recalled = Seq.Of("power"), PriceUsd = "1000",
        PriceSource = "lux-price, undated, volume; the low end of 1,000-1,300",
        Source = "www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/800gbase-dr8/",
    };

    /// <summary>800 Gb/s over sixteen single-mode fibres, 2 km.</summary>
    public static Optic Osfp800Dr8Two { get; } = new("OSFP-800G-DR8-2", "800G-DR8-2", "OSFP-IHS", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Smf, Apc16, 2_000.Metres(), 17, false, "OSFP 800G-DR8-2 transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(8, "100G-FR1", 100), new Breakout(2, "400G-DR4+", 400)), Recalled = Seq.Of("loss", "power", "reach"),
        Source = "www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/800gbase-dr8/",
    };

    /// <summary>800 Gb/s over sixteen single-mode fibres, 2 km.</summary>
    public static Optic QsfpDd800Dr8Two { get; } = new("QSFP-DD800-800G-DR8-2", "800G-DR8-2", "QSFP-DD800", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Smf, Apc16, 2_000.Metres(), 17, false, "QSFP-DD800 800G-DR8-2 transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(8, "100G-FR1", 100), new Breakout(2, "400G-DR4+", 400)), Recalled = Seq.Of("loss", "power", "reach"),
        Source = "www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/800gbase-dr8/",
    };

    /// <summary>Two ports of 400 Gb/s LR4, 10 km.</summary>
    public static Optic OsfpTwinLr4 { get; } = new("OSFP-2X400G-LR4", "400G-LR4-10", "OSFP-IHS", 2, Seq.Of(400), Lane.Pam4x100,
        Medium.Smf, Lc, 10_000.Metres(), 18, false, "OSFP 2x400G-LR4 transceiver, 10 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 10_000.Metres(), 6.3)), Wdm = true, Recalled = Seq.Of("all"),
    };

    /// <summary>Two ports of 400 Gb/s LR4, 10 km.</summary>
    public static Optic QsfpDd800TwinLr4 { get; } = new("QSFP-DD800-2X400G-LR4", "400G-LR4-10", "QSFP-DD800", 2, Seq.Of(400), Lane.Pam4x100,
        Medium.Smf, Lc, 10_000.Metres(), 18, false, "QSFP-DD800 2x400G-LR4 transceiver, 10 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 10_000.Metres(), 6.3)), Wdm = true, Recalled = Seq.Of("all"),
    };

    /// <summary>800 Gb/s, four lanes of 200 Gb/s over eight single-mode fibres: adapters of InfiniBand XDR.</summary>
    public static Optic Osfp1600RhsDr4 { get; } = new("OSFP224-RHS-800G-DR4", "800G-DR4", "OSFP1600-RHS", 1, Seq.Of(800, 400), Lane.Pam4x200,
        Medium.Smf, Apc12, 500.Metres(), 16, true, "OSFP224 800G-DR4 transceiver, 500 m, flat top")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0)), Recalled = Seq.Of("reach", "loss", "power", "fec"),
        Source = "docs.nvidia.com/networking/display/800g200gpam4list; docs.nvidia.com/networking/display/intrcnctcabreqndr400eth",
    };

    /// <summary>800 Gb/s, four lanes of 200 Gb/s over eight single-mode fibres, finned.</summary>
    public static Optic Osfp1600Dr4 { get; } = new("OSFP224-800G-DR4", "800G-DR4", "OSFP1600", 1, Seq.Of(800, 400), Lane.Pam4x200,
        Medium.Smf, Apc12, 500.Metres(), 16, true, "OSFP224 800G-DR4 transceiver, 500 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0)), Recalled = Seq.Of("reach", "loss", "power", "fec"),
        Source = "docs.nvidia.com/networking/display/800g200gpam4list; docs.nvidia.com/networking/display/intrcnctcabreqndr400eth",
    };

    /// <summary>800 Gb/s, four colours of 200 Gb/s on two single-mode fibres, 2 km.</summary>
    public static Optic Osfp1600Fr4 { get; } = new("OSFP224-800G-FR4", "800G-FR4", "OSFP1600", 1, Seq.Of(800), Lane.Pam4x200,
        Medium.Smf, Lc, 2_000.Metres(), 16, false, "OSFP224 800G-FR4 transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), Wdm = true, Recalled = Seq.Of("all"),
    };

    /// <summary>Two ports of 800 Gb/s DR4, finned: switches of InfiniBand XDR.</summary>
    public static Optic Osfp1600TwinDr4 { get; } = new("OSFP224-2X800G-DR4", "800G-DR4", "OSFP1600", 2, Seq.Of(800, 400), Lane.Pam4x200,
        Medium.Smf, Apc12, 500.Metres(), 30, true, "OSFP224 2x800G-DR4 transceiver, 500 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0)), Recalled = Seq.Of("power", "loss"),
        Source = "docs.nvidia.com/networking/display/800g200gpam4list; docs.nvidia.com/networking/display/intrcnctcabreqndr400eth",
    };

    /// <summary>1.6 Tb/s over sixteen single-mode fibres, one MPO-16, 500 m.</summary>
    public static Optic Osfp1600Dr8 { get; } = new("OSFP224-1.6T-DR8", "1.6T-DR8", "OSFP1600", 1, Seq.Of(1600), Lane.Pam4x200,
        Medium.Smf, Apc16, 500.Metres(), 30, false, "OSFP224 1.6T-DR8 transceiver, 500 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0)),
        Breakouts = Seq.Of(new Breakout(8, "200G-DR1", 200), new Breakout(2, "800G-DR4", 800)), Recalled = Seq.Of("all"),
        Source = "NetBox interface type names",
    };
}
