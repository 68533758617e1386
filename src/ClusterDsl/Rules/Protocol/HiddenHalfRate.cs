using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Whole ports of a faster generation that run at the speed of a slower one: half of the switch is paid for and not used.</summary>
sealed class HiddenHalfRate() : InfiniBandRule("CDL7004", "Ports below their rate", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, FabricDraft fabric, IReadOnlyList<LinkDraft> links)
    {
        foreach (var link in links)
        {
            // A splitter uses all of a port; a speed that the author named is meant.
            if (link.Upper.Ports.Mode.Legs > 1 || fabric.Design.SpeedGbps == link.SpeedGbps || fabric.Design.Blocks.Any(b => b.UplinkGbps == link.SpeedGbps)) continue;
            var (lower, upper) = (Most(link.Lower), Most(link.Upper));
            if (link.SpeedGbps < Math.Max(lower, upper) && link.SpeedGbps < fabric.Design.SpeedGbps)
                yield return Report(fabric.Design, link.At,
                    $"`{link.Lower.Group.Id}` to `{link.Upper.Group.Id}` runs {link.SpeedGbps}G where `{fabric.Name}` is {fabric.Design.ProtocolName} and a whole port of `{(upper >= lower ? link.Upper : link.Lower).Group.Id}` could run {Math.Max(lower, upper)}G. "
                    + "Connect devices of one generation, use a switch that splits its ports, or accept this.");
        }
    }

    static int Most(EndDraft end) => end.Ports.Bank.Modes.Where(m => m.Legs == 1).Select(m => m.Speed.Gbps).DefaultIfEmpty(0).Max();
}
