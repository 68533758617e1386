using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Connectors that send back more light than their kind may.</summary>
sealed class ReturnLossLow() : LinkRule("CDL3025", "Return loss below grade", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (Channel.Of(link) is not { } channel) yield break;
        foreach (var part in channel.Segments.Distinct())
            if (Fibre.ReturnLossDb(part.Medium, part.Trunk) is var least && part.ReturnLossDb < least)
                yield return Report(link.Fabric, part == link.Cable ? CableAt(link) : channel.Design!.At.Argument("trunk"),
                    $"{Ends(link)}: the connectors of {part.Id} have a return loss of {Text.Decimal(part.ReturnLossDb)} dB, {part.Trunk} on {Fibre.Name(part.Grade)} needs {Text.Decimal(least)} dB. Choose better connectors.");
    }
}
