using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// Stands the devices of a hall in its racks. What is placed in named racks has them for itself. Of the rest: GPU nodes first, each
/// scalable unit with its leaves in a block of racks of its own, then the others, sharing racks where units and power allow.
/// </summary>
sealed class HallPlanner(Draft draft, SiteDesign site, HallDesign? design, List<GroupDraft> groups, IReadOnlyList<HallTray> trays,
    Dictionary<GroupDraft, UnitSwitches> blocks)
{
    /// <summary>The shortest row of a hall that nobody declared.</summary>
    const int ShortestRow = 12;

    readonly HallDraft _hall = new(design, new HallPlan(
        site.Name, design?.Name ?? "hall", design?.Racks?.Rows ?? 1, design?.Racks?.PerRow ?? Limits.Racks,
        design?.RackPitchMm ?? 600, design?.RowPitchMm ?? 2_400, design?.TrayAboveMm ?? 400,
        design?.RackUnits ?? 48, design?.RackPower?.Watts ?? 0, design?.Slack?.Mm ?? 2_000)
    {
        SlackPercent = design?.Slack?.Percent ?? 0, CrossTrayEvery = design?.CrossTrayEvery ?? 0,
        RackGapEvery = design?.RackGap.Every ?? 0, RackGapMm = design?.RackGap.Mm ?? 0,
        RowGapEvery = design?.RowGap.Every ?? 0, RowGapMm = design?.RowGap.Mm ?? 0,
        PanelRacks = design?.Structured?.Racks ?? 0,
    })
    { Trays = trays, IsPlacedByName = groups.Any(g => g.Place is not null || g.PerRackOfNodes is not null) };

    readonly List<GroupDraft> _standing = [.. groups.Where(g => g.Model.Height > 0).OrderBy(Order).ThenBy(g => g.Id, StringComparer.Ordinal)];

    readonly ILookup<GroupDraft, (UnitSwitches Switches, UnitsDraft Units)> _withUnits =
        groups.Where(blocks.ContainsKey).Select(g => blocks[g]).Where(b => b.Units.Count == 1 || b.AreCells)
            .SelectMany(b => b.Units.Select(u => (Switches: b, Units: u))).ToLookup(b => b.Units.Nodes);

    ILookup<GroupDraft, GroupDraft> _over = Enumerable.Empty<GroupDraft>().ToLookup(g => g);
    readonly Dictionary<GroupDraft, IReadOnlyList<BlockRun>> _units = [];
    readonly HashSet<GroupDraft> _placed = [];
    readonly Dictionary<GroupDraft, List<(int Cell, int Devices, Placement Placement)>> _pieces = [];
    int _blockRacks;
    long? _power;

    HallPlan Room => _hall.Plan;

    static int Order(GroupDraft group) => group.Nodes is { } nodes ? nodes.Model.Gpus > 0 ? 0 : 1 : 2;

    static PlaceKind Kind(GroupDraft group) => group.PerRackOfNodes is not null ? PlaceKind.WithNodes : group.Place?.Place.Kind ?? PlaceKind.ByUnit;

    // A dual ToR outlives the loss of one leaf, and so of its rack.
    static int InTurn(GroupDraft group) =>
        group.Place?.Place.Apart ?? (group is { Role: "leaf", Fabric.DualTor: not null, PerRackOfNodes: null, Count: > 1 }) ? 2 : 1;

    public void Plan()
    {
        draft.Halls.Add(_hall);
        foreach (var group in groups) group.Hall = _hall;
        _over = _standing.SelectMany(g => Below(g).Select(nodes => (Nodes: nodes, Switches: g))).ToLookup(o => o.Nodes, o => o.Switches);
        if (design?.Slack is null) draft.Assumptions.Add($"{site.Name}: 2 m of slack in each cable assumed");
        if (design?.Racks is not null)
        {
            Fill(Room.PerRow);
            return;
        }
        // One endless row tells how many racks there are; then as many rows as make the room about as deep as it is wide.
        Layout(0, 0, areRowsKnown: false);
        Fill(Square());
        _hall.Plan = Room with { Rows = Math.Max(NamedRows(), (_hall.RacksUsed + Room.PerRow - 1) / Room.PerRow) };
        draft.Assumptions.Add($"{site.Name}: no racks were declared, {Text.Count(Room.Rows, "row")} of {Room.PerRow} assumed");
    }

    int Square()
    {
        var side = Math.Sqrt((double)_hall.RacksUsed * Room.RowPitchMm / Room.RackPitchMm);
        var racks = Math.Max(Math.Max(ShortestRow, (int)side), Named().Select(r => r.Rack).DefaultIfEmpty().Max());
        // Rows hold whole blocks, so that none of their racks stays empty; on both sides of a middle that is kept free.
        var blocks = _blockRacks * (Any(PlaceKind.MiddleOfRow) ? 2 : 1);
        return blocks == 0 ? racks : Math.Max(1, racks / blocks) * blocks;
    }

    IEnumerable<(int Row, int Rack)> Named() => (design?.NetworkRacks.Select(r => (r.Row, r.Rack + r.Count - 1)) ?? [])
        .Concat(_standing.Where(g => Kind(g) == PlaceKind.At).SelectMany(g => g.Place!.Place.Racks).Select(r => (r.Row, r.Rack)));

    int NamedRows() => Named().Select(r => r.Row).DefaultIfEmpty(1).Max();

    bool Any(PlaceKind kind) => _standing.Any(g => Kind(g) == kind);

    /// <summary>Keeps as many racks of each row free as the groups need that stand there.</summary>
    void Fill(int row)
    {
        var (atEnd, inMiddle) = (Any(PlaceKind.EndOfRow) ? 1 : 0, Any(PlaceKind.MiddleOfRow) ? 1 : 0);
        for (; atEnd + inMiddle < row; Work.Done())
        {
            if (design?.Racks is null) _hall.Plan = Room with { PerRow = row + atEnd + inMiddle + Room.PanelRacks };
            var (end, middle) = Layout(atEnd, inMiddle, areRowsKnown: true);
            if (end <= atEnd && middle <= inMiddle) return;
            (atEnd, inMiddle) = (Math.Max(end, atEnd), Math.Max(middle, inMiddle));
        }
        // No row holds them: where they would stand without a word.
        Layout(0, 0, areRowsKnown: false);
        foreach (var group in _standing.Where(g => Kind(g) is PlaceKind.EndOfRow or PlaceKind.MiddleOfRow))
            Elsewhere(group, $"a row of {Text.Count(row, "rack")} does not hold it beside the nodes");
    }

    /// <summary>Places everything; says how many racks at the end and in the middle of each row are needed.</summary>
    (int AtEnd, int InMiddle) Layout(int atEnd, int inMiddle, bool areRowsKnown)
    {
        _hall.RacksUsed = 0;
        _hall.Elsewhere.Clear();
        _placed.Clear();
        _units.Clear();
        _pieces.Clear();
        var named = new NamedRacks(_hall, design, PerRack);
        foreach (var group in _standing.Where(g => Kind(g) == PlaceKind.At))
            if (named.Stand(group, group.Place!) is { } placement) Put(group, placement);
        var network = new RackStrip(site.Name, Room.Name, named.NetworkZones);
        var strip = new RackStrip(site.Name, Room.Name, FreeRacks.Of(Room, atEnd + Room.PanelRacks, inMiddle, named.Kept));

        foreach (var group in _standing)
        {
            Work.Done();
            var kind = Kind(group);
            if (_placed.Contains(group) || kind is PlaceKind.WithNodes || (areRowsKnown && kind is PlaceKind.EndOfRow or PlaceKind.MiddleOfRow)) continue;
            if (kind != PlaceKind.NetworkRacks) Stand(group, strip);
            else if (!StandIn(group, network))
            {
                Elsewhere(group, design?.NetworkRacks.Count > 0 ? "the network racks do not hold it" : $"hall `{Room.Name}` declares no network racks");
                Stand(group, strip);
            }
        }
        foreach (var group in _standing.Where(g => Kind(g) == PlaceKind.WithNodes && !_placed.Contains(g)))
            if (!StandOver(group))
            {
                Elsewhere(group, "there are no nodes in this hall that it serves alone");
                Stand(group, strip);
            }

        var rows = Math.Max(1, _hall.RacksUsed == 0 ? design?.Racks?.Rows ?? 1 : (_hall.RacksUsed + Room.PerRow - 1) / Room.PerRow);
        var (ends, middles) = (new RowRacks(Room, Room.PerRow - Room.PanelRacks - atEnd), new RowRacks(Room, (Room.PerRow - Room.PanelRacks - atEnd - inMiddle) / 2));
        foreach (var group in _standing.Where(g => !_placed.Contains(g)))
        {
            Work.Done();
            var (perRow, first) = InEachRow(group, rows);
            Put(group, (Kind(group) == PlaceKind.EndOfRow ? ends : middles).Take(group, perRow, first, PerRack(group), InTurn(group), Fits));
        }
        foreach (var group in groups.Where(g => g.Model.Height == 0).OrderBy(g => g.Id, StringComparer.Ordinal)) PutBeside(group);
        return (ends.Racks, middles.Racks);
    }

    void Elsewhere(GroupDraft group, string why) => _hall.Elsewhere.Add((group, why, group.Place?.At ?? group.At));

    void Put(GroupDraft group, Placement? placement)
    {
        group.Placement = placement;
        _placed.Add(group);
        _hall.RacksUsed = placement is null ? Limits.Devices : Math.Max(_hall.RacksUsed, placement.Racks(0, group.Count - 1).Highest + 1);
    }

    void Stand(GroupDraft group, RackStrip strip)
    {
        if (UnitSize(group) is { } size && StandUnits(group, size, strip)) return;
        if (!StandIn(group, strip)) Put(group, null);
    }

    /// <summary>What of a node group has a block of racks to itself: what is in a cell, or a scalable unit.</summary>
    int? UnitSize(GroupDraft group) =>
        _withUnits[group].Where(u => u.Switches.AreCells).Select(u => (int?)u.Units.Size).FirstOrDefault()
        ?? (group.Nodes is { Model.Gpus: > 0, Units: { } units } && units.Size < group.Count ? units.Size : null);

    bool StandIn(GroupDraft group, RackStrip strip)
    {
        var own = group.Nodes is { PerRack: not null } or { Model.Gpus: > 0 } || _over.Contains(group) || InTurn(group) > 1;
        var (height, watts) = (group.Model.Height, (long)group.Model.Power.Watts);
        if (!own && strip.Open is { } open && Fits(open.Units, open.Watts, group, group.Count))
        {
            Put(group, new Placement(site.Name, Room.Name, open.Rack, group.Count, open.Units + 1, height));
            strip.Open = (open.Rack, open.Units + group.Count * height, open.Watts + group.Count * watts);
            return true;
        }
        var apart = strip.Take(group.Count, PerRack(group), height, InTurn(group));
        if (apart is null && InTurn(group) > 1) Elsewhere(group, "no two free racks are beside each other");
        if ((apart ?? strip.Take(group.Count, PerRack(group), height, inTurn: 1)) is not { } placement) return false;
        Put(group, placement);
        var last = placement.Rack(group.Count - 1);
        var there = placement.DevicesIn(last, group.Count);
        strip.Open = own ? null : (last, there * height, there * watts);
        return true;
    }

    /// <summary>A block of racks for each unit: its nodes, then the switches that only it uses.</summary>
    bool StandUnits(GroupDraft nodes, int size, RackStrip strip)
    {
        var members = Members(nodes, size, out _blockRacks);
        var blocksOf = (nodes.Count + size - 1) / size;
        if (strip.TakeBlocks(blocksOf, _blockRacks) is not { } runs) return false;

        _units[nodes] = runs;
        foreach (var (group, devices, each, offset, unit) in members)
        {
            var placement = RackStrip.Joined([.. runs.Select(run => (run.Blocks * devices,
                new Placement(site.Name, Room.Name, run.FirstRack + offset, each, unit, group.Model.Height)
                {
                    InTurn = InTurn(group), Skipped = run.Skipped * devices,
                    Steps = run.Steps.Select(s => new RackStep(s.Blocks * devices, s.Racks, s.Filled)).ToSeq(),
                }))])!;
            if (blocks.TryGetValue(group, out var switches) && switches.Units.Count > 1) PutPiece(group, switches.Units.First(u => u.Nodes == nodes).FirstGroup, blocksOf * devices, placement);
            else Put(group, placement);
        }
        strip.Open = null;
        return true;
    }

    /// <summary>A group that stands with the nodes of some cells; it stands when it does with those of all.</summary>
    void PutPiece(GroupDraft group, int cell, int devices, Placement placement)
    {
        if (!_pieces.TryGetValue(group, out var pieces)) _pieces.Add(group, pieces = []);
        pieces.Add((cell, devices, placement));
        if (pieces.Sum(p => p.Devices) == group.Count) Put(group, RackStrip.Joined([.. pieces.OrderBy(p => p.Cell).Select(p => (p.Devices, p.Placement))]));
    }

    /// <summary>What of a block of racks is whose: racks for each group of nodes and leaves; the switches of a cell share theirs.</summary>
    List<(GroupDraft Group, int Devices, int PerRack, int Offset, int BaseU)> Members(GroupDraft nodes, int size, out int racks)
    {
        var members = new List<(GroupDraft, int, int, int, int)>();
        var taken = 0;
        (int Units, long Watts)? open = null;
        Add(nodes, size, mayShare: false);
        var others = _withUnits[nodes].Where(u => u.Switches.AreCells).Select(u => u.Units.Others).FirstOrDefault() ?? [];
        foreach (var (group, each) in others.Where(o => o.Nodes.Hall == _hall && Kind(o.Nodes) == PlaceKind.ByUnit && !_placed.Contains(o.Nodes))) Add(group, each, mayShare: false);
        foreach (var (switches, _) in _withUnits[nodes].Where(u => Kind(u.Switches.Switches) == PlaceKind.ByUnit && !_placed.Contains(u.Switches.Switches)))
            Add(switches.Switches, switches.Ways, switches.AreCells);
        racks = taken;
        return members;

        void Add(GroupDraft group, int devices, bool mayShare)
        {
            if (mayShare && open is { } rack && Fits(rack.Units, rack.Watts, group, devices))
            {
                members.Add((group, devices, devices, taken - 1, rack.Units + 1));
                open = (rack.Units + devices * group.Model.Height, rack.Watts + devices * (long)group.Model.Power.Watts);
                return;
            }
            var each = PerRack(group);
            members.Add((group, devices, each, taken, 1));
            var own = RackStrip.RacksFor(devices, each, InTurn(group));
            open = mayShare && own == 1 ? (devices * group.Model.Height, devices * (long)group.Model.Power.Watts) : null;
            taken += own;
        }
    }

    /// <summary>How many of a group stand in a row, and which row is the first: leaves of a unit in the row of the unit, others spread evenly.</summary>
    (int PerRow, int First) InEachRow(GroupDraft group, int rows)
    {
        blocks.TryGetValue(group, out var block);
        if (block is { Units.Count: 1 } && _units.TryGetValue(block.Units[0].Nodes, out var runs) && runs.Count == 1 && runs[0].Skipped == 0)
            return (runs[0].Steps.Count == 1 ? group.Count : runs[0].Steps[0].Blocks * block.Ways, runs[0].FirstRack / Room.PerRow);
        // The ways of a group of leaves stay together.
        var ways = block?.Ways ?? 1;
        return (((group.Count + ways - 1) / ways + rows - 1) / rows * ways, 0);
    }

    /// <summary>The nodes of this hall that switches stand with; none where they serve several that share them.</summary>
    IReadOnlyList<GroupDraft> Below(GroupDraft group)
    {
        if (Kind(group) != PlaceKind.WithNodes || !blocks.TryGetValue(group, out var block)) return [];
        var served = block.Units.Count > 0 ? [.. block.Units.Select(u => u.Nodes)]
            : (block.Design.Connections.Count > 0 ? block.Design.Connections : block.Design.Fabric.Connections)
                .Select(c => draft.NodesNamed(c.Target)).OfType<GroupDraft>().Distinct().Take(2).ToList();
        return served.All(n => n.Hall == _hall) && (block.Units.Count > 0 || served.Count == 1) ? served : [];
    }

    bool StandOver(GroupDraft group)
    {
        var below = Below(group);
        if (below.Count == 0 || below.Any(n => n.Placement is not { InTurn: 1 })) return false;
        Put(group, RackStrip.Joined([.. below.Select(nodes => (Switches(group, nodes), Over(group, nodes, nodes.Placement!)))]));
        return true;
    }

    /// <summary>How many of a group serve these nodes.</summary>
    int Switches(GroupDraft group, GroupDraft nodes) => blocks[group] is { Units.Count: > 1 } block
        ? block.Units.Where(u => u.Nodes == nodes).Sum(u => (nodes.Count + u.Size - 1) / u.Size * block.Ways) : group.Count;

    /// <summary>The racks of nodes, with switches above them.</summary>
    Placement Over(GroupDraft group, GroupDraft nodes, Placement below)
    {
        var (perRack, each) = (nodes.Placement!.PerRack, Each(group, nodes, nodes.Placement.PerRack));
        var above = _over[nodes].TakeWhile(g => g != group).Sum(g => Each(g, nodes, perRack) * g.Model.Height);
        var unit = nodes.Placement.Steps.Where(s => s.Filled).Select(s => s.Devices).LastOrDefault();
        return below with
        {
            PerRack = each, BaseU = below.BaseU + Math.Min(below.PerRack, nodes.Count) * below.StepU + above, StepU = group.Model.Height,
            Skipped = Scaled(below.Skipped),
            Steps = below.Steps.Select(s => s with { Devices = Scaled(s.Devices) }).ToSeq(),
            Rest = below.Rest is { } rest ? new PlacementRest(Scaled(rest.From), Over(group, nodes, rest.Placement)) : null,
        };

        // Of whole units as many as these have, else of whole racks.
        int Scaled(int devices) => unit > 0 && devices % unit == 0 ? devices / unit * PerUnit(group, nodes, unit, perRack)
            : RackStrip.RacksFor(devices, below.PerRack) * each;
    }

    /// <summary>Switches that stand in each rack of their nodes.</summary>
    int Each(GroupDraft group, GroupDraft nodes, int perRack)
    {
        if (group.PerRackOfNodes is { } declared) return declared;
        var size = nodes.Nodes!.Units?.Size is { } unit && unit < nodes.Count ? unit : nodes.Count;
        var racks = RackStrip.RacksFor(size, perRack);
        return (PerUnit(group, nodes, size, perRack) + racks - 1) / racks;
    }

    int PerUnit(GroupDraft group, GroupDraft nodes, int size, int perRack) =>
        group.PerRackOfNodes is { } each ? RackStrip.RacksFor(size, perRack) * each
        : blocks[group].Units.FirstOrDefault(u => u.Nodes == nodes) is { } units && units.Size == size ? blocks[group].Ways
        : (Switches(group, nodes) + (nodes.Count + size - 1) / size - 1) / ((nodes.Count + size - 1) / size);

    /// <summary>Devices of a group in a rack: as declared, so that the rules can say what is wrong with it, else what fits with what stands over it.</summary>
    int PerRack(GroupDraft group)
    {
        if (group.Nodes?.PerRack is { } declared) return declared.Count;
        var byUnits = Room.RackUnits / Math.Max(1, group.Model.Height);
        var watts = group.Model.Power.Watts;
        var byPower = watts <= 0 ? long.MaxValue : Power / watts;
        var byWeight = design?.RackWeight is { } limit && group.Model.Weight.Grams > 0 ? limit.Grams / group.Model.Weight.Grams : int.MaxValue;
        var most = (int)Math.Max(1, Math.Min(byUnits, Math.Min(byPower, byWeight)));
        while (most > 1 && _over.Contains(group) && !Fits(_over[group].Sum(s => Each(s, group, most) * s.Model.Height),
            _over[group].Sum(s => Each(s, group, most) * (long)s.Model.Power.Watts), group, most)) most--;
        // Nodes that one scale-up domain joins stand together where a rack holds them.
        if (group.Nodes?.Model is { ScaleUp: { } scaleUp, Gpus: > 0 and var gpus } model && scaleUp.GpusOf(model) / gpus is > 1 and var joined && most > joined) most -= most % joined;
        return most;
    }

    bool Fits(int units, long watts, GroupDraft group, int count) =>
        units + (long)count * group.Model.Height <= Room.RackUnits && watts + (long)count * group.Model.Power.Watts <= Power;

    /// <summary>What a rack may draw: no more than it is fed, and than its feeds carry when one is lost. A limit below every device is wrong itself, and limits nothing.</summary>
    long Power => _power ??= _standing.All(g => g.Model.Power.Watts == 0 || g.Model.Power.Watts > Declared) ? long.MaxValue : Declared;

    long Declared => Math.Min(Room.RackPowerW == 0 ? long.MaxValue : draft.Thresholds.Usable(Room.RackPowerW),
        design?.Feeds is { Count: > 1 } feeds ? (feeds.Count - 1L) * feeds.Watts : long.MaxValue);

    /// <summary>PDUs and their like hang beside the units, spread evenly from the first rack.</summary>
    void PutBeside(GroupDraft group)
    {
        var perRack = group.Nodes?.PerRack?.Count ?? RackStrip.RacksFor(group.Count, Math.Max(1, _hall.RacksUsed));
        Put(group, new Placement(site.Name, Room.Name, 0, perRack, 0, 0));
    }
}
