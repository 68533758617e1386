namespace ClusterDsl;

/// <summary>Transceivers of the catalogue.</summary>
/// <remarks>
/// Part numbers, reach and power: NVIDIA's product pages and line overview (docs.nvidia.com/networking: MMA4Z00, MMA1Z00, MMS4X00,
/// MMS4X50) and the NVIDIA cable FAQ. Reach on multimode fibre is NVIDIA's guarantee on OM4 (50 m), not the 100 m objective of
/// IEEE 802.3db.
/// </remarks>
public static partial class Optics
{
    const string Apc12 = "MPO-12 APC";
    const string Upc12 = "MPO-12 UPC";
    const string Apc16 = "MPO-16 APC";
    const string Lc = "LC duplex UPC";

    static readonly Seq<FibreReach> Sr4Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 30.Metres()), new FibreReach(FibreGrade.Om4, 50.Metres(), 1.8));
    static readonly Seq<Breakout> Sr4Legs = Seq.Of(new Breakout(4, "100G-SR1", 100)), Dr4Legs = Seq.Of(new Breakout(4, "100G-DR1", 100));
    static readonly Seq<string> LossRecalled = Seq.Of("loss");

    static Seq<FibreReach> Os2(int metres, double lossDb) => Seq.Of(new FibreReach(FibreGrade.Os2, metres.Metres(), lossDb));

    /// <summary>800 Gb/s twin-port 2xSR4, finned: air-cooled switches.</summary>
    public static Optic Mma4z00Ns { get; } = new("MMA4Z00-NS", "400G-SR4", "OSFP-IHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 17, true, "800G twin-port OSFP 2xSR4 transceiver, finned")
    { Reaches = Sr4Reaches, Breakouts = Sr4Legs, Recalled = LossRecalled, Source = "docs.nvidia.com/networking/display/800GMMA4Z00NS/Overview" };

    /// <summary>800 Gb/s twin-port 2xSR4, flat top: nodes with twin-port cages.</summary>
    public static Optic Mma4z00NsFlt { get; } = new("MMA4Z00-NS-FLT", "400G-SR4", "OSFP-RHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 17, true, "800G twin-port OSFP 2xSR4 transceiver, flat top")
    { Reaches = Sr4Reaches, Breakouts = Sr4Legs, Recalled = LossRecalled, Source = "docs.nvidia.com/networking/display/800GMMA4Z00NS/Overview" };

    /// <summary>The twin-port 2xSR4 that carries Ethernet only.</summary>
    public static Optic Mma4z00NsT { get; } = new("MMA4Z00-NS-T", "400G-SR4", "OSFP-IHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 17, false, "800G twin-port OSFP 2xSR4 transceiver, finned, Ethernet only")
    { Reaches = Sr4Reaches, Breakouts = Sr4Legs, Recalled = LossRecalled, Source = "docs.nvidia.com/networking/display/800gmma4z00nst/overview" };

    /// <summary>400 Gb/s SR4, flat-top OSFP: adapters with single-port cages.</summary>
    public static Optic Mma4z00Ns400 { get; } = new("MMA4Z00-NS400", "400G-SR4", "OSFP-RHS", 1, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 9, true, "400G OSFP SR4 transceiver, flat top")
    { Reaches = Sr4Reaches, Breakouts = Sr4Legs, Recalled = LossRecalled, Source = "docs.nvidia.com/networking/display/MMA4Z00NS400T" };

    /// <summary>400 Gb/s SR4 in a QSFP112 plug.</summary>
    public static Optic Mma1z00Ns400 { get; } = new("MMA1Z00-NS400", "400G-SR4", "QSFP112", 1, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 9, true, "400G QSFP112 SR4 transceiver")
    { Reaches = Sr4Reaches, Breakouts = Sr4Legs, Recalled = LossRecalled, Source = "docs.nvidia.com/networking/display/MMA1Z00NS400T/Overview" };

    /// <summary>800 Gb/s twin-port 2xDR4 for 100 m, finned.</summary>
    public static Optic Mms4x00Ns { get; } = new("MMS4X00-NS", "400G-DR4", "OSFP-IHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Smf, Apc12, 100.Metres(), 17, true, "800G twin-port OSFP 2xDR4 transceiver, 100 m, finned")
    { Reaches = Os2(100, 3.0), Wavelength = "1310 nm", Breakouts = Dr4Legs, Recalled = LossRecalled, Source = "docs.nvidia.com/networking/display/800gmms4x00ns/specifications" };

    /// <summary>800 Gb/s twin-port 2xDR4 for 500 m between switches, finned.</summary>
    public static Optic Mms4x00Nm { get; } = new("MMS4X00-NM", "400G-DR4", "OSFP-IHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Smf, Apc12, 500.Metres(), 17, true, "800G twin-port OSFP 2xDR4 transceiver, 500 m, finned")
    { Reaches = Os2(500, 3.0), Wavelength = "1310 nm", Breakouts = Dr4Legs, Recalled = LossRecalled, Source = "docs.nvidia.com/networking/display/mms4x00nm800g500m/application+overview" };

    /// <summary>800 Gb/s twin-port 2xDR4, flat top.</summary>
    public static Optic Mms4x00NsFlt { get; } = new("MMS4X00-NS-FLT", "400G-DR4", "OSFP-RHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Smf, Apc12, 100.Metres(), 17, true, "800G twin-port OSFP 2xDR4 transceiver, 100 m, flat top")
    { Reaches = Os2(100, 3.0), Wavelength = "1310 nm", Breakouts = Dr4Legs, Recalled = LossRecalled, Source = "docs.nvidia.com/networking/display/800GMMS4X00NS/Overview" };

    /// <summary>400 Gb/s DR4, flat-top OSFP; 100 m although the standard says 500.</summary>
    public static Optic Mms4x00Ns400 { get; } = new("MMS4X00-NS400", "400G-DR4", "OSFP-RHS", 1, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Smf, Apc12, 100.Metres(), 9, true, "400G OSFP DR4 transceiver, 100 m, flat top")
    { Reaches = Os2(100, 3.0), Wavelength = "1310 nm", Breakouts = Dr4Legs, Recalled = LossRecalled, Source = "docs.nvidia.com/networking/display/mms4x00ns400/overview" };

    /// <summary>400 Gb/s DR4 in a QSFP112 plug, 100 m.</summary>
    public static Optic Mms1x00Ns400 { get; } = new("MMS1X00-NS400", "400G-DR4", "QSFP112", 1, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Smf, Apc12, 100.Metres(), 9, true, "400G QSFP112 DR4 transceiver, 100 m")
    { Reaches = Os2(100, 3.0), Wavelength = "1310 nm", Breakouts = Dr4Legs, Recalled = LossRecalled, Source = "docs.nvidia.com/networking/display/mms4x00ns400/overview" };

    /// <summary>800 Gb/s twin-port 2xFR4 over duplex LC, 2 km.</summary>
    public static Optic Mms4x50Nm { get; } = new("MMS4X50-NM", "400G-FR4", "OSFP-IHS", 2, Seq.Of(400), Lane.Pam4x100,
        Medium.Smf, Lc, 2_000.Metres(), 17, true, "800G twin-port OSFP 2xFR4 transceiver, 2 km, finned")
    { Reaches = Os2(2_000, 4.0), Wdm = true, Wavelength = "1271/1291/1311/1331 nm", Recalled = Seq.Of("loss", "power"),
      PriceUsd = "1500", PriceSource = "lux-price, undated, a compatible 2xFR4; the low end of 1,500-1,900", Source = "docs.nvidia.com/networking/display/mms4x50nm800g2kmpub/application+overview" };

    /// <summary>800 Gb/s SR8, one MPO-16, in an OSFP plug. Reach and power recalled.</summary>
    public static Optic Osfp800Sr8 { get; } = new("OSFP-800G-SR8", "800G-SR8", "OSFP-IHS", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Mmf, Apc16, 100.Metres(), 16, false, "800G OSFP SR8 transceiver (reach and power recalled)")
    { Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 60.Metres()), new FibreReach(FibreGrade.Om4, 100.Metres(), 1.8)), Recalled = Seq.Of("all"),
      Breakouts = Seq.Of(new Breakout(2, "400G-SR4", 400), new Breakout(8, "100G-SR1", 100)),
      PriceUsd = "799", PriceSource = "gitea-sr8, 2026-04, a compatible module, weak source; the low end of 799-999" };

    /// <summary>800 Gb/s DR8, one MPO-16, in an OSFP plug.</summary>
    public static Optic Osfp800Dr8 { get; } = new("OSFP-800G-DR8", "800G-DR8", "OSFP-IHS", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Smf, Apc16, 500.Metres(), 17, false, "800G OSFP DR8 transceiver")
    {
        Reaches = Seq.Of(new FibreReach(FibreGrade.Os2, 500.Metres(), 3.0), new FibreReach(FibreGrade.Os1a, 250.Metres())), Wavelength = "1310 nm",
        Breakouts = Seq.Of(new Breakout(2, "400G-DR4", 400), new Breakout(8, "100G-DR1", 100)), Recalled = Seq.Of("power"),
        PriceUsd = "1100", PriceSource = "lux-price, undated (2025-26), volume over 1,000; the low end of 1,100-1,400",
        Source = "www.tiafotc.org/ieee-802-3-ethernet-standards-update/singlemode-standards-update/800gbase-dr8/",
    };

    /// <summary>200 Gb/s SR4: HDR and 200GbE.</summary>
    public static Optic Mma1t00Vs { get; } = new("MMA1T00-VS", "200G-SR4", "QSFP56", 1, Seq.Of(200), Lane.Pam4x50,
        Medium.Mmf, Upc12, 100.Metres(), 5, true, "200G QSFP56 SR4 transceiver")
    { Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 70.Metres(), 1.8), new FibreReach(FibreGrade.Om4, 100.Metres(), 1.9)),
      Breakouts = Seq.Of(new Breakout(2, "100G-SR2", 100)), Recalled = Seq.Of("reach", "loss", "power"), Source = "docs.nvidia.com/networking/display/cablemanagfaq/cable+and+connector+definitions" };

    /// <summary>100 Gb/s SR4: four lanes of 25.</summary>
    public static Optic Mma1b00C100d { get; } = new("MMA1B00-C100D", "100G-SR4", "QSFP28", 1, Seq.Of(100), Lane.Nrz25,
        Medium.Mmf, Upc12, 100.Metres(), 3.5, false, "100G QSFP28 SR4 transceiver")
    { Reaches = Seq.Of(new FibreReach(FibreGrade.Om3, 70.Metres(), 1.8), new FibreReach(FibreGrade.Om4, 100.Metres(), 1.9)),
      Breakouts = Seq.Of(new Breakout(4, "25G-SR", 25)), Recalled = Seq.Of("reach", "loss", "fec"), Source = "docs.nvidia.com/networking/display/cablemanagfaq/cable+and+connector+definitions" };

    /// <summary>100 Gb/s LR4 over duplex LC.</summary>
    public static Optic Qsfp28Lr4 { get; } = new("QSFP28-100G-LR4", "100G-LR4", "QSFP28", 1, Seq.Of(100), Lane.Nrz25,
        Medium.Smf, Lc, 10_000.Metres(), 4.5, false, "100G QSFP28 LR4 transceiver")
    { Reaches = Os2(10_000, 6.3), Wdm = true, Fec = Fec.None, Recalled = Seq.Of("fec", "power"), Source = "docs.nvidia.com/networking/display/cablemanagfaq/cable+and+connector+definitions" };

    /// <summary>
    /// Those the planner chooses from, the first that serves first: parts of NVIDIA's LinkX line, then modules by their standard, the
    /// nearer before the farther. Coherent ones are for an author to choose.
    /// </summary>
    // Asked for when all modules of all files are made: the order of those is the compiler's.
    internal static Seq<Optic> All => _all ??= Seq.Of(
        Mma4z00Ns, Mma4z00NsFlt, Mma4z00Ns400, Mma1z00Ns400, Mma1t00Vs, Mma1b00C100d, Osfp800Sr8,
        Mms4x00Ns, Mms4x00NsFlt, Mms4x00Ns400, Mms1x00Ns400, Mms4x00Nm, Osfp800Dr8, Mms4x50Nm, Qsfp28Lr4,
        Sfp28Sr, Qsfp28Sr12, Sfp112Sr1, Qsfp112Sr1, QsfpDd400Sr8, Osfp400Sr8, QsfpDd400Sr42, Qsfp112400Vr4, OsfpRhs400Vr4,
        Osfp800Vr8, QsfpDd800Sr8, QsfpDd800Vr8,
        Qsfp28Psm4, Qsfp28Dr1, Sfp112Dr1, Qsfp56Dr4, QsfpDd400Dr4, Osfp400Dr4, OsfpRhs400Dr4, Qsfp112400Dr4, QsfpDd800Dr8,
        Osfp1600RhsDr4, Osfp1600Dr4, Osfp1600TwinDr4, Osfp1600Dr8,
        Qsfp28Cwdm4, Qsfp28Fr1, Sfp112Fr1, Qsfp56Fr4, QsfpDd400Dr4Plus, Osfp400Dr4Plus, Qsfp112400Dr4Plus,
        QsfpDd400Fr4, Osfp400Fr4, Qsfp112400Fr4, QsfpDd400Fr8, Osfp800Dr8Two, QsfpDd800Dr8Two, Osfp1600Fr4,
        QsfpDd400Lr4, Osfp400Lr4, Sfp28Lr, Qsfp28Lr1, QsfpDd400Lr4Ten, Osfp400Lr4Ten, QsfpDd400Lr8, Osfp400Lr8, OsfpTwinLr4, QsfpDd800TwinLr4, QsfpDd400Er8);

    static Seq<Optic>? _all;
}
