using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Stands the devices of an interconnect up and cables them: routers, multiplexers, amplifiers, huts, and the fibre between the sites.</summary>
sealed class LinePlanner(Draft draft, InterconnectDraft line)
{
    readonly InterconnectDesign _design = line.Design;

    public void Plan()
    {
        foreach (var path in line.Paths)
        {
            Work.Done();
            // What does not fit its fibres is told by a rule; cabled, it would collide.
            if (path.Modes is not null && path.PerPair > (path.Mux?.Channels ?? 1)) continue;
            var (a, b) = (Site(path, line.A), Site(path, line.B));
            if (a is null || b is null || path.Design.Leased is not null) continue;
            for (var route = 0; route < path.Routes.Count; route++) Fibre(path, route, a, b);
        }
    }

    string Id(PathDraft path) => $"{_design.Name}/{path.Design.Name}";

    GroupDraft Group(PathDraft path, string place, string role, HardwareModel model, int count, SiteDesign site, Huts? huts = null)
    {
        var group = new GroupDraft($"{Id(path)}/{place}/{role}", role, model, count, Naming.Numbered($"{_design.Name}-{path.Design.Name}-{place}-{role}"), path.Design.At)
        { Fabric = line.Network, Site = site, Huts = huts };
        draft.Add(group);
        return group;
    }

    /// <summary>Everything of a path at one site, from the routers outwards. The last stage is what the fibre ends in; null where that cannot be.</summary>
    GroupDraft? Site(PathDraft path, SiteDesign site)
    {
        var optics = _design.OpticsAt(site.Name)!;
        var transponder = path.Design.Leased is null ? optics.Transponder : null;
        // Clients of a wavelength: one, unless a transponder packs several.
        var each = transponder is null ? 1 : path.WavelengthGbps / transponder.Speed.Gbps;
        if (transponder is not null && (each * transponder.Speed.Gbps != path.WavelengthGbps || transponder.Ports[0].Cages < each))
        {
            Note(new Mismatch($"a wavelength of `{Id(path)}` carries {new Bandwidth(path.WavelengthGbps)}",
                $"the {Text.Count(transponder.Ports[0].Cages, "client")} of {transponder.Id} carry {transponder.Speed} each", "Choose a transponder whose clients fill a wavelength", optics.ChosenAt));
            return null;
        }
        if ((transponder is null ? PortsFor(path, optics) : PortMatch.Straight(optics.On.FabricPorts, Seq.Of(transponder.Ports[0]), int.MaxValue)?.Lower) is not { } ports || ports.Count < each)
        {
            Note(new Mismatch(transponder is null ? $"a wavelength of `{Id(path)}` carries {new Bandwidth(path.WavelengthGbps)} and has a cage to itself" : $"a client of {transponder.Id} carries {transponder.Speed}",
                $"the ports of {optics.On.Id} run {PortMatch.Speeds(optics.On.FabricPorts)}", "Choose a router with ports of that speed", optics.At.Argument("on")));
            return null;
        }
        // Half of its ports face the other site, half this one, unless it has a bank for each.
        var facing = (transponder is null ? ports.Bank.Cages : ports.Count) / each;
        var most = Math.Max(1, optics.On.FabricPorts.Skip(1).Any() ? facing : facing / 2);
        var routers = (path.Wavelengths + most - 1) / most;
        var perRouter = (path.Wavelengths + routers - 1) / routers;
        var group = Group(path, site.Name, "router", optics.On, routers, site);
        path.Ends.Add((group, perRouter, optics.On));
        ToFabric(path, group, ports, perRouter, (perRouter * each + ports.Mode.Split - 1) / ports.Mode.Split, site);

        if (path.Design.Leased is { } leased)
        {
            Leased(path, group, ports, perRouter, leased.HandOff, site);
            return group;
        }
        var stages = Stages(path, site);
        if (transponder is not null) (group, ports, perRouter) = Transponders(path, group, ports, perRouter, each, transponder, optics.ChosenAt, site);
        Wavelengths(path, group, ports, perRouter, optics, stages[0], site);
        for (var i = 1; i < stages.Count; i++) Pairs(path, stages[i - 1], stages[i], $"{site.Name}/{stages[i].Role}", 0, 0, Cables.LcDuplex, 0);
        return stages[stages.Count - 1];
    }

    /// <summary>What is chosen once for both sites is told once.</summary>
    void Note(Mismatch mismatch)
    {
        if (!line.Mismatches.Contains(mismatch)) line.Mismatches.Add(mismatch);
    }

    /// <summary>The other ports of the routers go into the spines of the fabric that is joined: as many as carry what the wavelengths do, alike for each spine where there are ports for it.</summary>
    void ToFabric(PathDraft path, GroupDraft routers, PortChoice lines, int perRouter, int cages, SiteDesign site)
    {
        if (line.Joined is not { } joined || _design.Joins is not { } joins) return;
        var design = site == line.A ? joined.A : joined.B;
        // Another protocol is told by a rule.
        if (design.Protocol != ((SwitchModel)routers.Model).Protocol) return;
        if (design.Scheduled is not null || draft.Fabrics.FirstOrDefault(f => f.Design == design) is not { Spines: { } spines } fabric)
        {
            draft.Assumptions.Add($"{_design.Name}: `{design.Name}` has no spines that take its routers; the cables between the two are not part of the plan");
            return;
        }
        var banks = ((SwitchModel)routers.Model).FabricPorts;
        if (PortMatch.Straight(banks, spines.Design.Model.FabricPorts, int.MaxValue) is not { } match)
        {
            line.Mismatches.Add(new Mismatch($"the ports of {routers.Model.Id} run {PortMatch.Speeds(banks)}",
                $"those of {spines.Design.Model.Id}, the spines of `{design.Name}`, run {PortMatch.Speeds(spines.Design.Model.FabricPorts)}", "Choose a router with a speed in common", joins.At));
            return;
        }
        var (split, gbps) = (match.Lower.Mode.Split, match.Lower.Mode.Speed.Gbps);
        // Behind the wavelengths, where those are in the same bank.
        var first = match.Lower.Bank == lines.Bank ? cages * split : 0;
        var room = match.Lower.Count - first;
        var needed = (int)(((long)perRouter * path.WavelengthGbps + gbps - 1) / gbps);
        var evenly = (needed + spines.Reach - 1) / spines.Reach * spines.Reach;
        var count = evenly <= room ? evenly : needed;
        if (count > room)
        {
            fabric.Shortages.Add(new Shortage(routers.Id, $"{Text.Count(count, "port")} of {match.Lower.Mode.Speed} towards `{design.Name}`", $"{routers.Model.Id} has {room} beside its wavelengths", "Choose a router with more ports, or faster ones", joins.At));
            return;
        }
        new AttachmentPlanner(draft, fabric).ToSpines(fabric, _design.Name, routers, match.Lower.Bank, new RolePorts(Role.InBand, match.Lower.Bank.Name, first, 1, count), new MediaDesign(), joins.At, line.Network);
        // A router's port may be as wide as several that the leaves take.
        var each = Math.Max(1, spines.PortsBelow / match.Upper.Bank.Cages / match.Upper.Mode.Split);
        if (spines.Design.Count is null) line.TakenOfSpines.Add((design, (long)routers.Count * count * each));
    }

    /// <summary>Router to transponder, client by client, in boxes that end where one of either does; what sends the wavelengths from here on.</summary>
    (GroupDraft, PortChoice, int) Transponders(PathDraft path, GroupDraft routers, PortChoice ports, int perRouter, int each, TransponderModel model, Origin at, SiteDesign site)
    {
        var most = Math.Min(model.Wavelengths, model.Ports[0].Cages / each);
        var group = Group(path, site.Name, "transponder", model, (path.Wavelengths + most - 1) / most, site);
        for (var first = 0; first < path.Wavelengths;)
        {
            Work.Done();
            var next = Math.Min(path.Wavelengths, Math.Min((first / perRouter + 1) * perRouter, (first / most + 1) * most));
            var box = new Box();
            var client = box.Add((next - first) * each);
            draft.Links.Add(new LinkDraft($"{Id(path)}/{site.Name}/client-{first + 1}", line.Network, box.Extents,
                new EndDraft(routers, ports, box.Map(first / perRouter), box.Map(first % perRouter * each, (client, 1))),
                new EndDraft(group, new PortChoice(model.Ports[0], model.Ports[0].Native), box.Map(first / most), box.Map(first % most * each, (client, 1))), at)
            { Kind = "client" });
            first = next;
        }
        return (group, new PortChoice(group.Model.Bank(LineModel.Far)!, new PortMode(1, new Bandwidth(path.WavelengthGbps), 1, Lane.Coherent)), most);
    }

    /// <summary>What stands between the routers and the fibre, one for each pair of fibres; a frame of panels where there is nothing else.</summary>
    List<GroupDraft> Stages(PathDraft path, SiteDesign site)
    {
        var stages = new List<GroupDraft>();
        if (path.Mux is { } mux) stages.Add(Group(path, site.Name, "mux", mux, path.Pairs, site));
        if (path.Design.Amplified is { } amplified) stages.Add(Group(path, site.Name, "amplifier", amplified.Model, path.Pairs, site));
        if (path.Design.Protection is not null) stages.Add(Group(path, site.Name, "protection", ProtectionModel.Standard, path.Pairs, site));
        if (stages.Count == 0) stages.Add(Group(path, site.Name, "panel", FrameModel.Standard, 1, site));
        return stages;
    }

    /// <summary>Router, or transponder, to multiplexer, wavelength by wavelength, in boxes that end where one of either or a pair of fibres does.</summary>
    void Wavelengths(PathDraft path, GroupDraft routers, PortChoice ports, int perRouter, LineOpticsDesign optics, GroupDraft to, SiteDesign site)
    {
        var near = new PortChoice(to.Model.Bank(LineModel.Near)!, new PortMode(1, ports.Mode.Speed, 1, Lane.Coherent));
        for (var first = 0; first < path.Wavelengths;)
        {
            Work.Done();
            var next = Math.Min(path.Wavelengths, Math.Min((first / perRouter + 1) * perRouter, (first / path.PerPair + 1) * path.PerPair));
            var box = new Box();
            var wave = box.Add(next - first);
            // A frame holds all pairs side by side; of anything else each pair has its own.
            var (device, port) = to.Role == "panel" ? (0, first) : (first / path.PerPair, first % path.PerPair);
            draft.Links.Add(new LinkDraft($"{Id(path)}/{site.Name}/wave-{first + 1}", line.Network, box.Extents,
                new EndDraft(routers, ports, box.Map(first / perRouter), box.Map(first % perRouter, (wave, 1))) { Optic = optics.Optic },
                new EndDraft(to, near, box.Map(device), box.Map(port, (wave, 1))), optics.At)
            { Kind = "line", Cable = Cables.LcDuplex, Media = new MediaDesign { Lower = optics.Optic is { } optic ? (optic, optics.ChosenAt) : null } });
            first = next;
        }
    }

    /// <summary>A cable for each pair of fibres, from the one device of it to the next.</summary>
    void Pairs(PathDraft path, GroupDraft from, GroupDraft to, string id, int fromDevice, int toDevice, CableFamily cable, int outsideMm, string toBank = LineModel.Near, int route = 0)
    {
        var mode = new PortMode(1, new Bandwidth(path.PerPair * path.WavelengthGbps), 1, Lane.Coherent);
        var box = new Box();
        var pair = box.Add(path.Pairs);
        draft.Links.Add(new LinkDraft($"{Id(path)}/{id}", line.Network, box.Extents,
            End(from, LineModel.Far, fromDevice), End(to, toBank, toDevice), path.Design.At)
        { Kind = "line", Cable = cable, OutsideMm = outsideMm });

        EndDraft End(GroupDraft group, string bank, int device) => group.Role == "panel"
            ? new(group, new PortChoice(group.Model.Bank(bank)!, mode), box.Map(0), box.Map(0, (pair, 1)))
            : new(group, new PortChoice(group.Model.Bank(bank)!, mode), box.Map(device, (pair, 1)), box.Map(group.Role == "protection" && bank == LineModel.Far ? route : 0));
    }

    /// <summary>The spans of a route, by way of its huts.</summary>
    void Fibre(PathDraft path, int route, GroupDraft a, GroupDraft b)
    {
        var fibre = path.Routes[route];
        var cable = Outside(fibre.Fibre);
        var place = route == 0 ? "fibre" : "second";
        var huts = fibre.SpansMm.Count - 1;
        var metres = Enumerable.Range(1, huts).Select(h => (int)(fibre.SpansMm.Take(h).Sum(s => (long)s) / 1_000)).ToSeq();
        var hut = huts == 0 ? null : Group(path, place, "hut", path.Design.Amplified!.Model, huts * path.Pairs, line.A, new Huts(Id(path), metres, path.Pairs));
        for (var span = 0; span <= huts; span++)
        {
            Work.Done();
            var (isFirst, isLast) = (span == 0, span == huts);
            Pairs(path, isFirst ? a : hut!, isLast ? b : hut!, $"{place}/span-{span + 1}", isFirst ? 0 : (span - 1) * path.Pairs, isLast ? 0 : span * path.Pairs,
                cable, fibre.SpansMm[span], isLast ? LineModel.Far : LineModel.Near, route);
        }
    }

    static CableFamily Outside(OutsideFibre fibre) => new($"{fibre.Name}-PAIR", CableKind.Fibre, Medium.Smf, "LC duplex UPC", "LC duplex UPC", 1,
        Seq<int>.Empty, Lane.Coherent, Seq<Length>.Empty, $"Pair of dark fibres, {fibre.Name}");

    /// <summary>The carrier's equipment takes as many ports as there are wavelengths; it is not bought, and stands where the carrier says.</summary>
    void Leased(PathDraft path, GroupDraft routers, PortChoice ports, int perRouter, Optic? handOff, SiteDesign site)
    {
        var bank = new Ports("port", path.Wavelengths, ports.Bank.Cage, ports.Mode.Speed) { Modes = Seq.Of(ports.Mode with { Cages = Seq<int>.Empty }), SplitName = "port{c}/{s}" };
        var model = new NodeModel($"CARRIER-{_design.Name}-{path.Design.Name}", 0, bank) { Kind = "external", Height = 0, Description = $"Carrier's equipment, {path.Wavelengths} ports", Source = "outside the plan" };
        var carrier = Group(path, site.Name, "carrier", model, 1, site);
        for (var first = 0; first < path.Wavelengths; first += perRouter)
        {
            var box = new Box();
            var wave = box.Add(Math.Min(perRouter, path.Wavelengths - first));
            var media = new MediaDesign { Grade = (FibreGrade.Os2, path.Design.Leased!.Value.At) };
            if (handOff is not null) (media.Lower, media.Upper) = ((handOff, path.Design.Leased.Value.At.Argument("handOff")), (handOff, path.Design.Leased.Value.At.Argument("handOff")));
            draft.Links.Add(new LinkDraft($"{Id(path)}/{site.Name}/wave-{first + 1}", line.Network, box.Extents,
                new EndDraft(routers, ports, box.Map(first / perRouter), box.Map(0, (wave, 1))),
                new EndDraft(carrier, new PortChoice(bank, bank.Modes[0]), box.Map(0), box.Map(first, (wave, 1))), path.Design.Leased.Value.At)
            { Kind = "lease", Media = media });
        }
    }

    /// <summary>The ports of the router that run a wavelength's speed whole: those that the module fits and speaks to come first, so that a rule can say what does not fit.</summary>
    static PortChoice? PortsFor(PathDraft path, LineOpticsDesign optics)
    {
        var module = path.Design.Leased is { } leased ? leased.HandOff : optics.Optic;
        return optics.On.FabricPorts.SelectMany(bank => bank.Modes.Select(mode => new PortChoice(bank, mode)))
            .Where(p => p.Mode.Speed.Gbps == path.WavelengthGbps && p.Mode.Legs == 1 && p.Mode.Split == (module?.Connectors ?? 1))
            .OrderByDescending(p => module is null || p.Bank.Cage.Accepts.Contains(module.Plug)).ThenByDescending(p => module is null || p.Mode.Lane == module.Lane)
            .FirstOrDefault();
    }
}
