using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>One leaf carries more than declared although the tier as sized does not: the average hides a hot rail.</summary>
sealed class RailOversubscribed() : DesignRule("CDL2102", "Rail oversubscribed", "Capacity", Severity.Error)
{
    public override bool CanBeAccepted => true;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        // Without the spines that were declared, or with uplinks left over, too little goes up; why is said elsewhere.
        foreach (var fabric in draft.Fabrics.Where(f => f.Spines?.IsEven(f) ?? f.Design.Spines is null))
            foreach (var block in fabric.Blocks)
            {
                // Uplinks into a fabric that does not take them are said elsewhere, too.
                if (fabric.Design.Into is not null && !draft.LinksAbove(block.Leaves).Any()) continue;
                // A leaf that lacks the ports is no leaf with too much on it.
                if (fabric.Shortages.Any(s => s.Device == block.Leaves.Id)) continue;
                if (block.UplinkPorts is null || new Ratio(block.DownGbps, (long)block.Uplinks * block.UplinkGbps).CompareTo(block.Most) > 0) continue;
                var load = draft.LoadOf(block.Leaves);
                var (device, worst) = load.Worst();
                if (worst.CompareTo(block.Most) <= 0) continue;
                var (down, up) = load.Of(device);
                var which = fabric.Design.RailOptimized ? $"rail {device % block.Ways + 1} of unit {device / block.Ways + 1}" : $"leaf {device + 1}";
                var extra = draft.LinksBelow(block.Leaves).Where(l => l.UpperSets.Devices.Contains(device))
                    .OrderBy(l => l.Kind is "service" or "manual" ? 1 : 0).Last();
                yield return Report(block.Design, extra.At,
                    $"{which} of `{fabric.Name}` (`{block.Leaves.Name.Format(device)}`) carries {Text.Number(down)} Gb/s down, {Text.Number(up)} Gb/s up, which is {worst}; no more than {block.Most} is declared, which a leaf without `{extra.Lower.Group.Id}` keeps. Move `{extra.Lower.Group.Id}` off it, add uplinks, or declare {TierOversubscribed.Declare(worst)}.",
                    TierOversubscribed.Allow(worst, block.Declared, block.Design.At));
            }
    }
}
