using ClusterDsl.Model;
using ClusterDsl.Rules;

namespace ClusterDsl.Planning;

/// <summary>How many GPUs a site can hold when it is filled with what it has now: nodes, and switches in proportion.</summary>
/// <param name="Site">The site.</param>
/// <param name="Gpus">What its power, or its racks, allow; null where the definition limits neither.</param>
/// <param name="Limit">Which of the two ends first, in words.</param>
sealed record SiteRoom(SiteDesign Site, long? Gpus, string Limit)
{
    public static SiteRoom Of(Draft draft, SiteDesign site, long gpus)
    {
        var watts = SiteOverPower.Drawn(draft.Groups.Where(g => g.Site == site));
        var byPower = site.Power is { } power && watts > 0 ? (long?)(power.Watts * gpus / watts) : null;

        var halls = draft.Halls.Where(h => h.Plan.Site == site.Name).ToList();
        long? racks = site.Space is { } space ? space.Racks : halls.All(h => h.Design?.Racks is not null) ? halls.Sum(h => (long)h.Plan.Racks) : null;
        var used = halls.Sum(h => (long)h.RacksUsed);
        var byRacks = racks is { } room && used > 0 ? (long?)(room * gpus / used) : null;

        return byRacks is null || byPower < byRacks
            ? new SiteRoom(site, byPower, site.Power is { } mw ? $"power of {SiteOverPower.Megawatts(mw.Watts)}" : "")
            : new SiteRoom(site, byRacks, Text.Count(racks!.Value, "rack"));
    }
}
