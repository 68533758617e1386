namespace ClusterDsl;

/// <summary>What light or current travels in.</summary>
public enum Medium
{
    /// <summary>Copper: twisted pair or twinax.</summary>
    Copper,

    /// <summary>Multimode fibre.</summary>
    Mmf,

    /// <summary>Single-mode fibre.</summary>
    Smf,
}

/// <summary>A transceiver.</summary>
/// <param name="Id">The part number.</param>
/// <param name="Pmd">The optical standard of each connector: both ends of a link need the same.</param>
/// <param name="Plug">The form factor of the plug, by the name of the cage made for it.</param>
/// <param name="Connectors">Optical connectors: 2 for a twin-port module.</param>
/// <param name="Speeds">Gb/s of one connector's port, the full speed first; lower ones over a fibre splitter.</param>
/// <param name="Lane">The signalling of a lane.</param>
/// <param name="Medium">The fibre it needs.</param>
/// <param name="Connector">Connector and polish: "MPO-12 APC", "LC duplex UPC".</param>
/// <param name="Reach">The longest fibre, on OM4 or OS2. CDL3007 compares it with the routed length.</param>
/// <param name="PowerW">The most it draws, in watts.</param>
/// <param name="InfiniBand">Whether InfiniBand equipment takes it.</param>
/// <param name="Description">What it is, for the bill of materials.</param>
public sealed record Optic(
    string Id, string Pmd, string Plug, int Connectors, Seq<int> Speeds, Lane Lane, Medium Medium, string Connector,
    Length Reach, double PowerW, bool InfiniBand, string Description)
{
    /// <summary>An indicative price in US dollars, or empty.</summary>
    public string PriceUsd { get; init; } = "";

    /// <summary>Where and when the price was read.</summary>
    public string PriceSource { get; init; } = "";
}

/// <summary>How a cable is made.</summary>
public enum CableKind
{
    /// <summary>Passive twinax with a plug at each end.</summary>
    Dac,

    /// <summary>Fibre with a transceiver fixed to each end.</summary>
    Aoc,

    /// <summary>Fibre between transceivers.</summary>
    Fibre,

    /// <summary>Twisted pair.</summary>
    TwistedPair,
}

/// <summary>A family of cables, one part per stock length.</summary>
/// <param name="Id">The part number without its length.</param>
/// <param name="Kind">How it is made.</param>
/// <param name="Medium">What it is made of.</param>
/// <param name="Trunk">The connector (fibre) or plug (all else) of the single end.</param>
/// <param name="Leg">The same of the other end or ends.</param>
/// <param name="Legs">1 for a straight cable, n for a 1:n splitter.</param>
/// <param name="Speeds">Gb/s of a leg that it carries; empty for any (fibre).</param>
/// <param name="Lane">The fastest lane that it carries.</param>
/// <param name="Lengths">The stock lengths, ascending.</param>
/// <param name="Description">What it is, for the bill of materials.</param>
public sealed record CableFamily(
    string Id, CableKind Kind, Medium Medium, string Trunk, string Leg, int Legs, Seq<int> Speeds, Lane Lane,
    Seq<Length> Lengths, string Description)
{
    /// <summary>An indicative price in US dollars, or empty.</summary>
    public string PriceUsd { get; init; } = "";

    /// <summary>Where and when the price was read.</summary>
    public string PriceSource { get; init; } = "";

    /// <summary>The longest stock length.</summary>
    public Length Longest => Lengths.Count == 0 ? default : Lengths[Lengths.Count - 1];
}
