using ClusterDsl.Language;
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
        var kinds = new Dictionary<(int PerLeaf, PortChoice Upper, Bandwidth Speed), int>();
        plugs = [.. plugs.Select(p => p with { PerLeaf = p.Ports.Count / ways, Kind = KindOf(p) })];
        CheckLegs(plugs);
        if (SaysTooMany(plugs[0])) return;

        var ratio = block.Ratio ?? Design.Ratio;
        var groups = block.Count is { } declared ? Math.Max(1, declared / ways) : Fewest(plugs, ways, ratio);
        if (block.Count is { } odd && odd % ways != 0)
            fabric.Missing.Add(new Missing($"its {odd} leaves do not make pairs, and `{plugs[0].Group.Id}` connects to both leaves of a pair",
                $"Declare {odd + 1} leaves, or `.SingleHomed()`", block.At.Argument("count"))
            { Fix = Fix.Set($"Use {odd + 1} leaves", block.At, "count", (odd + 1).ToString()) });

        if (TooMany((long)groups * ways)) return;
        var leaves = Leaves(groups * ways, Naming.Numbered(Prefix));
        var cursor = new PortCursor();
        var runs = Runs(plugs, groups);
        foreach (var run in runs) Cable(run, leaves, ways, groups, cursor.Take(run.Like.Upper, run.Slots(groups)));
        Reserve(cursor, runs[0].Like.Upper, Downlinks(runs, groups), Text.Quoted(plugs.Select(p => p.Group.Id).Distinct().Take(8)), block.At);

        var text = string.Join(" + ", runs.GroupBy(r => r.Like.Lower.Mode.Speed.Gbps).Select(s => $"{s.Sum(r => r.Ports(groups))} × {s.Key}G"));
        Finish(leaves, ways, groups, ways, 1, cursor, runs.Sum(r => r.DownGbps(groups)), text, ratio, unitAt: block.At, fits: block.Count is null ? null : Fewest(plugs, ways, ratio) * ways);

        int KindOf(Plug plug)
        {
            var what = (plug.Ports.Count / ways, plug.Upper, plug.Lower.Mode.Speed);
            if (!kinds.TryGetValue(what, out var kind)) kinds.Add(what, kind = kinds.Count);
            return kind;
        }
    }

    /// <summary>Whether what is declared for below and for above is more than the switch has, whatever is connected.</summary>
    bool SaysTooMany(Plug plug)
    {
        if (block is not { Downlinks: { } down, Uplinks: { } up }) return false;
        var cursor = new PortCursor();
        cursor.Take(plug.Upper, down * plug.Upper.Mode.Legs);
        var (room, _) = TakeUpwards(cursor, 0, null, out _, out var gbps, out var ports);
        if (ports is null || !cursor.Overflow(block.Model)) return false;
        room = ports.Count - room;
        var remedy = room > 0 ? $"Use at most {Text.Count(room, "uplink")}" : "Declare fewer downlinks";
        fabric.Shortages.Add(new Shortage($"{Design.Name}/{block.Name}", $"{down} × {plug.Upper.Mode.Speed} down and {up} × {gbps}G up",
            $"{block.Model.Id} has {string.Join(" and ", block.Model.FabricPorts.Select(p => $"{p.Count(p.Modes[0])} × {p.Modes[0].Speed}"))}", remedy, block.At.Argument(room > 0 ? "uplinks" : "downlinks"))
        { Fix = room > 0 ? Fix.Set($"Use {Text.Count(room, "uplink")}", block.At, "uplinks", room.ToString()) : null });
        return true;
    }

    void CheckLegs(IEnumerable<Plug> plugs)
    {
        foreach (var plug in plugs.Where(p => p.PerLeaf > 1 && p.PerLeaf % p.Upper.Mode.Legs != 0))
            fabric.Mismatches.Add(new Mismatch($"`{plug.Group.Id}` brings {Text.Count(plug.PerLeaf, "port")} to a leaf",
                $"a splitter of {block.Model.Id} has {plug.Upper.Mode.Legs} legs", "Connect a multiple of the legs", plug.Design.At));
    }

    static bool CanPair(Plug plug) =>
        plug.Ports.Count % 2 == 0 && (plug.Ports.Count == 2 || plug.Ports.Count / 2 % plug.Upper.Mode.Legs == 0);

    /// <summary>Devices that are spread over the leaves as if they were one group.</summary>
    sealed record Run(IReadOnlyList<Plug> Plugs)
    {
        /// <summary>What all of them are like.</summary>
        public Plug Like => Plugs[0];

        readonly long _devices = Plugs.Sum(p => (long)p.Group.Count);

        /// <summary>Devices that every group of leaves has, and how many groups have one more.</summary>
        public (int Fewer, int Fuller) Over(int groups) => ((int)(_devices / groups), (int)(_devices % groups));

        /// <summary>Ports it takes of a full leaf.</summary>
        public int Ports(int groups) => (int)Math.Min(Limits.Devices, (_devices + groups - 1) / groups * Like.PerLeaf);

        /// <summary>The same in whole splitters.</summary>
        public int Slots(int groups) => (Ports(groups) + Like.Upper.Mode.Legs - 1) / Like.Upper.Mode.Legs * Like.Upper.Mode.Legs;

        public long DownGbps(int groups) => (long)Ports(groups) * Like.Lower.Mode.Speed.Gbps;
    }

    /// <summary>Ports of a full leaf that are taken from below, a splitter taking one.</summary>
    static int Downlinks(List<Run> runs, int groups) => runs.Sum(r => r.Slots(groups) / r.Like.Upper.Mode.Legs);

    /// <summary>Groups of devices too few for every leaf to have one go on where the ones before them left off.</summary>
    static List<Run> Runs(List<Plug> plugs, int groups)
    {
        bool IsSmall(Plug plug) => plug.Group.Count < groups && plug.Upper.Mode.Legs == 1;
        return [.. plugs.Where(p => !IsSmall(p)).Select(p => new Run([p])),
            .. plugs.Where(IsSmall).GroupBy(p => p.Kind).Select(alike => new Run([.. alike]))];
    }

    /// <summary>Cables a run as evenly as it goes: some groups of leaves have one device more than the others.</summary>
    void Cable(Run run, GroupDraft leaves, int ways, int groups, int firstPort)
    {
        var (fewer, fuller) = run.Over(groups);
        var begins = 0;
        foreach (var plug in run.Plugs)
        {
            for (var from = 0; from < plug.Group.Count;)
            {
                var at = begins + from;
                var isFuller = at < fuller * (fewer + 1);
                var size = isFuller ? fewer + 1 : fewer;
                var inPart = isFuller ? at : at - fuller * (fewer + 1);
                var (group, slot) = (inPart / size + (isFuller ? 0 : fuller), inPart % size);
                var left = plug.Group.Count - from;
                // As many whole groups of one size as there are, or what fits into the group that is begun.
                var whole = slot > 0 ? 0 : Math.Min(left / size, (isFuller ? fuller : groups) - group);
                var devices = whole > 0 ? size : Math.Min(left, size - slot);
                Cable(plug, leaves, ways, from, Math.Max(1, whole), devices, group, firstPort, slot * plug.PerLeaf);
                from += Math.Max(1, whole) * devices;
            }
            begins += plug.Group.Count;
        }
    }

    /// <summary>The fewest groups of leaves that serve all plugs with the uplinks they need: more groups, fewer ports on each.</summary>
    int Fewest(List<Plug> plugs, int ways, RatioDesign? ratio)
    {
        bool Fits(int groups)
        {
            Work.Done();
            var cursor = new PortCursor();
            var down = 0L;
            foreach (var run in Runs(plugs, groups))
            {
                cursor.Take(run.Like.Upper, run.Slots(groups));
                down += run.DownGbps(groups);
            }
            if (block.Downlinks is { } declared)
            {
                var runs = Runs(plugs, groups);
                var used = Downlinks(runs, groups);
                if (used > declared) return false;
                cursor.Take(runs[0].Like.Upper, (declared - used) * runs[0].Like.Upper.Mode.Legs);
            }
            TakeUpwards(cursor, down, ratio, out _, out _, out _);
            return !cursor.Overflow(block.Model) && cursor.FitsChip(block.Model);
        }

        var most = (int)Math.Min(Limits.Devices, plugs.Sum(p => (long)p.Group.Count));
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
