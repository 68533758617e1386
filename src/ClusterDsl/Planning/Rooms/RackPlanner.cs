using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// Which hall of a site each group stands in: the one it is placed in, else switches where all the nodes are that they serve, else the first.
/// </summary>
sealed class RackPlanner(Draft draft, SiteDesign site, IEnumerable<GroupDraft> devices)
{
    readonly Dictionary<string, HallDesign> _halls = site.Halls.GroupBy(h => h.Name).ToDictionary(h => h.Key, h => h.First());

    public void Plan()
    {
        var groups = devices.Where(g => g is { Huts: null, Model: not NodeModel { Kind: "external" } }).ToList();
        if (groups.Count == 0) return;
        var blocks = draft.Fabrics.Where(f => f.Design.Site == site).SelectMany(UnitSwitches.Of).ToDictionary(s => s.Switches);
        foreach (var group in groups) group.Place = PlaceOf(group, blocks);
        foreach (var block in blocks.Values.Where(b => b.AreLeaves && b.Switches.Place is null)) block.Switches.PerRackOfNodes = block.Design.PerRack;

        var halls = new Dictionary<GroupDraft, HallDesign?>();
        foreach (var group in groups.OrderBy(g => g.Nodes is null)) halls[group] = HallOf(group, blocks, halls);
        var trays = site.Trays.Where(t => Known(t.HallA, t.At.Argument("from")) & Known(t.HallB, t.At.Argument("to")))
            .Select(t => new HallTray(site.Name, t.HallA, t.HallB, t.Mm)).ToList();
        foreach (var standing in groups.GroupBy(g => halls[g]).OrderBy(h => h.Key?.Name, StringComparer.Ordinal))
            new HallPlanner(draft, site, standing.Key, [.. standing], trays, blocks).Plan();
    }

    static PlaceDesign? PlaceOf(GroupDraft group, Dictionary<GroupDraft, UnitSwitches> blocks)
    {
        if (group.Nodes is { } nodes) return nodes.Place;
        if (blocks.TryGetValue(group, out var block) && block is { AreLeaves: true, Design.Place: { } own }) return own;
        Tier? tier = group.Role switch { "leaf" => Tier.Leaf, "spine" => Tier.Spine, "core" => Tier.Core, _ => null };
        return tier is { } known && group.Fabric!.Places.TryGetValue(known, out var place) ? place : null;
    }

    HallDesign? HallOf(GroupDraft group, Dictionary<GroupDraft, UnitSwitches> blocks, Dictionary<GroupDraft, HallDesign?> halls)
    {
        Work.Done();
        if (group.Place is { Place.HallName: { } named } place && Known(named, place.At)) return _halls[named];
        var first = site.Halls.FirstOrDefault();
        if (group.Fabric is not { } fabric || site.Halls.Count < 2) return first;
        var connections = blocks.TryGetValue(group, out var block) && block.Design.Connections.Count > 0 ? block.Design.Connections
            : fabric.AllConnections;
        var served = connections.Where(c => !c.Switches).Select(c => draft.NodesNamed(c.Target)).OfType<GroupDraft>()
            .Where(halls.ContainsKey).Select(n => halls[n]).Distinct().Take(2).ToList();
        return served.Count == 1 ? served[0] : first;
    }

    bool Known(string hall, Origin at)
    {
        if (_halls.ContainsKey(hall)) return true;
        draft.Unknown.Add(new UnknownName("hall", hall, [.. _halls.Keys], at));
        return false;
    }
}
