using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>A sized interconnect.</summary>
sealed class InterconnectDraft(InterconnectDesign design, SiteDesign a, SiteDesign b)
{
    public InterconnectDesign Design { get; } = design;
    public SiteDesign A { get; } = a;
    public SiteDesign B { get; } = b;

    /// <summary>What its cables belong to: a network between sites.</summary>
    public FabricDesign Network { get; } = new(a, design.Name, design.At, design) { Protocol = design.Optics.FirstOrDefault()?.On.Protocol ?? "Ethernet", ProtocolName = "DCI" };

    public List<PathDraft> Paths { get; } = [];
    public List<Missing> Missing { get; } = [];
    public List<Mismatch> Mismatches { get; } = [];

    /// <summary>The two transceivers that have no mode in common.</summary>
    public (LineOpticsDesign A, LineOpticsDesign B)? NoMode { get; set; }

    /// <summary>The fabric that it joins, at each site.</summary>
    public (FabricDesign A, FabricDesign B)? Joined { get; set; }

    /// <summary>Ports of the spines of a fabric that the routers take, where their number was left to the planner.</summary>
    public List<(FabricDesign Fabric, long Ports)> TakenOfSpines { get; } = [];

    public long CapacityGbps => Paths.Sum(p => p.Gbps);

    /// <summary>The path whose loss takes most; null where a cut leaves every path its second route.</summary>
    public PathDraft? Worst => Paths.Where(p => p.Design.Protection is null).OrderByDescending(p => p.Gbps).FirstOrDefault();

    public long AfterLossOfPathGbps => CapacityGbps - (Worst?.Gbps ?? 0);

    /// <summary>What unprotected paths share, and which those are.</summary>
    public IEnumerable<(string Risk, List<PathDraft> Paths)> Shared =>
        from path in Paths
        where path.Design.Protection is null
        from risk in path.Design.Risks.Select(r => r.Name).Distinct()
        group path by risk into together
        where together.Count() > 1
        select (together.Key, together.ToList());

    public long AfterWorstLossGbps => Math.Min(AfterLossOfPathGbps, Shared.Select(s => CapacityGbps - s.Paths.Sum(p => p.Gbps)).DefaultIfEmpty(long.MaxValue).Min());

    public int OneWayNs => Paths.Count == 0 ? 0 : Paths.Max(p => p.OneWayNs);
}

/// <summary>A sized path.</summary>
sealed class PathDraft(PathDesign design)
{
    public PathDesign Design { get; } = design;
    public required int Wavelengths { get; init; }
    public required int WavelengthGbps { get; init; }
    public long Gbps => (long)Wavelengths * WavelengthGbps;

    /// <summary>The modes of both ends: one, but each module sends it with its own power.</summary>
    public (CoherentMode A, CoherentMode B)? Modes { get; init; }
    public MuxModel? Mux { get; init; }

    /// <summary>Pairs of fibres that carry light.</summary>
    public int Pairs { get; init; } = 1;

    /// <summary>Wavelengths of the fullest pair.</summary>
    public int PerPair => (Wavelengths + Pairs - 1) / Pairs;

    /// <summary>Wavelengths that a pair holds, by its multiplexer and by the band; 0 for the line of a carrier, and where the channels are too narrow.</summary>
    public int PerPairAtMost => Modes is not { A: var mode } ? 0 : Mux is not { } mux ? 1 : mux.SpacingGhz < mode.SpacingGhz ? 0 : Math.Min(mux.Channels, InterconnectPlanner.BandGhz / mux.SpacingGhz);

    public int Channels => Pairs * PerPairAtMost;

    /// <summary>The routes: the one in use, then the one that stands by.</summary>
    public IReadOnlyList<Line> Routes { get; init; } = [];
    public int OneWayNs { get; init; }

    /// <summary>The routers of each site with what they plug in.</summary>
    public List<(GroupDraft Routers, int PerRouter, SwitchModel Model)> Ends { get; } = [];

    public IEnumerable<LineBudget> Budgets => Modes is { } modes ? Routes.Select(r => LineBudget.Of(r, modes.A, modes.B)) : [];

    /// <summary>Of two routes, the one with less to spare.</summary>
    public LineBudget? Worst => Budgets.OrderBy(MarginDb).FirstOrDefault();

    /// <summary>Signal over noise that the mode can spare; without amplifiers, received power.</summary>
    public double MarginDb(LineBudget budget) => budget.OsnrDb is { } osnr ? osnr - NeedsOsnrDb : budget.LeastDbm - TakesWithoutNoiseDbm;

    /// <summary>What the receivers need, with what dispersion and the like add to it.</summary>
    public double NeedsOsnrDb => Math.Max(Modes!.Value.A.NeedsOsnrDb + Modes.Value.A.PenaltyDb, Modes.Value.B.NeedsOsnrDb + Modes.Value.B.PenaltyDb);

    public double TakesWithoutNoiseDbm => Math.Max(Modes!.Value.A.TakesWithoutNoiseDbm, Modes.Value.B.TakesWithoutNoiseDbm);

    public (double Least, double Most) TakesDbm =>
        (Math.Max(Modes!.Value.A.TakesDbm.Least, Modes.Value.B.TakesDbm.Least), Math.Min(Modes.Value.A.TakesDbm.Most, Modes.Value.B.TakesDbm.Most));
}
