using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Cells: nodes fill them by unit or evenly, and in each they are spread over its leaves.</summary>
partial class LeafPlanner
{
    /// <summary>Cells that connect the same.</summary>
    sealed record CellKind(int First, int Cells, Origin At, IReadOnlyList<Plug> Plugs);

    /// <summary>What the fullest leaf of any cell has to carry.</summary>
    readonly record struct CellLoad(PortCursor Cursor, long DownGbps, string Text);

    IReadOnlyList<Plug> _everywhere = [];
    readonly List<CellKind> _kinds = [];
    bool _byUnit;

    /// <summary>Finds what is connected in which cells; false where that is nothing.</summary>
    public bool ResolveCells(CellsDesign? design)
    {
        _byUnit = design is not null;
        _everywhere = Whole(Resolve());
        if (!_byUnit)
            foreach (var plug in _everywhere.Where(p => p.Group.Nodes?.Units is not null))
                draft.Assumptions.Add($"{Design.Name}: the units of `{plug.Group.Id}` are spread over all routers like single nodes, as a slim fly has no cells");
        var first = 0;
        foreach (var kind in design?.Kinds ?? [])
        {
            _kinds.Add(new CellKind(first, kind.Count, kind.At, Whole(Resolve(kind.Connections))));
            first += kind.Count;
        }
        CheckLegs(_kinds.SelectMany(k => k.Plugs).Concat(_everywhere));
        return _everywhere.Count > 0 || _kinds.Any(k => k.Plugs.Count > 0);

        // All ports of a node are on one leaf.
        static IReadOnlyList<Plug> Whole(List<Plug> plugs) => [.. plugs.Select(p => p with { PerLeaf = p.Ports.Count })];
    }

    /// <summary>The fewest cells that hold what is declared by kind of cell and by unit; two at least, or there is nothing to join.</summary>
    public int LeastCells => Math.Max(2, Math.Max(_kinds.Sum(k => k.Cells), _everywhere.Select(Units).DefaultIfEmpty().Max()));

    /// <summary>Whether the declaration itself says how many cells there are: by their kinds, or with a cell for each unit.</summary>
    public bool CountsCells => _everywhere.Count == 0 || _everywhere.Any(p => Units(p) > 0);

    /// <summary>Whether so many cells of so many leaves have the ports and the uplinks, beside the ports that leaves have for each other.</summary>
    public bool FitsCells(int cells, int perCell, Func<long, int> among)
    {
        Work.Done();
        var load = Load(cells, perCell);
        var (_, needed) = TakeUpwards(load.Cursor, load.DownGbps, Design.Ratio, out var uplinks, out _, out _);
        if (among(load.DownGbps) is > 0 and var ports && Among is { } choice) load.Cursor.Take(choice, ports);
        return uplinks >= needed && !load.Cursor.Overflow(block.Model);
    }

    /// <summary>What comes from the nodes of the fullest leaf.</summary>
    public long DownGbps(int cells, int perCell) => Load(cells, perCell).DownGbps;

    /// <summary>The ports that leaves join each other with.</summary>
    public PortChoice? Among => PortMatch.Straight(block.Model.FabricPorts, block.Model.FabricPorts, Design.SpeedGbps, exactly: true)?.Upper;

    /// <summary>Cables the nodes of all cells; hands back the leaves and what is left of their ports.</summary>
    public (GroupDraft Leaves, PortCursor Cursor, long DownGbps)? PlanCells(CellsDesign design, int cells, int perCell, Func<int, bool> fits)
    {
        if (!HasRoom(design, cells) || TooMany((long)cells * perCell)) return null;
        var leaves = Leaves(cells * perCell, Naming.Nested(Design.Name, (design.Cell, cells), (block.Name, perCell)));
        var cursor = new PortCursor();
        foreach (var plug in _everywhere) Cable(plug, 0, cells);
        foreach (var kind in _kinds)
        {
            cursor = new PortCursor();
            foreach (var plug in _everywhere) Take(cursor, plug, cells, perCell);
            foreach (var plug in kind.Plugs) Cable(plug, kind.First, kind.Cells);
        }

        var load = Load(cells, perCell);
        var enough = load.Cursor.Overflow(block.Model) || !fits(perCell) ? Fewest(perCell + 1, Limits.Ports, fits) : null;
        Finish(leaves, perCell, cells, perCell, 1, load.Cursor, load.DownGbps, load.Text, Design.Ratio, unitAt: block.At, fits: enough);
        fabric.Blocks[fabric.Blocks.Count - 1].Cells = InCells(cells);
        return (leaves, load.Cursor, load.DownGbps);

        void Cable(Plug plug, int firstCell, int inCells)
        {
            var port = Take(cursor, plug, inCells, perCell);
            foreach (var (cell, count, devices, from) in Fill(plug, firstCell, inCells))
            {
                // Some leaves of a cell have one device more than the others.
                var (fewer, fuller) = (devices / perCell, devices % perCell);
                this.Cable(plug, leaves, 1, from, fuller, fewer + 1, cell * perCell, port, cells: (count, devices, perCell));
                this.Cable(plug, leaves, 1, from + fuller * (fewer + 1), perCell - fuller, fewer, cell * perCell + fuller, port, cells: (count, devices, perCell));
            }
        }
    }

    /// <summary>The least number in a range that serves, where more serve if fewer do; null where none does.</summary>
    public static int? Fewest(int least, int most, Func<int, bool> serves)
    {
        if (!serves(most)) return null;
        while (least < most)
        {
            var middle = least + (most - least) / 2;
            if (serves(middle)) most = middle;
            else least = middle + 1;
        }
        return least;
    }

    bool HasRoom(CellsDesign design, int cells)
    {
        var name = design.Cell;
        var parameter = name + "s";
        var kinds = _kinds.Sum(k => k.Cells);
        if (kinds > cells)
            fabric.Misfits.Add(new Misfit("CDL1114", $"{Text.Count(kinds, name)} are declared by what they connect, and it has {Text.Number(cells)}",
                $"Declare {Text.Count(kinds, name)}", design.At.Argument(parameter))
            { Fix = Fix.Set($"Use {Text.Count(kinds, name)}", design.At, parameter, kinds.ToString()) });
        foreach (var (plug, room, at, argument) in _everywhere.Select(p => (p, cells, design.At, parameter)).Concat(_kinds.SelectMany(k => k.Plugs.Select(p => (p, k.Cells, k.At, "count")))))
            if (Units(plug) is var units && units > room)
                fabric.Misfits.Add(new Misfit("CDL1114", $"`{plug.Group.Id}` is {Text.Count(units, "unit")} of {Text.Number(plug.Group.Nodes!.Units!.Value.Size)}, and has {Text.Count(room, name)}, one for each",
                    $"Give it {Text.Count(units, name)}, or larger units", at.Argument(argument))
                { Fix = Fix.Set($"Use {Text.Count(units, name)}", at, argument, units.ToString()) });
        return fabric.Misfits.Count == 0;
    }

    /// <summary>Units of a group, each of which has a cell to itself; 0 where it has none.</summary>
    int Units(Plug plug) => _byUnit && plug.Group.Nodes?.Units is { } units ? (plug.Group.Count + units.Size - 1) / units.Size : 0;

    /// <summary>Which cells have how many devices, and from which on: whole units and the last one, or as even as it goes.</summary>
    IEnumerable<(int Cell, int Cells, int Devices, int From)> Fill(Plug plug, int firstCell, int cells)
    {
        if (_byUnit && plug.Group.Nodes?.Units is { } units)
        {
            var (full, rest) = (plug.Group.Count / units.Size, plug.Group.Count % units.Size);
            if (full > 0) yield return (firstCell, full, units.Size, 0);
            if (rest > 0) yield return (firstCell + full, 1, rest, full * units.Size);
            yield break;
        }
        var (fewer, fuller) = (plug.Group.Count / cells, plug.Group.Count % cells);
        if (fuller > 0) yield return (firstCell, fuller, fewer + 1, 0);
        if (fewer > 0) yield return (firstCell + fuller, cells - fuller, fewer, fuller * (fewer + 1));
    }

    /// <summary>Which nodes are in which cells, where every cell has some and those that have the same are alike: they stand with their switches.</summary>
    IReadOnlyList<UnitsDraft> InCells(int cells)
    {
        var fills = _everywhere.Select(p => (p.Group, First: 0, Cells: cells, Units: Units(p)))
            .Concat(_kinds.SelectMany(k => k.Plugs.Select(p => (p.Group, k.First, k.Cells, Units: Units(p)))))
            .Where(f => f.Group.Nodes is not null)
            .Select(f => f.Units > 0 ? (f.Group, f.First, Cells: f.Units, Size: f.Group.Nodes!.Units!.Value.Size)
                : (f.Group, f.First, f.Cells, Size: f.Group.Count % f.Cells == 0 ? f.Group.Count / f.Cells : 0))
            .Distinct().OrderBy(f => f.Group.Nodes!.Model.Gpus > 0 ? 0 : 1).ThenBy(f => f.Group.Id, StringComparer.Ordinal).ToList();
        var rooms = fills.GroupBy(f => (f.First, f.Cells)).OrderBy(r => r.Key.First).ToList();
        var areApart = rooms.Zip(rooms.Skip(1), (a, b) => a.Key.First + a.Key.Cells == b.Key.First).All(isNext => isNext) && rooms.Sum(r => r.Key.Cells) == cells;
        if (!areApart || fills.Any(f => f.Size == 0) || fills.GroupBy(f => f.Group).Any(g => g.Count() > 1)) return [];
        return [.. rooms.Select(r => new UnitsDraft(r.First().Group, r.First().Size, r.Key.First) { Others = [.. r.Skip(1).Select(f => (f.Group, f.Size))] })];
    }

    /// <summary>Takes the ports that a plug needs of the fullest leaf of its cells, in whole splitters.</summary>
    int Take(PortCursor cursor, Plug plug, int cells, int perCell)
    {
        var legs = plug.Upper.Mode.Legs;
        return cursor.Take(plug.Upper, (PortsOf(plug, cells, perCell) + legs - 1) / legs * legs);
    }

    int PortsOf(Plug plug, int cells, int perCell)
    {
        var devices = Fill(plug, 0, cells).Max(f => f.Devices);
        return (int)Math.Min(Limits.Devices, (devices + (long)perCell - 1) / perCell * plug.PerLeaf);
    }

    CellLoad Load(int cells, int perCell)
    {
        var fullest = new PortCursor();
        var (most, text) = (0L, "");
        foreach (var kind in _kinds.Count == 0 ? [new CellKind(0, cells, block.At, [])] : _kinds)
        {
            var cursor = new PortCursor();
            var plugs = _everywhere.Select(p => (Plug: p, Cells: cells)).Concat(kind.Plugs.Select(p => (Plug: p, kind.Cells))).ToList();
            foreach (var (plug, inCells) in plugs) Take(cursor, plug, inCells, perCell);
            fullest.AtLeast(cursor);
            var speeds = plugs.GroupBy(p => p.Plug.Lower.Mode.Speed.Gbps, p => PortsOf(p.Plug, p.Cells, perCell)).Select(s => (Gbps: s.Key, Ports: s.Sum())).ToList();
            var down = speeds.Sum(s => (long)s.Gbps * s.Ports);
            if (down > most) (most, text) = (down, string.Join(" + ", speeds.Select(s => $"{Text.Number(s.Ports)} × {s.Gbps}G")));
        }
        return new CellLoad(fullest, most, text);
    }
}
