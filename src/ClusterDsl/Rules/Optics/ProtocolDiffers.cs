using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A module for Ethernet alone in an InfiniBand fabric.</summary>
sealed class ProtocolDiffers() : LinkRule("CDL3005", "Protocol differs")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Fabric.Protocol != "InfiniBand") yield break;
        foreach (var (optic, at, part) in new[] { (link.Lower.Optic, LowerAt(link), LinkPart.Lower), (link.Upper.Optic, UpperAt(link), LinkPart.Upper) })
            if (optic is { InfiniBand: false })
                yield return Report(at, $"{Ends(link)}: {optic.Id} carries Ethernet only, `{link.Fabric.Name}` is {link.Fabric.ProtocolName}. Choose a module that carries InfiniBand.", Substitutes.For(link, part));
    }
}
