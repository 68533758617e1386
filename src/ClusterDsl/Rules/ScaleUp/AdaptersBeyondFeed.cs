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
        var fed = (long)Math.Min(nics, model.Gpus) * tree.Link.Mbps / 1000;
        if (gbps <= fed) yield break;
        var note = Recalled.Note(scaleUp.Recalled, "pcie") is { Length: > 0 } said ? said : Recalled.Note(tree.Link.Recalled, "speed");
        yield return Report(group, $"{Text.Number(gbps)} Gb/s of `{links[0].Fabric.Name}` reach a `{model.Id}`; its {(nics < model.Gpus ? $"{Text.Count(nics, "adapter")} pass" : $"{Text.Count(model.Gpus, "GPU")} take")} {Text.Number(fed)} Gb/s over {tree.Link.Name}{note}: {Text.Number(gbps - fed)} Gb/s are never used. Use slower or fewer ports, or a node with a faster PCI Express.");
    }
}
