using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A connector that does not mate with the module's: another kind, another polish, or another number of legs.</summary>
sealed class ConnectorDiffers() : LinkRule("CDL3003", "Connector differs")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Cable is not { } cable) yield break;
        if (cable.Legs != link.Upper.Ports.Mode.Legs)
            yield return Report(CableAt(link),
                $"{Ends(link)}: {cable.Id} has {Text.Count(cable.Legs, "leg")}, the ports of `{link.Upper.Group.Id}` part into {link.Upper.Ports.Mode.Legs}. Choose a cable with as many legs.");
        if (cable.Kind != CableKind.Fibre) yield break;
        if (link.Lower.Optic is { } lower && lower.Connector != cable.Leg)
            yield return Report(link.Media.Lower is null ? CableAt(link) : LowerAt(link), $"{Ends(link)}: {lower.Id} has {lower.Connector}, {cable.Id} ends in {cable.Leg}. Choose parts with one connector.");
        if (link.Upper.Optic is { } upper && upper.Connector != cable.Trunk)
            yield return Report(link.Media.Upper is null ? CableAt(link) : UpperAt(link), $"{Ends(link)}: {upper.Id} has {upper.Connector}, {cable.Id} ends in {cable.Trunk}. Choose parts with one connector.");
    }
}
