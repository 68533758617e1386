using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Cells are sprayed evenly over all fabric boxes: one with fewer links than the others fills up first and holds all of them back.</summary>
sealed class UnequalSpray() : DesignRule("CDL7201", "Fabric links not equal", "Protocol", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics.Where(f => f.Design.Scheduled is not null))
            foreach (var block in fabric.Blocks)
            {
                if (fabric.Spines is not { } boxes || block.Uplinks % boxes.Reach == 0) continue;
                var (links, reach) = (block.Uplinks, boxes.Reach);
                var use = Enumerable.Range(boxes.Fewest, Math.Max(0, links - boxes.Fewest + 1)).FirstOrDefault(d => links % d == 0);
                var boxesInAll = (long)use * boxes.Planes * boxes.Pods;
                var how = links < reach ? $"reach only {links} of the {reach} fabric boxes" : $"cannot be spread evenly over {reach} fabric boxes ({Text.Decimal((double)links / reach)} each)";
                yield return Report(boxes.Design.At, $"{Text.Count(links, "fabric link")} of each `{block.Leaves.Id}` {how}; cells are sprayed over all of them alike. "
                    + (use > 0 ? $"Use {Text.Count(boxesInAll, "fabric box", "fabric boxes")}, with {Text.Count(links / use, "link")} to each." : "Use fabric boxes with more ports, or fewer line boxes."),
                    use > 0 ? Fix.Set($"Use {Text.Count(boxesInAll, "fabric box", "fabric boxes")}", boxes.Design.At, "count", boxesInAll.ToString()) : null);
            }
    }
}
