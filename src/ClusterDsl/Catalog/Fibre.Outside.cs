namespace ClusterDsl;

/// <summary>A kind of fibre between sites, as light of 1550 nm sees it.</summary>
/// <param name="Name">The recommendation it follows: "G.652.D".</param>
/// <param name="DbPerKm">Attenuation with splices, decibels a kilometre, 0.1 to 3 (CDL1003). A measured route has its own: <c>Fibre.G652D with { DbPerKm = 0.21 }</c>.</param>
/// <param name="PsPerNmKm">Chromatic dispersion at the upper end of the C band, ps/(nm·km).</param>
/// <param name="PsPerRootKm">Polarization mode dispersion of the whole link, ps/√km.</param>
public sealed record OutsideFibre(string Name, double DbPerKm, double PsPerNmKm, double PsPerRootKm)
{
    /// <summary>The figures that were not read in a source: "loss", "dispersion", "pmd". A finding that rests on one says so.</summary>
    public Seq<string> Recalled { get; init; } = Seq<string>.Empty;

    /// <summary>Where the figures were read.</summary>
    public string Source { get; init; } = "";
}

/// <summary>Fibres between sites.</summary>
/// <remarks>
/// Attenuation is what ITU-T's appendices give for an installed link with its splices, not that of the glass: 0.275 dB/km makes the
/// 22 dB that data sheets of 400ZR give a span of 80 km. Dispersion is the 20 ps/(nm·km) by which 2,400 ps/nm are 120 km.
/// </remarks>
public static partial class Fibre
{
    /// <summary>Standard single mode without the water peak: what lies nearly everywhere.</summary>
    public static OutsideFibre G652D { get; } = new("G.652.D", 0.275, 20, 0.2)
    {
        Recalled = Seq.Of("loss", "pmd"),
        Source = "dispersion: OIF 400ZR reach of 120 km at 2,400 ps/nm; loss: ITU-T G.652 appendix I as 400ZR data sheets use it (Huawei 02313LHH: 80 km, 22 dB)",
    };

    /// <summary>Low loss and a large core, for long spans. Recalled but for its dispersion, that of large-area fibre in the GNPy library.</summary>
    public static OutsideFibre G654E { get; } = new("G.654.E", 0.2, 22, 0.2)
    {
        Recalled = Seq.Of("loss", "pmd"), Source = "Telecominfraproject/oopt-gnpy, eqpt_config.json, fibre LOF; PMD: ITU-T G.654 (06/2004) summary",
    };

    /// <summary>Little dispersion: laid for 10 Gb/s.</summary>
    public static OutsideFibre G655 { get; } = new("G.655", 0.275, 10, 0.2)
    {
        Recalled = Seq.Of("loss", "pmd"), Source = "dispersion of 1 to 10 ps/(nm·km) at 1550 nm: probsee.com/p/g655",
    };
}
