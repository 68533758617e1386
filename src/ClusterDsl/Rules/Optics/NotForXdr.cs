using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>InfiniBand XDR over what it has no parts for: multimode, active fibre, passive copper.</summary>
sealed class NotForXdr() : LinkRule("CDL3018", "Not a medium of InfiniBand XDR")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Fabric.Protocol != "InfiniBand" || link.Lower.Ports.Mode.Lane != Lane.Pam4x200) yield break;
        foreach (var (end, at, part) in BothEnds(link))
            if (end.Optic is { Medium: not Medium.Smf } optic)
                yield return Report(at, $"{Ends(link)}: {optic.Id} is for multimode fibre; InfiniBand XDR runs over single-mode fibre or linear active copper. Choose a DR4 module.", Substitutes.For(link, part));
        if (link.Cable is { Kind: CableKind.Aoc } cable)
            yield return Report(CableAt(link), $"{Ends(link)}: {cable.Id} is active fibre, of which there is none for InfiniBand XDR. Choose linear active copper or single-mode optics.", Substitutes.For(link, LinkPart.Cable));
    }
}
