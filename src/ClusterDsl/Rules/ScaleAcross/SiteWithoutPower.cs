using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Of sites that are joined because one has not power enough, one does not say how much it has.</summary>
sealed class SiteWithoutPower() : AcrossRule("CDL6015", "Site without power", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        if (draft.Design.Interconnects.Count == 0) yield break;
        var standing = draft.Groups.ToLookup(g => g.Site);
        foreach (var site in draft.Design.Sites.Where(s => s is { SaysPower: false, Incomplete: false }))
            if (SiteOverPower.Drawn(standing[site]) is > 0 and var drawn)
                yield return Report(site, site.At,
                    $"site `{site.Name}` does not say what power it has; what stands there draws {SiteOverPower.Megawatts(drawn)}. Say it with `.Power(…)`.");
    }
}
