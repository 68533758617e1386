using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A ratio that the definition declares and the project does not allow.</summary>
sealed class OversubscribedBeyondLimit() : DesignRule("CDL2104", "Oversubscription beyond the project's limit", "Capacity", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        if (draft.Thresholds.MaxOversubscription is not (> 0 and var limit)) yield break;
        foreach (var fabric in draft.Fabrics)
        {
            foreach (var block in fabric.Blocks)
            {
                if (block.UplinkPorts is null || block.Uplinks == 0) continue;
                var ratio = new Ratio(block.DownGbps, (long)block.Uplinks * block.UplinkGbps);
                // What was not declared either is said by a rule of its own.
                if (!IsBeyond(ratio, limit) || ratio.CompareTo(block.Most) > 0) continue;
                var needed = (long)Math.Ceiling(block.DownGbps / (limit * block.UplinkGbps));
                yield return Report(block.Design, block.Design.At.Argument("uplinks"),
                    $"leaf `{block.Leaves.Id}` is oversubscribed {ratio}; this project allows {Text.Decimal((double)limit)}:1 (clusterdsl.max_oversubscription). Use {Text.Count(needed, "uplink")}.",
                    Fix.Set($"Use {Text.Count(needed, "uplink")}", block.Design.At, "uplinks", needed.ToString()));
            }
            if (fabric is not { Spines: { } spines, Cores: not null }) continue;
            var worst = draft.LoadOf(spines.Group).Worst().Ratio;
            if (IsBeyond(worst, limit) && worst.CompareTo(spines.Most) <= 0)
                yield return Report(spines.Design, spines.Design.At,
                    $"the spines of `{fabric.Name}` are oversubscribed {worst}; this project allows {Text.Decimal((double)limit)}:1 (clusterdsl.max_oversubscription). Declare less.");
        }
    }

    static bool IsBeyond(Ratio ratio, decimal limit) => ratio.Up > 0 && ratio.Down > limit * ratio.Up;
}
