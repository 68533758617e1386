using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A domain has a size that its links and its switch chips allow, made of whole nodes, and the nodes make whole domains.</summary>
sealed class DomainImpossible() : ScaleUpRule("CDL5002", "Domain of a size that cannot be", Severity.Error)
{
    protected override IEnumerable<Finding> Check(Draft draft, GroupDraft group, NodeModel model, ScaleUp scaleUp)
    {
        var (link, gpus) = (scaleUp.Link, scaleUp.GpusOf(model));
        if (link.LargestDomain > 0 && gpus > link.LargestDomain)
        {
            yield return Report(group, $"`{model.Id}`: a domain of {Text.Count(gpus, "GPU")}; {link.Name} joins at most {Text.Number(link.LargestDomain)}{Recalled.Note(link.Recalled, "largest domain")}. Make domains of that many or fewer.");
            yield break;
        }
        if (link.ChipPorts > 0 && PortsOfChip(scaleUp, gpus) is { } ports && ports > link.ChipPorts)
        {
            yield return Report(group, $"`{model.Id}`: {Text.Count(gpus, "GPU")} take {Text.Number(ports)} ports of a switch chip; one of {link.Name} has {Text.Number(link.ChipPorts)}{Recalled.Note(link.Recalled, "chip ports")}. Use more chips or smaller domains.");
            yield break;
        }
        if (gpus % model.Gpus != 0 && model.Gpus % gpus != 0)
        {
            yield return Report(group, $"`{model.Id}` has {Text.Count(model.Gpus, "GPU")}, its domain {Text.Number(gpus)}: neither is made of whole ones of the other.");
            yield break;
        }
        var nodes = gpus / model.Gpus;
        if (nodes <= 1 || group.Count % nodes == 0) yield break;
        var more = (group.Count + nodes - 1) / nodes * nodes;
        yield return Report(group.Declared, group.At.Argument("count"),
            $"{Text.Count(group.Count, "node")} of `{group.Id}` are {Text.Count(group.Count / nodes, "whole domain")} of {nodes} and {Text.Count(group.Count % nodes, "node")} beside: a domain of {Text.Number(gpus)} GPUs is not bought in parts. {Text.Number(more)} make {Text.Number(more / nodes)}.",
            Fix.Set($"Use {Text.Count(more, "node")}", group.At, "count", more.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The ports of the busiest chip: of GPUs, and as many to its counterpart where there are two boards.</summary>
    static long? PortsOfChip(ScaleUp scaleUp, int gpus) =>
        scaleUp is SwitchedScaleUp { Spread: { } spread } switched ? (long)gpus * spread.Max() : null;
}
