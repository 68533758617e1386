using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Everything above one node, as sets of switches with their distance in links.</summary>
sealed class Ascent
{
    readonly List<(GroupDraft Group, IndexSet Devices, int Links)> _sets = [];

    public Ascent(FabricTree tree, GroupDraft node, int device)
    {
        var seen = new HashSet<(GroupDraft, int, int, int)>();
        List<(GroupDraft Group, int Device)> below = [(node, device)];
        for (var links = 1; below.Count > 0; links++)
        {
            var next = new List<(GroupDraft, int)>();
            foreach (var at in below)
                foreach (var strand in tree.Up(at.Group, at.Device))
                {
                    // The leaves of a pod see the same spines: each set is followed once.
                    if (!seen.Add((strand.Other, strand.First, strand.Last, strand.Count))) continue;
                    _sets.Add((strand.Other, strand.Set, links));
                    foreach (var upper in strand.Some()) Switches.Add((at.Group, at.Device, strand.Other, upper));
                    if (tree.IsTop(strand.Other)) continue;
                    next.Add((strand.Other, strand.First));
                    if (strand.Count > 1) next.Add((strand.Other, strand.Last));
                }
            below = next;
        }
    }

    /// <summary>Switches above it, each with one below it: the ends and the middle of each set.</summary>
    public List<(GroupDraft Below, int From, GroupDraft Switch, int Device)> Switches { get; } = [];

    /// <summary>The links from this node to another, up to a switch above both and down; null where there is none.</summary>
    public int? LinksTo(Ascent other)
    {
        int? least = null;
        foreach (var mine in _sets)
            foreach (var theirs in other._sets)
                if (mine.Group == theirs.Group && (least is null || mine.Links + theirs.Links < least) && mine.Devices.Common(theirs.Devices) is not null)
                    least = mine.Links + theirs.Links;
        return least;
    }
}
