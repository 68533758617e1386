namespace ClusterDsl;

/// <content>Transceivers of 400 Gb/s, by their standard: any vendor's.</content>
partial class Optics
{
    /// <summary>400 Gb/s over sixteen multimode fibres of 50 Gb/s: neither SR4 nor SR4.2.</summary>
    public static Optic QsfpDd400Sr8 { get; } = new("QSFP-DD-400G-SR8", "400G-SR8", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Mmf, Apc16, 100.Metres(), 12, false, "QSFP-DD 400G-SR8 transceiver, 100 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 70.Metres(), 1.8), new FibreReach(FibreGrade.Om4, 100.Metres(), 1.9), new FibreReach(FibreGrade.Om5, 100.Metres(), 1.9)),
        Breakouts = Seq.Of(new Breakout(2, "200G-SR4", 200), new Breakout(8, "50G-SR", 50)), Recalled = Seq.Of("power"),
        Source = "www.tiafotc.org/ieee-802-3-ethernet-standards-update/multimode-standards-update/400gbase-sr8/; docs.nvidia.com/networking/display/cablemanagfaq/cable+and+connector+definitions; www.flexoptix.net/en/blog/2018/06/the-400g-overview/",
    };

    /// <summary>400 Gb/s over sixteen multimode fibres of 50 Gb/s: neither SR4 nor SR4.2.</summary>
    public static Optic Osfp400Sr8 { get; } = new("OSFP-400G-SR8", "400G-SR8", "OSFP-IHS", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Mmf, Apc16, 100.Metres(), 12, false, "OSFP 400G-SR8 transceiver, 100 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 70.Metres(), 1.8), new FibreReach(FibreGrade.Om4, 100.Metres(), 1.9), new FibreReach(FibreGrade.Om5, 100.Metres(), 1.9)),
        Breakouts = Seq.Of(new Breakout(2, "200G-SR4", 200), new Breakout(8, "50G-SR", 50)), Recalled = Seq.Of("power"),
        Source = "www.tiafotc.org/ieee-802-3-ethernet-standards-update/multimode-standards-update/400gbase-sr8/; docs.nvidia.com/networking/display/cablemanagfaq/cable+and+connector+definitions; www.flexoptix.net/en/blog/2018/06/the-400g-overview/",
    };

    /// <summary>400 Gb/s, two colours both ways on eight multimode fibres: not SR4.</summary>
    public static Optic QsfpDd400Sr42 { get; } = new("QSFP-DD-400G-SR4.2", "400G-SR4.2-BiDi", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Mmf, Upc12, 100.Metres(), 10, false, "QSFP-DD 400G-SR4.2 transceiver, 100 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 70.Metres(), 1.7), new FibreReach(FibreGrade.Om4, 100.Metres(), 1.8), new FibreReach(FibreGrade.Om5, 150.Metres(), 2.0)),
        Wavelength = "850/910 nm", Breakouts = Seq.Of(new Breakout(4, "100G-SR1.2-BiDi", 100)), Recalled = Seq.Of("power", "polish"),
        Source = "www.tiafotc.org/ieee-802-3-ethernet-standards-update/multimode-standards-update/400gbase-sr4-2/",
    };

    /// <summary>400 Gb/s over eight multimode fibres, 50 m.</summary>
    public static Optic Qsfp112400Vr4 { get; } = new("QSFP112-400G-VR4", "400G-VR4", "QSFP112", 1, Seq.Of(400), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 8, false, "QSFP112 400G-VR4 transceiver, 50 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 30.Metres(), 1.6), new FibreReach(FibreGrade.Om4, 50.Metres(), 1.7)),
        Breakouts = Seq.Of(new Breakout(4, "100G-VR1", 100)), Recalled = Seq.Of("all"),
    };

    /// <summary>400 Gb/s over eight multimode fibres, 50 m.</summary>
    public static Optic OsfpRhs400Vr4 { get; } = new("OSFP-RHS-400G-VR4", "400G-VR4", "OSFP-RHS", 1, Seq.Of(400), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 8, false, "OSFP 400G-VR4 transceiver, 50 m, flat top")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 30.Metres(), 1.6), new FibreReach(FibreGrade.Om4, 50.Metres(), 1.7)),
        Breakouts = Seq.Of(new Breakout(4, "100G-VR1", 100)), Recalled = Seq.Of("all"),
    };

    /// <summary>400 Gb/s over eight single-mode fibres of one colour, 500 m.</summary>
    public static Optic QsfpDd400Dr4 { get; } = new("QSFP-DD-400G-DR4", "400G-DR4", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Apc12, 500.Metres(), 12, false, "QSFP-DD 400G-DR4 transceiver, 500 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0)), OpticalLane = Lane.Pam4x100, Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(4, "100G-DR1", 100)), Recalled = Seq.Of("loss", "power"),
        Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/; ubytelink.com/blog/what-is-400g-qsfp-dd-dr4-a-technical-deep-dive.html; www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/800gbase-dr8/",
    };

    /// <summary>400 Gb/s over eight single-mode fibres of one colour, 500 m.</summary>
    public static Optic Osfp400Dr4 { get; } = new("OSFP-400G-DR4", "400G-DR4", "OSFP-IHS", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Apc12, 500.Metres(), 12, false, "OSFP 400G-DR4 transceiver, 500 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0)), OpticalLane = Lane.Pam4x100, Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(4, "100G-DR1", 100)), Recalled = Seq.Of("loss", "power", "host lanes"),
        Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/; ubytelink.com/blog/what-is-400g-qsfp-dd-dr4-a-technical-deep-dive.html; www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/800gbase-dr8/",
    };

    /// <summary>400 Gb/s over eight single-mode fibres of one colour, 500 m.</summary>
    public static Optic OsfpRhs400Dr4 { get; } = new("OSFP-RHS-400G-DR4", "400G-DR4", "OSFP-RHS", 1, Seq.Of(400), Lane.Pam4x100,
        Medium.Smf, Apc12, 500.Metres(), 12, false, "OSFP 400G-DR4 transceiver, 500 m, flat top")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0)), Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(4, "100G-DR1", 100)), Recalled = Seq.Of("loss", "power"),
        Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/; ubytelink.com/blog/what-is-400g-qsfp-dd-dr4-a-technical-deep-dive.html; www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/800gbase-dr8/",
    };

    /// <summary>400 Gb/s over eight single-mode fibres of one colour, 500 m.</summary>
    public static Optic Qsfp112400Dr4 { get; } = new("QSFP112-400G-DR4", "400G-DR4", "QSFP112", 1, Seq.Of(400), Lane.Pam4x100,
        Medium.Smf, Apc12, 500.Metres(), 12, false, "QSFP112 400G-DR4 transceiver, 500 m")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0)), Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(4, "100G-DR1", 100)), Recalled = Seq.Of("loss", "power"),
        Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/; ubytelink.com/blog/what-is-400g-qsfp-dd-dr4-a-technical-deep-dive.html; www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/800gbase-dr8/",
    };

    /// <summary>400 Gb/s over eight single-mode fibres, 2 km; also called XDR4, by no standard.</summary>
    public static Optic QsfpDd400Dr4Plus { get; } = new("QSFP-DD-400G-DR4+", "400G-DR4+", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Apc12, 2_000.Metres(), 12, false, "QSFP-DD 400G-DR4+ transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), OpticalLane = Lane.Pam4x100, Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(4, "100G-FR1", 100)), Recalled = Seq.Of("loss", "power"),
        Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/",
    };

    /// <summary>400 Gb/s over eight single-mode fibres, 2 km; also called XDR4, by no standard.</summary>
    public static Optic Osfp400Dr4Plus { get; } = new("OSFP-400G-DR4+", "400G-DR4+", "OSFP-IHS", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Apc12, 2_000.Metres(), 12, false, "OSFP 400G-DR4+ transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), OpticalLane = Lane.Pam4x100, Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(4, "100G-FR1", 100)), Recalled = Seq.Of("loss", "power", "host lanes"),
        Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/",
    };

    /// <summary>400 Gb/s over eight single-mode fibres, 2 km; also called XDR4, by no standard.</summary>
    public static Optic Qsfp112400Dr4Plus { get; } = new("QSFP112-400G-DR4+", "400G-DR4+", "QSFP112", 1, Seq.Of(400), Lane.Pam4x100,
        Medium.Smf, Apc12, 2_000.Metres(), 12, false, "QSFP112 400G-DR4+ transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(4, "100G-FR1", 100)), Recalled = Seq.Of("loss", "power"),
        Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/",
    };

    /// <summary>400 Gb/s, four colours on two single-mode fibres, 2 km.</summary>
    public static Optic QsfpDd400Fr4 { get; } = new("QSFP-DD-400G-FR4", "400G-FR4", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 2_000.Metres(), 12, false, "QSFP-DD 400G-FR4 transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), OpticalLane = Lane.Pam4x100, Wdm = true,
        Wavelength = "1271/1291/1311/1331 nm", Recalled = Seq.Of("loss", "power"),
        Source = "standards.biao-zhun.cn/ieee-802-3cu-2021-pdf-download.html; www.flexoptix.net/en/blog/2018/06/the-400g-overview/; docs.nvidia.com/networking/display/mms4x50nm800g2kmpub/application+overview",
    };

    /// <summary>400 Gb/s, four colours on two single-mode fibres, 2 km.</summary>
    public static Optic Osfp400Fr4 { get; } = new("OSFP-400G-FR4", "400G-FR4", "OSFP-IHS", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 2_000.Metres(), 12, false, "OSFP 400G-FR4 transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), OpticalLane = Lane.Pam4x100, Wdm = true,
        Wavelength = "1271/1291/1311/1331 nm", Recalled = Seq.Of("loss", "power", "host lanes"),
        Source = "standards.biao-zhun.cn/ieee-802-3cu-2021-pdf-download.html; www.flexoptix.net/en/blog/2018/06/the-400g-overview/; docs.nvidia.com/networking/display/mms4x50nm800g2kmpub/application+overview",
    };

    /// <summary>400 Gb/s, four colours on two single-mode fibres, 2 km.</summary>
    public static Optic Qsfp112400Fr4 { get; } = new("QSFP112-400G-FR4", "400G-FR4", "QSFP112", 1, Seq.Of(400), Lane.Pam4x100,
        Medium.Smf, Lc, 2_000.Metres(), 12, false, "QSFP112 400G-FR4 transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), Wdm = true, Wavelength = "1271/1291/1311/1331 nm",
        Recalled = Seq.Of("loss", "power"),
        Source = "standards.biao-zhun.cn/ieee-802-3cu-2021-pdf-download.html; www.flexoptix.net/en/blog/2018/06/the-400g-overview/; docs.nvidia.com/networking/display/mms4x50nm800g2kmpub/application+overview",
    };

    /// <summary>400 Gb/s, four colours on two single-mode fibres: the 6 km of IEEE.</summary>
    public static Optic QsfpDd400Lr4 { get; } = new("QSFP-DD-400G-LR4-6", "400G-LR4-6", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 6_000.Metres(), 12, false, "QSFP-DD 400G-LR4-6 transceiver, 6 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 6_000.Metres(), 5.0)), OpticalLane = Lane.Pam4x100, Wdm = true,
        Recalled = Seq.Of("loss", "power"), Source = "standards.biao-zhun.cn/ieee-802-3cu-2021-pdf-download.html",
    };

    /// <summary>400 Gb/s, four colours on two single-mode fibres: the 6 km of IEEE.</summary>
    public static Optic Osfp400Lr4 { get; } = new("OSFP-400G-LR4-6", "400G-LR4-6", "OSFP-IHS", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 6_000.Metres(), 12, false, "OSFP 400G-LR4-6 transceiver, 6 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 6_000.Metres(), 5.0)), OpticalLane = Lane.Pam4x100, Wdm = true,
        Recalled = Seq.Of("loss", "power", "host lanes"), Source = "standards.biao-zhun.cn/ieee-802-3cu-2021-pdf-download.html",
    };

    /// <summary>400 Gb/s, four colours on two single-mode fibres: the 10 km of the 100G Lambda MSA.</summary>
    public static Optic QsfpDd400Lr4Ten { get; } = new("QSFP-DD-400G-LR4-10", "400G-LR4-10", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 10_000.Metres(), 12, false, "QSFP-DD 400G-LR4-10 transceiver, 10 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 10_000.Metres(), 6.3)), OpticalLane = Lane.Pam4x100, Wdm = true,
        Recalled = Seq.Of("loss", "power"), Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/",
    };

    /// <summary>400 Gb/s, four colours on two single-mode fibres: the 10 km of the 100G Lambda MSA.</summary>
    public static Optic Osfp400Lr4Ten { get; } = new("OSFP-400G-LR4-10", "400G-LR4-10", "OSFP-IHS", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 10_000.Metres(), 12, false, "OSFP 400G-LR4-10 transceiver, 10 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 10_000.Metres(), 6.3)), OpticalLane = Lane.Pam4x100, Wdm = true,
        Recalled = Seq.Of("loss", "power", "host lanes"), Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/",
    };

    /// <summary>400 Gb/s, eight colours on two single-mode fibres, 2 km.</summary>
    public static Optic QsfpDd400Fr8 { get; } = new("QSFP-DD-400G-FR8", "400G-FR8", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 2_000.Metres(), 14, false, "QSFP-DD 400G-FR8 transceiver, 2 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 2_000.Metres(), 4.0)), Wdm = true, Recalled = Seq.Of("all"),
        Source = "www.flexoptix.net/en/blog/2018/06/the-400g-overview/",
    };

    /// <summary>400 Gb/s, eight colours on two single-mode fibres, 10 km.</summary>
    public static Optic QsfpDd400Lr8 { get; } = new("QSFP-DD-400G-LR8", "400G-LR8", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 10_000.Metres(), 14, false, "QSFP-DD 400G-LR8 transceiver, 10 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 10_000.Metres(), 6.3), new FibreReach(FibreGrade.Os1a, 4_000.Metres())), Wdm = true,
        Recalled = Seq.Of("power"), Source = "www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/400gbase-lr8/",
    };

    /// <summary>400 Gb/s, eight colours on two single-mode fibres, 10 km.</summary>
    public static Optic Osfp400Lr8 { get; } = new("OSFP-400G-LR8", "400G-LR8", "OSFP-IHS", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 10_000.Metres(), 14, false, "OSFP 400G-LR8 transceiver, 10 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 10_000.Metres(), 6.3), new FibreReach(FibreGrade.Os1a, 4_000.Metres())), Wdm = true,
        Recalled = Seq.Of("power"), Source = "www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/400gbase-lr8/",
    };

    /// <summary>400 Gb/s, eight colours on two single-mode fibres, 40 km.</summary>
    public static Optic QsfpDd400Er8 { get; } = new("QSFP-DD-400G-ER8", "400G-ER8", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 40_000.Metres(), 14, false, "QSFP-DD 400G-ER8 transceiver, 40 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 40_000.Metres(), 18.0)), Wdm = true, Recalled = Seq.Of("all"),
        Source = "www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/400gbase-lr8/",
    };
}
