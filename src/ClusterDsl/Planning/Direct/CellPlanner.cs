using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Sizes and cables cells that are all joined: what is in a cell, then the links between each two.</summary>
sealed class CellPlanner(Draft draft, FabricDraft fabric, CellsDesign design)
{
    /// <summary>What the fewest cells with an even deal is looked for among, from the fewest that hold the nodes.</summary>
    const int Further = 1_000;

    readonly LeafPlanner _leaves = new(draft, fabric, fabric.Design.Blocks[0]);

    FabricDesign Design => fabric.Design;
    BlockDesign Block => Design.Blocks[0];
    Ratio Allowed => Design.Ratio?.Most ?? Ratio.One;

    public void Plan()
    {
        if (!_leaves.ResolveCells(design)) return;
        if (design.Carrier == "router") PlanRouters();
        else PlanSpines();
    }

    /// <summary>As many cells as are declared, else as many as there have to be.</summary>
    int Cells(Func<int, int> fewest) => design.Cells ?? (_leaves.CountsCells ? _leaves.LeastCells : fewest(_leaves.LeastCells));

    /// <summary>A dragonfly+: leaves under spines in each cell, and the spines joined.</summary>
    void PlanSpines()
    {
        if (Design.Spines is not { } spines)
        {
            fabric.Missing.Add(new Missing("its cells have no spines", "Declare them with `.Spines(…)`", Block.At));
            return;
        }
        if (PortMatch.Straight(Block.Model.FabricPorts, spines.Model.FabricPorts, Design.SpeedGbps, exactly: true) is not { } match)
        {
            NoSpeed(Block.Model, spines.Model, spines.At);
            return;
        }
        // Half of a spine, or what the ratio says, is for the leaves of its cell: so many cells are as large as they can be.
        var below = (int)Math.Max(1, Allowed.DownWithin(match.Upper.Count));
        bool Fits(int cells, int perCell) => _leaves.FitsCells(cells, perCell, _ => 0);
        var cells = Cells(least => LeafPlanner.Fewest(least, Limits.Cells, c => Fits(c, design.PerCell ?? below)) ?? least);
        var perCell = design.PerCell ?? LeafPlanner.Fewest(1, Limits.Ports, l => Fits(cells, l)) ?? 1;
        if (_leaves.PlanCells(design, cells, perCell, l => Fits(cells, l)) is null) return;

        var leaf = fabric.Blocks[0];
        if (leaf.Uplinks == 0) return;
        var count = design.SpinesPerCell ?? Evenly.Switches([new Evenly.Below(perCell, leaf.Uplinks, leaf.Uplinks)], 0, below);
        if (leaf.Uplinks % count != 0)
        {
            var (fewer, more) = (Nearest(leaf.Uplinks, count, -1), Nearest(leaf.Uplinks, count, 1));
            fabric.Misfits.Add(new Misfit("CDL1112", $"{Text.Count(leaf.Uplinks, "uplink")} of each leaf cannot be spread evenly over the {Text.Count(count, "spine")} of its cell ({Text.Decimal((double)leaf.Uplinks / count)} each)",
                more is null ? $"Use {Text.Count(fewer!.Value, "spine")} in each cell" : $"Use {(fewer is null ? "" : $"{fewer} or ")}{Text.Count(more.Value, "spine")} in each cell", spines.At.Argument("perCell"))
            { Fix = Fix.Set($"Use {Text.Count((more ?? fewer)!.Value, "spine")} in each cell", spines.At, "perCell", (more ?? fewer)!.Value.ToString()) });
            return;
        }
        if ((long)cells * count > Limits.Devices) return;
        var group = new GroupDraft($"{Design.Name}/spine", "spine", spines.Model, cells * count, Naming.Nested(Design.Name, ("cell", cells), ("spine", count)), spines.At)
        { Fabric = Design, Site = Design.Site };
        draft.Add(group);
        fabric.Mesh = new MeshDraft(group, spines.At);

        var each = leaf.Uplinks / count;
        var cursor = new PortCursor();
        var first = cursor.Take(match.Upper, perCell * each);
        var box = new Box();
        var (cell, under, spine, link) = (box.Add(cells), box.Add(perCell), box.Add(count), box.Add(each));
        draft.Links.Add(new LinkDraft($"{group.Id}/{leaf.Leaves.Id}", Design, box.Extents,
            new EndDraft(leaf.Leaves, leaf.UplinkPorts!, box.Map(0, (cell, perCell), (under, 1)), box.Map(leaf.FirstUplink, (spine, each), (link, 1))),
            new EndDraft(group, match.Upper, box.Map(0, (cell, count), (spine, 1)), box.Map(first, (under, each), (link, 1))), spines.At)
        { Media = spines.Media, Kind = "uplink" });
        JoinSpines(group, match.Upper, cursor, cells, count);
    }

    void JoinSpines(GroupDraft group, PortChoice ports, PortCursor cursor, int cells, int count)
    {
        var (down, room) = (cursor.At(ports), ports.Count - cursor.At(ports));
        var step = AllToAll.Step(cells, count);
        var most = (int)Math.Min(Limits.Ports, (long)Math.Max(0, room) * count / (cells - 1) / step * step);
        var perPair = design.PerPair ?? Math.Max(step, Math.Min(most, Up(Allowed.UpFor(down) * count, cells - 1, step)));
        var at = design.At.Argument("linksPerCellPair");
        if (!AllToAll.IsEven(cells, count, perPair))
        {
            var (use, said) = Even(perPair, step, most);
            fabric.Misfits.Add(new Misfit("CDL1110",
                $"{Text.Count(perPair, "link")} between each two of {Text.Number(cells)} cells make {Text.Number((cells - 1L) * perPair)} of each cell, which its {Text.Count(count, "spine")} cannot share evenly ({Text.Decimal((cells - 1.0) * perPair / count)} each)",
                $"Use {said}", at)
            { Fix = Fix.Set($"Use {Text.Count(use, "link")} between each two cells", design.At, "linksPerCellPair", use.ToString()) });
            return;
        }
        var global = (int)((cells - 1L) * perPair / count);
        if (global > room)
        {
            fabric.Misfits.Add(new Misfit("CDL1111",
                $"`{group.Id}` needs {Text.Count(down, "port")} for the leaves of its cell and {Text.Number(global)} for other cells; {((SwitchModel)group.Model).Id} has {ports.Count} × {ports.Mode.Speed}",
                most > 0 ? $"Use {Text.Count(most, "link")} between each two cells" : "Use fewer cells, fewer leaves in each, or switches with more ports", design.PerPair is null ? design.At : at)
            { Fix = most > 0 ? Fix.Set($"Use {Text.Count(most, "link")} between each two cells", design.At, "linksPerCellPair", most.ToString()) : null });
            return;
        }
        fabric.Mesh!.Shape = new JoinedCells(cells, fabric.Blocks[0].Leaves.Count / cells, count, fabric.Blocks[0].Uplinks, perPair);
        draft.Links.AddRange(new AllToAll(Design, $"{Design.Name}/global", group, ports, cursor.Take(ports, global), cells, count, perPair)
        { Kind = "global", Media = design.Media, At = design.At }.Links());
    }

    /// <summary>A dragonfly: the routers of a group joined to each other, and the groups.</summary>
    void PlanRouters()
    {
        if (_leaves.Among is not { } ports)
        {
            NoSpeed(Block.Model, Block.Model, Block.At);
            return;
        }
        // Balanced as Kim et al. have it (ISCA 2008): a quarter of a router for nodes, a quarter for other groups, half for its own. So large a group is as large as it can be.
        var largest = design.PerCell ?? (design.PerRouter is { } h ? 2 * h : 2 * Math.Max(1, (ports.Count + 1) / 4));
        int Wanted(long downGbps) => design.PerRouter ?? (int)Math.Min(Limits.Ports, (Allowed.UpFor(downGbps) + Design.SpeedGbps - 1) / Design.SpeedGbps);
        bool Fits(int groups, int routers) => _leaves.FitsCells(groups, routers, down => routers - 1 + Wanted(down));
        var groups = Cells(least => FewestGroups(least, largest, Fits));
        var perGroup = design.PerCell is null && design.PerRouter is null ? FewestRouters(groups, largest, Wanted) : largest;
        if (_leaves.PlanCells(design, groups, perGroup, _ => true) is not var (routers, cursor, downGbps)) return;
        fabric.Mesh = new MeshDraft(routers, Block.At);

        var down = cursor.At(ports);
        var room = ports.Count - down - (perGroup - 1);
        var step = Step(groups, perGroup);
        var most = Math.Max(0, room) / step * step;
        var global = design.PerRouter ?? Math.Max(step, Math.Min(most, Up(Wanted(downGbps), 1, step)));
        if (!CanJoin(groups, perGroup, global, step, most) || !HasPorts(routers, ports, down, perGroup, global, most)) return;

        var perPair = (int)((long)perGroup * global / (groups - 1));
        fabric.Mesh.Shape = new JoinedGroups(groups, perGroup, global, perPair);
        var first = cursor.Take(ports, perGroup - 1);
        if (perGroup > 1)
            draft.Links.AddRange(new AllToAll(Design, $"{Design.Name}/local", routers, ports, first, perGroup, 1, 1)
            { Rings = groups, Kind = "local", Media = Block.Media, At = Block.At }.Links());
        draft.Links.AddRange(new AllToAll(Design, $"{Design.Name}/global", routers, ports, cursor.Take(ports, global), groups, perGroup, perPair)
        { Kind = "global", Media = design.Media, At = design.At }.Links());
    }

    /// <summary>Links of a router to other groups come in steps that all other groups share evenly.</summary>
    static int Step(int groups, int perGroup) => (groups - 1) / Ratio.Gcd(groups - 1, perGroup);

    /// <summary>The fewest routers of a group that hold its nodes and stay balanced: at least twice as many as each has links to other groups, and ports for an even number of these.</summary>
    int FewestRouters(int groups, int largest, Func<long, int> wanted)
    {
        bool IsBalanced(int routers) => routers >= 2 * wanted(_leaves.DownGbps(groups, routers));
        bool HasRoom(int routers) => _leaves.FitsCells(groups, routers, down => routers - 1 + Up(wanted(down), 1, Step(groups, routers)));
        if (LeafPlanner.Fewest(1, largest, IsBalanced) is not { } fewest) return largest;
        return Enumerable.Range(fewest, largest - fewest + 1).FirstOrDefault(HasRoom) is > 0 and var routers ? routers : largest;
    }

    /// <summary>The fewest groups that hold the nodes and share the links of a group evenly.</summary>
    int FewestGroups(int least, int perGroup, Func<int, int, bool> fits)
    {
        var fewest = LeafPlanner.Fewest(least, Limits.Cells, g => fits(g, perGroup)) ?? least;
        var links = perGroup * (long)(design.PerRouter ?? perGroup / 2);
        for (var groups = fewest; groups < fewest + Further && groups - 1 <= links; groups++)
            if (design.PerRouter is null ? perGroup % (groups - 1) == 0 || (groups - 1) % perGroup == 0 || links % (groups - 1) == 0 : links % (groups - 1) == 0) return groups;
        return fewest;
    }

    bool CanJoin(int groups, int perGroup, int global, int step, int most)
    {
        var links = (long)perGroup * global;
        var at = Block.At.Argument("globalLinks");
        if (links < groups - 1)
        {
            var needed = Up(groups - 1, perGroup, step);
            fabric.Misfits.Add(new Misfit("CDL1113",
                $"{Text.Count(perGroup, "router")} with {Text.Count(global, "link")} to other groups each reach {Text.Number(links)} of the {Text.Number(groups - 1)} others",
                $"Declare at most {Text.Number(links + 1)} groups{(needed <= most ? $", or {Text.Count(needed, "link")} for each router" : "")}", design.At.Argument("groups"))
            { Fix = needed <= most ? Fix.Set($"Use {Text.Count(needed, "global link")} for each router", Block.At, "globalLinks", needed.ToString()) : Fix.Set($"Use {Text.Number(links + 1)} groups", design.At, "groups", (links + 1).ToString()) });
            return false;
        }
        if (links % (groups - 1) == 0) return true;
        var (even, said) = Even(global, step, most);
        // Where a router has no ports for more links, what it has is shared evenly by more groups.
        var shared = 1 + Enumerable.Range(groups, Math.Max(0, (int)Math.Min(links, Limits.Cells - 1) - groups + 1)).FirstOrDefault(others => links % others == 0);
        (string Remedy, Fix? Fix) use = even <= most ? (said, Fix.Set($"Use {Text.Count(even, "global link")} for each router", Block.At, "globalLinks", even.ToString()))
            : shared == 1 ? ("fewer groups", null)
            : ($"{Text.Number(shared)} groups", Fix.Set($"Use {Text.Number(shared)} groups", design.At, "groups", shared.ToString()));
        fabric.Misfits.Add(new Misfit("CDL1110",
            $"{Text.Count(perGroup, "router")} with {Text.Count(global, "link")} to other groups make {Text.Number(links)} of each group, which cannot be shared evenly by {Text.Number(groups - 1)} others ({Text.Decimal((double)links / (groups - 1))} each)",
            $"Use {use.Remedy}", at)
        { Fix = use.Fix });
        return false;
    }

    bool HasPorts(GroupDraft routers, PortChoice ports, int down, int perGroup, int global, int most)
    {
        if (down + perGroup - 1 + global <= ports.Count) return true;
        var fits = design.PerRouter is not null && most > 0;
        fabric.Misfits.Add(new Misfit("CDL1111",
            $"`{routers.Id}` needs {Text.Count(down, "port")} for nodes, {Text.Number(perGroup - 1)} for its group and {Text.Number(global)} for other groups; {Block.Model.Id} has {ports.Count} × {ports.Mode.Speed}",
            fits ? $"Use {Text.Count(most, "link")} of each router to other groups" : "Use more groups, smaller ones, or switches with more ports", fits ? Block.At.Argument("globalLinks") : Block.At)
        { Fix = fits ? Fix.Set($"Use {Text.Count(most, "global link")} for each router", Block.At, "globalLinks", most.ToString()) : null });
        return false;
    }

    void NoSpeed(SwitchModel lower, SwitchModel upper, Origin at) =>
        fabric.Mismatches.Add(new Mismatch($"the ports of {lower.Id} run {PortMatch.Speeds(lower.FabricPorts)}", $"those of {upper.Id} run {PortMatch.Speeds(upper.FabricPorts)}",
            $"The fabric is declared for {Design.SpeedGbps}G: choose switches that have that speed without a splitter", at));

    /// <summary>The even numbers of links beside an uneven one, without what there are no ports for, and the one to use.</summary>
    static (int Use, string Said) Even(int uneven, int step, int most)
    {
        var fewer = uneven / step * step;
        var more = fewer + step;
        if (fewer == 0) return (more, Text.Count(more, "link"));
        return more <= most ? (more, $"{Text.Number(fewer)} or {Text.Count(more, "link")}") : (fewer, Text.Count(fewer, "link"));
    }

    /// <summary>Links over so many peers, in steps.</summary>
    static int Up(long links, int peers, int step)
    {
        var each = (links + peers - 1) / peers;
        return (int)Math.Min(Limits.Ports, (each + step - 1) / step * step);
    }

    /// <summary>The next number on one side that divides another.</summary>
    static int? Nearest(int divided, int from, int towards)
    {
        for (var d = from + towards; d >= 1 && d <= divided; d += towards)
            if (divided % d == 0) return d;
        return from > divided && towards < 0 ? divided : null;
    }
}
