namespace ClusterDsl.Planning;

/// <summary>
/// What of the nodes' traffic reaches the top of a tree when all of them send on all of their links at once: a switch passes on
/// what its links upwards carry, in even shares for the links it has below.
/// </summary>
sealed class Traffic(FabricTree tree)
{
    readonly Dictionary<(GroupDraft, int), decimal> _shares = [], _drops = [];

    readonly Dictionary<(Fan, int), decimal> _sums = [];

    /// <summary>Tables for one failure at a time: they are empty again when the next one takes them.</summary>
    public Dictionary<(GroupDraft, int), decimal> Drops() => Emptied(_drops);
    public Dictionary<(Fan, int), decimal> Sums() => Emptied(_sums);

    static Dictionary<TKey, decimal> Emptied<TKey>(Dictionary<TKey, decimal> table) where TKey : notnull
    {
        table.Clear();
        return table;
    }

    /// <summary>What the links of a device upwards carry, in Gb/s.</summary>
    public decimal Carried(GroupDraft group, int device)
    {
        var gbps = 0m;
        foreach (var fan in tree.Up(group))
            if (fan.Of(device) is { } strand) gbps += strand.EachGbps * Shares(strand);
        return gbps;
    }

    /// <summary>The shares of all switches at the upper ends, added up.</summary>
    decimal Shares(Strand strand)
    {
        if (tree.IsTop(strand.Other)) return strand.Count;
        var share = Share(strand.Other, strand.First);
        if (share == Share(strand.Other, strand.Last) && share == Share(strand.Other, strand.At(strand.Count / 2))) return strand.Count * share;
        var sum = 0m;
        for (var i = 0; i < strand.Count; i++) sum += Share(strand.Other, strand.At(i));
        return sum;
    }

    /// <summary>The part that a switch passes on of what all links below it could bring.</summary>
    public decimal Share(GroupDraft group, int device)
    {
        if (tree.IsTop(group)) return 1;
        return _shares.TryGetValue((group, device), out var known) ? known : _shares[(group, device)] = Share(group, device, Carried(group, device));
    }

    /// <summary>The part that it passes on when its links upwards carry so much.</summary>
    public decimal Share(GroupDraft group, int device, decimal carried) =>
        tree.Below(group, device) is > 0 and var below ? Math.Min(1, carried / below) : 1;
}
