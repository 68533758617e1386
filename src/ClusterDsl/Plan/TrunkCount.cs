namespace ClusterDsl.Plans;

/// <summary>A bundle that takes installed cabling, and where its ends stand.</summary>
sealed record LedBundle(Bundle Bundle, Placement A, HallPlan HallA, Placement B, HallPlan HallB);

/// <summary>
/// How many links lead from each rack of panels to each other one. The boxes of the bundles are halved until all links of a part lead from one to one:
/// the cost is that of the pairs of racks, not of the links.
/// </summary>
sealed class TrunkCount
{
    /// <param name="led">What takes installed cabling.</param>
    /// <param name="mostParts">Parts looked at, at most; what is counted by then is never too much.</param>
    public TrunkCount(IEnumerable<LedBundle> led, int mostParts)
    {
        foreach (var item in led)
            foreach (var (rackA, rackB, part) in new BoxPart(item.Bundle.A.Device, item.Bundle.B.Device, item.Bundle.Extents)
                .ByPlaces(item.A, item.HallA.PanelRack, item.B, item.HallB.PanelRack))
            {
                if (mostParts-- == 0)
                {
                    IsComplete = false;
                    return;
                }
                if (item.Bundle.Channel!.Leads(item.HallA, rackA, item.HallB, rackB))
                    Add(item.Bundle, item.Bundle.Channel, part, new PanelPlace(item.HallA, rackA), new PanelPlace(item.HallB, rackB));
            }
    }

    /// <summary>Whether all was counted.</summary>
    public bool IsComplete { get; } = true;

    /// <summary>What rides between each two racks.</summary>
    public Dictionary<TrunkKey, Riders> Pairs { get; } = [];

    void Add(Bundle bundle, ChannelPlan channel, BoxPart part, PanelPlace a, PanelPlace b)
    {
        for (var stage = 0; stage < channel.Trunks; stage++)
        {
            // Behind the first trunk, panels stand side by side.
            var from = stage == 0 ? a : b;
            var atDevice = channel.EndsAtDevice && stage == channel.Trunks - 1;
            var swapped = !atDevice && from.CompareTo(b) > 0;
            var key = new TrunkKey(swapped ? b : from, swapped ? from : b, channel.Trunk, channel.Panel, atDevice);
            if (!Pairs.TryGetValue(key, out var riders)) Pairs.Add(key, riders = new Riders());
            riders.Add(bundle, part, swapped, stage, channel.TrunksEach);
        }
    }
}

/// <summary>Trunks of one kind between two racks, in the order of their names.</summary>
sealed record TrunkKey(PanelPlace From, PanelPlace To, TrunkPart Trunk, PanelPart Panel, bool EndsAtDevice) : IComparable<TrunkKey>
{
    public int CompareTo(TrunkKey? other) =>
        other is null ? 1
        : From.CompareTo(other.From) is not 0 and var from ? from
        : To.CompareTo(other.To) is not 0 and var to ? to
        : string.CompareOrdinal(Trunk.Id, other.Trunk.Id) is not 0 and var trunk ? trunk
        : string.CompareOrdinal(Panel.Id, other.Panel.Id) is not 0 and var panel ? panel
        : EndsAtDevice.CompareTo(other.EndsAtDevice);

    /// <summary>Kinds of trunks between two racks are few: the racks tell nearly all keys apart.</summary>
    public override int GetHashCode() => unchecked(From.GetHashCode() * 31 + To.GetHashCode());
}

/// <summary>The links between two racks, as parts of boxes.</summary>
sealed class Riders
{
    readonly List<(Bundle Bundle, BoxPart Part, bool FromB, int Stage)> _parts = [];

    public long Links { get; private set; }

    /// <summary>Trunks that were said to lie there; 0 for as many as are needed.</summary>
    public int Said { get; private set; }

    /// <summary>The bundle of the first of them.</summary>
    public Bundle First => _parts[0].Bundle;

    public void Add(Bundle bundle, BoxPart part, bool fromB, int stage, int trunksEach)
    {
        _parts.Add((bundle, part, fromB, stage));
        Links += part.Links;
        Said = Math.Max(Said, trunksEach);
    }

    /// <summary>As many trunks as the links need, or as were said to lie there.</summary>
    public int Trunks(TrunkPart trunk) => Math.Max(Said, Needed(trunk));

    /// <summary>As many trunks as the links need.</summary>
    public int Needed(TrunkPart trunk) => (int)((Links + trunk.Connectors - 1) / trunk.Connectors);

    public IEnumerable<Rider> Each() =>
        from item in _parts
        from index in item.Part.Indices()
        select new Rider(item.Bundle, index, item.FromB, item.Stage);
}
