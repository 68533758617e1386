namespace ClusterDsl.Plans;

/// <summary>What joins two sites: paths of fibre or of leased wavelengths, and the wavelengths on them. Capacities are one way; each direction has its own.</summary>
/// <param name="Name">Its name; also that of the network its cables belong to.</param>
/// <param name="SiteA">One site.</param>
/// <param name="SiteB">The other.</param>
/// <param name="CapacityGbps">What all wavelengths of all paths carry, Gb/s.</param>
/// <param name="AfterLossGbps">What is left after the worst single loss: of a path, or of what several paths share, Gb/s.</param>
/// <param name="RoundTripNs">There and back over the slowest path, in nanoseconds: fibre, transceivers and amplifiers, without the time in routers.</param>
/// <param name="Paths">The ways between the two.</param>
/// <param name="At">Where it was declared.</param>
public sealed record InterconnectPlan(
    string Name, string SiteA, string SiteB, int CapacityGbps, int AfterLossGbps, int RoundTripNs, Seq<PathPlan> Paths, Origin At)
{
    /// <summary>The traffic that was declared, Gb/s; 0 where only wavelengths were.</summary>
    public int DeclaredGbps { get; init; }

    /// <summary>The fabric of both sites that it joins; empty where it ends at its routers.</summary>
    public string Fabric { get; init; } = "";

    /// <summary>The time one way over the slowest path, in nanoseconds.</summary>
    public int OneWayNs => RoundTripNs / 2;
}

/// <summary>One way between two sites. Decibels are kept in hundredths.</summary>
/// <param name="Name">Its name, unique in the interconnect.</param>
/// <param name="Kind">"dark fibre" or "leased wavelength".</param>
/// <param name="LengthMm">The length of its route; of two, the longer.</param>
/// <param name="Wavelengths">How many wavelengths it carries.</param>
/// <param name="WavelengthGbps">What one carries, Gb/s.</param>
/// <param name="OneWayNs">The time from site to site, in nanoseconds.</param>
public sealed record PathPlan(string Name, string Kind, int LengthMm, int Wavelengths, int WavelengthGbps, int OneWayNs)
{
    /// <summary>The coherent mode that both ends run; empty for a leased wavelength.</summary>
    public string Mode { get; init; } = "";

    /// <summary>Wavelengths that its lit pairs of fibres hold; 0 where the line is the carrier's.</summary>
    public int Channels { get; init; }

    /// <summary>Whether a second route stands by.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Fibre, connectors, multiplexers and protection switches together; null where the line is the carrier's.</summary>
    public int? LossHundredthsDb { get; init; }

    /// <summary>The power of a wavelength at the receiver at its least, in hundredths of a dBm.</summary>
    public int? ReceivedHundredthsDbm { get; init; }

    /// <summary>Signal over noise at the receiver in 0.1 nm.</summary>
    public int? OsnrHundredthsDb { get; init; }

    /// <summary>What is left of that over what the mode needs, its penalty counted; without amplifiers, of the received power over the least.</summary>
    public int? MarginHundredthsDb { get; init; }
}
