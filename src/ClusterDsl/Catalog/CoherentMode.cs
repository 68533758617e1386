namespace ClusterDsl;

/// <summary>One way to run a coherent transceiver: both ends of a wavelength need the same (CDL6006).</summary>
/// <param name="Name">What standards call it: "400ZR".</param>
/// <param name="Gbps">What one wavelength carries.</param>
/// <param name="Fec">Its error correction.</param>
/// <param name="SpacingGhz">The narrowest channel it fits, in GHz.</param>
public sealed record CoherentMode(string Name, int Gbps, Fec Fec, int SpacingGhz)
{
    /// <summary>The least and the most it sends, in dBm.</summary>
    public (double Least, double Most) SendsDbm { get; init; } = (-10, -6);

    /// <summary>Signal over noise of what it sends, in 0.1 nm.</summary>
    public double SendsOsnrDb { get; init; } = 34;

    /// <summary>Signal over noise that its receiver needs, in 0.1 nm.</summary>
    public double NeedsOsnrDb { get; init; }

    /// <summary>What dispersion and the like add to that at the limits of the mode.</summary>
    public double PenaltyDb { get; init; } = 0.5;

    /// <summary>The least and the most its receiver takes behind amplifiers, in dBm.</summary>
    public (double Least, double Most) TakesDbm { get; init; } = (-12, 0);

    /// <summary>The least its receiver takes where no amplifier adds noise, in dBm.</summary>
    public double TakesWithoutNoiseDbm { get; init; } = -20;

    /// <summary>Chromatic dispersion it makes good, in ps/nm.</summary>
    public int PsPerNm { get; init; }

    /// <summary>Mean differential group delay it makes good, in ps.</summary>
    public double PmdPs { get; init; } = 10;

    /// <summary>The time from port to port through both transceivers, in nanoseconds.</summary>
    public int LatencyNs { get; init; }

    /// <summary>The figures that were not read in a source: "sends", "osnr", "takes", "dispersion", "pmd", "latency", or "all".</summary>
    public Seq<string> Recalled { get; init; } = Seq<string>.Empty;

    /// <summary>Where the figures were read.</summary>
    public string Source { get; init; } = "";

    const string SmartOptics = "latency: Smartoptics TQD017-TUNC-SO data sheet 6.4";

    /// <summary>OIF 400ZR: one span, with or without amplifiers. The worst case of a data sheet leaves 10 dB without any; OIF's headline is 11.</summary>
    public static CoherentMode Zr400 { get; } = new("400ZR", 400, Fec.CFec, 75)
    {
        NeedsOsnrDb = 26, PsPerNm = 2_400, LatencyNs = 8_000,
        Source = $"Huawei 02313LHH data sheet (power, OSNR, PMD, penalty); Smartoptics SO-TQSFP-DD-4CC-ZR data sheet 5.7 (dispersion); openconfig/featureprofiles (75 GHz grid); {SmartOptics}",
    };

    /// <summary>OpenZR+ at 400 Gb/s: the stronger code reaches over several spans.</summary>
    public static CoherentMode OpenZr400 { get; } = new("OpenZR+ 400G", 400, Fec.OFec, 75)
    {
        NeedsOsnrDb = 24, PsPerNm = 20_000, PmdPs = 20, LatencyNs = 5_000,
        Recalled = Seq.Of("sends", "osnr", "takes", "dispersion", "pmd"), Source = $"OpenZR+ MSA, recalled; {SmartOptics}",
    };

    /// <summary>The same from a module that sends 0 dBm: for lines without a booster, or with multiplexers before it.</summary>
    public static CoherentMode OpenZr400HighPower { get; } = OpenZr400 with
    {
        SendsDbm = (0, 1), SendsOsnrDb = 38, NeedsOsnrDb = 23.5, TakesDbm = (-14, 0), PsPerNm = 12_000,
        Recalled = Seq.Of("pmd"), Source = "Smartoptics TQD017-TUNC-SO data sheet 6.4",
    };

    /// <summary>OIF 800ZR: one span with amplifiers.</summary>
    public static CoherentMode Zr800 { get; } = new("800ZR", 800, Fec.OFec, 150)
    {
        NeedsOsnrDb = 28, PsPerNm = 2_400, LatencyNs = 8_000,
        Recalled = Seq.Of("sends", "osnr", "takes", "pmd", "latency"), Source = "grokipedia.com/page/800ZR on the agreement of October 2024 (grid, code, dispersion)",
    };
}
