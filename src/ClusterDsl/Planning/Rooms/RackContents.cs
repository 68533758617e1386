using ClusterDsl.Language;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Devices of one group in one rack.</summary>
sealed record RackContent(GroupDraft Group, int Devices, int BaseU)
{
    public int Units => Devices * Group.Model.Height;
    public long Watts => (long)Devices * Group.Model.Power.Watts;
    public long Grams => (long)Devices * Group.Model.Weight.Grams;
}

/// <summary>
/// What stands together in the racks of a hall. Groups fill their racks alike, so it is enough to look where a group begins and
/// where it ends, and where one begins among the racks of another.
/// </summary>
static class RackContents
{
    /// <summary>Racks looked at, at most: many more than halls have in which groups meet in different ways.</summary>
    const int Budget = 20_000;

    public static IReadOnlyList<(int Rack, IReadOnlyList<RackContent> Contents)> Of(IEnumerable<GroupDraft> standing)
    {
        var groups = standing.Where(g => g.Placement is not null).ToList();
        var spans = groups.SelectMany(g => Racks.Spans(g.Placement!, g.Count).Select(s => (s.First, s.End, Group: g))).OrderBy(s => s.First).ToList();
        var racks = groups.SelectMany(g => Ends(g.Placement!, g.Count)).Concat(Meetings(spans)).Distinct().Take(Budget).OrderBy(r => r);

        var found = new List<(int, IReadOnlyList<RackContent>)>();
        var (open, next) = (new List<(int First, int End, GroupDraft Group)>(), 0);
        foreach (var rack in racks)
        {
            Work.Done();
            while (next < spans.Count && spans[next].First <= rack) open.Add(spans[next++]);
            open.RemoveAll(s => s.End <= rack);
            found.Add((rack, [.. open.Select(s => s.Group).Distinct().SelectMany(g => In(g, g.Placement!, g.Count, rack)).OrderBy(c => c.BaseU).ThenBy(c => c.Group.Id, StringComparer.Ordinal)]));
        }
        return found;
    }

    /// <summary>The first racks of runs that begin before another has ended.</summary>
    static IEnumerable<int> Meetings(IEnumerable<(int First, int End, GroupDraft Group)> spans)
    {
        var end = int.MinValue;
        foreach (var span in spans)
        {
            if (span.First < end) yield return span.First;
            end = Math.Max(end, span.End);
        }
    }

    static IEnumerable<int> Ends(Placement place, int count)
    {
        var own = place.Rest is { } rest && rest.From < count ? rest.From : count;
        yield return place.Rack(0);
        yield return place.Rack(own - 1);
        if (place.Steps.Count > 0) yield return place.Rack(Math.Max(0, own - 1 - (place.Skipped + own - 1) % place.Steps[0].Devices));
        if (own < count)
            foreach (var rack in Ends(place.Rest!.Placement, count - own)) yield return rack;
    }

    /// <summary>The highest unit that devices take in a rack of a hall; 0 where none stands.</summary>
    public static long Top(IEnumerable<GroupDraft> standing, int rack) =>
        standing.Where(g => g.Placement is { BaseU: > 0 }).SelectMany(g => In(g, g.Placement!, g.Count, rack)).Select(c => c.BaseU + c.Units - 1L).DefaultIfEmpty(0).Max();

    static IEnumerable<RackContent> In(GroupDraft group, Placement place, int count, int rack)
    {
        var own = place.Rest is { } rest && rest.From < count ? rest.From : count;
        if ((place with { Rest = null }).DevicesIn(rack, own) is > 0 and var devices) yield return new RackContent(group, devices, place.BaseU);
        if (own < count)
            foreach (var content in In(group, place.Rest!.Placement, count - own, rack)) yield return content;
    }
}
