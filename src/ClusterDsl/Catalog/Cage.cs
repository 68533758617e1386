namespace ClusterDsl;

/// <summary>The signalling of one electrical or optical lane.</summary>
public enum Lane
{
    /// <summary>Twisted pair: 1000BASE-T and its kin.</summary>
    BaseT,

    /// <summary>25 Gb/s, two levels.</summary>
    Nrz25,

    /// <summary>50 Gb/s, four levels.</summary>
    Pam4x50,

    /// <summary>100 Gb/s, four levels.</summary>
    Pam4x100,

    /// <summary>200 Gb/s, four levels.</summary>
    Pam4x200,

    /// <summary>One coherent carrier, for spans of tens of kilometres.</summary>
    Coherent,
}

/// <summary>A kind of cage: what plugs fit it and how much heat it takes away.</summary>
/// <remarks>Figures: the form factor table of the catalogue (SFF and MSA documents, vendor cable FAQs).</remarks>
public sealed class Cage
{
    Cage(string name, int lanes, Lane fastest, double powerW, params string[] accepts)
    {
        (Name, Lanes, Fastest, PowerW) = (name, lanes, fastest, powerW);
        Accepts = Seq.Of([name, .. accepts]);
    }

    /// <summary>The name of the cage and of the plug made for it.</summary>
    public string Name { get; }

    /// <summary>Electrical lanes.</summary>
    public int Lanes { get; }

    /// <summary>The fastest lane it carries.</summary>
    public Lane Fastest { get; }

    /// <summary>The most a module in it may draw, in watts.</summary>
    public double PowerW { get; }

    /// <summary>The plugs that fit.</summary>
    public Seq<string> Accepts { get; }

    /// <summary>The figures that were not read in a source: "power", or "all".</summary>
    public Seq<string> Recalled { get; private init; } = Seq<string>.Empty;

    /// <summary>Whether InfiniBand runs on it, whatever its port is set to: not on cages of one lane; light passes through an adapter as it comes.</summary>
    internal bool CarriesInfiniBand => Lanes > 1 || Fastest == Lane.Coherent;

    /// <summary>8P8C copper.</summary>
    public static Cage Rj45 { get; } = new("RJ45", 1, Lane.BaseT, 0);

    /// <summary>A duplex LC adapter of passive or optical equipment: it takes the cord alone.</summary>
    public static Cage Lc { get; } = new("LC", 1, Lane.Coherent, 0);

    /// <summary>One lane of 25 Gb/s.</summary>
    public static Cage Sfp28 { get; } = new("SFP28", 1, Lane.Nrz25, 2.5, "SFP+", "SFP") { Recalled = Seq.Of("all") };

    /// <summary>One lane of 50 Gb/s. Recalled.</summary>
    public static Cage Sfp56 { get; } = new("SFP56", 1, Lane.Pam4x50, 2.5, "SFP28", "SFP+") { Recalled = Seq.Of("all") };

    /// <summary>One lane of 100 Gb/s. Recalled but for its power, the most that SNIA's SFP2 specification of 2023 counts with (wavesplitter.jp).</summary>
    public static Cage Sfp112 { get; } = new("SFP112", 1, Lane.Pam4x100, 5, "SFP56", "SFP28") { Recalled = Seq.Of("all") };

    /// <summary>Four lanes of 25 Gb/s.</summary>
    public static Cage Qsfp28 { get; } = new("QSFP28", 4, Lane.Nrz25, 5, "QSFP+") { Recalled = Seq.Of("power") };

    /// <summary>Four lanes of 50 Gb/s.</summary>
    public static Cage Qsfp56 { get; } = new("QSFP56", 4, Lane.Pam4x50, 7, "QSFP28", "QSFP+");

    /// <summary>Four lanes of 100 Gb/s.</summary>
    public static Cage Qsfp112 { get; } = new("QSFP112", 4, Lane.Pam4x100, 12, "QSFP56", "QSFP28") { Recalled = Seq.Of("power") };

    /// <summary>Eight lanes of 50 Gb/s. Takes QSFP plugs; a QSFP cage does not take its plug.</summary>
    public static Cage QsfpDd { get; } = new("QSFP-DD", 8, Lane.Pam4x50, 14, "QSFP56", "QSFP28", "QSFP+");

    /// <summary>Eight lanes of 100 Gb/s.</summary>
    public static Cage QsfpDd800 { get; } = new("QSFP-DD800", 8, Lane.Pam4x100, 25, "QSFP-DD", "QSFP112", "QSFP56", "QSFP28");

    /// <summary>OSFP for modules with their own fins: air-cooled switches.</summary>
    public static Cage OsfpIhs { get; } = new("OSFP-IHS", 8, Lane.Pam4x100, 17);

    /// <summary>OSFP for flat-top modules under the host's heat sink: adapters and nodes.</summary>
    public static Cage OsfpRhs { get; } = new("OSFP-RHS", 8, Lane.Pam4x100, 17);

    /// <summary>OSFP of eight lanes of 200 Gb/s (OSFP224) for finned modules. Power recalled.</summary>
    public static Cage Osfp1600 { get; } = new("OSFP1600", 8, Lane.Pam4x200, 30) { Recalled = Seq.Of("power") };

    /// <summary>OSFP of eight lanes of 200 Gb/s for flat-top modules. Power recalled.</summary>
    public static Cage Osfp1600Rhs { get; } = new("OSFP1600-RHS", 8, Lane.Pam4x200, 30) { Recalled = Seq.Of("power") };

    /// <summary>Sixteen lanes of 100 or 200 Gb/s. Recalled.</summary>
    public static Cage OsfpXd { get; } = new("OSFP-XD", 16, Lane.Pam4x200, 40) { Recalled = Seq.Of("all") };

    /// <summary>The same cage where a switch cools it better, or worse, than its kind.</summary>
    /// <param name="watts">The most a module may draw there, in watts.</param>
    public Cage Rated(double watts) => new(Name, Lanes, Fastest, watts, [.. Accepts.Skip(1)]);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
