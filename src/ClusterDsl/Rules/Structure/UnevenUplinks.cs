using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Uplinks that do not divide over the spines: some paths carry more than others, and traffic hashes unevenly.</summary>
sealed class UnevenUplinks() : DesignRule("CDL1103", "Uplinks do not divide over the spines", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics)
        {
            if (fabric.Spines is not { } spines || fabric.Design.Scheduled is not null) continue;
            foreach (var block in fabric.Blocks)
            {
                if (block.Uplinks < spines.Reach || block.Uplinks % spines.Reach == 0) continue;
                var each = Text.Decimal((double)block.Uplinks / spines.Reach);
                var (counts, fix) = SpineCounts.Of(fabric, spines, block.Uplinks);
                yield return Report(spines.Design.At,
                    $"{block.Uplinks} uplinks of each `{block.Leaves.Id}` cannot be spread evenly over {Text.Count(spines.Reach, "spine")} ({each} each). {counts}", fix);
            }
        }
    }
}
