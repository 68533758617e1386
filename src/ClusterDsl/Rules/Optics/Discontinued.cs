using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A part that is no longer sold.</summary>
sealed class Discontinued() : LinkRule("CDL3017", "Discontinued part", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        foreach (var (part, at) in new[] { (link.Cable, CableAt(link)), (link.Channel?.Trunk, link.Channel?.At ?? link.At) })
            if (part is { Discontinued: { Length: > 0 } since })
                yield return Report(link.Fabric, at, $"{Ends(link)}: {part.Id} is {since}. Choose a part that is sold, or accept it for stock at hand.", Substitutes.For(link, LinkPart.Cable));
    }
}
