using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A single failure leaves less than was asked for.</summary>
sealed class LossLeavesTooLittle() : RequirementRule("CDL2105", "Too little left after a loss")
{
    protected override IEnumerable<Finding> Check(Draft draft, FabricDraft fabric)
    {
        foreach (var asked in fabric.Design.Requirements.Survivals)
        {
            if (draft.MetricsOf(fabric)?.After(LossMetric.Name(asked.Loss)) is not { } left || left.LeftPpm >= asked.Hundredths * 100L) continue;
            var fix = asked.Loss == Loss.Spine ? MoreSpines(fabric, left.LeftPpm, asked.Hundredths) : null;
            yield return Report(fabric.Design, asked.At,
                $"losing {What(fabric, asked.Loss)}`{left.Lost}` leaves `{left.Node}` {Percent(left.LeftPpm)} of what it gets through `{fabric.Name}`; {new Percentage(asked.Hundredths)} must be left. {fix?.Title ?? Remedy(fabric, asked.Loss, left.LeftPpm)}.",
                fix);
        }
    }

    static string What(FabricDraft fabric, Loss loss) => loss switch { Loss.Link => "the link ", Loss.Leaf => $"the {fabric.Design.Words.Leaf} ", Loss.Spine => "the switch ", _ => "" };

    /// <summary>What a lost spine takes becomes as much less as there are more spines.</summary>
    static Fix? MoreSpines(FabricDraft fabric, int leftPpm, int keptHundredths)
    {
        if (fabric is not { Spines: { } spines, Cores: null } || keptHundredths == 10_000) return null;
        var (loss, allowed) = (1_000_000L - leftPpm, 1_000_000L - keptHundredths * 100L);
        return UseSpines(fabric, spines, (int)Math.Min(int.MaxValue, (spines.Reach * loss + allowed - 1) / allowed));
    }

    static string Remedy(FabricDraft fabric, Loss loss, int left) => loss switch
    {
        Loss.Spine when fabric.Mesh is not null => "Use more spines in each cell",
        Loss.Link when fabric.Mesh is not null => "Give each node more links",
        Loss.Leaf or Loss.Rack when fabric.Mesh is not null => $"All links of a node are on one {fabric.Design.Words.Leaf} here: leave this out, or declare leaves and spines, of which a node can be on several",
        Loss.Spine => "Use more spines, or cores, so that each carries less",
        Loss.Rack => "Spread the switches over more racks",
        Loss.PowerFeed => "Use nodes and switches that run on without the power supplies of one feed",
        _ when left == 0 => "Connect each node to more than one leaf",
        Loss.Link => "Give each node, and each leaf, more links",
        _ => "Spread the links of each node over more leaves",
    };
}
