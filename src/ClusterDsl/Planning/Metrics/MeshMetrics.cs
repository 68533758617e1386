using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// What a dragonfly, a dragonfly+ or a slim fly promises, where that is certain however it is routed: how far its nodes are apart, what is
/// cut off by a failure, and in some the bandwidth between halves. What gets through at full load is not: nothing is said of it.
/// </summary>
sealed class MeshMetrics
{
    readonly MeshShape _shape;
    readonly GroupDraft _leaves, _joined;

    /// <summary>The links of the nodes.</summary>
    readonly List<LinkDraft> _below;

    MeshMetrics(MeshShape shape, GroupDraft leaves, GroupDraft joined, List<LinkDraft> below) => (_shape, _leaves, _joined, _below) = (shape, leaves, joined, below);

    /// <summary>Null where it is not joined, or where some nodes are on several switches, or not on leaves: they may be nearer to others.</summary>
    public static FabricMetrics? Of(Draft draft, FabricDraft fabric)
    {
        if (fabric is not { Mesh: { Shape: { } shape } mesh, Blocks.Count: 1 }) return null;
        var leaves = fabric.Blocks[0].Leaves;
        var below = draft.LinksOf(fabric.Design).Where(l => l.Lower.Group.Fabric != fabric.Design && l.Lower.Ports.Bank.Name != SwitchModel.ManagementBank).ToList();
        var isKnown = below.Count > 0 && below.All(l => l.Upper.Group == leaves && IsOnOne(l));
        return isKnown ? new MeshMetrics(shape, leaves, mesh.Switches, below).Of(fabric.Design.SpeedGbps) : null;
    }

    FabricMetrics Of(int gbps) => new(true)
    {
        Hops = _below.GroupBy(l => l.Lower.Group).Max(Switches) > _shape.Near ? _shape.Farthest + 2 : null,
        BisectionGbps = Bisection(gbps) is <= int.MaxValue and var halves ? (int)halves : null,
        Losses = new[] { Leaf(), Link(), PowerFeed(), Rack(), Spine() }.OfType<LossMetric>().ToSeq(),
    };

    /// <summary>Whether all links of a node are to one switch: what moves the switch moves the node.</summary>
    static bool IsOnOne(LinkDraft link) => Enumerable.Range(0, link.Extents.Count).All(d => link.Extents[d] == 1 || link.Lower.Device.Moves(d) || !link.Upper.Device.Moves(d));

    /// <summary>How many switches a group of nodes is on: bundles that begin at one switch share them, as those of whole splitters and of what is left.</summary>
    static long Switches(IEnumerable<LinkDraft> links) => links.GroupBy(l => l.Upper.Device.Offset).Sum(l => l.Max(b => b.UpperSets.Devices.Count));

    /// <summary>Of nodes of one group that are equally many on every switch.</summary>
    long? Bisection(int gbps) => _below.All(l => l.Lower.Group == _below[0].Lower.Group && l.UpperSets.Devices.Count == _leaves.Count)
        ? _shape.Bisection(_below.Sum(l => l.UpperSets.Devices.Multiplicity * l.SpeedGbps), gbps) : null;

    /// <summary>A leaf is all that its nodes are on.</summary>
    LossMetric Leaf() => Nothing(Loss.Leaf, LeafOf(_below[0]), _below[0]);

    /// <summary>A link is all that some nodes have. What others lose with one, and what all lose with one between switches, is not certain.</summary>
    LossMetric? Link() => _below.Find(l => LinksOf(l.Lower.Group, l.Lower.Device.Offset) == 1) is { } only ? Nothing(Loss.Link, $"{NodeOf(only)} to {LeafOf(only)}", only) : null;

    long LinksOf(GroupDraft group, int node) => _below.Where(l => l.Lower.Group == group && l.LowerSets.Devices.Contains(node)).Sum(l => l.LowerSets.Devices.Multiplicity);

    /// <summary>A spine is all that some cells have above their leaves.</summary>
    LossMetric? Spine() => _shape is JoinedCells { Spines: 1 } cells ? Nothing(Loss.Spine, _joined.Name.Format(_below[0].Upper.Device.Offset / cells.Leaves), _below[0]) : null;

    /// <summary>A rack holds the switch of a node that stands elsewhere.</summary>
    LossMetric? Rack()
    {
        foreach (var link in _below)
            if (link is { Lower.Group: { Placement: { } node, Hall: { } hall }, Upper.Group: { Placement: { } leaf, Hall: { } network } }
                && (hall != network || node.Rack(link.Lower.Device.Offset) != leaf.Rack(link.Upper.Device.Offset)))
                return Nothing(Loss.Rack, $"rack {network.Plan.RackName(leaf.Rack(link.Upper.Device.Offset))}", link);
        return null;
    }

    /// <summary>A feed takes all devices of a group, or none.</summary>
    LossMetric? PowerFeed()
    {
        var groups = _below.Select(l => l.Lower.Group).Append(_leaves).Append(_joined).Distinct().ToList();
        bool? Stays(GroupDraft group) => group.Hall?.Design?.Feeds is { } feeds ? group.Model.SurvivesLossOfOneOf(feeds.Count) : null;
        if (groups.Any(g => Stays(g) is null)) return null;
        var gone = groups.Find(g => Stays(g) == false);
        var hit = _below.Find(l => l.Lower.Group == gone) ?? _below[0];
        return gone is null ? Left(1_000_000, Loss.PowerFeed, $"a feed of {_leaves.Hall!.Plan.Name}", hit) : Nothing(Loss.PowerFeed, $"a feed of {gone.Hall!.Plan.Name}", hit);
    }

    static LossMetric Nothing(Loss loss, string lost, LinkDraft of) => Left(0, loss, lost, of);
    static LossMetric Left(int ppm, Loss loss, string lost, LinkDraft of) => new(LossMetric.Name(loss), ppm, lost, NodeOf(of));

    /// <summary>The first node of some links, and its switch.</summary>
    static string NodeOf(LinkDraft links) => links.Lower.Group.Name.Format(links.Lower.Device.Offset);
    static string LeafOf(LinkDraft links) => links.Upper.Group.Name.Format(links.Upper.Device.Offset);
}
