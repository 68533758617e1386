using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Twinax between racks that do not stand side by side.</summary>
sealed class CopperLeavesRacks() : LinkRule("CDL3016", "Copper leaves its racks", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        // Copper that cannot reach at all is another rule's finding.
        if (link.Cable is not { IsTwinax: true } cable || link.LongestMm == 0 || link.LongestMm > cable.Longest.Millimetres) yield break;
        var (_, a, b) = LongestRun.Find(link);
        if (link.Lower.Group.Hall is not { } hall || hall != link.Upper.Group.Hall || (Math.Abs(a - b) <= 1 && a / hall.Plan.PerRow == b / hall.Plan.PerRow)) yield break;
        yield return Report(link.Fabric, CableAt(link),
            $"{Ends(link)}: {cable.Id} runs from rack {hall.Plan.RackName(a)} to rack {hall.Plan.RackName(b)}; copper is for one rack and the next. Place them side by side, choose fibre, or accept it.");
    }
}
