using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>The fibre from module to module, cord by cord and trunk by trunk: what the rules about mating, polarity and loss judge.</summary>
sealed class Channel
{
    Channel(IReadOnlyList<CableFamily> segments, ChannelDesign? design, int lengthMm)
    {
        (Segments, Design, LengthMm) = (segments, design, lengthMm);
        var mpo = Fibre.IsMpo(segments[0].Leg);
        Aligned = design is { Key: AdapterKey.Aligned } && mpo ? design.Panels : 0;
        Crossed = segments.Count(s => s.Polarity != Polarity.A);
        MatedPairs = design?.MatedPairs ?? 2;
        LossDb = segments.Select(s => s.Grade).Select(Fibre.DbPerKm).Max() * lengthMm / 1_000_000 + MatedPairs * segments.Max(s => Fibre.DbPerPair(s.Leg));
    }

    /// <summary>The channel of a link of fibre; null where its cable has plugs of its own, or there is none.</summary>
    public static Channel? Of(LinkDraft link)
    {
        if (link.Cable is not { HasPlugs: false } cord) return null;
        var design = link.Channel;
        CableFamily[] segments = design is null ? [cord] : [.. Enumerable.Range(0, design.Panels + 1).Select(i => i % 2 == 0 ? cord : design.Trunk)];
        return new Channel(segments, design, Reach.Needed(link));
    }

    public IReadOnlyList<CableFamily> Segments { get; }
    public ChannelDesign? Design { get; }
    public int LengthMm { get; }

    /// <summary>Adapters that reverse the fibres.</summary>
    public int Aligned { get; }

    /// <summary>Cables that reverse the fibres.</summary>
    public int Crossed { get; }

    /// <summary>Ferrule against ferrule, the modules' own counted.</summary>
    public int MatedPairs { get; }

    /// <summary>Decibels of fibre and connectors, each at its worst grade.</summary>
    public double LossDb { get; }

    /// <summary>The decibels that a module stands on the fibre that lies there; where no source says it for that grade, the least that one says for another. 0 where none does.</summary>
    public double BudgetDb(Optic optic) =>
        Segments.Select(s => optic.On(s.Grade)?.LossDb ?? 0).Where(b => b > 0).Concat(optic.Reaches.Select(r => r.LossDb).Where(b => b > 0)).DefaultIfEmpty(0).Min();

    /// <summary>Whether less light arrives than a module needs; unknown is no.</summary>
    public bool Starves(Optic? optic) => optic is not null && LengthMm > 0 && BudgetDb(optic) is > 0 and var budget && LossDb > budget + 1e-9;

    /// <summary>The most panels, fewer by twos so that the fibres lead as before, at which so much light arrives; null where none are few enough.</summary>
    public int? PanelsWithin(double budgetDb)
    {
        if (Design is null) return null;
        for (var panels = Design.Panels - 2; panels > 0; panels -= 2)
            if (LossDb - (Design.Panels - panels) * Segments.Max(s => Fibre.DbPerPair(s.Leg)) <= budgetDb + 1e-9) return panels;
        return null;
    }
}
