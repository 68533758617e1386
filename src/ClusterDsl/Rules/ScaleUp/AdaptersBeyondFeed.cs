using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>
/// What a fabric brings to the adapters of a node passes PCI Express on its way to the GPUs, and on rails the links between the GPUs on its way to another rail: more
/// than these carry is paid for and never used.
/// </summary>
sealed class AdaptersBeyondFeed() : ScaleUpRule("CDL5005", "Adapters faster than the GPUs are fed", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, GroupDraft group, NodeModel model, ScaleUp scaleUp)
    {
        if (model.For(Role.Compute) is not { } compute) yield break;
        // Ports of other roles have adapters of their own, and a port that two fabrics take is another rule's.
        if (draft.LinksAbove(group).Where(l => IsOf(compute, l.Lower)).ToLookup(l => l.Fabric).OrderByDescending(f => f.Sum(l => l.Count * l.SpeedGbps)).FirstOrDefault() is not { } links) yield break;
        var gbps = links.Sum(l => l.Count * l.SpeedGbps) / group.Count;
        var (railed, between) = (links.Where(l => l.Fabric.RailOptimized).Sum(l => l.Count * l.SpeedGbps) / group.Count, (long)scaleUp.LinksPerGpu * scaleUp.Link.Mbps / 1000);
        if (scaleUp is not PcieScaleUp && scaleUp.GpusOf(model) > 1 && railed > between * model.Gpus)
            yield return Report(group, $"rails bring {Text.Number(railed / model.Gpus)} Gb/s to each GPU of a `{model.Id}`; what goes to another rail first crosses {scaleUp.Link.Name}, {Text.Number(between)} Gb/s of a GPU{Recalled.Note(scaleUp.Link.Recalled, "speed")}. Use slower or fewer ports, a node whose GPUs are linked faster, or no rails.");

        if (scaleUp.Pcie is not { } tree || Affinity.Of(model) is not { NicSwitches.Count: > 0 and var nics }) yield break;
        var (passed, taken) = (Gbps(nics, tree.Adapter ?? tree.Link), Gbps(model.Gpus, tree.Link));
        var fed = Math.Min(passed, taken);
        if (gbps <= fed) yield break;
        var (what, link) = passed < taken ? ($"{Text.Count(nics, "adapter")} pass", tree.Adapter ?? tree.Link) : ($"{Text.Count(model.Gpus, "GPU")} take", tree.Link);
        var note = Recalled.Note(scaleUp.Recalled, "pcie") is { Length: > 0 } said ? said : Recalled.Note(link.Recalled, "speed");
        yield return Report(group, $"{Text.Number(gbps)} Gb/s of `{links.Key.Name}` reach a `{model.Id}`; its {what} {Text.Number(fed)} Gb/s over {link.Name}{note}: {Text.Number(gbps - fed)} Gb/s are never used. Use slower or fewer ports, or a node with a faster PCI Express.");
    }

    static bool IsOf(RolePorts role, EndDraft end) =>
        end.Ports.Bank.Name == role.Bank && end.Port.Offset - role.First is >= 0 and var port && port % role.Stride == 0 && port / role.Stride < role.Count;

    static long Gbps(int count, ScaleUpLink link) => (long)count * link.Mbps / 1000;
}
