using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Fibre and connectors that take more light than the modules can spare.</summary>
sealed class LossTooHigh() : LinkRule("CDL3022", "Channel loses too much")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (Channel.Of(link) is not { } channel || channel.LengthMm == 0) yield break;
        foreach (var (end, at, part) in BothEnds(link))
        {
            if (end.Optic is not { } optic || Budget(optic, channel) is not (> 0 and var budget) || channel.LossDb <= budget + 1e-9) continue;
            yield return Report(channel.Design?.At ?? at,
                $"{Ends(link)}: {Text.Metres(channel.LengthMm)} m of {Fibre.Name(channel.Segments[0].Grade)} and {channel.MatedPairs} mated pairs lose {Text.Decimal(channel.LossDb)} dB, {optic.Id} stands {Text.Decimal(budget)} dB{Recalled.Note(optic.Recalled, "loss")}. "
                + (channel.Design is null ? "Choose a module with a larger budget." : "Pass fewer panels, or choose a module with a larger budget."),
                channel.Design is null ? Substitutes.For(link, part) : null);
            yield break;
        }
    }

    /// <summary>On the fibre that lies there; where no source says it for that grade, the least that one says for another.</summary>
    static double Budget(Optic optic, Channel channel) =>
        channel.Segments.Select(s => optic.On(s.Grade)?.LossDb ?? 0).Where(b => b > 0).Concat(optic.Reaches.Select(r => r.LossDb).Where(b => b > 0)).DefaultIfEmpty(0).Min();
}
