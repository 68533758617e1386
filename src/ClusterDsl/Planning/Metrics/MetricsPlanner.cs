using ClusterDsl.Language;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Computes what a fabric promises: from one node of every kind it has, and the worst that can happen above it.</summary>
sealed class MetricsPlanner
{
    /// <summary>A fabric of more kinds of nodes than these is not judged: every pair of kinds is looked at.</summary>
    const int Most = 64;

    readonly FabricTree _tree;
    readonly Traffic _intact;
    readonly List<NodeKind> _kinds;
    readonly Dictionary<Loss, LossMetric> _losses = [];

    MetricsPlanner(FabricTree tree, List<NodeKind> kinds) => (_tree, _kinds, _intact) = (tree, kinds, new Traffic(tree));

    /// <summary>Null where nothing is known of a fabric. What failures leave, and its halves, take longest to find; who asks only for what an intact fabric carries goes without.</summary>
    public static FabricMetrics? Of(Draft draft, FabricDraft fabric, bool intact = false) =>
        FabricTree.Of(draft, fabric) is { } tree && NodeKind.Of(tree) is { Count: > 0 and <= Most } kinds ? new MetricsPlanner(tree, kinds).Of(intact) : null;

    FabricMetrics Of(bool intact)
    {
        var seen = new HashSet<string>();
        foreach (var kind in _kinds)
        {
            Work.Done();
            kind.Carried = _intact.Carried(kind.Group, kind.Device);
            if (kind.Carried == 0 || intact) continue;
            // Elsewhere, but with as much above: what fails there takes as much.
            if (seen.Add(Situation(kind.Group, kind.Device))) Fail(kind);
            FailRacks(kind);
        }
        if (!intact && FeedsAreKnown()) foreach (var kind in _kinds.Where(k => k.Carried > 0)) FailFeeds(kind);
        var hops = Hops();
        return new FabricMetrics(hops is not null)
        {
            Hops = hops > 0 ? hops : null,
            BisectionGbps = hops is null || intact ? null : Bisection.Of(_tree, _kinds),
            FullLoadPpm = _kinds.Min(k => Ppm(k.Carried / k.Gbps)),
            PerGpuMbps = PerGpu(),
            Losses = _losses.Values.OrderBy(l => l.Loss, StringComparer.Ordinal).ToSeq(),
        };
    }

    /// <summary>The longest way between two nodes; 0 where there is but one, null where there is no way between some.</summary>
    int? Hops()
    {
        var most = _kinds.Any(k => k.Members.Count > 1) ? 2 : 0;
        for (var i = 0; i < _kinds.Count; i++)
            for (var j = 0; j < i; j++)
            {
                Work.Done();
                if (_kinds[i].Above.LinksTo(_kinds[j].Above) is not { } links) return null;
                // A node may be at the end of two bundles that differ in their leaves: it is no way from itself.
                if (_kinds[i].Group != _kinds[j].Group || _kinds[i].Members.Union(_kinds[j].Members).Skip(1).Any()) most = Math.Max(most, links);
            }
        return most;
    }

    int? PerGpu()
    {
        var gpus = _kinds.Where(k => k.Group.Nodes is { Model.Gpus: > 0 }).ToList();
        if (gpus.Count == 0) return null;
        var own = gpus.Min(k => k.Carried / k.Group.Nodes!.Model.Gpus);
        // A subnet manager beside the GPUs feeds none of them.
        var storage = _kinds.Where(k => k.Group.Nodes is { Model: { Gpus: 0, Category: "storage" } }).GroupBy(k => k.Group).ToList();
        var all = gpus.Select(k => k.Group).Distinct().Sum(g => (decimal)g.Count * g.Nodes!.Model.Gpus);
        var part = storage.Count == 0 ? own : storage.Sum(g => g.Key.Count * g.Min(k => k.Carried)) / all;
        return (int)Math.Min(int.MaxValue, Math.Floor(Math.Min(own, part) * 1_000 + 0.000_001m));
    }

    void Fail(NodeKind kind)
    {
        foreach (var (below, from, above, at) in kind.Above.Switches)
        {
            Work.Done();
            var share = _intact.Share(above, at);
            Fail(kind, kind.Device, _tree.LevelOf(above) == 1 ? Loss.Leaf : Loss.Spine, new SwitchFailure(_tree, _intact, above, at, share), () => above.Name.Format(at));

            var gbps = _tree.Up(below, from).First(s => s.Other == above && s.Contains(at)).Fan.Link.SpeedGbps * share;
            string Link() => $"{below.Name.Format(from)} to {above.Name.Format(at)}";
            if (below == kind.Group) Note(kind, from, Loss.Link, gbps, Link);
            else Fail(kind, kind.Device, Loss.Link, new SwitchFailure(_tree, _intact, below, from,
                _intact.Share(below, from) - _intact.Share(below, from, _intact.Carried(below, from) - gbps)), Link);
        }
    }

    void FailRacks(NodeKind kind)
    {
        foreach (var (hall, rack) in kind.Above.Switches.Where(s => s.Switch is { Hall: not null, Placement: not null })
            .Select(s => (s.Switch.Hall!, s.Switch.Placement!.Rack(s.Device))).Distinct())
        {
            Work.Done();
            var failure = new RackFailure(_tree, _intact, hall, rack);
            if (kind.Members.Where(m => !failure.Holds(kind.Group, m)).Select(m => (int?)m).FirstOrDefault() is { } spared) Fail(kind, spared, Loss.Rack, failure, () => $"rack {hall.Plan.RackName(rack)}");
        }
    }

    /// <summary>Whether the racks of all that a fabric is made of have a known number of feeds, and the devices a known number of supplies.</summary>
    bool FeedsAreKnown() => _kinds.SelectMany(k => k.Above.Switches.Select(s => s.Switch).Prepend(k.Group)).Distinct()
        .All(g => g.Hall?.Design?.Feeds is { } feeds && g.Model.SurvivesLossOfOneOf(feeds.Count) is not null);

    void FailFeeds(NodeKind kind)
    {
        foreach (var hall in kind.Above.Switches.Select(s => s.Switch.Hall!).Append(kind.Group.Hall!).Distinct())
        {
            Work.Done();
            var failure = new FeedFailure(_tree, _intact, hall, hall.Design!.Feeds!.Value.Count);
            // Not one node of many is lost, as with a rack, but all of its kind.
            var taken = failure.Holds(kind.Group, kind.Device) ? kind.Carried : failure.Takes(kind.Group, kind.Device);
            Note(kind, kind.Device, Loss.PowerFeed, taken, () => $"a feed of {hall.Plan.Name}");
        }
    }

    void Fail(NodeKind kind, int node, Loss loss, Failure failure, Func<string> name) => Note(kind, node, loss, failure.Takes(kind.Group, node), name);

    /// <summary>All that is above a device, as numbers.</summary>
    string Situation(GroupDraft group, int device) => string.Concat(_tree.Up(group, device).Select(s => FormattableString.Invariant(
        $"({s.Other.Id} {s.Count} {s.EachGbps} {_tree.Below(s.Other, s.First)}/{_tree.Below(s.Other, s.Last)}{Situation(s.Other, s.First)})")));

    void Note(NodeKind kind, int node, Loss loss, decimal taken, Func<string> name)
    {
        var left = Ppm(1 - taken / kind.Carried);
        if (!_losses.TryGetValue(loss, out var worst) || left < worst.LeftPpm)
            _losses[loss] = new LossMetric(LossMetric.Name(loss), left, name(), kind.Group.Name.Format(node));
    }

    /// <summary>Millionths, rounded down; what division left of a whole millionth is one.</summary>
    static int Ppm(decimal part) => (int)Math.Floor(part * 1_000_000 + 0.000_001m);
}
