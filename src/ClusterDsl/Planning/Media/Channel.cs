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
}
