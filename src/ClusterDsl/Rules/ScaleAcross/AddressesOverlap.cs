using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Two sites number their networks from one block: joined, neither finds the other.</summary>
sealed class AddressesOverlap() : AcrossRule("CDL6017", "Addresses overlap")
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        var sites = draft.Design.Sites.Where(s => s.Addresses is not null).ToList();
        for (var i = 1; i < sites.Count; i++)
            if (sites.Take(i).FirstOrDefault(s => s.Addresses!.Value.Prefix.Overlaps(sites[i].Addresses!.Value.Prefix)) is { } other)
                yield return Report(sites[i], sites[i].Addresses!.Value.At,
                    $"{sites[i].Addresses!.Value.Prefix.Text} of `{sites[i].Name}` overlaps {other.Addresses!.Value.Prefix.Text} of `{other.Name}`. Give each site addresses of its own.");
    }
}
