using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>What a fabric brings to the adapters of a node passes PCI Express on its way to the GPUs: more than that carries is paid for and never used.</summary>
sealed class AdaptersBeyondFeed() : ScaleUpRule("CDL5005", "Adapters faster than the GPUs are fed", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, GroupDraft group, NodeModel model, ScaleUp scaleUp)
    {
        if (scaleUp.Pcie is not { } tree || Affinity.Of(model) is not { NicSwitches.Count: > 0 and var nics } || model.For(Role.Compute) is not { } compute) yield break;
        var links = draft.LinksAbove(group).Where(l => l.Lower.Ports.Bank.Name == compute.Bank).ToList();
        var gbps = links.Sum(l => l.Count * l.SpeedGbps) / group.Count;
        var (passed, taken) = (Gbps(nics, tree.Adapter ?? tree.Link), Gbps(model.Gpus, tree.Link));
        var fed = Math.Min(passed, taken);
        if (gbps <= fed) yield break;
        var (what, link) = passed < taken ? ($"{Text.Count(nics, "adapter")} pass", tree.Adapter ?? tree.Link) : ($"{Text.Count(model.Gpus, "GPU")} take", tree.Link);
        var note = Recalled.Note(scaleUp.Recalled, "pcie") is { Length: > 0 } said ? said : Recalled.Note(link.Recalled, "speed");
        yield return Report(group, $"{Text.Number(gbps)} Gb/s of `{links[0].Fabric.Name}` reach a `{model.Id}`; its {what} {Text.Number(fed)} Gb/s over {link.Name}{note}: {Text.Number(gbps - fed)} Gb/s are never used. Use slower or fewer ports, or a node with a faster PCI Express.");
    }

    static long Gbps(int count, ScaleUpLink link) => (long)count * link.Mbps / 1000;
}
