using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A plug that does not go into the cage: another family, another thermal type, or a smaller cage.</summary>
sealed class OpticDoesNotFit() : LinkRule("CDL3001", "Form factor does not fit the cage")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (Misfit(link.Lower, link.Lower.Optic?.Plug) is { } lower) yield return Report(LowerAt(link), $"{Ends(link)}: {link.Lower.Optic!.Id} {lower} {Instead(link, link.Lower, link.Lower.Optic)}", Substitutes.For(link, LinkPart.Lower));
        if (Misfit(link.Upper, link.Upper.Optic?.Plug) is { } upper) yield return Report(UpperAt(link), $"{Ends(link)}: {link.Upper.Optic!.Id} {upper} {Instead(link, link.Upper, link.Upper.Optic)}", Substitutes.For(link, LinkPart.Upper));
        if (link.Cable is not { HasPlugs: true } cable) yield break;
        if ((Misfit(link.Lower, cable.Leg) ?? Misfit(link.Upper, cable.Trunk)) is { } plug)
            yield return Report(CableAt(link), $"{Ends(link)}: {cable.Id} {plug} Choose a cable for that cage.", Substitutes.For(link, LinkPart.Cable));
    }

    static string? Misfit(EndDraft end, string? plug)
    {
        var cage = end.Ports.Bank.Cage;
        // What an adapter takes in is another rule's.
        return Goes(end, plug) ? null : $"has the plug {plug}, but the {cage} cage of `{end.Group.Id}` ({end.Group.Model.Id}) takes only {string.Join(", ", cage.Accepts)}.";
    }

    /// <summary>The same optic in the right shell, where the catalogue has one.</summary>
    static string Instead(LinkDraft link, EndDraft end, Optic wrong) =>
        ClusterDsl.Optics.All.FirstOrDefault(o => o.Pmd == wrong.Pmd && o.Connectors == wrong.Connectors && end.Ports.Bank.Cage.Accepts.Contains(o.Plug)
            && (o.InfiniBand || link.Fabric.Protocol != "InfiniBand")) is { } right
            ? $"Choose {right.Id}." : "Choose a module for that cage.";
}
