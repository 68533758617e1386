using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The longest run of a bundle, measured along the trays, is longer than its cable or its optics reach.</summary>
sealed class BeyondReach() : LinkRule("CDL3007", "Cable cannot reach")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Cable is not { } cable || link.LongestMm == 0) yield break;
        var reaches = new List<(string Part, int Mm, Origin At, LinkPart Which)> { (cable.Id, cable.Longest.Millimetres, CableAt(link), LinkPart.Cable) };
        if (link.Lower.Optic is { } lower) reaches.Add((lower.Id, lower.Reach.Millimetres, LowerAt(link), LinkPart.Lower));
        if (link.Upper.Optic is { } upper) reaches.Add((upper.Id, upper.Reach.Millimetres, UpperAt(link), LinkPart.Upper));
        var shortest = reaches.OrderBy(r => r.Mm).First();
        if (shortest.Mm < link.LongestMm)
            yield return Report(shortest.At,
                $"{Ends(link)}: the longest run is {Text.Metres(link.LongestMm)} m along the trays, {shortest.Part} reaches {Text.Metres(shortest.Mm)} m. Choose a part that reaches that far, or place the racks nearer.",
                Substitutes.For(link, shortest.Which));
    }
}
