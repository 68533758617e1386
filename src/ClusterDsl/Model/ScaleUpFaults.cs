namespace ClusterDsl.Model;

/// <summary>What makes no sense of the scale-up domain of a node.</summary>
static class ScaleUpFaults
{
    public static IEnumerable<string> Of(NodeModel model)
    {
        if (model.ScaleUp is not { } scaleUp) yield break;
        if (model.Gpus == 0) yield return "its scale-up domain has no GPUs to join";
        if (scaleUp is not { Link: { Name.Length: > 0 }, Source: not null, Recalled: not null })
        {
            yield return "its scale-up links, their name or their source are null";
            yield break;
        }
        if (scaleUp.Link.Mbps is < 1 or > 100_000_000) yield return $"a scale-up link, {Text.Shown(scaleUp.Link.Name)}, carries {Text.Number(scaleUp.Link.Mbps)} Mb/s; it must be 1 to 100,000,000";
        if (scaleUp.LinksPerGpu is < 1 or > 1_024) yield return $"a GPU has {Text.Number(scaleUp.LinksPerGpu)} scale-up links; it must have 1 to 1,024";
        if (scaleUp.Gpus is < 0 or > 4_096) yield return $"its scale-up domain has {Text.Number(scaleUp.Gpus)} GPUs; it must have 1 to 4,096";
        if (scaleUp.Racks is < 1 or > 64) yield return $"its scale-up domain stands in {Text.Number(scaleUp.Racks)} racks; it must be 1 to 64";
        if (scaleUp is SwitchedScaleUp switched)
        {
            if (switched.Boards is not (1 or 2) || switched.Chips < switched.Boards || switched.Chips > 4_096 || switched.Chips % switched.Boards != 0)
                yield return $"it has {Text.Number(switched.Chips)} switch chips on {Text.Number(switched.Boards)} boards; it must have 1 to 4,096 of them, equally many on one board or two";
            if (switched.LinksPerChip is null || switched.LinksPerChip.Any(n => n is < 0 or > 1_024)) yield return "the links of a GPU to a switch chip must be 0 to 1,024";
        }
        if (scaleUp is SwitchedScaleUp { Boards: 2 } && scaleUp.GpusOf(model) % 2 != 0) yield return $"{Text.Number(scaleUp.GpusOf(model))} GPUs do not stand on two boards equally";
        if (scaleUp is PcieScaleUp && (scaleUp.Pcie is null || scaleUp.GpusOf(model) != model.Gpus || scaleUp.LinksPerGpu != 1))
            yield return "GPUs that are joined by PCI Express alone are those of one node, a link each, at switches that it says";
        if (scaleUp.Pcie is { } tree)
            foreach (var fault in Of(tree, model)) yield return fault;
    }

    static IEnumerable<string> Of(PcieTree tree, NodeModel model)
    {
        if (tree is not { Link: { Name.Length: > 0 }, Adapter: null or { Name.Length: > 0 }, Gpus: not null, Nics: not null } || tree.Switches is < 1 or > 1_024 || tree.PortsPerNic is < 1 or > 64)
        {
            yield return "its PCI Express tree cannot be: 1 to 1,024 switches, 1 to 64 ports to an adapter, links with a name";
            yield break;
        }
        if (model.ScaleUp is not PcieScaleUp && tree.Link.Mbps is (< 1 or > 100_000_000)) yield return $"{Text.Shown(tree.Link.Name)} carries {Text.Number(tree.Link.Mbps)} Mb/s; it must be 1 to 100,000,000";
        var nics = model.Roles is null || model.Ports.Contains(null!) ? 0 : (model.For(Role.Compute)?.Count ?? 0) / tree.PortsPerNic;
        foreach (var (said, count, what) in new[] { (tree.Gpus, model.Gpus, "GPUs"), (tree.Nics, nics, "compute adapters") })
        {
            if (said.Count > 0 && said.Count != count) yield return $"its PCI Express tree places {said.Count} {what}; the node has {count}";
            if (said.Any(s => s < 0 || s >= tree.Switches)) yield return $"its PCI Express tree places {what} at switches beyond 0 to {tree.Switches - 1}";
        }
    }
}
