using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Cables what is not part of the tree: equipment at the spines, uplinks into another fabric, pairs, cables placed by hand.</summary>
sealed class AttachmentPlanner(Draft draft, FabricDraft fabric)
{
    FabricDesign Design => fabric.Design;

    public void Plan()
    {
        foreach (var connection in Design.Connections.Where(c => c.Tier != Tier.Leaf).OrderBy(c => c.Target, StringComparer.Ordinal))
            if (Design.Spines is null) NoTier("spines", connection.At);
            else foreach (var (group, ports) in Targets.Of(draft, connection))
                ToSpines(fabric, connection.Target, group, group.Model.Bank(ports.Bank)!, ports, connection.Media, connection.At);
        if (Design.Into is { } into) Into(into.Fabric, into.At);
        foreach (var (nodes, role, at) in Design.BackToBack) Pairs(nodes, role, at);
        for (var i = 0; i < Design.Links.Count; i++) ByHand(Design.Links[i], i);
    }

    void Into(string name, Origin at)
    {
        var target = draft.Fabrics.FirstOrDefault(f => f.Name == name);
        if (target is null && draft.FabricNamed(name) is null)
            draft.Unknown.Add(new UnknownName("fabric", name, [.. draft.Design.Fabrics.Where(f => f != Design).Select(f => f.Name)], at));
        if (target is null) return;
        // A foreign switch at the fabric boxes is no link of a plan; a rule says so.
        if (target.Design.Scheduled is not null) return;
        if (target.Spines is null)
        {
            fabric.Missing.Add(new Missing($"fabric `{name}` has no spines to take the uplinks", "Name a fabric with spines", at));
            return;
        }
        foreach (var block in fabric.Blocks.Where(b => b.UplinkPorts is not null))
            ToSpines(target, Design.Name, block.Leaves, block.UplinkPorts!.Bank,
                new RolePorts(Role.InBand, block.UplinkPorts.Bank.Name, block.FirstUplink, 1, block.Uplinks), new MediaDesign(), at);
    }

    /// <summary>Spreads the ports of each device over planes, pods and spines, and the devices over what one of them does not reach.</summary>
    internal void ToSpines(FabricDraft target, string id, GroupDraft group, Ports bank, RolePorts ports, MediaDesign media, Origin at, FabricDesign? network = null)
    {
        if (target.Spines is not { } spines) return;
        if (PortMatch.Straight([bank], spines.Design.Model.FabricPorts, int.MaxValue) is not { } found)
        {
            fabric.Mismatches.Add(new Mismatch($"the {bank.Name} ports of `{group.Id}` run {PortMatch.Speeds([bank])}",
                $"those of {spines.Design.Model.Id} run {PortMatch.Speeds(spines.Design.Model.FabricPorts)}", "Connect equipment with a speed in common", at));
            return;
        }
        var spread = Spread.Of(ports.Count, spines);
        if (spread.Planes < spines.Planes) MissesPlanes(target, group, ports.Count, spread, at);
        var places = spread.PlacesOf(spines);
        var done = 0;
        // What others left free of a row first, then whole rows, then a row that is begun.
        if (spines.Open is { } open && (open.Ports, open.Spread) == (found.Upper, spread))
        {
            var fits = Math.Min(group.Count, places - open.Next);
            Row(1, fits, open.Next, open.First);
            spines.Open = open.Next + fits < places ? open with { Next = open.Next + fits } : null;
        }
        var (rows, rest) = ((group.Count - done) / places, (group.Count - done) % places);
        Row(rows, places, 0, rows > 0 ? spines.Cursor.Take(found.Upper, rows * spread.Each) : 0);
        if (rest > 0)
        {
            spines.Open = new OpenRow(found.Upper, spread, spines.Cursor.Take(found.Upper, spread.Each), rest);
            Row(1, rest, 0, spines.Open.First);
        }
        if (spines.Cursor.Overflow(spines.Design.Model))
            target.Shortages.Add(new Shortage(spines.Group.Id, $"{Text.Count(spines.Cursor.At(found.Upper), "port")} once `{group.Id}` is connected",
                $"{spines.Design.Model.Id} has {found.Upper.Count}", "Use more spines, or connect fewer links to them", at));

        void Row(int inRows, int inRow, int place, int port)
        {
            if (inRows == 0 || inRow == 0) return;
            var first = done;
            foreach (var run in spread.Runs(spines, place, inRow))
            {
                var box = new Box();
                var (row, slot, pod, plane) = (box.Add(inRows), box.Add(run.Slots), box.Add(run.Pods), box.Add(run.Planes));
                var (link, way, inPod, inPlane) = (box.Add(spread.Each), box.Add(spread.Ways), box.Add(spread.Pods), box.Add(spread.Planes));
                var ofPlane = spines.Pods * spines.Reach;
                draft.Links.Add(new LinkDraft($"{target.Name}/spine/{id}-{group.Id}{(first + run.Skipped == 0 ? "" : $"-{first + run.Skipped}")}", network ?? target.Design, box.Extents,
                    new EndDraft(group, found.Lower,
                        box.Map(first + run.Skipped, (row, inRow), (slot, run.Pods * run.Planes), (pod, run.Planes), (plane, 1)),
                        box.Map(ports.First, (inPlane, ports.Stride), (inPod, ports.Stride * spread.Planes), (way, ports.Stride * spread.Planes * spread.Pods),
                            (link, ports.Stride * spread.Planes * spread.Pods * spread.Ways))),
                    new EndDraft(spines.Group, found.Upper,
                        box.Map(run.Plane * spread.Planes * ofPlane + run.Pod * spread.Pods * spines.Reach + run.Slot * spread.Ways,
                            (plane, spread.Planes * ofPlane), (inPlane, ofPlane), (pod, spread.Pods * spines.Reach), (inPod, spines.Reach), (slot, spread.Ways), (way, 1)),
                        box.Map(port, (row, spread.Each), (link, 1))), at)
                { Media = media, Kind = "attach" });
            }
            done += inRows * inRow;
        }
    }

    static void MissesPlanes(FabricDraft target, GroupDraft group, int ports, Spread spread, Origin at)
    {
        var planes = target.Spines!.Planes;
        target.Misfits.Add(new Misfit("CDL1124",
            $"the {Text.Count(ports, "port")} of each `{group.Id}` {(ports == 1 ? "reaches" : "reach")} {spread.Planes} of the {planes} planes, so that what is only on another plane does not reach it below the cores",
            $"Connect equipment whose ports are a multiple of {planes}", at));
    }

    void Pairs(string nodes, Role role, Origin at)
    {
        var group = Targets.Of(draft, new ConnectionDesign(nodes, role, Tier.Leaf, at)).Select(t => t.Group).FirstOrDefault();
        if (group is not { Count: > 1 }) return;
        // The pair's link takes a port of a bank that serves no role: the heartbeat port of an appliance.
        var spare = group.Model.Ports.FirstOrDefault(p => group.Nodes!.Model.Roles.All(r => r.Bank != p.Name) && p.Modes.Any(m => m.Legs == 1));
        if (spare is null)
        {
            fabric.Missing.Add(new Missing($"`{nodes}` has no port free of roles for a link between its nodes", "Use a model with a spare bank of ports", at));
            return;
        }
        var mode = new PortChoice(spare, spare.Modes[0]);
        var box = new Box();
        var pair = box.Add(group.Count / 2);
        draft.Links.Add(new LinkDraft($"{Design.Name}/pair/{nodes}", Design, box.Extents,
            new EndDraft(group, mode, box.Map(0, (pair, 2)), box.Map(0)),
            new EndDraft(group, mode, box.Map(1, (pair, 2)), box.Map(0)), at)
        { Kind = "pair" });
    }

    void ByHand(ManualLink link, int number)
    {
        Work.Done();
        if (End(link.Lower, link.At) is not { } lower || End(link.Upper, link.At) is not { } upper) return;
        if (PortMatch.Straight([lower.Bank], [upper.Bank], int.MaxValue) is not { } match)
        {
            fabric.Mismatches.Add(new Mismatch($"the {lower.Bank.Name} ports of `{lower.Group.Id}` run {PortMatch.Speeds([lower.Bank])}",
                $"those of `{upper.Group.Id}` run {PortMatch.Speeds([upper.Bank])}", "Link ports with a speed in common", link.At));
            return;
        }
        var box = new Box();
        box.Add(1);
        draft.Links.Add(new LinkDraft($"{Design.Name}/manual/{number + 1}", Design, box.Extents,
            new EndDraft(lower.Group, match.Lower, box.Map(lower.Device), box.Map(lower.Port)),
            new EndDraft(upper.Group, match.Upper, box.Map(upper.Device), box.Map(upper.Port)), link.At)
        { Kind = "manual" });
    }

    (GroupDraft Group, Ports Bank, int Device, int Port)? End(PortRef at, Origin origin)
    {
        GroupDraft? group;
        Ports? bank;
        int port;
        if (at.Nodes is { } nodes)
        {
            group = Targets.Nodes(draft, nodes, origin);
            var role = group?.Nodes!.Model.For(at.Role);
            bank = role is null ? null : group!.Model.Bank(role.Bank);
            port = role is null ? 0 : role.First + role.Stride * (at.Index - 1);
        }
        else
        {
            group = at.Tier switch { Tier.Leaf => fabric.Blocks.FirstOrDefault()?.Leaves, Tier.Spine => fabric.Spines?.Group ?? (fabric.Mesh is { Switches.Role: "spine" } mesh ? mesh.Switches : null), _ => fabric.Cores?.Group };
            bank = group is null ? null : ((SwitchModel)group.Model).FabricPorts.FirstOrDefault(b => b.Modes.Any(m => m.Speed.Gbps == Design.SpeedGbps)) ?? ((SwitchModel)group.Model).FabricPorts.FirstOrDefault();
            port = at.Index - 1;
        }
        var declared = at.Nodes is not null || at.Tier switch { Tier.Leaf => Design.Blocks.Count > 0, Tier.Spine => Design.Spines is not null, Tier.Core => Design.Cores is not null, _ => false };
        if (!declared) NoTier(at.Tier switch { Tier.Leaf => "leaves", Tier.Spine => "spines", Tier.Core => "cores", _ => $"tier {at.Tier}" }, origin);
        if (group is null || bank is null) return null;
        var count = bank.Modes.Max(m => m.Split) * bank.Cages;
        draft.Design.Within(at.Device, 1, group.Count, $"the device of `{group.Id}`", origin, out var deviceLegal);
        draft.Design.Within(at.Index, 1, count, $"the port of `{group.Id}`", origin, out var portLegal);
        return deviceLegal && portLegal ? (group, bank, at.Device - 1, port) : null;
    }

    /// <summary>Says that a tier is missing, unless the fabric is incomplete as it is.</summary>
    void NoTier(string tier, Origin at)
    {
        if (fabric.Missing.Count == 0) fabric.Missing.Add(new Missing($"it has no {tier} to connect to", "Declare them, or connect to another tier", at));
    }
}
