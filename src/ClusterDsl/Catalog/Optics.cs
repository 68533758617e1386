namespace ClusterDsl;

/// <summary>Transceivers of the catalogue.</summary>
/// <remarks>
/// Part numbers, reach and power: NVIDIA's product pages and line overview (docs.nvidia.com/networking: MMA4Z00, MMA1Z00, MMS4X00,
/// MMS4X50) and the NVIDIA cable FAQ. Reach on multimode fibre is NVIDIA's guarantee on OM4 (50 m), not the 100 m objective of
/// IEEE 802.3db.
/// </remarks>
public static class Optics
{
    const string Apc12 = "MPO-12 APC";
    const string Upc12 = "MPO-12 UPC";

    /// <summary>800 Gb/s twin-port 2xSR4, finned: air-cooled switches.</summary>
    public static Optic Mma4z00Ns { get; } = new("MMA4Z00-NS", "400G-SR4", "OSFP-IHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 17, true, "800G twin-port OSFP 2xSR4 transceiver, finned");

    /// <summary>800 Gb/s twin-port 2xSR4, flat top: nodes with twin-port cages.</summary>
    public static Optic Mma4z00NsFlt { get; } = new("MMA4Z00-NS-FLT", "400G-SR4", "OSFP-RHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 17, true, "800G twin-port OSFP 2xSR4 transceiver, flat top");

    /// <summary>The twin-port 2xSR4 that carries Ethernet only.</summary>
    public static Optic Mma4z00NsT { get; } = new("MMA4Z00-NS-T", "400G-SR4", "OSFP-IHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 17, false, "800G twin-port OSFP 2xSR4 transceiver, finned, Ethernet only");

    /// <summary>400 Gb/s SR4, flat-top OSFP: adapters with single-port cages.</summary>
    public static Optic Mma4z00Ns400 { get; } = new("MMA4Z00-NS400", "400G-SR4", "OSFP-RHS", 1, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 9, true, "400G OSFP SR4 transceiver, flat top");

    /// <summary>400 Gb/s SR4 in a QSFP112 plug.</summary>
    public static Optic Mma1z00Ns400 { get; } = new("MMA1Z00-NS400", "400G-SR4", "QSFP112", 1, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Mmf, Apc12, 50.Metres(), 9, true, "400G QSFP112 SR4 transceiver");

    /// <summary>800 Gb/s twin-port 2xDR4 for 100 m, finned.</summary>
    public static Optic Mms4x00Ns { get; } = new("MMS4X00-NS", "400G-DR4", "OSFP-IHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Smf, Apc12, 100.Metres(), 17, true, "800G twin-port OSFP 2xDR4 transceiver, 100 m, finned");

    /// <summary>800 Gb/s twin-port 2xDR4 for 500 m between switches, finned.</summary>
    public static Optic Mms4x00Nm { get; } = new("MMS4X00-NM", "400G-DR4", "OSFP-IHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Smf, Apc12, 500.Metres(), 17, true, "800G twin-port OSFP 2xDR4 transceiver, 500 m, finned");

    /// <summary>800 Gb/s twin-port 2xDR4, flat top.</summary>
    public static Optic Mms4x00NsFlt { get; } = new("MMS4X00-NS-FLT", "400G-DR4", "OSFP-RHS", 2, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Smf, Apc12, 100.Metres(), 17, true, "800G twin-port OSFP 2xDR4 transceiver, 100 m, flat top");

    /// <summary>400 Gb/s DR4, flat-top OSFP; 100 m although the standard says 500.</summary>
    public static Optic Mms4x00Ns400 { get; } = new("MMS4X00-NS400", "400G-DR4", "OSFP-RHS", 1, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Smf, Apc12, 100.Metres(), 9, true, "400G OSFP DR4 transceiver, 100 m, flat top");

    /// <summary>400 Gb/s DR4 in a QSFP112 plug, 100 m.</summary>
    public static Optic Mms1x00Ns400 { get; } = new("MMS1X00-NS400", "400G-DR4", "QSFP112", 1, Seq.Of(400, 200), Lane.Pam4x100,
        Medium.Smf, Apc12, 100.Metres(), 9, true, "400G QSFP112 DR4 transceiver, 100 m");

    /// <summary>800 Gb/s twin-port 2xFR4 over duplex LC, 2 km.</summary>
    public static Optic Mms4x50Nm { get; } = new("MMS4X50-NM", "400G-FR4", "OSFP-IHS", 2, Seq.Of(400), Lane.Pam4x100,
        Medium.Smf, "LC duplex UPC", 2_000.Metres(), 17, true, "800G twin-port OSFP 2xFR4 transceiver, 2 km, finned");

    /// <summary>800 Gb/s SR8, one MPO-16, in an OSFP plug. Reach and power recalled.</summary>
    public static Optic Osfp800Sr8 { get; } = new("OSFP-800G-SR8", "800G-SR8", "OSFP-IHS", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Mmf, "MPO-16 APC", 100.Metres(), 16, false, "800G OSFP SR8 transceiver (reach and power recalled)");

    /// <summary>800 Gb/s DR8, one MPO-16, in an OSFP plug.</summary>
    public static Optic Osfp800Dr8 { get; } = new("OSFP-800G-DR8", "800G-DR8", "OSFP-IHS", 1, Seq.Of(800), Lane.Pam4x100,
        Medium.Smf, "MPO-16 APC", 500.Metres(), 17, false, "800G OSFP DR8 transceiver")
    { PriceUsd = "1100", PriceSource = "lux-price, undated (2025-26), volume over 1,000; the low end of 1,100-1,400" };

    /// <summary>200 Gb/s SR4: HDR and 200GbE.</summary>
    public static Optic Mma1t00Vs { get; } = new("MMA1T00-VS", "200G-SR4", "QSFP56", 1, Seq.Of(200), Lane.Pam4x50,
        Medium.Mmf, Upc12, 100.Metres(), 5, true, "200G QSFP56 SR4 transceiver");

    /// <summary>100 Gb/s SR4: four lanes of 25.</summary>
    public static Optic Mma1b00C100d { get; } = new("MMA1B00-C100D", "100G-SR4", "QSFP28", 1, Seq.Of(100), Lane.Nrz25,
        Medium.Mmf, Upc12, 100.Metres(), 3.5, false, "100G QSFP28 SR4 transceiver");

    /// <summary>100 Gb/s LR4 over duplex LC.</summary>
    public static Optic Qsfp28Lr4 { get; } = new("QSFP28-100G-LR4", "100G-LR4", "QSFP28", 1, Seq.Of(100), Lane.Nrz25,
        Medium.Smf, "LC duplex UPC", 10_000.Metres(), 4.5, false, "100G QSFP28 LR4 transceiver");

    /// <summary>Those the planner chooses from, the first that serves first.</summary>
    internal static Seq<Optic> All { get; } = Seq.Of(
        Mma4z00Ns, Mma4z00NsFlt, Mma4z00Ns400, Mma1z00Ns400, Mma1t00Vs, Mma1b00C100d, Osfp800Sr8,
        Mms4x00Ns, Mms4x00NsFlt, Mms4x00Ns400, Mms1x00Ns400, Mms4x00Nm, Osfp800Dr8, Mms4x50Nm, Qsfp28Lr4);
}
