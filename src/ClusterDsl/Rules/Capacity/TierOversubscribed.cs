using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More bandwidth comes down to a tier than goes up from it, beyond what was declared.</summary>
sealed class TierOversubscribed() : DesignRule("CDL2101", "Tier oversubscribed", "Capacity", Severity.Error)
{
    public override bool CanBeAccepted => true;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics)
        {
            foreach (var block in fabric.Blocks)
                if (block.UplinkPorts is not null && Ratio(block) is var ratio && ratio.CompareTo(block.Most) > 0)
                    yield return Leaf(fabric, block, ratio);
            if (fabric is { Spines: { } spines, Cores: not null })
            {
                var most = fabric.Ratio?.Most ?? ClusterDsl.Ratio.One;
                var load = draft.LoadOf(spines.Group);
                var (device, worst) = load.Worst();
                var (down, up) = load.Of(device);
                // Nothing goes up where the cores could not be cabled; why is said elsewhere.
                if (worst.CompareTo(most) <= 0 || up == 0) continue;
                yield return Report(spines.Design.At,
                    $"spine `{spines.Group.Name.Format(device)}`: {Text.Number(down)} Gb/s down, {Text.Number(up)} Gb/s up is {worst}; declared at most {most}. Connect less to the spines, or declare {Declare(worst)}.");
            }
        }
    }

    static Ratio Ratio(BlockDraft block) => new(block.DownGbps, (long)block.Uplinks * block.UplinkGbps);

    Finding Leaf(FabricDraft fabric, BlockDraft block, Ratio ratio)
    {
        var message = $"leaf `{block.Leaves.Id}`: {block.DownText} down, {block.Uplinks} × {block.UplinkGbps}G up is {ratio}; declared at most {block.Most}.";
        if (block.Design.Uplinks is null)
            return Report(fabric.Design.Into?.At ?? block.Design.At, $"{message} Use {block.UplinksNeeded} uplinks, or declare {Declare(ratio)}.");
        return Report(block.Design.At.Argument("uplinks"), $"{message} Use {block.UplinksNeeded} uplinks, or declare {Declare(ratio)}.",
            new Fix($"Use {block.UplinksNeeded} uplinks", FixKind.ReplaceArgument, block.UplinksNeeded.ToString()));
    }

    /// <summary>The call that declares a ratio; one against many is rounded up to what the call takes.</summary>
    public static string Declare(Ratio ratio) =>
        ratio.Up <= 1 ? $"`.Oversubscribed({ratio.Down})`"
        : ratio.Down <= 1_000 ? $"`.Oversubscribed({ratio.Down}, {ratio.Up})`"
        : $"`.Oversubscribed({(ratio.Down + ratio.Up - 1) / ratio.Up})`";
}
