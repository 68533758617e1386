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
/// <param name="PowerW">The most it draws, in watts (CDL3011).</param>
/// <param name="InfiniBand">Whether InfiniBand equipment takes it.</param>
/// <param name="Description">What it is, for the bill of materials.</param>
public sealed record Optic(
    string Id, string Pmd, string Plug, int Connectors, Seq<int> Speeds, Lane Lane, Medium Medium, string Connector,
    Length Reach, double PowerW, bool InfiniBand, string Description)
{
    readonly Lane? _opticalLane;
    readonly Fec? _fec;
    readonly int _fibres;

    /// <summary>The signalling in the fibre where a gearbox in the module changes it; left out, that of the lanes towards the port.</summary>
    public Lane OpticalLane { get => _opticalLane ?? Lane; init => _opticalLane = value; }

    /// <summary>Fibres of one connector in use; left out, what its kind of connector carries: 2, 8 or 16 (CDL3021).</summary>
    public int Fibres { get => _fibres > 0 ? _fibres : Fibre.Used(Connector); init => _fibres = value; }

    /// <summary>Whether its lanes are wavelengths in one fibre, which no splitter parts (CDL3014).</summary>
    public bool Wdm { get; init; }

    /// <summary>What it sends, "1310 nm"; empty where its standard says enough. Both ends need the same (CDL3006).</summary>
    public string Wavelength { get; init; } = "";

    /// <summary>The error correction; left out, that of its lanes. Both ends need the same (CDL3012).</summary>
    public Fec Fec { get => _fec ?? Fibre.FecOf(OpticalLane); init => _fec = value; }

    /// <summary>Reach and loss budget by grade of fibre; left out, <see cref="Reach"/> on OM4 or OS2.</summary>
    public Seq<FibreReach> Reaches { get; init; } = Seq<FibreReach>.Empty;

    /// <summary>The shortest fibre it stands: less overloads the receiver (CDL3019).</summary>
    public Length Shortest { get; init; } = Medium == Medium.Mmf ? 0.5.Metres() : 2.Metres();

    /// <summary>The modules that the legs of a splitter or fan-out on one of its connectors may end in.</summary>
    public Seq<Breakout> Breakouts { get; init; } = Seq<Breakout>.Empty;

    /// <summary>The coherent modes that it runs, the one for the longest ways first; empty for any other kind (CDL6006).</summary>
    public Seq<CoherentMode> Modes { get; init; } = Seq<CoherentMode>.Empty;

    /// <summary>The figures that were not read in a source: "reach", "loss", "power", "fec", or "all". A finding that rests on one says so.</summary>
    public Seq<string> Recalled { get; init; } = Seq<string>.Empty;

    /// <summary>Where the figures were read.</summary>
    public string Source { get; init; } = "";

    /// <summary>An indicative price in US dollars, or empty.</summary>
    public string PriceUsd { get; init; } = "";

    /// <summary>Where and when the price was read.</summary>
    public string PriceSource { get; init; } = "";

    /// <summary>Its lanes towards the port, over all connectors.</summary>
    internal int HostLanes => Lane == Lane.BaseT || Speeds.Count == 0 ? 1 : Math.Max(1, Connectors * Speeds[0] / Fibre.Gbps(Lane));

    /// <summary>Reach and budget on a grade; null where the module is not made for it, or nobody says how far it goes.</summary>
    internal FibreReach? On(FibreGrade grade) =>
        Fibre.MediumOf(grade) != Medium ? null
        : Reaches.FirstOrDefault(r => r.Grade == grade)
            // OM5 is OM4 at the wavelength of one-colour optics.
            ?? (grade == FibreGrade.Om5 ? On(FibreGrade.Om4) : null)
            ?? (Reaches.Count == 0 && grade is FibreGrade.Om4 or FibreGrade.Os2 ? new FibreReach(grade, Reach) : null);
}

/// <summary>What may stand at the far ends of a splitter.</summary>
/// <param name="Legs">Legs of the splitter.</param>
/// <param name="Pmd">The standard of the modules there.</param>
/// <param name="Gbps">The speed of a leg.</param>
public sealed record Breakout(int Legs, string Pmd, int Gbps);

/// <summary>How a cable is made.</summary>
public enum CableKind
{
    /// <summary>Passive twinax with a plug at each end.</summary>
    Dac,

    /// <summary>Twinax with a linear amplifier in each plug; NVIDIA's name is LACC.</summary>
    Acc,

    /// <summary>Twinax with a retimer in each plug.</summary>
    Aec,

    /// <summary>Fibre with a transceiver fixed to each end.</summary>
    Aoc,

    /// <summary>Fibre between transceivers, or from a transceiver to a panel.</summary>
    Fibre,

    /// <summary>Installed fibre from panel to panel.</summary>
    Trunk,

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
    readonly FibreGrade? _grade;
    readonly double? _returnLossDb;
    readonly int _fibres, _connectors;

    /// <summary>The grade of the fibre; left out, OM4 or OS2.</summary>
    public FibreGrade Grade { get => _grade ?? (Medium == Medium.Smf ? FibreGrade.Os2 : FibreGrade.Om4); init => _grade = value; }

    /// <summary>Which fibre of one end is which of the other (CDL3020).</summary>
    public Polarity Polarity { get; init; } = Polarity.B;

    /// <summary>Fibres in it; left out, those of its connector in use.</summary>
    public int Fibres { get => _fibres > 0 ? _fibres : Fibre.Used(Trunk); init => _fibres = value; }

    /// <summary>Connectors at each end, which share its fibres evenly: 12 at a trunk of 144 fibres on MPO-12. CDL3021 compares the fibres of one with those that a link uses.</summary>
    public int Connectors { get => Math.Max(1, _connectors); init => _connectors = value; }

    /// <summary>Whether its connectors have pins: those of modules and trunks have, those of patch cords have not (CDL3021).</summary>
    public bool Pinned { get; init; } = Kind == CableKind.Trunk;

    /// <summary>The longest link that it may be part of, trunks and panels included; 0 where nobody limits it.</summary>
    public Length LinkLimit { get; init; }

    /// <summary>The return loss of a connector in decibels; left out, the grade of its kind: 35 for multimode MPO, 60 for single-mode MPO, 55 for LC (CDL3025).</summary>
    public double ReturnLossDb { get => _returnLossDb ?? Fibre.ReturnLossDb(Medium, Trunk); init => _returnLossDb = value; }

    /// <summary>The tightest bend it stands; left out, 40 mm for twinax (5 times the thickest of its kind) and 30 mm for fibre, the latter recalled (CDL3026).</summary>
    public Length LeastBend { get; init; } = new(Kind is CableKind.Dac or CableKind.Acc or CableKind.Aec ? 40 : 30);

    /// <summary>What a plug draws, in watts (CDL3011).</summary>
    public double PowerW { get; init; }

    /// <summary>When it was discontinued and by what it is replaced; empty while it is sold (CDL3017).</summary>
    public string Discontinued { get; init; } = "";

    /// <summary>The figures that were not read in a source: "lengths", "power", or "all". A finding that rests on one says so.</summary>
    public Seq<string> Recalled { get; init; } = Seq<string>.Empty;

    /// <summary>Where the figures were read.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether it ends in plugs of its own, so that its ends take no transceivers.</summary>
    internal bool HasPlugs => Kind is not (CableKind.Fibre or CableKind.Trunk);

    /// <summary>Whether its ends are twinax: it needs racks that stand together.</summary>
    internal bool IsTwinax => Kind is CableKind.Dac or CableKind.Acc or CableKind.Aec;

    /// <summary>An indicative price in US dollars, or empty.</summary>
    public string PriceUsd { get; init; } = "";

    /// <summary>Where and when the price was read.</summary>
    public string PriceSource { get; init; } = "";

    /// <summary>The longest stock length.</summary>
    public Length Longest => Lengths.Count == 0 ? default : Lengths[Lengths.Count - 1];
}
