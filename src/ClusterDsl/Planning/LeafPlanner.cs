using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Sizes one block of leaves and cables what it serves.</summary>
sealed class LeafPlanner(Draft draft, FabricDraft fabric, BlockDesign block)
{
    /// <summary>One thing to connect: a group of devices, and the ports of each that this block takes.</summary>
    sealed record Plug(ConnectionDesign Design, GroupDraft Group, RolePorts Ports, PortChoice Lower, PortChoice Upper)
    {
        /// <summary>Ports of a device on one leaf.</summary>
        public int PerLeaf { get; init; } = 1;

        /// <summary>Devices of one group of leaves.</summary>
        public int PerGroup { get; init; }

        /// <summary>Groups of leaves it fills.</summary>
        public int Groups => (Group.Count + PerGroup - 1) / PerGroup;
    }

    FabricDesign Design => fabric.Design;
    string Prefix => $"{Design.Name}-{block.Name}";

    public void Plan()
    {
        var plugs = Resolve();
        if (plugs.Count == 0) return;
        if (Design.RailOptimized || Design.PlaneCount > 1) PlanRails(plugs);
        else PlanSpread(plugs);
    }

    // ── What is connected ────────────────────────────────────────────────────────────────────────────────────────────

    List<Plug> Resolve()
    {
        var connections = block.Connections.ToList();
        if (ReferenceEquals(Design.Blocks[0], block)) connections.AddRange(Design.Connections.Where(c => c.Tier == Tier.Leaf));

        var plugs = new List<Plug>();
        foreach (var connection in connections)
            foreach (var (group, ports) in Targets.Of(draft, connection))
                if (Match(connection, group, ports) is { } plug) plugs.Add(plug);

        // The order in which things are declared changes no port: GPU nodes first, then by name.
        return [.. plugs.OrderBy(p => p.Group.Nodes?.Model.Gpus > 0 ? 0 : 1).ThenBy(p => p.Group.Id, StringComparer.Ordinal).ThenBy(p => p.Ports.Role)];
    }

    Plug? Match(ConnectionDesign connection, GroupDraft group, RolePorts ports)
    {
        var bank = group.Model.Bank(ports.Bank)!;
        var model = block.Model;
        if (PortMatch.Find([bank], Free(model), Design.SpeedGbps) is { } match)
            return new Plug(connection, group, ports, match.Lower, match.Upper);
        fabric.Mismatches.Add(new Mismatch(
            $"the {ports.Bank} ports of `{group.Id}` run {PortMatch.Speeds([bank])}",
            $"those of {model.Id} run {PortMatch.Speeds(Free(model))}",
            $"The fabric is declared for {Design.SpeedGbps}G: choose a speed and a switch that both ends have", connection.At));
        return null;
    }

    // ── Rails and planes: port j of every node of a unit lands on leaf j of the unit ─────────────────────────────────

    void PlanRails(List<Plug> plugs)
    {
        var leading = plugs.FirstOrDefault(p => p.Group.Nodes?.Model.Gpus > 0) ?? plugs[0];
        if (leading.Upper.Mode.Legs > 1)
        {
            fabric.Mismatches.Add(new Mismatch($"the {leading.Ports.Bank} ports of `{leading.Group.Id}` run {PortMatch.Speeds([leading.Lower.Bank])}",
                $"{block.Model.Id} has that speed only behind 1:{leading.Upper.Mode.Legs} splitters, where two ports are no longer two rails",
                $"Choose a switch with whole ports of {leading.Lower.Mode.Speed}, or leave `.RailOptimized()` and `.Planes(…)` out", leading.Design.At));
            return;
        }
        var perNode = leading.Ports.Count;
        var planes = Design.PlaneCount;
        if (perNode % planes != 0)
        {
            fabric.Misaligned.Add(new Misaligned($"{Text.Count(perNode, "port")} of `{leading.Group.Id}` cannot be spread over {Text.Count(planes, "plane")}",
                "Use a number of planes that divides them", Design.Planes!.Value.At));
            planes = 1;
        }
        var ways = Design.RailOptimized ? perNode : planes;

        var rails = new List<Plug>();
        var services = new List<Plug>();
        foreach (var plug in plugs)
        {
            if (plug.Ports.Count == perNode && plug.Upper.Mode.Legs == 1) rails.Add(plug with { PerLeaf = perNode / ways });
            else if (plug.Group.Nodes?.Model.Gpus > 0)
                fabric.Misaligned.Add(new Misaligned(
                    $"`{plug.Group.Id}` has {Text.Count(plug.Ports.Count, "port")} where `{leading.Group.Id}` has {perNode}: its port i is not on rail i",
                    "Connect nodes with equally many ports, or give them a fabric of their own", plug.Design.At));
            else services.Add(plug);
        }

        var ratio = block.Ratio ?? Design.Ratio;
        var unit = rails.Max(p => UnitSize(p, ratio));
        rails = [.. rails.Select(p => p with { PerGroup = p.Group.Nodes?.Units?.Size ?? unit })];
        var groups = rails.Sum(p => p.Groups);
        var slots = rails.Max(p => p.PerGroup * p.PerLeaf);
        var count = groups * ways;
        if (block.Count is { } declared && declared != count)
        {
            fabric.Misaligned.Add(new Misaligned(
                $"{Text.Count(groups, "unit")} of {Text.Count(ways, "rail-leaf", "rail-leaves")} need {Text.Count(count, "leaf", "leaves")}; {declared} declared",
                $"Declare {count} or none", block.At.Argument("count")));
        }

        if (TooMany((long)groups * ways)) return;
        var leaves = Leaves(count, Design.RailOptimized
            ? Naming.Grouped(Design.Name, "su", groups, block.Name, ways)
            : Naming.Nested(Design.Name, ("group", groups), ("plane", ways), (block.Name, 1)));

        // A full leaf first; then, on the leaves of the last unit, whatever the nodes it lacks leave free.
        var cursor = new PortCursor();
        cursor.Take(rails[0].Upper, slots);
        var last = new PortCursor();
        var lastRail = rails[rails.Count - 1];
        var lastUnit = lastRail.Group.Count - (lastRail.Groups - 1) * lastRail.PerGroup;
        last.Take(lastRail.Upper, (lastUnit < lastRail.PerGroup ? lastUnit : lastRail.PerGroup) * lastRail.PerLeaf);

        var firstGroup = 0;
        foreach (var plug in rails)
        {
            Cable(plug, leaves, ways, firstGroup, 0);
            firstGroup += plug.Groups;
        }
        foreach (var service in services) Serve(service, leaves, (groups - 1) * ways, ways, last);
        cursor.AtLeast(last);

        var downGbps = (long)slots * rails[0].Lower.Mode.Speed.Gbps;
        Finish(leaves, ways, groups, Design.RailOptimized ? ways / planes : 1, planes, cursor, downGbps,
            $"{slots} × {rails[0].Lower.Mode.Speed}", ratio,
            unitAt: leading.Group.Nodes?.Units?.At ?? leading.Design.At, units: rails.Count == 1 ? rails[0].Group : null,
            fits: services.Count > 0 ? null : SmallerUnits(leading with { PerLeaf = perNode / ways }, ratio), services);
    }

    /// <summary>The largest unit that a leaf has the ports for, when only its size is wrong.</summary>
    int? SmallerUnits(Plug plug, RatioDesign? ratio) =>
        plug.Group.Nodes?.Units is { } declared && (block.UplinkGbps ?? Design.SpeedGbps) == plug.Lower.Mode.Speed.Gbps
        && UnitsThatFit(plug, ratio) is var fits && fits >= 1 && fits < declared.Size ? (int)fits : null;

    long UnitsThatFit(Plug plug, RatioDesign? ratio)
    {
        var total = (long)plug.Upper.Count;
        var most = block.Uplinks is { } uplinks ? total - uplinks
            : Design.Spines is null ? total
            : (ratio?.Most ?? Ratio.One).DownWithin(total);
        return most / plug.PerLeaf;
    }

    /// <summary>Nodes of a unit: as declared, else as many as a leaf takes with the uplinks they need, but no more than there are.</summary>
    int UnitSize(Plug plug, RatioDesign? ratio)
    {
        if (plug.Group.Nodes?.Units is { } declared) return declared.Size;
        return (int)Math.Max(1, Math.Min(plug.Group.Count, UnitsThatFit(plug, ratio)));
    }

    /// <summary>Appliances on a rail-optimised fabric: port k of each on leaf k of the last unit, behind its nodes.</summary>
    void Serve(Plug plug, GroupDraft leaves, int firstLeaf, int ways, PortCursor cursor)
    {
        var (count, legs) = (plug.Group.Count, plug.Upper.Mode.Legs);
        var perLeaf = (plug.Ports.Count + ways - 1) / ways;
        var across = Math.Min(plug.Ports.Count, ways);
        for (var pass = 0; pass < perLeaf; pass++)
        {
            var portsLeft = Math.Min(across, plug.Ports.Count - pass * ways);
            var first = cursor.Take(plug.Upper, (count + legs - 1) / legs * legs);
            foreach (var (from, devices, used) in Legs(count, legs))
            {
                var box = new Box();
                var assembly = box.Add(devices / used);
                var port = box.Add(portsLeft);
                var leg = box.Add(used);
                Add($"{plug.Group.Id}-{pass}-{from}", plug, leaves, box,
                    box.Map(from, (assembly, used), (leg, 1)),
                    box.Map(plug.Ports.First + plug.Ports.Stride * pass * ways, (port, plug.Ports.Stride)),
                    box.Map(firstLeaf, (port, 1)),
                    box.Map(first + from, (assembly, legs), (leg, 1)), used, "service");
            }
        }
    }

    /// <summary>Whole splitters, then one whose last legs stay free.</summary>
    static IEnumerable<(int From, int Devices, int Legs)> Legs(int count, int legs)
    {
        var whole = count / legs * legs;
        if (whole > 0) yield return (0, whole, legs);
        if (whole < count) yield return (whole, count - whole, count - whole);
    }

    // ── Spread: nodes share few leaves, each on one or on both of a pair ─────────────────────────────────────────────

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
                $"Declare {odd + 1} leaves, or `.SingleHomed()`", block.At.Argument("count")));

        plugs = [.. plugs.Select(p => p with { PerGroup = (p.Group.Count + groups - 1) / groups })];
        if (TooMany((long)groups * ways)) return;
        var leaves = Leaves(groups * ways, Naming.Numbered(Prefix, groups * ways));
        var cursor = new PortCursor();
        foreach (var plug in plugs)
            Cable(plug, leaves, ways, 0, cursor.Take(plug.Upper, Slots(plug)));

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

    // ── Common to both ───────────────────────────────────────────────────────────────────────────────────────────────

    /// <summary>Stops at what no plan can hold, before a product overflows.</summary>
    bool TooMany(long leaves)
    {
        if (leaves <= Limits.Devices) return false;
        fabric.Shortages.Add(new Shortage($"{Design.Name}/{block.Name}", Text.Count(leaves, "leaf", "leaves"),
            $"a plan holds {Text.Number(Limits.Devices)} devices of a kind", "Use larger units or fewer nodes", block.At));
        return true;
    }

    GroupDraft Leaves(int count, NameTemplate name)
    {
        var leaves = new GroupDraft($"{Design.Name}/{block.Name}", "leaf", block.Model, count, name, block.At) { Fabric = Design, Site = Design.Site };
        draft.Groups.Add(leaves);
        return leaves;
    }

    /// <summary>Full groups of devices, then one that is not full.</summary>
    void Cable(Plug plug, GroupDraft leaves, int ways, int firstGroup, int firstPort)
    {
        var full = plug.Group.Count / plug.PerGroup;
        var rest = plug.Group.Count % plug.PerGroup;
        if (full > 0) CablePart(plug, leaves, ways, 0, full, plug.PerGroup, firstGroup, firstPort);
        if (rest > 0) CablePart(plug, leaves, ways, full, 1, rest, firstGroup, firstPort);
    }

    void CablePart(Plug plug, GroupDraft leaves, int ways, int skipped, int groups, int nodes, int firstGroup, int firstPort)
    {
        var legs = plug.Upper.Mode.Legs;
        var legsAreNodes = legs > 1 && plug.PerLeaf == 1;
        // A leg is a node where a node brings one port to the leaf, else one of the node's ports.
        foreach (var (from, devices, used) in legsAreNodes ? Legs(nodes, legs) : [(0, nodes, legs > 1 ? Math.Min(legs, plug.PerLeaf) : 1)])
        {
            var box = new Box();
            var group = box.Add(groups);
            var node = box.Add(legsAreNodes ? devices / used : devices);
            var slot = box.Add(legsAreNodes ? 1 : plug.PerLeaf / used);
            var way = box.Add(ways);
            var leg = box.Add(used);
            var stride = plug.Ports.Stride;
            var (nodeStride, legNode, legSlot) = legsAreNodes ? (used, 1, 0) : (1, 0, 1);
            Add($"{plug.Group.Id}-{skipped}-{from}", plug, leaves, box,
                box.Map(skipped * plug.PerGroup + from, (group, plug.PerGroup), (node, nodeStride), (leg, legNode)),
                box.Map(plug.Ports.First, (way, stride), (slot, stride * ways * used), (leg, stride * ways * legSlot)),
                box.Map((firstGroup + skipped) * ways, (group, ways), (way, 1)),
                box.Map(firstPort + from * plug.PerLeaf, (node, nodeStride * plug.PerLeaf), (slot, used), (leg, 1)), used, "node");
        }
    }

    void Add(string id, Plug plug, GroupDraft leaves, Box box, Affine device, Affine port, Affine leaf, Affine leafPort, int legs, string kind) =>
        draft.Links.Add(new LinkDraft($"{leaves.Id}/{id}", Design, box.Extents,
            new EndDraft(plug.Group, plug.Lower, device, port), new EndDraft(leaves, plug.Upper, leaf, leafPort), plug.Design.At)
        { Legs = legs, Media = plug.Design.Media, Kind = kind });

    void Finish(GroupDraft leaves, int ways, int groups, int rails, int planes, PortCursor cursor, long downGbps, string downText, RatioDesign? ratio, Origin unitAt,
        GroupDraft? units = null, int? fits = null, IReadOnlyList<Plug>? services = null)
    {
        if (ratio is null && Design.Spines is not null) draft.Assumptions.Add($"{Design.Name}: no oversubscription was declared, 1:1 assumed");
        PeerLinks(leaves, ways, groups, cursor);
        var (at, needed) = TakeUpwards(cursor, downGbps, ratio, out var uplinks, out var gbps, out var ports);
        fabric.Blocks.Add(new BlockDraft(block, leaves)
        {
            Ways = ways, Groups = groups, Rails = rails, Planes = planes, DownGbps = downGbps, DownText = downText,
            Uplinks = uplinks, UplinkGbps = gbps, Declared = ratio, UplinkPorts = ports, FirstUplink = at, UplinksNeeded = needed, Units = units,
        });
        if (!cursor.Overflow(block.Model)) return;

        var served = services?.Select(s => s.Group.Id).ToList() ?? [];
        var (remedy, fix) = Remedy(leaves.Count, fits, served.Count > 0);
        var capacity = string.Join(" and ", Free(block.Model)
            .Select(p => $"{p.Count(p.Modes[0])} × {p.Modes[0].Speed}"));
        fabric.Shortages.Add(new Shortage(leaves.Id, $"{downText} down" + (uplinks > 0 ? $"{(served.Count > 0 ? "," : " and")} {uplinks} × {gbps}G up" : "")
                + (served.Count > 0 ? $" and the ports of {Text.Quoted(served)}" : ""),
            $"{block.Model.Id} has {capacity}",
            remedy, block.Count is null ? unitAt : block.At.Argument("count")) { Fix = fix });
    }

    /// <summary>What helps leaves that lack ports: rails are sized by the unit, spread leaves by their count, which the author may have given.</summary>
    (string Text, Fix? Fix) Remedy(int leaves, int? fits, bool served)
    {
        const string Switch = "a switch with more ports";
        if (served) return ($"Take nodes out of the last unit, use smaller units or {Switch}, or allow oversubscription", null);
        if (Design.RailOptimized || Design.PlaneCount > 1)
            return fits is { } units ? With($"Use units of {Text.Count(units, "node")}", units, $", {Switch}, or allow oversubscription", fixable: block.Count is null)
                : ($"Use smaller units, {Switch}, or allow oversubscription", null);
        if (block.Count is null) return ($"Use {Switch}, or allow oversubscription", null);
        return fits > leaves ? With($"Use {Text.Count(fits.Value, "leaf", "leaves")}", fits.Value, $", or {Switch}", fixable: true)
            : ($"Use more leaves, or {Switch}", null);

        static (string, Fix?) With(string use, int number, string others, bool fixable) =>
            (use + others, fixable ? new Fix(use, FixKind.ReplaceArgument, number.ToString()) : null);
    }

    /// <summary>Links between the two leaves of a pair, the same port on both.</summary>
    void PeerLinks(GroupDraft leaves, int ways, int groups, PortCursor cursor)
    {
        if (block.PeerLinks is not { } peers) return;
        var free = Free(block.Model).ToList();
        if (ways != 2 || PortMatch.Find(free, free, Design.SpeedGbps) is not { } match)
        {
            fabric.Missing.Add(new Missing("its leaves are not pairs, so there is nothing to link", "Leave `.PeerLinks()` out", peers.At));
            return;
        }
        var first = cursor.Take(match.Upper, peers.Count);
        var box = new Box();
        var pair = box.Add(groups);
        var link = box.Add(peers.Count);
        draft.Links.Add(new LinkDraft($"{leaves.Id}/peer", Design, box.Extents,
            new EndDraft(leaves, match.Lower, box.Map(0, (pair, 2)), box.Map(first, (link, 1))),
            new EndDraft(leaves, match.Upper, box.Map(1, (pair, 2)), box.Map(first, (link, 1))), peers.At)
        { Kind = "peer" });
    }

    /// <summary>Reserves the uplinks: as declared, or what the ratio needs for what comes down.</summary>
    (int First, int Needed) TakeUpwards(PortCursor cursor, long downGbps, RatioDesign? ratio, out int uplinks, out int gbps, out PortChoice? ports)
    {
        (uplinks, gbps, ports) = (0, 0, null);
        var above = Design.Spines?.Model ?? Above(Design.Into?.Fabric);
        if (above is null) return (0, 0);
        var wanted = block.UplinkGbps ?? (Design.Into is null ? Design.SpeedGbps : int.MaxValue);
        var match = Fastest(Free(block.Model), Free(above), wanted, exactly: Design.Into is null);
        if (match is not { } found) return (0, 0);
        gbps = found.Lower.Mode.Speed.Gbps;
        var needed = (int)Math.Min(Limits.Ports, ((ratio?.Most ?? Ratio.One).UpFor(downGbps) + gbps - 1) / gbps);
        uplinks = block.Uplinks ?? Design.Into?.PerLeaf ?? needed;
        ports = found.Lower;
        return (cursor.Take(found.Lower, uplinks), needed);
    }

    static IEnumerable<Ports> Free(SwitchModel model) => model.Ports.Where(p => p.Name != SwitchModel.ManagementBank);

    SwitchModel? Above(string? fabricName) =>
        fabricName is null ? null : draft.Design.Fabrics.FirstOrDefault(f => f.Name == fabricName)?.Spines?.Model;

    static (PortChoice Lower, PortChoice Upper)? Fastest(IEnumerable<Ports> lower, IEnumerable<Ports> upper, int gbps, bool exactly) =>
        lower.SelectMany(p => p.Modes).Select(m => m.Speed.Gbps).Where(g => exactly ? g == gbps : g <= gbps).Distinct().OrderByDescending(g => g)
            .Select(g => PortMatch.Find(lower, upper, g)).FirstOrDefault(m => m is { Upper.Mode.Legs: 1 });
}
