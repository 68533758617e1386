namespace ClusterDsl;

/// <content>Coherent transceivers, for the ways between halls and sites.</content>
partial class Optics
{
    /// <summary>400 Gb/s coherent, 120 km with an amplifier, 40 km without.</summary>
    public static Optic QsfpDd400Zr { get; } = new("QSFP-DD-400ZR", "400ZR", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 40_000.Metres(), 20, false, "QSFP-DD 400ZR transceiver, 40 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 40_000.Metres(), 11)), OpticalLane = Lane.Coherent, Modes = Seq.Of(CoherentMode.Zr400), Wdm = true,
        Recalled = Seq.Of("reach", "loss", "power"),
        Source = "a10.tagan.ru/huawei/.../hw_optical_02313LHH.html; www.precisionot.com/400g-zrx-explore-the-possibilities/",
    };

    /// <summary>400 Gb/s coherent, 120 km with an amplifier, 40 km without.</summary>
    public static Optic Osfp400Zr { get; } = new("OSFP-400ZR", "400ZR", "OSFP-IHS", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 40_000.Metres(), 20, false, "OSFP 400ZR transceiver, 40 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 40_000.Metres(), 11)), OpticalLane = Lane.Coherent, Modes = Seq.Of(CoherentMode.Zr400), Wdm = true,
        Recalled = Seq.Of("reach", "loss", "power"),
        Source = "a10.tagan.ru/huawei/.../hw_optical_02313LHH.html; www.precisionot.com/400g-zrx-explore-the-possibilities/",
    };

    /// <summary>400 Gb/s coherent, 450 km with amplifiers.</summary>
    public static Optic QsfpDd400OpenZr { get; } = new("QSFP-DD-400G-OPENZR+", "400G-OpenZR+", "QSFP-DD", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 450_000.Metres(), 22.5, false, "QSFP-DD 400G-OpenZR+ transceiver, 450 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 450_000.Metres())), OpticalLane = Lane.Coherent, Modes = Seq.Of(CoherentMode.OpenZr400, CoherentMode.Zr400), Wdm = true, Fec = Fec.OFec,
        Recalled = Seq.Of("reach"), Source = "m.yellobot.com/400g-qsfp-dd-zr-coherent-transceiver.html",
    };

    /// <summary>400 Gb/s coherent, 450 km with amplifiers.</summary>
    public static Optic Osfp400OpenZr { get; } = new("OSFP-400G-OPENZR+", "400G-OpenZR+", "OSFP-IHS", 1, Seq.Of(400), Lane.Pam4x50,
        Medium.Smf, Lc, 450_000.Metres(), 22.5, false, "OSFP 400G-OpenZR+ transceiver, 450 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 450_000.Metres())), OpticalLane = Lane.Coherent, Modes = Seq.Of(CoherentMode.OpenZr400, CoherentMode.Zr400), Wdm = true, Fec = Fec.OFec,
        Recalled = Seq.Of("reach"), Source = "m.yellobot.com/400g-qsfp-dd-zr-coherent-transceiver.html",
    };

    /// <summary>800 Gb/s coherent, 120 km with an amplifier.</summary>
    public static Optic Osfp800Zr { get; } = new("OSFP-800ZR", "800ZR", "OSFP-IHS", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Smf, Lc, 120_000.Metres(), 30, false, "OSFP 800ZR transceiver, 120 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 120_000.Metres())), OpticalLane = Lane.Coherent, Modes = Seq.Of(CoherentMode.Zr800), Wdm = true, Fec = Fec.OFec,
        Recalled = Seq.Of("all"),
        Source = "cloudnews.tech/cisco-raises-the-bar-for-ai-networking-new-fixed-router-with-51-2-tbps-8223-and-silicon-one-p200-chip-for-scalable-data-center-interconnection; www.ipinfusion.com/technology/tomahawk-5/",
    };

    /// <summary>800 Gb/s coherent, 120 km with an amplifier.</summary>
    public static Optic QsfpDd800Zr { get; } = new("QSFP-DD800-800ZR", "800ZR", "QSFP-DD800", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Smf, Lc, 120_000.Metres(), 30, false, "QSFP-DD800 800ZR transceiver, 120 km")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 120_000.Metres())), OpticalLane = Lane.Coherent, Modes = Seq.Of(CoherentMode.Zr800), Wdm = true, Fec = Fec.OFec,
        Recalled = Seq.Of("all"),
        Source = "cloudnews.tech/cisco-raises-the-bar-for-ai-networking-new-fixed-router-with-51-2-tbps-8223-and-silicon-one-p200-chip-for-scalable-data-center-interconnection; www.ipinfusion.com/technology/tomahawk-5/",
    };

    /// <summary>400 Gb/s coherent that sends 0 dBm: through multiplexers and old lines.</summary>
    public static Optic QsfpDd400OpenZrHighPower { get; } = QsfpDd400OpenZr with
    {
        Id = "QSFP-DD-400G-OPENZR+-HP", PowerW = 24.7, Modes = Seq.Of(CoherentMode.OpenZr400HighPower), Description = "QSFP-DD 400G-OpenZR+ transceiver, 0 dBm",
        Source = "Smartoptics TQD017-TUNC-SO data sheet 6.4",
    };
}
