namespace ClusterDsl.Artifacts.Drawings;

/// <summary>What stands in the racks of a hall.</summary>
sealed class RackStock
{
    readonly HallPlan _hall;
    readonly List<(DeviceGroup Group, bool IsNode, bool IsSwitch, (int Lowest, int Highest) Racks)> _groups;
    readonly Dictionary<int, int> _panels;
    readonly int _lastRow;

    public RackStock(Plan plan, HallPlan hall, Installed installed)
    {
        _hall = hall;
        var switches = plan.Fabrics.SelectMany(f => f.Tiers).SelectMany(t => t.Groups).ToHashSet();
        _groups = [.. plan.Groups.Where(g => g is { Count: > 0, Placement: { BaseU: > 0 } p } && p.Site == hall.Site && p.Hall == hall.Name)
            .Select(g => (g, g.Role == "node", switches.Contains(g.Id), g.Placement!.Racks(0, g.Count - 1)))];
        _panels = installed.Panels.Where(p => p.Hall == hall).GroupBy(p => p.Rack).ToDictionary(r => r.Key, r => r.Count());
        _lastRow = _groups.Select(g => g.Racks.Highest).Concat(_panels.Keys).DefaultIfEmpty(-hall.PerRow).Max() / hall.PerRow;
    }

    /// <summary>The kinds of racks, as they are coloured, and what they are called.</summary>
    public static IReadOnlyList<(string Kind, string Name)> Kinds { get; } =
    [
        ("nodes", "nodes"), ("mixed", "nodes and switches"), ("leaves", "leaves"), ("spines", "spines and cores"), ("network", "switches of several kinds, or with other devices"),
        ("panels", "panels"), ("others", "other devices"), ("free", "free"),
    ];

    /// <summary>The devices of a rack by group, the most first; panels last.</summary>
    public IEnumerable<(string What, int Count)> At(int rack)
    {
        foreach (var (group, count) in Standing(rack).OrderByDescending(g => g.Count).ThenBy(g => g.Of.Group.Id, StringComparer.Ordinal)) yield return (group.Group.Id, count);
        if (_panels.TryGetValue(rack, out var panels)) yield return (panels == 1 ? "panel" : "panels", panels);
    }

    public string Kind(int rack)
    {
        // A hall may have more free racks than anybody would look into.
        if (rack / _hall.PerRow > _lastRow) return "free";
        var (nodes, roles, others) = (false, new HashSet<string>(), false);
        foreach (var ((group, isNode, isSwitch, _), _) in Standing(rack))
            if (isNode) nodes = true;
            else if (isSwitch) roles.Add(group.Role == "leaf" ? "leaves" : "spines");
            else if (group.Role is "router" or "mux" or "amplifier" or "protection") roles.Add("network");
            else others = true;
        if (nodes) return roles.Count > 0 ? "mixed" : "nodes";
        if (roles.Count > 1 || (roles.Count == 1 && others)) return "network";
        if (roles.Count == 1) return roles.First();
        return others ? "others" : _panels.ContainsKey(rack) || IsFrame(rack) ? "panels" : "free";
    }

    bool IsFrame(int rack) => _hall.PanelRacks > 0 && rack >= _hall.PanelRack(rack) && _groups.Any(g => g.Racks.Lowest / _hall.PerRow <= rack / _hall.PerRow && rack / _hall.PerRow <= g.Racks.Highest / _hall.PerRow);

    IEnumerable<((DeviceGroup Group, bool IsNode, bool IsSwitch, (int Lowest, int Highest) Racks) Of, int Count)> Standing(int rack)
    {
        foreach (var group in _groups)
            if (group.Racks.Lowest <= rack && rack <= group.Racks.Highest && group.Group.Placement!.DevicesIn(rack, group.Group.Count) is > 0 and var count) yield return (group, count);
    }
}
