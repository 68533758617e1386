using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The design fills more racks than a site has room for.</summary>
sealed class SiteOutOfRoom() : AcrossRule("CDL6016", "Site out of room")
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var site in draft.Design.Sites)
        {
            if (site.Space is not { } space || site.Incomplete) continue;
            var filled = draft.Groups.Where(g => g.Site == site && g is { Hall: not null, Placement: not null }).GroupBy(g => g.Hall)
                .Sum(hall => Racks.Merged(hall.SelectMany(g => Racks.Spans(g.Placement!, g.Count))).Sum(s => (long)s.End - s.First));
            if (filled > space.Racks)
                yield return Report(site, space.At, $"the design fills {Text.Count(filled, "rack")} at `{site.Name}`, which has room for {Text.Number(space.Racks)}. Move {Text.Number(filled - space.Racks)} to another site.");
        }
    }
}
