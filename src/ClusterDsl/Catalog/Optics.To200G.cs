namespace ClusterDsl;

/// <content>Transceivers of 25 to 200 Gb/s, by their standard: any vendor's.</content>
partial class Optics
{
    /// <summary>25 Gb/s over two multimode fibres.</summary>
    public static Optic Sfp28Sr { get; } = new("SFP28-25G-SR", "25G-SR", "SFP28", 1, Seq.Of(25), Lane.Nrz25,
        Medium.Mmf, Lc, 100.Metres(), 1, false, "SFP28 25G-SR transceiver, 100 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 70.Metres(), 1.8), new FibreReach(FibreGrade.Om4, 100.Metres(), 1.9)),
        Recalled = Seq.Of("all"), Source = "docs.nvidia.com/networking/display/cablemanagfaq/cable+and+connector+definitions",
    };

    /// <summary>25 Gb/s over two single-mode fibres, 10 km.</summary>
    public static Optic Sfp28Lr { get; } = new("SFP28-25G-LR", "25G-LR", "SFP28", 1, Seq.Of(25), Lane.Nrz25,
        Medium.Smf, Lc, 10_000.Metres(), 1.5, false, "SFP28 25G-LR transceiver, 10 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 10_000.Metres(), 6.3)), Recalled = Seq.Of("all"),
        Source = "docs.nvidia.com/networking/display/cablemanagfaq/cable+and+connector+definitions",
    };

    /// <summary>100 Gb/s over eight single-mode fibres of one colour: an MSA, not IEEE.</summary>
    public static Optic Qsfp28Psm4 { get; } = new("QSFP28-100G-PSM4", "100G-PSM4", "QSFP28", 1, Seq.Of(100), Lane.Nrz25,
        Medium.Smf, Apc12, 500.Metres(), 3.5, false, "QSFP28 100G-PSM4 transceiver, 500 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.3)), Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(4, "25G-PSM1", 25)), Recalled = Seq.Of("loss", "fec"),
        Source = "docs.nvidia.com/networking/display/cablemanagfaq/cable+and+connector+definitions",
    };

    /// <summary>100 Gb/s, four colours on two single-mode fibres, 2 km.</summary>
    public static Optic Qsfp28Cwdm4 { get; } = new("QSFP28-100G-CWDM4", "100G-CWDM4", "QSFP28", 1, Seq.Of(100), Lane.Nrz25,
        Medium.Smf, Lc, 2_000.Metres(), 3.5, false, "QSFP28 100G-CWDM4 transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 5.0)), Wdm = true, Recalled = Seq.Of("loss", "fec"),
        Source = "docs.nvidia.com/networking/display/cablemanagfaq/cable+and+connector+definitions",
    };

    /// <summary>100 Gb/s, two colours both ways on two multimode fibres.</summary>
    public static Optic Qsfp28Sr12 { get; } = new("QSFP28-100G-SR1.2", "100G-SR1.2-BiDi", "QSFP28", 1, Seq.Of(100), Lane.Nrz25,
        Medium.Mmf, Lc, 100.Metres(), 3.5, false, "QSFP28 100G-SR1.2 transceiver, 100 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 70.Metres()), new FibreReach(FibreGrade.Om4, 100.Metres(), 1.9), new FibreReach(FibreGrade.Om5, 150.Metres())),
        OpticalLane = Lane.Pam4x50, Wdm = true, Recalled = Seq.Of("all"),
    };

    /// <summary>100 Gb/s on one wavelength, 500 m: the child of DR4 and DR8.</summary>
    public static Optic Qsfp28Dr1 { get; } = new("QSFP28-100G-DR1", "100G-DR1", "QSFP28", 1, Seq.Of(100), Lane.Nrz25,
        Medium.Smf, Lc, 500.Metres(), 4.5, false, "QSFP28 100G-DR1 transceiver, 500 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0)), OpticalLane = Lane.Pam4x100, Wavelength = "1310 nm",
        Recalled = Seq.Of("loss", "power", "host lanes"), Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/",
    };

    /// <summary>100 Gb/s on one wavelength, 500 m: the child of DR4 and DR8.</summary>
    public static Optic Sfp112Dr1 { get; } = new("SFP112-100G-DR1", "100G-DR1", "SFP112", 1, Seq.Of(100), Lane.Pam4x100,
        Medium.Smf, Lc, 500.Metres(), 4.5, false, "SFP112 100G-DR1 transceiver, 500 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0)), Wavelength = "1310 nm", Recalled = Seq.Of("loss", "power"),
        Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/",
    };

    /// <summary>100 Gb/s on one wavelength, 2 km: the child of DR4+ and DR8-2.</summary>
    public static Optic Qsfp28Fr1 { get; } = new("QSFP28-100G-FR1", "100G-FR1", "QSFP28", 1, Seq.Of(100), Lane.Nrz25,
        Medium.Smf, Lc, 2_000.Metres(), 4.5, false, "QSFP28 100G-FR1 transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), OpticalLane = Lane.Pam4x100, Wavelength = "1310 nm",
        Recalled = Seq.Of("loss", "power", "host lanes"), Source = "standards.biao-zhun.cn/ieee-802-3cu-2021-pdf-download.html",
    };

    /// <summary>100 Gb/s on one wavelength, 2 km: the child of DR4+ and DR8-2.</summary>
    public static Optic Sfp112Fr1 { get; } = new("SFP112-100G-FR1", "100G-FR1", "SFP112", 1, Seq.Of(100), Lane.Pam4x100,
        Medium.Smf, Lc, 2_000.Metres(), 4.5, false, "SFP112 100G-FR1 transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), Wavelength = "1310 nm", Recalled = Seq.Of("loss", "power"),
        Source = "standards.biao-zhun.cn/ieee-802-3cu-2021-pdf-download.html",
    };

    /// <summary>100 Gb/s on one wavelength, 10 km.</summary>
    public static Optic Qsfp28Lr1 { get; } = new("QSFP28-100G-LR1", "100G-LR1", "QSFP28", 1, Seq.Of(100), Lane.Nrz25,
        Medium.Smf, Lc, 10_000.Metres(), 4.5, false, "QSFP28 100G-LR1 transceiver, 10 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 10_000.Metres(), 6.3)), OpticalLane = Lane.Pam4x100,
        Recalled = Seq.Of("loss", "power", "host lanes"), Source = "standards.biao-zhun.cn/ieee-802-3cu-2021-pdf-download.html",
    };

    /// <summary>100 Gb/s over two multimode fibres: the child of SR4 at 100 Gb/s a lane.</summary>
    public static Optic Sfp112Sr1 { get; } = new("SFP112-100G-SR1", "100G-SR1", "SFP112", 1, Seq.Of(100), Lane.Pam4x100,
        Medium.Mmf, Lc, 100.Metres(), 2.5, false, "SFP112 100G-SR1 transceiver, 100 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 60.Metres()), new FibreReach(FibreGrade.Om4, 100.Metres(), 1.8)),
        Recalled = Seq.Of("reach", "loss", "power"), Source = "v-i-systems.com/2021/01/22/ieee-p802-3db-adds-pmd-for-100-meter/",
    };

    /// <summary>100 Gb/s over two multimode fibres: the child of SR4 at 100 Gb/s a lane.</summary>
    public static Optic Qsfp112Sr1 { get; } = new("QSFP112-100G-SR1", "100G-SR1", "QSFP112", 1, Seq.Of(100), Lane.Pam4x100,
        Medium.Mmf, Lc, 100.Metres(), 2.5, false, "QSFP112 100G-SR1 transceiver, 100 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 60.Metres()), new FibreReach(FibreGrade.Om4, 100.Metres(), 1.8)),
        Recalled = Seq.Of("reach", "loss", "power"), Source = "v-i-systems.com/2021/01/22/ieee-p802-3db-adds-pmd-for-100-meter/",
    };

    /// <summary>200 Gb/s over eight single-mode fibres, 500 m.</summary>
    public static Optic Qsfp56Dr4 { get; } = new("QSFP56-200G-DR4", "200G-DR4", "QSFP56", 1, Seq.Of(200), Lane.Pam4x50,
        Medium.Smf, Apc12, 500.Metres(), 5.5, false, "QSFP56 200G-DR4 transceiver, 500 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0)), Breakouts = Seq.Of(new Breakout(4, "50G-DR1", 50)),
        Recalled = Seq.Of("all"),
    };

    /// <summary>200 Gb/s, four colours on two single-mode fibres, 2 km.</summary>
    public static Optic Qsfp56Fr4 { get; } = new("QSFP56-200G-FR4", "200G-FR4", "QSFP56", 1, Seq.Of(200), Lane.Pam4x50,
        Medium.Smf, Lc, 2_000.Metres(), 6.5, false, "QSFP56 200G-FR4 transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), Wdm = true, Recalled = Seq.Of("all"),
    };
}
