using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The fabric side of a line box has to be faster than what nodes bring to it: cells carry headers and are not always full.</summary>
sealed class SpeedUpTooSmall() : DesignRule("CDL7202", "Fabric speed-up too small", "Protocol", Severity.Error)
{
    public override bool CanBeAccepted => true;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics)
            foreach (var block in fabric.Blocks)
            {
                if (fabric is not { Spines: not null, Design.Scheduled: { } scheduled } || block.UplinkGbps == 0 || block.DownGbps == 0) continue;
                var up = (long)block.Uplinks * block.UplinkGbps;
                if (up * 1_000 >= block.DownGbps * scheduled.SpeedUp) continue;
                var needed = (block.DownGbps * scheduled.SpeedUp + block.UplinkGbps * 1_000L - 1) / (block.UplinkGbps * 1_000L);
                var model = (LineBox)block.Design.Model;
                var most = model.Fabric.Count(model.Fabric.Native);
                yield return Report(block.Design, block.Design.At.Argument("fabricLinks"),
                    $"`{block.Leaves.Id}`: {block.DownText} from nodes, {block.Uplinks} × {block.UplinkGbps}G to the fabric boxes is a speed-up of {Text.Decimal((double)up / block.DownGbps)}; {Text.Decimal(scheduled.SpeedUp / 1_000.0)} is declared. "
                        + (needed <= most ? $"Use {needed} fabric links." : $"{needed} fabric links are needed and {model.Id} has {most}{Recalled.Note(model.Recalled, "ports")}: connect less to each line box, or use one with a wider fabric side."),
                    needed <= most ? Fix.Set($"Use {needed} fabric links", block.Design.At, "fabricLinks", needed.ToString()) : null);
            }
    }
}
