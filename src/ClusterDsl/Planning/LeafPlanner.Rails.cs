using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Rails and planes: port j of every node of a unit lands on leaf j of the unit.</summary>
partial class LeafPlanner
{
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
                "Use a number of planes that divides them", Design.Planes!.Value.At)
            { Fix = Fewer(perNode, planes, Design.Planes.Value.At) });
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
                $"Declare {count} or none", block.At.Argument("count"))
            { Fix = Fix.Set($"Use {Text.Count(count, "leaf", "leaves")}", block.At, "count", count.ToString()) });
        }

        if (TooMany((long)groups * ways)) return;
        var leaves = Leaves(count, Design.RailOptimized
            ? Naming.Grouped(Design.Name, "su", block.Name, ways)
            : Naming.Nested(Design.Name, ("group", groups), ("plane", ways), (block.Name, 1)));

        // A full leaf first; then, on the leaves of the last unit, whatever the nodes it lacks leave free.
        var cursor = new PortCursor();
        cursor.Take(rails[0].Upper, slots);
        var last = new PortCursor();
        var lastRail = rails[rails.Count - 1];
        var lastUnit = lastRail.Group.Count - (lastRail.Groups - 1) * lastRail.PerGroup;
        last.Take(lastRail.Upper, (lastUnit < lastRail.PerGroup ? lastUnit : lastRail.PerGroup) * lastRail.PerLeaf);

        var firstGroup = 0;
        var units = new List<UnitsDraft>();
        foreach (var plug in rails)
        {
            units.Add(new UnitsDraft(plug.Group, plug.PerGroup, firstGroup));
            // Full units, then one that is not full.
            var (full, rest) = (plug.Group.Count / plug.PerGroup, plug.Group.Count % plug.PerGroup);
            Cable(plug, leaves, ways, 0, full, plug.PerGroup, firstGroup, 0);
            Cable(plug, leaves, ways, full * plug.PerGroup, 1, rest, firstGroup + full, 0);
            firstGroup += plug.Groups;
        }
        foreach (var service in services) Serve(service, leaves, (groups - 1) * ways, ways, last);
        cursor.AtLeast(last);

        var downGbps = (long)slots * rails[0].Lower.Mode.Speed.Gbps;
        Finish(leaves, ways, groups, Design.RailOptimized ? ways / planes : 1, planes, cursor, downGbps,
            $"{slots} × {rails[0].Lower.Mode.Speed}", ratio,
            unitAt: leading.Group.Nodes?.Units?.At ?? leading.Design.At, units: units,
            fits: services.Count > 0 ? null : SmallerUnits(leading with { PerLeaf = perNode / ways }, ratio), services);
    }

    static Fix Fewer(int ports, int planes, Origin at)
    {
        var fits = Enumerable.Range(1, planes).Last(p => ports % p == 0);
        return Fix.Set($"Use {Text.Count(fits, "plane")}", at, "count", fits.ToString());
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
}
