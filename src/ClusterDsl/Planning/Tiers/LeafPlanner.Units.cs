using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// Units with leaves of their own. On rails and planes, port j of every node lands on leaf j of its unit, beginning again where it has more ports than
/// the unit has leaves; at the top of the rack, the unit is what stands in as many racks as its leaves do.
/// </summary>
partial class LeafPlanner
{
    void PlanUnits(List<Plug> plugs)
    {
        // Nodes on whole ports before nodes on the legs of splitters: the units are made for those.
        var leading = plugs.Where(p => p.Group.Nodes?.Model.Gpus > 0).OrderBy(p => p.Upper.Mode.Legs).FirstOrDefault() ?? plugs[0];
        var perNode = leading.Ports.Count;
        var rails = Rails(leading);
        var planes = Planes(leading, rails);
        var ways = Ways(leading, rails, planes);
        // A node with one port on each leaf is a leg of the leaf's splitter; two ports of one node would be two legs of it.
        if (PortsPart && leading.Upper.Mode.Legs > 1 && ways < perNode)
        {
            fabric.Mismatches.Add(new Mismatch($"the {leading.Ports.Bank} ports of `{leading.Group.Id}` run {PortMatch.Speeds([leading.Lower.Bank])}",
                $"{block.Model.Id} has that speed only behind 1:{leading.Upper.Mode.Legs} splitters, and {perNode / ways} ports of a node would share one",
                $"Choose a switch with whole ports of {leading.Lower.Mode.Speed}, "
                    + (Design.RailOptimized ? "or make every port a rail of its own" : "add `.RailOptimized()`, or leave `.Planes(…)` out"), leading.Design.At));
            return;
        }

        var (inUnits, services) = (new List<Plug>(), new List<Plug>());
        foreach (var plug in plugs)
        {
            if (plug == leading || (PortsPart ? (plug.Ports.Count == perNode || rails < perNode && plug.Group.Nodes?.Model.Gpus > 0 && plug.Ports.Count % ways == 0) && plug.Upper.Mode.Legs == leading.Upper.Mode.Legs : plug.Ports.Count % ways == 0 && plug.Group.Nodes?.PerRack is not null))
                inUnits.Add(plug with { PerLeaf = plug.Ports.Count / ways });
            else if (PortsPart && plug.Group.Nodes?.Model.Gpus > 0)
                fabric.Misaligned.Add(new Misaligned(
                    plug.Ports.Count == perNode ? $"`{plug.Group.Id}` comes on the legs of 1:{plug.Upper.Mode.Legs} splitters where `{leading.Group.Id}` has whole ports: its port i is not on rail i"
                        : rails < perNode ? $"{Text.Count(plug.Ports.Count, "port")} of `{plug.Group.Id}` cannot be spread over {Text.Count(rails, "rail")}"
                        : $"`{plug.Group.Id}` has {Text.Count(plug.Ports.Count, "port")} where `{leading.Group.Id}` has {perNode}: its port i is not on rail i",
                    "Connect nodes with equally many ports of one speed, or give them a fabric of their own", plug.Design.At));
            else services.Add(plug);
        }

        var ratio = block.Ratio ?? Design.Ratio;
        if (block.PerRack is { } inRack && inUnits.Any(p => InRacks(p, ways, inRack) is null)) return;
        inUnits = [.. inUnits.Select(p => p with { PerGroup = block.PerRack is { } leavesInRack ? InRacks(p, ways, leavesInRack)!.Value : p.Group.Nodes?.Units?.Size ?? Unit(p) })];
        var groups = inUnits.Sum(p => p.Groups);
        var count = groups * ways;
        if (TooMany((long)groups * ways)) return;
        if (block.Count is { } declared && declared != count)
        {
            fabric.Misaligned.Add(new Misaligned(
                (block.PerRack is { } perRack ? $"{Text.Count((count + perRack - 1) / perRack, "rack")} of {Text.Count(perRack, "leaf", "leaves")}"
                    : $"{Text.Count(groups, "unit")} of {Text.Count(ways, "rail-leaf", "rail-leaves")}") + $" need {Text.Count(count, "leaf", "leaves")}; {declared} declared",
                $"Declare {count} or none", block.At.Argument("count"))
            { Fix = Fix.Set($"Use {Text.Count(count, "leaf", "leaves")}", block.At, "count", count.ToString()) });
        }

        var leaves = Leaves(count,
            block.PerRack is { } each ? Naming.Grouped(Design.Name, "rack", block.Name, each)
            : Design.RailOptimized || Design.DualTor is not null ? Naming.Grouped(Design.Name, "su", block.Name, ways)
            : Naming.Nested(Design.Name, ("group", groups), ("plane", ways), (block.Name, 1)));

        // A full leaf first; then, on the leaves of the last unit, whatever the nodes it lacks leave free.
        var cursor = new PortCursor();
        foreach (var plug in inUnits) cursor.AtLeast(Taken(plug, plug.PerGroup));
        var last = inUnits[inUnits.Count - 1];
        var lastUnit = last.Group.Count - (last.Groups - 1) * last.PerGroup;
        var lastCursor = Taken(last, lastUnit);

        var firstGroup = 0;
        var units = new List<UnitsDraft>();
        foreach (var plug in inUnits)
        {
            units.Add(new UnitsDraft(plug.Group, plug.PerGroup, firstGroup));
            // Full units, then one that is not full.
            var (full, rest) = (plug.Group.Count / plug.PerGroup, plug.Group.Count % plug.PerGroup);
            Cable(plug, leaves, ways, 0, full, plug.PerGroup, firstGroup, 0);
            Cable(plug, leaves, ways, full * plug.PerGroup, 1, rest, firstGroup + full, 0);
            firstGroup += plug.Groups;
            if (rest > 0 && plug.Group.Nodes?.Units is not null)
                draft.Assumptions.Add($"{Design.Name}: a unit of `{plug.Group.Id}` has {Text.Count(rest, "node")} and leaves for {plug.PerGroup}, so that more can be added");
        }
        // Modules are for two cables of one kind: where a leaf has connectors to spare, splitters get cages of their own.
        var below = inUnits.Max(Slots);
        var upwards = Design.Spines is null && Design.Into is null ? 0 : block.Uplinks ?? (ratio?.Most ?? Ratio.One).UpFor(below);
        lastCursor.SplittersApart = block.Downlinks is null && below + upwards + services.Sum(s => 2L * s.Group.Count * s.Ports.Count) + 2 <= inUnits[0].Upper.Count;
        foreach (var service in services) Serve(service, leaves, (groups - 1) * ways, ways, lastCursor);
        cursor.AtLeast(lastCursor);

        var widest = inUnits.OrderByDescending(Slots).First();
        Reserve(cursor, widest.Upper, inUnits.Max(p => Slots(p) / p.Upper.Mode.Legs), $"{Text.Count(widest.PerGroup, "node")} of `{widest.Group.Id}`", block.At);
        var busiest = inUnits.OrderByDescending(DownGbps).First();
        Finish(leaves, ways, groups, ways / planes, planes, cursor, DownGbps(busiest),
            $"{busiest.PerGroup * busiest.PerLeaf} × {busiest.Lower.Mode.Speed}", ratio,
            unitAt: (block.PerRack is not null ? leading.Group.Nodes?.PerRack?.At : leading.Group.Nodes?.Units?.At) ?? leading.Design.At, units: units,
            fits: services.Count > 0 || block.PerRack is not null ? null : SmallerUnits(leading with { PerLeaf = perNode / ways }, ratio), services);

        // Nodes that take equally many ports of a leaf have units of one size.
        int Unit(Plug plug) => inUnits.Where(p => p.PerLeaf == plug.PerLeaf).Max(p => UnitSize(p, ratio));

        PortCursor Taken(Plug plug, int nodes)
        {
            var taken = new PortCursor();
            var legs = plug.Upper.Mode.Legs;
            taken.Take(plug.Upper, (nodes * plug.PerLeaf + legs - 1) / legs * legs);
            return taken;
        }

        int Slots(Plug plug) => (plug.PerGroup * plug.PerLeaf + plug.Upper.Mode.Legs - 1) / plug.Upper.Mode.Legs * plug.Upper.Mode.Legs;

        long DownGbps(Plug plug) => (long)plug.PerGroup * plug.PerLeaf * plug.Lower.Mode.Speed.Gbps;
    }

    /// <summary>The rails that the ports of a node are: as many as were declared if they divide the ports; where none are declared, every port is one.</summary>
    int Rails(Plug leading)
    {
        var perNode = leading.Ports.Count;
        if (Design.Rails is not { } rails || perNode % rails.Count == 0) return Design.Rails?.Count ?? perNode;
        fabric.Misaligned.Add(new Misaligned($"{Text.Count(perNode, "port")} of `{leading.Group.Id}` cannot be spread over {Text.Count(rails.Count, "rail")}",
            "Use a number of rails that divides them", rails.At)
        { Fix = Fewer(perNode, rails.Count, "rail", "groups", rails.At) });
        // What else is wrong is what would be wrong with the rails that are proposed.
        return Most(perNode, rails.Count);
    }

    /// <summary>The planes of the fabric, as far as its rails, or the ports of its nodes, allow them.</summary>
    int Planes(Plug leading, int rails)
    {
        var planes = Design.RailOnly is null ? Design.PlaneCount : rails;
        if (rails % planes == 0) return planes;
        var what = rails == leading.Ports.Count ? Text.Count(rails, "port") : Text.Count(rails, "rail");
        fabric.Misaligned.Add(new Misaligned($"{what} of `{leading.Group.Id}` cannot be spread over {Text.Count(planes, "plane")}",
            "Use a number of planes that divides them", Design.Planes!.Value.At)
        { Fix = Fewer(rails, planes, "plane", "count", Design.Planes.Value.At) });
        // As with rails.
        return Most(rails, planes);
    }

    /// <summary>How many leaves the ports of one node are spread over.</summary>
    int Ways(Plug leading, int rails, int planes)
    {
        var perNode = leading.Ports.Count;
        if (Design.DualTor is { } pairs && perNode % 2 == 0 && rails % 2 != 0)
            fabric.Misaligned.Add(new Misaligned($"{Text.Count(rails, "rail")} make no pairs, and a dual ToR takes the two ports of a NIC", "Use an even number of rails, or leave `.DualTor()` out", pairs)
            { Fix = Fix.Remove("Leave the dual ToR out", pairs) });
        if (Design.DualTor is { } dual && perNode % 2 != 0)
        {
            fabric.Misaligned.Add(new Misaligned($"{Text.Count(perNode, "port")} of `{leading.Group.Id}` {(perNode == 1 ? "makes" : "make")} no pairs, and a dual ToR takes the two ports of a NIC",
                "Connect nodes with an even number of ports, or leave `.DualTor()` out", dual)
            { Fix = Fix.Remove("Leave the dual ToR out", dual) });
            return Design.RailOptimized ? rails : planes;
        }
        return Design.RailOptimized ? rails
            : Design.DualTor is not null && planes == 1 ? 2
            : planes > 1 ? planes
            : block.PerRack is { } leaves && perNode % leaves == 0 ? leaves : 1;
    }

    /// <summary>Nodes that share leaves at the top of racks: those of as many racks, or of such a part of one, as their leaves stand in. Notes why it cannot be.</summary>
    int? InRacks(Plug plug, int ways, int leaves)
    {
        if (plug.Group.Nodes?.PerRack is not { } rack)
        {
            fabric.Missing.Add(new Missing($"its leaves stand at the top of racks, and how many of `{plug.Group.Id}` a rack holds is not declared",
                $"Say it where `{plug.Group.Id}` is declared, with `.PerRack(…)`", plug.Design.At));
            return null;
        }
        var nodes = rack.Count * ways;
        if (nodes % leaves == 0 && (leaves % ways == 0 || ways % leaves == 0)
            && (plug.Group.Nodes.Units is not { } units || units.Size % Math.Max(rack.Count, nodes / leaves) == 0)) return nodes / leaves;
        fabric.Misaligned.Add(new Misaligned(
            $"{Text.Count(rack.Count, "node")} of `{plug.Group.Id}` in a rack, each on {Text.Count(ways, "leaf", "leaves")}, do not come out even with {Text.Count(leaves, "leaf", "leaves")} in a rack"
                + (plug.Group.Nodes.Units is { } given ? $" and units of {given.Size}" : ""),
            "Use a number of leaves in a rack that divides its nodes, and whole racks in a unit", block.At.Argument("perRack")));
        return null;
    }

    /// <summary>The most that divides the ports, and is no more than was given.</summary>
    static int Most(int ports, int given) => Enumerable.Range(1, given).Last(p => ports % p == 0);

    static Fix Fewer(int ports, int given, string what, string parameter, Origin at)
    {
        var fits = Most(ports, given);
        return Fix.Set($"Use {Text.Count(fits, what)}", at, parameter, fits.ToString());
    }

    /// <summary>The largest unit that a leaf has the ports for, when only its size is wrong.</summary>
    int? SmallerUnits(Plug plug, RatioDesign? ratio) =>
        plug.Group.Nodes?.Units is { } declared && (block.UplinkGbps ?? Design.SpeedGbps) == plug.Lower.Mode.Speed.Gbps
        && UnitsThatFit(plug, ratio) is var fits && fits >= 1 && fits < declared.Size ? (int)fits : null;

    long UnitsThatFit(Plug plug, RatioDesign? ratio)
    {
        // What the cages give that can run so, and what the chip runs.
        var total = (long)Math.Min(UsableCages.Of(plug.Upper)?.Ports ?? plug.Upper.Count, block.Model.LogicalPorts > 0 ? block.Model.LogicalPorts : int.MaxValue);
        var most = block.Uplinks is { } uplinks ? total - uplinks
            : Design.Spines is null ? total
            : (ratio?.Most ?? Ratio.One).DownWithin(total);
        return Math.Min(most, block.Downlinks ?? int.MaxValue) / plug.PerLeaf;
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
                foreach (var part in Parts(plug.Upper, first, from, devices / used, legs))
                {
                    var box = new Box();
                    var cage = box.Add(part.Cages);
                    var assembly = box.Add(part.InCage);
                    var port = box.Add(portsLeft);
                    var leg = box.Add(used);
                    var begin = from + part.From * used;
                    Add($"{plug.Group.Id}-{pass}-{begin}", plug, leaves, box,
                        box.Map(begin, (cage, part.InCage * used), (assembly, used), (leg, 1)),
                        box.Map(plug.Ports.First + plug.Ports.Stride * pass * ways, (port, plug.Ports.Stride)),
                        box.Map(firstLeaf, (port, 1)),
                        box.Map(part.Port, (cage, part.Step), (assembly, legs), (leg, 1)), used, "service");
                }
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
}
