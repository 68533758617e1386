using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>What ends at the panels of each rack, counted as far as a keystroke may go: never more than there will be.</summary>
sealed class PanelLoad
{
    /// <summary>Parts of boxes looked at: enough for the rows of a large hall.</summary>
    const int MostParts = 1_000;

    readonly Dictionary<string, LinkDraft> _links = [];
    readonly TrunkCount _count;

    public PanelLoad(Draft draft)
    {
        _count = new TrunkCount(Led(draft), MostParts);
        var ends = new Dictionary<(PanelPlace Place, PanelPart Panel), (long Count, Bundle First)>();
        foreach (var pair in _count.Pairs)
        {
            var connectors = (long)pair.Value.Trunks(pair.Key.Trunk) * pair.Key.Trunk.Connectors;
            Add(pair.Key.From);
            if (!pair.Key.EndsAtDevice) Add(pair.Key.To);

            void Add(PanelPlace place)
            {
                ends.TryGetValue((place, pair.Key.Panel), out var known);
                ends[(place, pair.Key.Panel)] = (known.Count + connectors, known.First ?? pair.Value.First);
            }
        }
        Racks = [.. ends.GroupBy(e => e.Key.Place).OrderBy(p => p.Key).Select(p => new PanelsInRack(p.Key,
            [.. p.OrderBy(e => e.Key.Panel.Id, StringComparer.Ordinal).Select(e => (e.Key.Panel, e.Value.Count))], _links[p.First().Value.First.Id]))];
    }

    IEnumerable<LedBundle> Led(Draft draft)
    {
        foreach (var link in draft.Links)
        {
            if (Channel.Of(link)?.Design is null || Way.Of(link) is null) continue;
            _links[link.Id] = link;
            yield return new LedBundle(PlanBuilder.Bundle(link), link.Lower.Group.Placement!, link.Lower.Group.Hall!.Plan, link.Upper.Group.Placement!, link.Upper.Group.Hall!.Plan);
        }
    }

    /// <summary>Whether there may be more than was counted.</summary>
    public bool MayBeMore => !_count.IsComplete;

    /// <summary>The racks with panels, in the order of their names.</summary>
    public IReadOnlyList<PanelsInRack> Racks { get; }

    /// <summary>The trunks between each two of them, with one of the links that ride there.</summary>
    public IEnumerable<(TrunkKey Key, Riders Riders, LinkDraft Link)> Trunks =>
        _count.Pairs.OrderBy(p => p.Key).Select(p => (p.Key, p.Value, _links[p.Value.First.Id]));
}

/// <summary>The panels that begin in a rack, by their kind with the connectors that end there, and one of the links.</summary>
sealed record PanelsInRack(PanelPlace Place, IReadOnlyList<(PanelPart Panel, long Ends)> Kinds, LinkDraft Link)
{
    public long Ends => Kinds.Sum(k => k.Ends);
    public long Panels => Kinds.Sum(k => Count(k));

    /// <summary>The units that they take of one rack after the other, each filled from the top.</summary>
    public IReadOnlyList<long> Units()
    {
        var (racks, units) = (new List<long>(), 0L);
        foreach (var kind in Kinds)
            for (var left = Count(kind); left > 0;)
            {
                var fit = Math.Max(units == 0 ? 1 : 0, Math.Min(left, (Place.Hall.RackUnits - units) / Math.Max(1, kind.Panel.HeightU)));
                (left, units) = (left - fit, units + fit * kind.Panel.HeightU);
                if (left == 0) break;
                racks.Add(units);
                units = 0;
            }
        racks.Add(units);
        return racks;
    }

    static long Count((PanelPart Panel, long Ends) kind) => (kind.Ends + kind.Panel.Positions - 1) / kind.Panel.Positions;
}
