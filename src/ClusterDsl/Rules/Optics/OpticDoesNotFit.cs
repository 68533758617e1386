using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A plug that does not go into the cage: another family, another thermal type, or a smaller cage.</summary>
sealed class OpticDoesNotFit() : LinkRule("CDL3001", "Form factor does not fit the cage")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (Misfit(link.Lower, link.Lower.Optic?.Plug) is { } lower) yield return Report(LowerAt(link), $"{link.Lower.Optic!.Id} {lower}");
        if (Misfit(link.Upper, link.Upper.Optic?.Plug) is { } upper) yield return Report(UpperAt(link), $"{link.Upper.Optic!.Id} {upper}");
        if (link.Cable is not { Kind: CableKind.Dac or CableKind.Aoc or CableKind.TwistedPair } cable) yield break;
        if (Misfit(link.Lower, cable.Leg) is { } leg) yield return Report(CableAt(link), $"{cable.Id} {leg}");
        if (Misfit(link.Upper, cable.Trunk) is { } trunk) yield return Report(CableAt(link), $"{cable.Id} {trunk}");
    }

    static string? Misfit(EndDraft end, string? plug)
    {
        var cage = end.Ports.Bank.Cage;
        return plug is null || cage.Accepts.Contains(plug) ? null
            : $"has a plug {plug} that does not fit the {cage} cage of `{end.Group.Id}` ({end.Group.Model.Id}), which takes {string.Join(", ", cage.Accepts)}. Choose a part for that cage.";
    }
}
