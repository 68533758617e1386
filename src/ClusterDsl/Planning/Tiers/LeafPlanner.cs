using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Sizes one block of leaves and cables what it serves.</summary>
sealed partial class LeafPlanner(Draft draft, FabricDraft fabric, BlockDesign block)
{
    /// <summary>One thing to connect: a group of devices, and the ports of each that this block takes.</summary>
    sealed record Plug(ConnectionDesign Design, GroupDraft Group, RolePorts Ports, PortChoice Lower, PortChoice Upper)
    {
        /// <summary>Ports of a device on one leaf.</summary>
        public int PerLeaf { get; init; } = 1;

        /// <summary>Devices of one group of leaves.</summary>
        public int PerGroup { get; init; }

        /// <summary>The same for all that take the same ports of a leaf.</summary>
        public int Kind { get; init; }

        /// <summary>Groups of leaves it fills.</summary>
        public int Groups => (Group.Count + PerGroup - 1) / PerGroup;
    }

    FabricDesign Design => fabric.Design;
    string Prefix => $"{Design.Name}-{block.Name}";

    public void Plan()
    {
        var plugs = Resolve();
        if (plugs.Count == 0) return;
        if (PortsPart || block.PerRack is not null) PlanUnits(plugs);
        else PlanSpread(plugs);
    }

    /// <summary>Whether the ports of a node are told apart: each has its own leaf, or its own plane.</summary>
    bool PortsPart => Design.RailOptimized || Design.PlaneCount > 1 || Design.DualTor is not null;

    List<Plug> Resolve()
    {
        var connections = block.Connections.ToList();
        if (ReferenceEquals(Design.Blocks[0], block)) connections.AddRange(Design.Connections.Where(c => c.Tier == Tier.Leaf));
        return Resolve(connections);
    }

    List<Plug> Resolve(IEnumerable<ConnectionDesign> connections)
    {
        var plugs = new List<Plug>();
        foreach (var connection in connections)
        {
            Work.Done();
            foreach (var (group, ports) in Targets.Of(draft, connection))
                if (Match(connection, group, ports) is { } plug) plugs.Add(plug);
        }

        // The order in which things are declared changes no port: GPU nodes first, then by name.
        return [.. plugs.OrderBy(p => p.Group.Nodes?.Model.Gpus > 0 ? 0 : 1).ThenBy(p => p.Group.Id, StringComparer.Ordinal).ThenBy(p => p.Ports.Role)];
    }

    Plug? Match(ConnectionDesign connection, GroupDraft group, RolePorts ports)
    {
        var bank = group.Model.Bank(ports.Bank)!;
        var model = block.Model;
        if (PortMatch.Find([bank], model.DownPorts, Design.SpeedGbps) is { } match)
            return new Plug(connection, group, ports, match.Lower, Obtainable(connection, group, match) ?? Parted(match, connection.Media.Cable?.Part));
        // Where nodes and leaves have a speed in common, it is the fabric's that is wrong.
        var common = CommonSpeed(bank);
        fabric.Mismatches.Add(new Mismatch(
            $"the {ports.Bank} ports of `{group.Id}` run {PortMatch.Speeds([bank])}",
            $"those of {model.Id} run {PortMatch.Speeds(model.DownPorts)}",
            $"The fabric is declared for {Design.SpeedGbps}G: choose a speed and a switch that both ends have", common is null ? connection.At : Design.SpeedAt!)
        { Fix = common });
        return null;
    }

    /// <summary>
    /// The leg of a splitter that runs alike, where nothing of the catalogue makes the link straight: a module with two plugs is rare in QSFP-DD800, one
    /// whose fibres part along the cable is not.
    /// </summary>
    PortChoice? Obtainable(ConnectionDesign connection, GroupDraft group, (PortChoice Lower, PortChoice Upper) match)
    {
        if (connection.Media is not { Lower: null, Upper: null, Cable: null } || match.Upper.Mode is not { Legs: 1 } mode || IsSold(match.Upper)) return null;
        return match.Upper.Bank.Modes.Where(m => m.Legs > 1 && (m.Speed, m.Lane, m.Lanes) == (mode.Speed, mode.Lane, mode.Lanes))
            .Select(m => match.Upper with { Mode = m }).FirstOrDefault(IsSold);

        bool IsSold(PortChoice upper)
        {
            var box = new Box();
            var link = new LinkDraft("", Design, box.Extents, new EndDraft(group, match.Lower, box.Map(0), box.Map(0)), new EndDraft(group, upper, box.Map(0), box.Map(0)), connection.At)
            { Media = connection.Media, Kind = "node" };
            return MediaPlanner.Possible(link, null, null, null).Count > 0;
        }
    }

    /// <summary>A cable that the author chose may part what leaves the cage in one plug: a twin-port cage to two nodes of one port each.</summary>
    static PortChoice Parted((PortChoice Lower, PortChoice Upper) match, CableFamily? cable) =>
        cable is { HasPlugs: true, Legs: > 1 } && match.Upper.Mode is { Legs: 1 } mode && match.Lower.Mode.Split == 1 && mode.Split == cable.Legs
            ? match.Upper with { Mode = mode with { Legs = cable.Legs } } : match.Upper;

    /// <summary>The fabric at the fastest speed that nodes and leaves have in common.</summary>
    Fix? CommonSpeed(Ports bank)
    {
        var speeds = bank.Modes.Select(m => m.Speed.Gbps).Where(g => PortMatch.Find([bank], block.Model.DownPorts, g) is not null);
        if (Design.SpeedAt is not { } at || speeds.DefaultIfEmpty().Max() is not (> 0 and var fastest)) return null;
        var title = $"Run the fabric at {fastest}G";
        return Design.Protocol == "Ethernet" ? Fix.Set(title, at, "speed", $"{fastest}.Gbps()")
            : Enum.IsDefined(typeof(InfiniBand), fastest) ? Fix.Set(title, at, "generation", $"InfiniBand.{(InfiniBand)fastest}")
            : null;
    }

    /// <summary>Keeps the ports that are declared for what is below, also those that nothing takes yet.</summary>
    void Reserve(PortCursor cursor, PortChoice ports, int used, string what, Origin at)
    {
        if (block.Downlinks is not { } declared) return;
        if (used > declared)
            fabric.Shortages.Add(new Shortage($"{Design.Name}/{block.Name}", $"{Text.Count(used, "downlink")} for {what}", $"{Text.Number(declared)} are declared",
                $"Declare {Text.Count(used, "downlink")}, or connect less to each leaf", block.At.Argument("downlinks"))
            { Fix = Fix.Set($"Use {Text.Count(used, "downlink")}", block.At, "downlinks", used.ToString()) });
        else
        {
            cursor.Take(ports, (declared - used) * ports.Mode.Legs);
            _reserved = used == declared ? "" : $", {declared - used} × {ports.Mode.Speed} reserved by `downlinks`";
        }
    }

    /// <summary>The ports that are kept for what does not come yet, as a shortage tells of them.</summary>
    string _reserved = "";

    /// <summary>Stops at what no plan can hold, before a product overflows.</summary>
    bool TooMany(long leaves)
    {
        if (leaves <= Limits.Devices) return false;
        fabric.Shortages.Add(new Shortage($"{Design.Name}/{block.Name}", Text.Count(leaves, Design.Words.Leaf, Design.Words.Leaves),
            $"a plan holds {Text.Number(Limits.Devices)} devices of a kind", "Use larger units or fewer nodes", block.At));
        return true;
    }

    GroupDraft Leaves(int count, NameTemplate name)
    {
        var leaves = new GroupDraft($"{Design.Name}/{block.Name}", block.Role, block.Model, count, name, block.At) { Fabric = Design, Site = Design.Site };
        draft.Add(leaves);
        return leaves;
    }

    /// <summary>Cables equal groups of devices, each to a group of leaves of its own.</summary>
    /// <param name="plug">What is connected.</param>
    /// <param name="leaves">The leaves.</param>
    /// <param name="ways">Leaves of a group.</param>
    /// <param name="firstDevice">The first device.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="nodes">Devices in a group.</param>
    /// <param name="firstGroup">The first group of leaves.</param>
    /// <param name="firstPort">The first port on each leaf.</param>
    /// <param name="before">Ports of each leaf, behind the first, that devices like these have already.</param>
    /// <param name="cells">How often all that is repeated, and how many devices and leaves further on each time.</param>
    void Cable(Plug plug, GroupDraft leaves, int ways, int firstDevice, int groups, int nodes, int firstGroup, int firstPort, int before = 0, (int Count, int Devices, int Leaves)? cells = null)
    {
        var (times, devicesEach, leavesEach) = cells ?? (1, 0, 0);
        if (groups == 0 || nodes == 0) return;
        Work.Done();
        var legs = plug.Upper.Mode.Legs;
        var legsAreNodes = legs > 1 && plug.PerLeaf == 1;
        // A leg is a node where a node brings one port to the leaf, else one of the node's ports.
        foreach (var (from, devices, used) in legsAreNodes ? Legs(nodes, legs) : [(0, nodes, legs > 1 ? Math.Min(legs, plug.PerLeaf) : 1)])
        {
            var (nodeStride, legNode, legSlot) = legsAreNodes ? (used, 1, 0) : (1, 0, 1);
            foreach (var part in Parts(plug.Upper, firstPort, before + from * plug.PerLeaf, devices / nodeStride, legsAreNodes ? legs : plug.PerLeaf))
            {
                var box = new Box();
                var cell = box.Add(times);
                var group = box.Add(groups);
                var cage = box.Add(part.Cages);
                var node = box.Add(part.InCage);
                var slot = box.Add(legsAreNodes ? 1 : plug.PerLeaf / used);
                var way = box.Add(ways);
                var leg = box.Add(used);
                var stride = plug.Ports.Stride;
                var first = from + part.From * nodeStride;
                Add($"{plug.Group.Id}-{firstGroup}-{first}", plug, leaves, box,
                    box.Map(firstDevice + first, (cell, devicesEach), (group, nodes), (cage, part.InCage * nodeStride), (node, nodeStride), (leg, legNode)),
                    box.Map(plug.Ports.First, (way, stride), (slot, stride * ways * used), (leg, stride * ways * legSlot)),
                    box.Map(firstGroup * ways, (cell, leavesEach), (group, ways), (way, 1)),
                    box.Map(part.Port, (cage, part.Step), (node, nodeStride * plug.PerLeaf), (slot, used), (leg, 1)), used, "node");
            }
        }
    }

    /// <summary>Where devices that bring so many ports each to a leaf are put: one behind the other, in cages that can run so.</summary>
    IEnumerable<UsableCages.Part> Parts(PortChoice ports, int firstPort, int before, int devices, int size)
    {
        if (UsableCages.Of(ports) is not { } usable || ports.Mode.Split % size != 0) return [new(0, 1, devices, firstPort + before, 0)];
        _partly[ports.Mode] = usable;
        return usable.Parts(firstPort, before / size, devices, size);
    }

    /// <summary>The modes in use that some cages alone can run.</summary>
    readonly Dictionary<PortMode, UsableCages> _partly = [];

    void Add(string id, Plug plug, GroupDraft leaves, Box box, Affine device, Affine port, Affine leaf, Affine leafPort, int legs, string kind) =>
        draft.Links.Add(new LinkDraft($"{leaves.Id}/{id}", Design, box.Extents,
            new EndDraft(plug.Group, plug.Lower, device, port), new EndDraft(leaves, plug.Upper, leaf, leafPort), plug.Design.At)
        { Legs = legs, Media = plug.Design.Media, Kind = kind });

    void Finish(GroupDraft leaves, int ways, int groups, int rails, int planes, PortCursor cursor, long downGbps, string downText, RatioDesign? ratio, Origin unitAt,
        IReadOnlyList<UnitsDraft>? units = null, int? fits = null, IReadOnlyList<Plug>? services = null)
    {
        if (ratio is null && Design.Spines is not null) draft.Assumptions.Add($"{Design.Name}: no oversubscription was declared, 1:1 assumed");
        PeerLinks(leaves, ways, groups, cursor);
        var (at, needed) = TakeUpwards(cursor, downGbps, ratio, out var uplinks, out var gbps, out var ports);
        fabric.Blocks.Add(new BlockDraft(block, leaves)
        {
            Ways = ways, Groups = groups, Rails = rails, Planes = planes, DownGbps = downGbps, DownText = downText,
            Uplinks = uplinks, UplinkGbps = gbps, Declared = ratio, UplinkPorts = ports, FirstUplink = at, UplinksNeeded = needed, Units = units ?? [],
            Fewest = PortsPart || block.PerRack is not null || Design.Topology is not null ? null : fits,
        });
        if (!cursor.Overflow(block.Model)) return;

        var served = services?.Select(s => s.Group.Id).ToList() ?? [];
        var room = block.Uplinks is not null && ports is not null && at > 0 && at < ports.Count ? ports.Count - at : 0;
        var (remedy, fix) = room > 0 ? ($"Use at most {Text.Count(room, "uplink")}", Fix.Set($"Use {Text.Count(room, "uplink")}", block.At, "uplinks", room.ToString()))
            : Remedy(leaves.Count, fits, served.Count > 0, unitAt);
        var capacity = string.Join(" and ", block.Model.FabricPorts
            .Select(p => $"{p.Count(p.Modes[0])} × {p.Modes[0].Speed}"))
            + string.Concat(_partly.Select(m => $", and {Text.Count(m.Value.Count, "cage")} that can run {CagesInUse.Text(m.Key)} side by side"));
        fabric.Shortages.Add(new Shortage(leaves.Id, $"{downText} down{_reserved}" + (uplinks > 0 ? $"{(served.Count > 0 ? "," : " and")} {uplinks} × {gbps}G up" : "")
                + (served.Count > 0 ? $" and the ports of {Text.Quoted(served)}" : ""),
            $"{block.Model.Id} has {capacity}",
            remedy, room > 0 ? block.At.Argument("uplinks") : block.Count is null ? unitAt : block.At.Argument("count")) { Fix = fix });
    }

    /// <summary>What helps leaves that lack ports: rails are sized by the unit, spread leaves by their count, which the author may have given.</summary>
    (string Text, Fix? Fix) Remedy(int leaves, int? fits, bool served, Origin unitAt)
    {
        const string Switch = "a switch with more ports";
        if (block.PerRack is not null) return ($"Put fewer nodes in a rack or more {Design.Words.Leaves}, use {Switch}, or allow oversubscription", null);
        if (served) return ($"Take nodes out of the last unit, use smaller units or {Switch}, or allow oversubscription", null);
        if (PortsPart)
            return fits is { } units ? With($"Use units of {Text.Count(units, "node")}", $", {Switch}, or allow oversubscription", unitAt, "of", units)
                : ($"Use smaller units, {Switch}, or allow oversubscription", null);
        if (Design.Topology is CellsDesign { PerCell: not null, Carrier: "spine" } && fits is { } perCell)
            return With($"Use {Text.Count(perCell, "leaf", "leaves")} per cell", $", {Switch}, or allow oversubscription", block.At, "perCell", perCell);
        if (block.Count is null) return ($"Use {Switch}, or allow oversubscription", null);
        return fits > leaves ? With($"Use {Text.Count(fits.Value, Design.Words.Leaf, Design.Words.Leaves)}", $", or {Switch}", block.At, "count", fits.Value)
            : ($"Use more {Design.Words.Leaves}, or {Switch}", null);

        static (string, Fix?) With(string use, string others, Origin at, string parameter, int number) =>
            (use + others, Fix.Set(use, at, parameter, number.ToString()));
    }

    /// <summary>Links between the two leaves of a pair, the same port on both.</summary>
    void PeerLinks(GroupDraft leaves, int ways, int groups, PortCursor cursor)
    {
        if (block.PeerLinks is not { } peers) return;
        var free = block.Model.FabricPorts.ToList();
        if (ways != 2 || PortMatch.Find(free, free, Design.SpeedGbps) is not { } match)
        {
            fabric.Missing.Add(new Missing("its leaves are not pairs, so there is nothing to link", "Leave `.PeerLinks()` out", peers.At)
            { Fix = Fix.Remove("Leave the peer links out", peers.At) });
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
        var match = PortMatch.Straight(block.Model.UpPorts, above.DownPorts, wanted, exactly: Design.Into is null);
        if (match is not { } found) return (0, 0);
        gbps = found.Lower.Mode.Speed.Gbps;
        var needed = (int)Math.Min(Limits.Ports, ((ratio?.Most ?? Ratio.One).UpFor(downGbps) + gbps - 1) / gbps);
        uplinks = block.Uplinks ?? Design.Into?.PerLeaf ?? needed;
        ports = found.Lower;
        return (cursor.Take(found.Lower, uplinks), needed);
    }

    SwitchModel? Above(string? fabricName) =>
        fabricName is null ? null : draft.FabricNamed(fabricName)?.Spines?.Model;
}
