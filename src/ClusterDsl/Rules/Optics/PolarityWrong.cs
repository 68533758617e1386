using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>
/// Fibres that lead transmitters to transmitters: each type-B cable and each aligned-key adapter reverses them, and an odd number of
/// reversals is needed.
/// </summary>
sealed class PolarityWrong() : LinkRule("CDL3020", "Transmitters meet transmitters")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (Channel.Of(link) is not { } channel || link.Lower.Optic is not { } lower) yield break;
        var at = channel.Design?.At ?? CableAt(link);
        var mpo = Fibre.IsMpo(channel.Segments[0].Leg);
        if (mpo && channel.Segments.FirstOrDefault(s => s.Polarity == Polarity.C) is { } flipped)
            yield return Report(at, $"{Ends(link)}: {flipped.Id} is of type C, which flips pairs for duplex links; {lower.Id} sends over {lower.Fibres / 2} parallel fibres each way. Choose type B.");
        else if (channel.Aligned > 0 && channel.Segments.Any(s => s.Leg.EndsWith("APC", StringComparison.Ordinal)))
            yield return Report(at, $"{Ends(link)}: adapters with aligned keys hold two angled ferrules against each other's slope. Use opposed keys, with an odd number of type-B cables.");
        else if ((channel.Crossed + channel.Aligned) % 2 == 0)
            yield return Report(at, $"{Ends(link)}: {Text.Count(channel.Crossed, mpo ? "type-B cable" : "crossed cord")}{(channel.Aligned > 0 ? $" and {Text.Count(channel.Aligned, "aligned-key adapter")}" : "")} make an even number of reversals, so transmitters meet transmitters. "
                + $"Make it odd: {(channel.Design is null ? "choose a cable of type B" : channel.Design.Panels % 2 == 0 ? "choose type B for cords and trunks alike" : "pass an even number of panels, or choose a trunk of type A")}.",
                channel.Design is null ? Substitutes.For(link, LinkPart.Cable) : null);
    }
}
