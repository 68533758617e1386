using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The longest run of a bundle, measured along the trays, is longer than its cable or its optics reach.</summary>
sealed class BeyondReach() : LinkRule("CDL3007", "Cable cannot reach")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Cable is not { } cable || link.LongestMm == 0) yield break;
        var needed = Reach.Needed(link);
        var shortest = Reach.Limits(link, link.Lower.Optic, link.Upper.Optic, cable).OrderBy(l => l.Mm).First();
        if (shortest.Mm >= needed) yield break;
        var at = shortest.Which switch { LinkPart.Lower => LowerAt(link), LinkPart.Upper => UpperAt(link), _ => link.Media.Cable?.At ?? link.Media.Channel?.At ?? link.At };
        yield return Report(at,
            $"{Ends(link)}: the longest run is {Text.Metres(needed)} m along the trays, {shortest.Part} reaches {Text.Metres(shortest.Mm)} m{shortest.Recalled}. Choose a part that reaches that far, or place the racks nearer.",
            Substitutes.For(link, shortest.Which));
    }
}
