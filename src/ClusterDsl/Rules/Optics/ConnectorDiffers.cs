using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A connector that does not mate with the module's: another kind, another polish, or another number of legs.</summary>
sealed class ConnectorDiffers() : MatingRule("CDL3003", "Connector differs")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Cable is not { } cable) yield break;
        if (cable.Legs != link.Upper.Ports.Mode.Legs)
            yield return Report(CableAt(link),
                $"{Ends(link)}: {cable.Id} is {Shape(cable.Legs)}, a connector of `{link.Upper.Group.Id}` carries {Text.Count(link.Upper.Ports.Mode.Legs, "link")}. Choose {Shape(link.Upper.Ports.Mode.Legs)}.", Substitutes.For(link, LinkPart.Cable));
        if (cable.HasPlugs) yield break;
        // Where the author chose modules that no cable joins, the cable is not at fault; other rules say what is.
        if (link.Media.Cable is null && link.Lower.Optic?.Pmd != link.Upper.Optic?.Pmd) yield break;
        if (link is { Media.Cable: not null, Lower.Optic: { } a, Upper.Optic: { } b } && a.Connector == b.Connector && a.Connector != cable.Leg && a.Connector != cable.Trunk)
        {
            yield return Report(CableAt(link), $"{Ends(link)}: {(a.Id == b.Id ? a.Id + " has" : $"{a.Id} and {b.Id} have")} {a.Connector}, {cable.Id} ends in {cable.Leg}. Choose a cable that ends in {a.Connector}.", Substitutes.For(link, LinkPart.Cable));
            yield break;
        }
        if (link.Lower.Optic is { } lower && lower.Connector != cable.Leg)
            yield return Report(link.Media.Lower is null ? CableAt(link) : LowerAt(link), $"{Ends(link)}: {lower.Id} has {lower.Connector}, {cable.Id} ends in {cable.Leg} there. Choose parts with one connector.",
                Substitutes.For(link, link.Media.Lower is null ? LinkPart.Cable : LinkPart.Lower));
        if (link.Upper.Optic is { } upper && upper.Connector != cable.Trunk)
            yield return Report(link.Media.Upper is null ? CableAt(link) : UpperAt(link), $"{Ends(link)}: {upper.Id} has {upper.Connector}, {cable.Id} ends in {cable.Trunk} there. Choose parts with one connector.",
                Substitutes.For(link, link.Media.Upper is null ? LinkPart.Cable : LinkPart.Upper));
    }

    static string Shape(int legs) => legs == 1 ? "a straight cable" : $"a 1:{legs} splitter";
}
