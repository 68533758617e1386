using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Something that speaks no cells where cells are carried: fabric boxes are joined to the line boxes of their system alone.</summary>
sealed class ForeignInFabric() : DesignRule("CDL7204", "Foreign device inside a scheduled fabric", "Protocol", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics)
        {
            if (fabric.Design.Into is { } into && draft.FabricNamed(into.Fabric) is { Scheduled: not null })
                yield return Report(into.At,
                    $"the uplinks of `{fabric.Name}` go into the fabric boxes of `{into.Fabric}`, which take cells of its own line boxes and nothing else. Give `{fabric.Name}` spines of its own, or connect its nodes to the line boxes.");
            if (fabric.Design.Scheduled is null) continue;
            foreach (var link in draft.Links.Where(l => l.Fabric == fabric.Design && l.Kind == "manual" && (l.Lower.Group.Nodes is null || l.Upper.Group.Role != "leaf")))
                yield return Report(link.At,
                    $"this cable joins `{link.Lower.Group.Name.Format(link.Lower.Device.Offset)}` and `{link.Upper.Group.Name.Format(link.Upper.Device.Offset)}` inside the scheduled fabric `{fabric.Name}`. Only nodes at host ports are connected by hand: leave it out.",
                    Fix.Remove("Leave this cable out", link.At));
        }
    }
}
