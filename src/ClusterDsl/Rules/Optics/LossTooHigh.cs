using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Fibre and connectors that take more light than the modules can spare.</summary>
sealed class LossTooHigh() : LinkRule("CDL3022", "Channel loses too much")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (Channel.Of(link) is not { } channel) yield break;
        foreach (var (end, at, part) in BothEnds(link))
        {
            if (end.Optic is not { } optic || !channel.Starves(optic)) continue;
            var budget = channel.BudgetDb(optic);
            yield return Report(channel.Design?.At ?? at,
                $"{Ends(link)}: {Text.Metres(channel.LengthMm)} m of {Fibre.Name(channel.Segments[0].Grade)} and {channel.MatedPairs} mated pairs lose {Text.Decimal(channel.LossDb)} dB, {optic.Id} stands {Text.Decimal(budget)} dB{Recalled.Note(optic.Recalled, "loss")}. "
                + (channel.Design is null ? "Choose a module with a larger budget." : "Pass fewer panels, or choose a module with a larger budget."),
                channel.Design is null ? Substitutes.For(link, part)
                    : channel.PanelsWithin(budget) is { } few ? Fix.Set($"Pass {Text.Count(few, "panel")}", channel.Design.At, "panels", $"{few}") : null);
            yield break;
        }
    }
}
