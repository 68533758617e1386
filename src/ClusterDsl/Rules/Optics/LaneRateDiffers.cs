using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Lanes of another rate than the port's or the other end's: there is light, but no link.</summary>
sealed class LaneRateDiffers() : MatingRule("CDL3004", "Lane rate differs")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        foreach (var (optic, end, at, part) in new[] { (link.Lower.Optic, link.Lower, LowerAt(link), LinkPart.Lower), (link.Upper.Optic, link.Upper, UpperAt(link), LinkPart.Upper) })
            if (optic is not null && Goes(end, optic.Plug) && (optic.Lane != end.Ports.Mode.Lane || !(optic.Speeds.Contains(link.SpeedGbps) || optic.Breakouts.Any(b => b.Legs == end.Ports.Mode.Legs && b.Gbps == link.SpeedGbps))))
                yield return Report(at,
                    $"{Ends(link)}: {optic.Id} runs {string.Join("/", optic.Speeds.Select(s => s + "G"))} on {PortMatch.LaneName(optic.Lane)} lanes, the port of `{end.Group.Id}` runs {link.SpeedGbps}G on {PortMatch.LaneName(end.Ports.Mode.Lane)} lanes. Choose a module for {link.SpeedGbps}G on {PortMatch.LaneName(end.Ports.Mode.Lane)}.", Substitutes.For(link, part));
        if (link is { Lower.Optic: { } lower, Upper.Optic: { } upper } && lower.OpticalLane != upper.OpticalLane && lower.Lane == link.Lower.Ports.Mode.Lane && upper.Lane == link.Upper.Ports.Mode.Lane)
            yield return Report(EitherAt(link),
                $"{Ends(link)}: {lower.Id} sends {PortMatch.LaneName(lower.OpticalLane)} lanes, {upper.Id} {PortMatch.LaneName(upper.OpticalLane)}: a gearbox changes the side of the port only. Choose modules of one lane rate.", EitherInstead(link));
        if (link.Cable is { HasPlugs: true, Kind: not CableKind.TwistedPair } cable && Goes(link.Lower, cable.Leg) && Goes(link.Upper, cable.Trunk) && (cable.Lane != link.Lower.Ports.Mode.Lane || !cable.Speeds.Contains(link.SpeedGbps)))
            yield return Report(CableAt(link),
                $"{Ends(link)}: {cable.Id} carries {string.Join("/", cable.Speeds.Select(s => s + "G"))} on {PortMatch.LaneName(cable.Lane)} lanes, the link runs {link.SpeedGbps}G on {PortMatch.LaneName(link.Lower.Ports.Mode.Lane)} lanes. Choose a cable for that rate.", Substitutes.For(link, LinkPart.Cable));
    }
}
