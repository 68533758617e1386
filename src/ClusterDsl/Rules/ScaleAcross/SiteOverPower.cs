using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The devices of a site draw more than it has.</summary>
sealed class SiteOverPower() : AcrossRule("CDL6014", "Site out of power")
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        var standing = draft.Groups.ToLookup(g => g.Site);
        foreach (var site in draft.Design.Sites)
            if (site.Power is { } power && !site.Incomplete && Drawn(standing[site]) is var drawn && drawn > power.Watts)
                yield return Report(site, power.At,
                    $"what stands at `{site.Name}` draws {Megawatts(drawn)}, the site has {Megawatts(power.Watts)}. Move {Megawatts(drawn - power.Watts)} to another site, or find the power.");
    }

    /// <summary>What the groups of a site draw, huts along the line and a carrier's equipment aside.</summary>
    public static long Drawn(IEnumerable<GroupDraft> groups) =>
        groups.Where(g => g is { Huts: null, Model: not NodeModel { Kind: "external" } }).Sum(g => (long)g.Count * g.Model.Power.Watts);

    public static string Megawatts(long watts) => watts >= 1_000_000 ? Text.Decimal(watts / 1e6) + " MW" : Text.Decimal(watts / 1e3) + " kW";
}
