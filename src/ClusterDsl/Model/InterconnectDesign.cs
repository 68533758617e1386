namespace ClusterDsl.Model;

/// <summary>A declared interconnect of two sites. What the author left out is null; the planner decides it.</summary>
sealed class InterconnectDesign(ClusterDesign cluster, string name, string a, string b, Origin at) : Declared(cluster)
{
    public ClusterDesign Cluster { get; } = cluster;
    public string Name { get; } = name;
    public string A { get; } = a;
    public string B { get; } = b;
    public Origin At { get; } = at;

    /// <summary>Whether the author chose its name.</summary>
    public bool IsNamed { get; init; }
    public (int Gbps, Origin At)? Capacity { get; set; }

    /// <summary>The capacity holds after the loss of any one path.</summary>
    public Origin? SurvivesLoss { get; set; }
    public List<PathDesign> Paths { get; } = [];

    /// <summary>Transceivers and what they plug into: of a site where one is named, else of both.</summary>
    public List<LineOpticsDesign> Optics { get; } = [];

    /// <summary>The fabric of both sites that goes over it.</summary>
    public (string Fabric, bool Lossless, Origin At)? Joins { get; set; }

    /// <summary>The longest time there and back that its use stands.</summary>
    public (int Ns, string Use, Origin At)? RoundTrip { get; set; }

    public bool Incomplete { get; set; }

    /// <summary>What is chosen at a site.</summary>
    public LineOpticsDesign? OpticsAt(string site) => Optics.LastOrDefault(o => o.Site == site) ?? Optics.LastOrDefault(o => o.Site is null);
}

/// <summary>Transceivers and the router or switch they plug into, or the transponders beside it.</summary>
sealed record LineOpticsDesign(Optic? Optic, SwitchModel On, string? Site, Origin At)
{
    public TransponderModel? Transponder { get; init; }

    public Seq<CoherentMode> Modes => Transponder?.Modes ?? Optic!.Modes;

    /// <summary>What runs the modes, and where it was chosen.</summary>
    public string Id => Transponder?.Id ?? Optic!.Id;
    public Origin ChosenAt => At.Argument(Transponder is null ? "optic" : "model");
}

/// <summary>A way between two sites.</summary>
sealed class PathDesign(InterconnectDesign interconnect, string name, int lengthMm, Origin at) : Declared(interconnect)
{
    public InterconnectDesign Interconnect { get; } = interconnect;
    public string Name { get; } = name;
    public int LengthMm { get; } = lengthMm;
    public Origin At { get; } = at;
    public (OutsideFibre Fibre, int Pairs, Origin At)? Dark { get; set; }
    public (int Gbps, Optic? HandOff, Origin At)? Leased { get; set; }
    public AmplifiedDesign? Amplified { get; set; }
    public (MuxModel Model, Origin At)? Mux { get; set; }
    public (int Count, Origin At)? Wavelengths { get; set; }

    /// <summary>A second route that stands by.</summary>
    public (int LengthMm, Origin At)? Protection { get; set; }

    /// <summary>What it shares with other paths, by name: a duct, a bridge, a building.</summary>
    public List<(string Name, Origin At)> Risks { get; } = [];
}

/// <summary>Amplifiers at both ends and in huts between spans.</summary>
/// <param name="Model">All of one model.</param>
/// <param name="SpanMm">The longest span, where they are equal.</param>
/// <param name="Spans">The spans where the author says them one by one; empty otherwise.</param>
/// <param name="At">Where it was said.</param>
sealed record AmplifiedDesign(AmplifierModel Model, int SpanMm, Seq<int> Spans, Origin At)
{
    /// <summary>The spans of a route.</summary>
    public IReadOnlyList<int> Of(int lengthMm, bool isProtection)
    {
        if (Spans.Count > 0 && !isProtection) return Spans;
        var count = (int)(((long)lengthMm + SpanMm - 1) / SpanMm);
        return [.. Enumerable.Range(0, count).Select(i => (int)((long)lengthMm * (i + 1) / count - (long)lengthMm * i / count))];
    }
}

/// <summary>What must be left when a site is lost.</summary>
sealed record SiteSurvivalDesign(SiteLoss Loss, int Gpus, int Copies, Origin At, Origin CopiesAt, Origin LossAt);
