using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More panels than the reach of the modules is promised for.</summary>
sealed class ManyPanels() : LinkRule("CDL3023", "More panels than the reach is promised for", Severity.Warning)
{
    const int Promised = 2;

    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        // Where the light does not suffice, that is the finding.
        if (link.Channel is { Panels: > Promised } channel && Channel.Of(link) is var way && way?.Starves(link.Lower.Optic) != true && way?.Starves(link.Upper.Optic) != true)
            yield return Report(link.Fabric, channel.At.Argument("panels"),
                $"{Ends(link)}: {channel.Panels} panels are {channel.MatedPairs} mated pairs; reach is promised for {Promised} panels. Whether the light suffices, CDL3022 computes; test the loss once it is installed, or pass fewer panels.",
                Fix.Set($"Pass {Promised} panels", channel.At, "panels", $"{Promised}"));
    }
}
