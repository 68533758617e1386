namespace ClusterDsl;

/// <summary>Cables of the catalogue: each is a family of stock lengths.</summary>
/// <remarks>Lengths: NVIDIA's product pages (MCP, MFP7E) and copper overview; what was not read in a source is named by each family.</remarks>
public static partial class Cables
{
    const string Apc12 = "MPO-12 APC";
    const string Upc12 = "MPO-12 UPC";
    const string Apc16 = "MPO-16 APC";
    const string Lc = "LC duplex UPC";

    /// <summary>Those the planner chooses from, the first that serves first: fibre before active cables.</summary>
    // Asked for when all families of all files are made: the order of those is the compiler's.
    internal static Seq<CableFamily> Preferred => _preferred ??= Seq.Of(
        Cat6a, Mfp7e10, Mfp7e20, Mpo12Upc, Mpo16Om4, LcDuplexOm4, Mpo12To4xLcOm4,
        Mfp7e30, Mfp7e40, Mpo16Os2, LcDuplex, Mpo16To2xMpo12, Mpo12To4xLcOs2, Mpo16To8xLc, Mfa7u10);

    /// <summary>Cords of grades that lie in older or wider halls: for links whose grade the author names.</summary>
    internal static Seq<CableFamily> OtherGrades => _otherGrades ??= Seq.Of(
        Mpo12Om3, Mpo12UpcOm3, LcDuplexOm3, Mpo12Om5, Mpo12UpcOm5, LcDuplexOm5, LcDuplexOs1a, Mpo12Os1a, Mpo16Os1a);

    /// <summary>Cables with plugs at both ends: for links that nothing preferred makes, else a choice of the author's.</summary>
    internal static Seq<CableFamily> Plugged => _plugged ??= Seq.Of(
        Mfa1a00, Mfs1s00, AocQsfpDd, AocOsfp, AecQsfpDd, AecOsfp2x400, LaccOsfp, LaccXdr, AccOsfp,
        Dac25, Dac100, Mcp1650, DacQsfpDd, DacQsfpDd2x200, Mcp7f80, Mcp4y10, Mcp7y00, Mcp7y50, Mcp7y10, Mcp7y60, Mcp7y70);

    static Seq<CableFamily>? _preferred, _otherGrades, _plugged;

    static Seq<Length> Metres(params int[] lengths) => lengths.Select(l => l.Metres()).ToSeq();
}
