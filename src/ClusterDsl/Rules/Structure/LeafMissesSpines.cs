using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A leaf with fewer uplinks than its plane has spines: some spines cannot bring anything to it.</summary>
sealed class LeafMissesSpines() : DesignRule("CDL1104", "Leaf does not reach every spine", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics)
        {
            if (fabric.Spines is not { } spines || fabric.Design.Scheduled is not null) continue;
            foreach (var block in fabric.Blocks)
            {
                if (block.Uplinks == 0 || block.Uplinks >= spines.Reach) continue;
                var (counts, fix) = SpineCounts.Of(fabric, spines, block.Uplinks);
                yield return Report(spines.Design.At,
                    $"each `{block.Leaves.Id}` has {Text.Count(block.Uplinks, "uplink")} and reaches only {block.Uplinks} of the {spines.Reach} spines of its plane. {counts}", fix);
            }
        }
    }
}
