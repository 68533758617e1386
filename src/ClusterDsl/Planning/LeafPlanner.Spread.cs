using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Spread: nodes share few leaves, each on one or on both of a pair.</summary>
partial class LeafPlanner
{
    void PlanSpread(List<Plug> plugs)
    {
        var dual = !block.SingleHomed && plugs.All(p => p.Ports.Role is Role.Storage or Role.InBand && CanPair(p));
        var ways = dual ? 2 : 1;
        plugs = [.. plugs.Select(p => p with { PerLeaf = p.Ports.Count / ways })];
        foreach (var plug in plugs.Where(p => p.PerLeaf > 1 && p.PerLeaf % p.Upper.Mode.Legs != 0))
            fabric.Mismatches.Add(new Mismatch($"`{plug.Group.Id}` brings {Text.Count(plug.PerLeaf, "port")} to a leaf",
                $"a splitter of {block.Model.Id} has {plug.Upper.Mode.Legs} legs", "Connect a multiple of the legs", plug.Design.At));

        var ratio = block.Ratio ?? Design.Ratio;
        var groups = block.Count is { } declared ? Math.Max(1, declared / ways) : Fewest(plugs, ways, ratio);
        if (block.Count is { } odd && odd % ways != 0)
            fabric.Missing.Add(new Missing($"its {odd} leaves do not make pairs, and `{plugs[0].Group.Id}` connects to both leaves of a pair",
                $"Declare {odd + 1} leaves, or `.SingleHomed()`", block.At.Argument("count"))
            { Fix = Fix.Set($"Use {odd + 1} leaves", block.At, "count", (odd + 1).ToString()) });

        plugs = [.. plugs.Select(p => p with { PerGroup = (p.Group.Count + groups - 1) / groups })];
        if (TooMany((long)groups * ways)) return;
        var leaves = Leaves(groups * ways, Naming.Numbered(Prefix));
        var cursor = new PortCursor();
        foreach (var plug in plugs)
        {
            // As evenly as it goes: some groups have one device more than the others.
            var first = cursor.Take(plug.Upper, Slots(plug));
            var (fewer, fuller) = (plug.Group.Count / groups, plug.Group.Count % groups);
            Cable(plug, leaves, ways, 0, fuller, fewer + 1, 0, first);
            Cable(plug, leaves, ways, fuller * (fewer + 1), groups - fuller, fewer, fuller, first);
        }

        var down = plugs.Sum(p => (long)p.PerGroup * p.PerLeaf * p.Lower.Mode.Speed.Gbps);
        var text = string.Join(" + ", plugs.GroupBy(p => p.Lower.Mode.Speed.Gbps).Select(s => $"{s.Sum(p => p.PerGroup * p.PerLeaf)} × {s.Key}G"));
        Finish(leaves, ways, groups, ways, 1, cursor, down, text, ratio, unitAt: block.At, fits: block.Count is null ? null : Fewest(plugs, ways, ratio) * ways);
    }

    static bool CanPair(Plug plug) =>
        plug.Ports.Count % 2 == 0 && (plug.Ports.Count == 2 || plug.Ports.Count / 2 % plug.Upper.Mode.Legs == 0);

    /// <summary>Ports a plug takes of each leaf, whole splitters only.</summary>
    static int Slots(Plug plug)
    {
        var (ports, legs) = (plug.PerGroup * plug.PerLeaf, plug.Upper.Mode.Legs);
        return (ports + legs - 1) / legs * legs;
    }

    /// <summary>The fewest groups of leaves that serve all plugs with the uplinks they need: more groups, fewer ports on each.</summary>
    int Fewest(List<Plug> plugs, int ways, RatioDesign? ratio)
    {
        bool Fits(int groups)
        {
            var cursor = new PortCursor();
            var down = 0L;
            foreach (var plug in plugs)
            {
                var sized = plug with { PerGroup = (plug.Group.Count + groups - 1) / groups };
                cursor.Take(plug.Upper, Slots(sized));
                down += (long)sized.PerGroup * sized.PerLeaf * sized.Lower.Mode.Speed.Gbps;
            }
            TakeUpwards(cursor, down, ratio, out _, out _, out _);
            return !cursor.Overflow(block.Model);
        }

        var most = plugs.Max(p => p.Group.Count);
        if (!Fits(most)) return 1;
        var (low, high) = (1, most);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (Fits(middle)) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
