using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The longest run of a bundle, measured along the trays, is longer than its cable or its optics reach.</summary>
sealed class BeyondReach() : LinkRule("CDL3007", "Cable cannot reach")
{
    /// <summary>Of the bundles of one connection that of the longest run: the others would ask for the same part.</summary>
    protected override IEnumerable<LinkDraft> Asked(Draft draft) => draft.Links
        .GroupBy(l => (l.At, l.Lower.Group, l.Upper.Group, l.Lower.Optic, l.Upper.Optic, l.Cable))
        .Select(alike => alike.OrderByDescending(l => l.LongestMm).First());

    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        // A cable of another shape, or of other plugs, would not do if it reached.
        if (link.Cable is not { } cable || link.LongestMm == 0 || cable.Legs != link.Upper.Ports.Mode.Legs) yield break;
        if (cable.HasPlugs && !(link.Lower.Ports.Bank.Cage.Accepts.Contains(cable.Leg) && link.Upper.Ports.Bank.Cage.Accepts.Contains(cable.Trunk))) yield break;
        if (link.Lower.Optic is { } lower && lower.Medium != cable.Medium || link.Upper.Optic is { } upper && upper.Medium != cable.Medium) yield break;
        var needed = Reach.Needed(link);
        var shortest = Reach.Limits(link, link.Lower.Optic, link.Upper.Optic, cable).OrderBy(l => l.Mm).ThenBy(l => IsChosen(link, l.Which) ? 0 : 1).First();
        if (shortest.Mm >= needed) yield break;
        var media = link.Media;
        // The part that stops the link, where the author chose it; else what the author chose, to which the planner had to answer.
        var at = shortest.Which switch { LinkPart.Lower => media.Lower?.At, LinkPart.Upper => media.Upper?.At, _ => media.Cable?.At ?? link.Channel?.At }
            ?? media.Lower?.At ?? media.Upper?.At ?? media.Cable?.At ?? media.Grade?.At ?? link.At;
        var (_, a, b) = LongestRun.Find(link);
        var racks = link.Lower.Group.Hall is { } hall && hall == link.Upper.Group.Hall && a != b ? $", from rack {hall.Plan.RackName(a)} to {hall.Plan.RackName(b)}" : "";
        if (!shortest.IsKnown)
        {
            yield return Report(at, $"{Ends(link)}: nobody says how far {shortest.Part} reaches, and the longest run is {Text.Metres(needed)} m along the trays{racks}. Choose fibre and modules that are made for each other.", Substitutes.For(link, shortest.Which));
            yield break;
        }
        yield return Report(at,
            $"{Ends(link)}: the longest run is {Text.Metres(needed)} m along the trays{racks}, {shortest.Part} reaches {Text.Metres(shortest.Mm)} m{shortest.Recalled}. "
            + (cable.IsTwinax ? $"Place the two side by side, or choose optics: copper of {PortMatch.LaneName(cable.Lane)} goes no farther than a rack or two." : "Choose a part that reaches that far, or place the racks nearer."),
            Substitutes.For(link, shortest.Which));
    }

    static bool IsChosen(LinkDraft link, LinkPart part) =>
        part switch { LinkPart.Lower => link.Media.Lower is not null, LinkPart.Upper => link.Media.Upper is not null, _ => link.Media.Cable is not null };
}
