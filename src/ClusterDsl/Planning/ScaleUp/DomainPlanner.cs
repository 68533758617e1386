using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>The scale-up domains of a node group: how many, of what, and the links of one.</summary>
static class DomainPlanner
{
    /// <summary>The domains of a group; null where its nodes say nothing of any.</summary>
    public static DomainPlan? Of(Draft draft, GroupDraft group)
    {
        if (group.Nodes?.Model is not { ScaleUp: { } scaleUp, Gpus: > 0 } model) return null;
        var gpus = scaleUp.GpusOf(model);
        var bisection = BisectionMbps(scaleUp, gpus) / 1000;
        return new DomainPlan(group.Id, Kind(scaleUp), scaleUp.Link.Name, gpus, Whole((long)group.Count * model.Gpus / gpus), Chips(scaleUp),
            scaleUp.LinksPerGpu, scaleUp.Link.Mbps, Links(scaleUp, gpus).ToSeq())
        {
            NodesPerDomain = Math.Max(1, gpus / model.Gpus),
            BisectionGbps = bisection is { } gbps ? Whole(gbps) : null,
            Affinity = Affinity.Of(model)?.Plan(draft, group),
        };
    }

    static string Kind(ScaleUp scaleUp) => scaleUp switch { SwitchedScaleUp => "switched", MeshScaleUp => "mesh", _ => "pcie" };

    static int Chips(ScaleUp scaleUp) => scaleUp switch { SwitchedScaleUp switched => switched.Chips, PcieScaleUp { Pcie: { } tree } => tree.Switches, _ => 0 };

    static IEnumerable<DomainLinks> Links(ScaleUp scaleUp, int gpus) => scaleUp switch
    {
        SwitchedScaleUp { Spread: { } spread } switched => Switched(switched, spread, gpus),
        MeshScaleUp when PerPair(scaleUp, gpus) is { } each => Mesh(gpus, each),
        PcieScaleUp { Pcie: { } tree } => Pcie(tree, gpus),
        _ => [],
    };

    /// <summary>Links between each two of a full mesh; null where those of a GPU do not make one.</summary>
    internal static int? PerPair(ScaleUp mesh, int gpus) =>
        gpus > 1 && mesh.LinksPerGpu >= gpus - 1 && mesh.LinksPerGpu % (gpus - 1) == 0 ? mesh.LinksPerGpu / (gpus - 1) : null;

    /// <summary>Each GPU to each chip of its board: chips that have equally many links of a GPU are one box. Then chip to chip between the boards.</summary>
    static IEnumerable<DomainLinks> Switched(SwitchedScaleUp switched, Seq<int> spread, int gpus)
    {
        var perBoard = gpus / switched.Boards;
        var used = 0;
        for (var first = 0; first < spread.Count;)
        {
            var (each, run) = (spread[first], spread.Skip(first).TakeWhile(n => n == spread[first]).Count());
            var box = new Box();
            var (board, gpu, chip, link) = (box.Add(switched.Boards), box.Add(perBoard), box.Add(run), box.Add(each));
            if (each > 0)
                yield return new DomainLinks(box.Extents,
                    new DomainEnd("gpu", box.Map(0, (board, perBoard), (gpu, 1)), box.Map(used, (chip, each), (link, 1))),
                    new DomainEnd("chip", box.Map(first, (board, spread.Count), (chip, 1)), box.Map(0, (gpu, each), (link, 1))));
            (used, first) = (used + run * each, first + run);
        }
        if (switched.Boards == 1) yield break;
        for (var first = 0; first < spread.Count;)
        {
            var (below, run) = (perBoard * spread[first], spread.Skip(first).TakeWhile(n => n == spread[first]).Count());
            var box = new Box();
            var (chip, link) = (box.Add(run), box.Add(below));
            yield return new DomainLinks(box.Extents,
                new DomainEnd("chip", box.Map(first, (chip, 1)), box.Map(below, (link, 1))),
                new DomainEnd("chip", box.Map(spread.Count + first, (chip, 1)), box.Map(below, (link, 1))));
            first += run;
        }
    }

    /// <summary>Each GPU to the next, the one after it and so on, round the ring: half of the others are ahead. Of an even number the one opposite is left, once for each pair.</summary>
    static IEnumerable<DomainLinks> Mesh(int gpus, int each)
    {
        var ahead = (gpus - 1) / 2;
        if (ahead > 0)
        {
            var box = new Box();
            var (gpu, step, link) = (box.Add(gpus), box.Add(ahead), box.Add(each));
            yield return new DomainLinks(box.Extents,
                new DomainEnd("gpu", box.Map(0, (gpu, 1)), box.Map(0, (step, each), (link, 1))),
                new DomainEnd("gpu", box.Turn(0, [], unit: 1, modulus: gpus, start: 1, (gpu, 1), (step, 1)), box.Map(ahead * each, (step, each), (link, 1))));
        }
        if (gpus % 2 != 0) yield break;
        var opposite = new Box();
        var (half, wire) = (opposite.Add(gpus / 2), opposite.Add(each));
        var port = opposite.Map(2 * ahead * each, (wire, 1));
        yield return new DomainLinks(opposite.Extents,
            new DomainEnd("gpu", opposite.Map(0, (half, 1)), port), new DomainEnd("gpu", opposite.Map(gpus / 2, (half, 1)), port));
    }

    /// <summary>Each GPU to its switch; neighbours at one switch are one box.</summary>
    static IEnumerable<DomainLinks> Pcie(PcieTree tree, int gpus)
    {
        var switches = Affinity.Spread(tree.Gpus, gpus, tree.Switches);
        var taken = new int[tree.Switches];
        for (var first = 0; first < gpus;)
        {
            var (at, run) = (switches[first], switches.Skip(first).TakeWhile(s => s == switches[first]).Count());
            var box = new Box();
            var gpu = box.Add(run);
            yield return new DomainLinks(box.Extents,
                new DomainEnd("gpu", box.Map(first, (gpu, 1)), box.Map(0)), new DomainEnd("chip", box.Map(at), box.Map(taken[at], (gpu, 1))));
            taken[at] += run;
            first += run;
        }
    }

    /// <summary>Between any two halves: chips take all that a half sends; in a mesh each pair across has its links; switches of PCI Express meet at the host, by a link each.</summary>
    static long? BisectionMbps(ScaleUp scaleUp, int gpus) => scaleUp switch
    {
        SwitchedScaleUp { Spread: not null } => gpus / 2 * (long)scaleUp.LinksPerGpu * scaleUp.Link.Mbps,
        MeshScaleUp when PerPair(scaleUp, gpus) is { } each => (long)(gpus / 2) * (gpus - gpus / 2) * each * scaleUp.Link.Mbps,
        PcieScaleUp { Pcie: { Switches: 1 } } => (long)(gpus / 2) * scaleUp.Link.Mbps,
        PcieScaleUp { Pcie: { Gpus.Count: 0 } tree } when tree.Switches % 2 == 0 && gpus % tree.Switches == 0 => (long)(tree.Switches / 2) * scaleUp.Link.Mbps,
        _ => null,
    };

    static int Whole(long value) => (int)Math.Min(int.MaxValue, value);
}
