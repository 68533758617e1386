using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A bend of the way that is tighter than the cable stands.</summary>
sealed class BentTooTightly() : LinkRule("CDL3026", "Cable bent too tightly", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link is { Media.Bend: { } bend, Cable: { Kind: not CableKind.TwistedPair } cable } && bend.RadiusMm < cable.LeastBend.Millimetres)
            yield return Report(link.Fabric, bend.At,
                $"{Ends(link)}: the way bends to {bend.RadiusMm} mm, {cable.Id} stands {cable.LeastBend.Millimetres} mm{(cable.IsTwinax ? "" : " (recalled)")}. Lead it round a wider curve, or choose a thinner cable.");
    }
}
