using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Sizes and cables the cores, or the second stage of a scheduled fabric, which join the pods: each serves equally many spines of every pod, each of them with equally many links.</summary>
sealed class CorePlanner(Draft draft, FabricDraft fabric, TierDesign design, SpineDraft tier, PortChoice spinePorts)
{
    FabricDesign Design => fabric.Design;
    TierWords Words => Design.Words;

    public void Plan()
    {
        if (PortMatch.Find([spinePorts.Bank], design.Model.FabricPorts, spinePorts.Mode.Speed.Gbps) is not { } match)
        {
            fabric.Mismatches.Add(new Mismatch($"the ports of `{tier.Group.Id}` run {PortMatch.Speeds([spinePorts.Bank])}",
                $"those of {design.Model.Id} run {PortMatch.Speeds(design.Model.FabricPorts)}", $"Choose {Words.Cores} that run {spinePorts.Mode.Speed}", design.At));
            return;
        }
        var down = tier.LinksBelow / tier.Reach + tier.Attached;
        var needed = (int)Math.Max(1, Math.Min(Limits.Ports, tier.Most.UpFor(down)));
        tier.Uplinks = needed;
        var shapes = new CoreShapes(tier.Reach, new Evenly.Below(tier.Pods, needed, (int)Math.Max(needed, spinePorts.Count - down)), match.Upper.Count);
        if (shapes.Smallest() is not { } smallest)
        {
            fabric.Shortages.Add(new Shortage($"{Design.Name}/core", $"a port for each of {Text.Count(tier.Pods, Words.Pod)}", $"{design.Model.Id} has {match.Upper.Count} × {match.Upper.Mode.Speed}",
                $"{(Design.Pods is null ? "U" : $"Use larger {Words.Pod}s, or u")}se {Words.Cores} with more ports: one of {match.Upper.Count} joins at most {Text.Count(match.Upper.Count, Words.Pod)}, and there are {Text.Number(tier.Pods)}", design.At));
            return;
        }
        if (design.Count is { } odd && odd % tier.Planes != 0)
        {
            Refuse($"{Count(odd)} do not spread over {Text.Count(tier.Planes, "plane")}", shapes.Nearest(odd / tier.Planes + 1), shapes.Of(odd / tier.Planes + 1));
            return;
        }
        var declared = design.Count / tier.Planes;
        var found = declared is { } count ? shapes.Of(count) : smallest;
        if (found is { } shape)
        {
            Cable(shape, match.Lower, match.Upper);
            return;
        }
        if (declared < shapes.Fewest)
            fabric.Shortages.Add(new Shortage($"{Design.Name}/core", Count((long)shapes.Fewest * tier.Planes) + $" of {match.Upper.Count} ports for the {Text.Number((long)tier.Planes * tier.Pods * tier.Reach * needed)} uplinks of the {Words.Spines}",
                $"{Text.Number(design.Count!.Value)} are declared", $"Use {Count(smallest.PerPlane * tier.Planes)}", design.At) { Fix = Use(smallest.PerPlane * tier.Planes) });
        else Refuse($"{Text.Count(needed, "uplink")} of each of {Text.Count((long)tier.Pods * tier.Reach, Words.Spine, Words.Spines)}{(tier.Planes > 1 ? " in a plane" : "")} cannot be spread evenly over {Count(declared!.Value)} of {match.Upper.Count} ports",
            shapes.Nearest(declared.Value), null);
    }

    /// <summary>Says why a number of cores cannot be, and which are the nearest that can.</summary>
    void Refuse(string what, (int? Fewer, int? More) nearest, CoreShape? fits)
    {
        var more = (fits?.PerPlane ?? nearest.More ?? nearest.Fewer)!.Value * tier.Planes;
        var fewer = (nearest.Fewer ?? 0L) * tier.Planes;
        fabric.Misfits.Add(new Misfit("CDL1123", what, $"Use {(fewer > 0 && fewer < more ? $"{Text.Number(fewer)} or " : "")}{Count(more)}", design.At) { Fix = Use(more) });
    }

    string Count(long cores) => Text.Count(cores, Words.Core, Words.Cores);

    Fix Use(long cores) => Fix.Set($"Use {Count(cores)}", design.At, "count", cores.ToString());

    void Cable(CoreShape shape, PortChoice spinePorts, PortChoice ports)
    {
        if (shape.PerPlane * tier.Planes > Limits.Devices)
        {
            fabric.Shortages.Add(new Shortage($"{Design.Name}/core", Text.Count(shape.PerPlane * tier.Planes, "switch", "switches"),
                $"a plan holds {Text.Number(Limits.Devices)} devices of a kind", $"Use {Words.Cores} with more ports", design.At));
            return;
        }
        var perPlane = (int)shape.PerPlane;
        var cores = new GroupDraft($"{Design.Name}/core", "core", design.Model, perPlane * tier.Planes, Naming.Nested(Design.Name, ("plane", tier.Planes), (Design.Scheduled is null ? "core" : "second", perPlane)), design.At)
        { Fabric = Design, Site = Design.Site };
        draft.Add(cores);
        fabric.Cores = new CoreDraft(design, cores) { Pods = tier.Pods };
        tier.Uplinks = shape.Uplinks;

        var first = tier.Cursor.Take(spinePorts, shape.Uplinks);
        var box = new Box();
        var (plane, pod, group, position) = (box.Add(tier.Planes), box.Add(tier.Pods), box.Add(shape.Groups), box.Add(shape.Positions));
        var (core, link) = (box.Add(shape.Cores), box.Add(shape.Each));
        draft.Links.Add(new LinkDraft($"{cores.Id}/{tier.Group.Id}", Design, box.Extents,
            new EndDraft(tier.Group, spinePorts,
                box.Map(0, (plane, tier.Pods * tier.Reach), (pod, tier.Reach), (group, shape.Positions), (position, 1)),
                box.Map(first, (core, shape.Each), (link, 1))),
            new EndDraft(cores, ports,
                box.Map(0, (plane, perPlane), (group, shape.Cores), (core, 1)),
                box.Map(0, (pod, shape.Positions * shape.Each), (position, shape.Each), (link, 1))), design.At)
        { Media = design.Media, Kind = "core" });
    }
}
