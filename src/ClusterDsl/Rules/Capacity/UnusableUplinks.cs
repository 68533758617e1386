using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Uplinks beyond all that can come down: cables and optics that are bought and carry nothing.</summary>
sealed class UnusableUplinks() : DesignRule("CDL2103", "Uplink capacity that cannot be used", "Capacity", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics)
            foreach (var block in fabric.Blocks)
            {
                if (block.Design.Uplinks is not { } declared || block.UplinkGbps == 0 || fabric.Design.Scheduled is not null) continue;
                // All that comes down, at no oversubscription: what a leaf cannot fill is waste whatever ratio was allowed.
                var usable = (int)((block.DownGbps + block.UplinkGbps - 1) / block.UplinkGbps);
                // Uplinks come in steps of one to each spine, where the number of spines is the author's.
                var step = fabric.Spines is { Design.Count: not null } spines ? spines.Reach : 1;
                // A second uplink outlives the first.
                var enough = (Math.Max(usable, 2) + step - 1) / step * step;
                if (declared - enough < step) continue;
                var wasted = (long)(declared - enough) * block.Leaves.Count;
                yield return Report(block.Design, block.Design.At.Argument("uplinks"),
                    $"leaf `{block.Leaves.Id}`: {block.DownText} down can fill {usable} × {block.UplinkGbps}G up{(usable < 2 ? ", and a second outlives it" : "")}; {declared} are declared, so {Text.Count(wasted, "cable")} and {Text.Number(wasted * 2)} optic ports carry nothing. Use {enough} uplinks.",
                    Fix.Set($"Use {enough} uplinks", block.Design.At, "uplinks", enough.ToString()));
            }
    }
}
