using System.Globalization;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>
/// The nodes of a domain stand in the racks that its copper spans, and in one scalable unit: a scheduler and a rail count on it. The
/// feeds of a rack feed all of it, so that a domain in one rack is on the same feeds.
/// </summary>
sealed class DomainSplit() : ScaleUpRule("CDL5003", "Scale-up domain split", Severity.Error)
{
    protected override IEnumerable<Finding> Check(Draft draft, GroupDraft group, NodeModel model, ScaleUp scaleUp)
    {
        var nodes = scaleUp.GpusOf(model) / model.Gpus;
        // A domain of a size that cannot be is another rule's.
        if (nodes <= 1 || scaleUp.GpusOf(model) % model.Gpus != 0 || scaleUp.Link.LargestDomain is > 0 and var largest && scaleUp.GpusOf(model) > largest) yield break;
        if (group.Nodes!.Units is { } units && units.Size % nodes != 0 && group.Count > units.Size)
        {
            var whole = Math.Max(1, (units.Size + nodes / 2) / nodes) * nodes;
            yield return Report(group.Declared, units.At.Argument("of"),
                $"units of {Text.Number(units.Size)} nodes split domains of {nodes} (`{group.Id}`). Make units of {Text.Number(whole)}.",
                Fix.Set($"Make units of {Text.Number(whole)}", units.At, "of", whole.ToString(CultureInfo.InvariantCulture)));
            // Racks are filled by units: where these are whole, so are they.
            yield break;
        }
        if (group.Placement is not { } placement || group.Hall is not { } hall || Cut(placement, group.Count, nodes, scaleUp.Racks) is not { } first) yield break;
        var (lowest, highest) = placement.Racks(first, first + nodes - 1);
        var perRack = (nodes + scaleUp.Racks - 1) / scaleUp.Racks;
        var (tall, high) = ((long)perRack * model.Height, hall.Plan.RackUnits);
        yield return Report(group.Declared, group.PlacedAt,
            $"the domain of `{group.Name.Format(first)}` to `{group.Name.Format(first + nodes - 1)}` stands in racks {hall.Plan.RackName(lowest)} to {hall.Plan.RackName(highest)} of `{hall.Plan.Name}`; its copper spans {Text.Count(scaleUp.Racks, "rack")}, fed alike. {(tall > high ? $"{perRack} of them take {Text.Number(tall)} of the {high} units of a rack: use higher racks or lower nodes, or say of the model how many racks its copper spans (`Racks`)." : $"Put {perRack} of them in a rack.")}",
            tall <= high && group.Nodes.PerRack is { } declared ? Fix.Set($"Put {perRack} in a rack", declared.At, "count", perRack.ToString(CultureInfo.InvariantCulture)) : null);
    }

    /// <summary>
    /// The first node of a domain that more racks hold than can. Domains meet the edges of racks in a pattern that comes again after
    /// as many as a rack has places; steps and the rest of a placement have their own edges, asked at the domain that each falls in.
    /// </summary>
    static int? Cut(Placement placement, int count, int nodes, int racks)
    {
        var edges = Enumerable.Range(0, Math.Min(count / nodes, 512)).Select(d => (long)d * nodes).ToList();
        var start = 0L;
        for (var part = placement; part is not null; part = part.Rest?.Placement)
        {
            foreach (var step in part.Steps) edges.Add(start + step.Devices - part.Skipped);
            if (part.Rest is { } rest) edges.Add(start += rest.From);
        }
        foreach (var edge in edges)
        {
            var first = edge / nodes * nodes;
            if (first < 0 || first + nodes > count) continue;
            var (lowest, highest) = placement.Racks((int)first, (int)first + nodes - 1);
            if (highest - lowest + 1 > racks) return (int)first;
        }
        return null;
    }
}
