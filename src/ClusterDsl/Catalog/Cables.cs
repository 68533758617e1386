namespace ClusterDsl;

/// <summary>Cables of the catalogue: each is a family of stock lengths.</summary>
/// <remarks>Lengths: NVIDIA's product pages (MCP, MFP7E) and copper overview; those marked recalled were not read in a source.</remarks>
public static class Cables
{
    const string Apc12 = "MPO-12 APC";
    const string Upc12 = "MPO-12 UPC";
    const string Apc16 = "MPO-16 APC";
    const string Lc = "LC duplex UPC";

    /// <summary>OM4, MPO-12 APC to MPO-12 APC, type B.</summary>
    public static CableFamily Mfp7e10 { get; } = new("MFP7E10", CableKind.Fibre, Medium.Mmf, Apc12, Apc12, 1, Seq<int>.Empty,
        Lane.Pam4x200, Metres(3, 5, 7, 10, 15, 20, 25, 30, 35, 40, 50), "OM4 MPO-12 APC jumper, type B");

    /// <summary>OM4, MPO-12 APC to two MPO-12 APC: two 200G links on one 400G port.</summary>
    public static CableFamily Mfp7e20 { get; } = new("MFP7E20", CableKind.Fibre, Medium.Mmf, Apc12, Apc12, 2, Seq<int>.Empty,
        Lane.Pam4x200, Metres(3, 5, 7, 10, 15, 20, 30, 50), "OM4 MPO-12 APC 1:2 splitter");

    /// <summary>OS2, MPO-12 APC to MPO-12 APC, type B.</summary>
    public static CableFamily Mfp7e30 { get; } = new("MFP7E30", CableKind.Fibre, Medium.Smf, Apc12, Apc12, 1, Seq<int>.Empty,
        Lane.Pam4x200, Metres(1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 60, 70, 100, 150, 200, 300, 500), "OS2 MPO-12 APC jumper, type B");

    /// <summary>OS2, MPO-12 APC to two MPO-12 APC.</summary>
    public static CableFamily Mfp7e40 { get; } = new("MFP7E40", CableKind.Fibre, Medium.Smf, Apc12, Apc12, 2, Seq<int>.Empty,
        Lane.Pam4x200, Metres(3, 5, 7, 10, 15, 20, 30, 50), "OS2 MPO-12 APC 1:2 splitter");

    /// <summary>OM4, MPO-12 UPC: SR4 up to 50 Gb/s a lane.</summary>
    public static CableFamily Mpo12Upc { get; } = new("MPO12-OM4-UPC", CableKind.Fibre, Medium.Mmf, Upc12, Upc12, 1, Seq<int>.Empty,
        Lane.Pam4x50, Metres(1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 100), "OM4 MPO-12 UPC jumper, type B");

    /// <summary>OM4, MPO-16 APC. Lengths recalled.</summary>
    public static CableFamily Mpo16Om4 { get; } = new("MPO16-OM4", CableKind.Fibre, Medium.Mmf, Apc16, Apc16, 1, Seq<int>.Empty,
        Lane.Pam4x200, Metres(1, 2, 3, 5, 10, 15, 20, 30, 50, 100), "OM4 MPO-16 APC jumper (lengths recalled)");

    /// <summary>OS2, MPO-16 APC. Lengths recalled.</summary>
    public static CableFamily Mpo16Os2 { get; } = new("MPO16-OS2", CableKind.Fibre, Medium.Smf, Apc16, Apc16, 1, Seq<int>.Empty,
        Lane.Pam4x200, Metres(1, 2, 3, 5, 10, 15, 20, 30, 50, 100), "OS2 MPO-16 APC jumper (lengths recalled)");

    /// <summary>OS2, duplex LC.</summary>
    public static CableFamily LcDuplex { get; } = new("LC-OS2", CableKind.Fibre, Medium.Smf, Lc, Lc, 1, Seq<int>.Empty,
        Lane.Pam4x200, Seq.Of(0.5.Metres(), 1.Metres(), 2.Metres(), 3.Metres(), 5.Metres(), 7.Metres(), 10.Metres(), 15.Metres(),
            20.Metres(), 30.Metres(), 50.Metres(), 100.Metres()), "OS2 duplex LC jumper")
    { PriceUsd = "20", PriceSource = "lux-price, undated; the low end of 20-50" };

    /// <summary>Twinax from a twin-port switch cage to two flat-top OSFP plugs of 400G.</summary>
    public static CableFamily Mcp7y00 { get; } = new("MCP7Y00", CableKind.Dac, Medium.Copper, "OSFP-IHS", "OSFP-RHS", 2, Seq.Of(400),
        Lane.Pam4x100, Seq.Of(1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres()), "800G OSFP to 2x400G OSFP twinax splitter");

    /// <summary>Twinax from a twin-port switch cage run at 2x200G to two QSFP56 plugs.</summary>
    public static CableFamily Mcp7y60 { get; } = new("MCP7Y60", CableKind.Dac, Medium.Copper, "OSFP-IHS", "QSFP56", 2, Seq.Of(200),
        Lane.Pam4x50, Seq.Of(1.Metres(), 1.5.Metres(), 2.Metres()), "400G OSFP to 2x200G QSFP56 twinax splitter");

    /// <summary>Active fibre from a twin-port switch cage run at 2x200G to two QSFP56 plugs. Recalled.</summary>
    public static CableFamily Mfa7u10 { get; } = new("MFA7U10", CableKind.Aoc, Medium.Mmf, "OSFP-IHS", "QSFP56", 2, Seq.Of(200),
        Lane.Pam4x50, Metres(3, 5, 10, 15, 20, 30), "400G OSFP to 2x200G QSFP56 active fibre splitter (part and lengths recalled)");

    /// <summary>Twinax between QSFP56 plugs.</summary>
    public static CableFamily Mcp1650 { get; } = new("MCP1650", CableKind.Dac, Medium.Copper, "QSFP56", "QSFP56", 1, Seq.Of(200),
        Lane.Pam4x50, Seq.Of(0.5.Metres(), 1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres()), "200G QSFP56 twinax");

    /// <summary>Twinax between QSFP28 plugs. Lengths recalled.</summary>
    public static CableFamily Dac100 { get; } = new("DAC-100G-QSFP28", CableKind.Dac, Medium.Copper, "QSFP28", "QSFP28", 1, Seq.Of(100),
        Lane.Nrz25, Seq.Of(0.5.Metres(), 1.Metres(), 1.5.Metres(), 2.Metres(), 2.5.Metres(), 3.Metres(), 5.Metres()),
        "100G QSFP28 twinax (lengths recalled)");

    /// <summary>Twisted pair, RJ45 to RJ45. Lengths recalled.</summary>
    public static CableFamily Cat6a { get; } = new("CAT6A", CableKind.TwistedPair, Medium.Copper, "RJ45", "RJ45", 1, Seq.Of(1, 10),
        Lane.BaseT, Seq.Of(0.5.Metres(), 1.Metres(), 2.Metres(), 3.Metres(), 5.Metres(), 7.Metres(), 10.Metres(), 15.Metres(),
            20.Metres(), 30.Metres(), 50.Metres(), 100.Metres()), "Cat 6A patch cable (lengths recalled)");

    /// <summary>Those the planner chooses from, the first that serves first: fibre before active cables; twinax is a choice of the author's.</summary>
    internal static Seq<CableFamily> Preferred { get; } = Seq.Of(
        Cat6a, Mfp7e10, Mfp7e20, Mpo12Upc, Mpo16Om4, Mfp7e30, Mfp7e40, Mpo16Os2, LcDuplex, Mfa7u10);

    static Seq<Length> Metres(params int[] lengths) => lengths.Select(l => l.Metres()).ToSeq();
}
