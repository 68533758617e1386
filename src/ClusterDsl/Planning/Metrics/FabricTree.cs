using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// A fabric whose links all go up: from the nodes it serves to leaves, spines, cores, and on into the fabric that takes its
/// uplinks. What is asked of it costs what the description costs: devices in the middle of a bundle are like those at its ends.
/// </summary>
sealed class FabricTree
{
    /// <summary>A fabric of more bundles than these is not looked at: each is compared with each.</summary>
    const int Most = 128;

    readonly Dictionary<GroupDraft, List<LinkDraft>> _up = [], _down = [];
    readonly Dictionary<GroupDraft, int> _levels = [];
    readonly Dictionary<GroupDraft, List<Fan>> _fansUp = [], _fansDown = [];
    readonly Dictionary<(GroupDraft, int), long> _below = [];

    readonly Draft _draft;

    FabricTree(Draft draft) => _draft = draft;

    /// <summary>The groups it serves: everything connected to it that is no switch of its own.</summary>
    public List<GroupDraft> Nodes { get; } = [];

    /// <summary>Null where there are too many, or where the links do not all go up, as among the groups of a Dragonfly.</summary>
    public static FabricTree? Of(Draft draft, FabricDraft fabric)
    {
        var tree = new FabricTree(draft);
        var own = draft.LinksOf(fabric.Design).Where(Climbs).ToList();
        if (own.Count > Most) return null;
        foreach (var link in own.Where(l => l.Lower.Group.Fabric != fabric.Design)) tree.Add(link);
        tree.Nodes.AddRange(tree._up.Keys);
        return tree.Nodes.Count > 0 && tree.Nodes.All(n => tree.Climb(n, [])) ? tree : null;
    }

    static bool Climbs(LinkDraft link) => link.Kind is not ("peer" or "pair") && link.Lower.Ports.Bank.Name != SwitchModel.ManagementBank;

    void Add(LinkDraft link)
    {
        To(_up, link.Lower.Group).Add(link);
        To(_down, link.Upper.Group).Add(link);
        static List<LinkDraft> To(Dictionary<GroupDraft, List<LinkDraft>> links, GroupDraft group) =>
            links.TryGetValue(group, out var list) ? list : links[group] = [];
    }

    /// <summary>Gives everything above a group its level, one above all that is below it; false where the way leads back.</summary>
    bool Climb(GroupDraft group, HashSet<GroupDraft> below)
    {
        if (!below.Add(group)) return false;
        var level = LevelOf(group);
        if (!_up.ContainsKey(group))
            foreach (var link in _draft.LinksAbove(group).Where(Climbs)) Add(link);
        foreach (var link in LinksUp(group))
        {
            if (link.Lower.Device.Round is not null || link.Upper.Device.Round is not null) return false;
            _levels[link.Upper.Group] = Math.Max(LevelOf(link.Upper.Group), level + 1);
            if (!Climb(link.Upper.Group, below)) return false;
        }
        below.Remove(group);
        return true;
    }

    IEnumerable<LinkDraft> LinksUp(GroupDraft group) => _up.TryGetValue(group, out var links) ? links : [];
    IEnumerable<LinkDraft> LinksDown(GroupDraft group) => _down.TryGetValue(group, out var links) ? links : [];

    /// <summary>0 for nodes, 1 for the switches that serve nodes alone, and so on.</summary>
    public int LevelOf(GroupDraft group) => _levels.TryGetValue(group, out var level) ? level : 0;

    /// <summary>The groups that nothing is above, with the links that come up to each.</summary>
    public IEnumerable<(GroupDraft Group, IReadOnlyList<LinkDraft> LinksBelow)> Tops() => _down.Where(d => IsTop(d.Key)).Select(d => (d.Key, (IReadOnlyList<LinkDraft>)d.Value));

    public bool IsTop(GroupDraft group) => !_up.ContainsKey(group);

    /// <summary>The bundles upwards, and downwards, of the devices of a group.</summary>
    public IReadOnlyList<Fan> Up(GroupDraft group) => Fans(_fansUp, group, up: true);
    public IReadOnlyList<Fan> Down(GroupDraft group) => Fans(_fansDown, group, up: false);

    /// <summary>The links of a device upwards, bundle by bundle.</summary>
    public IEnumerable<Strand> Up(GroupDraft group, int device) => Of(Up(group), device);
    public IEnumerable<Strand> Down(GroupDraft group, int device) => Of(Down(group), device);

    static IEnumerable<Strand> Of(IReadOnlyList<Fan> fans, int device)
    {
        foreach (var fan in fans)
            if (fan.Of(device) is { } strand) yield return strand;
    }

    IReadOnlyList<Fan> Fans(Dictionary<GroupDraft, List<Fan>> known, GroupDraft group, bool up)
    {
        if (!known.TryGetValue(group, out var fans)) known.Add(group, fans = [.. (up ? LinksUp(group) : LinksDown(group)).Select(l => new Fan(l, up))]);
        return fans;
    }

    /// <summary>What the links below a device could bring, in Gb/s, whatever fabric they belong to.</summary>
    public long Below(GroupDraft group, int device)
    {
        if (!_below.TryGetValue((group, device), out var gbps))
            _below.Add((group, device), gbps = _draft.LinksBelow(group).Where(l => Climbs(l) && l.UpperSets.Devices.Contains(device))
                .Sum(l => l.UpperSets.Devices.Multiplicity * l.SpeedGbps));
        return gbps;
    }

    /// <summary>Nodes of every kind there is: those at the ends of the bundles, and those below the switches at the ends of bundles.</summary>
    public IReadOnlyList<(GroupDraft Group, int Device)> Corners()
    {
        var found = new HashSet<(GroupDraft, int)>();
        foreach (var group in Nodes)
            foreach (var link in LinksUp(group))
                foreach (var device in link.LowerSets.Devices.Corners()) found.Add((group, (int)device));
        foreach (var leaves in _down.Keys.Where(g => LevelOf(g) == 1).ToList())
        {
            var ends = LinksDown(leaves).SelectMany(l => l.UpperSets.Devices.Corners())
                .Concat(LinksUp(leaves).SelectMany(l => l.LowerSets.Devices.Corners())).Distinct();
            foreach (var leaf in ends)
                foreach (var strand in Down(leaves, (int)leaf))
                {
                    found.Add((strand.Other, strand.First));
                    found.Add((strand.Other, strand.Last));
                }
        }
        return [.. found];
    }
}
