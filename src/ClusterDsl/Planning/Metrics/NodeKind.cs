using ClusterDsl.Language;

namespace ClusterDsl.Planning;

/// <summary>Nodes that a fabric treats alike: they have the same links to the same leaves.</summary>
sealed class NodeKind(FabricTree tree, GroupDraft group, int device)
{
    Ascent? _above;

    public GroupDraft Group { get; } = group;
    public int Device { get; } = device;

    /// <summary>Some of them: those at the ends.</summary>
    public List<int> Members { get; } = [device];

    /// <summary>The speed of all links of one, in Gb/s.</summary>
    public long Gbps { get; } = tree.Up(group, device).Sum(s => s.Gbps);

    /// <summary>What of it reaches the top when nothing fails.</summary>
    public decimal Carried { get; set; }

    public Ascent Above => _above ??= new Ascent(tree, Group, Device);

    public static List<NodeKind> Of(FabricTree tree)
    {
        var kinds = new Dictionary<string, NodeKind>();
        foreach (var (group, device) in tree.Corners())
        {
            Work.Done();
            var key = group.Id + string.Concat(tree.Up(group, device).Select(s => FormattableString.Invariant($" {s.Other.Id}:{s.First}-{s.Last}/{s.Count}x{s.EachGbps}")));
            if (!kinds.TryGetValue(key, out var kind)) kinds.Add(key, new NodeKind(tree, group, device));
            else if (!kind.Members.Contains(device)) kind.Members.Add(device);
        }
        return [.. kinds.Values];
    }
}
