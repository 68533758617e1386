using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A site of its own in a cluster whose other sites are joined.</summary>
sealed class SiteNotJoined() : AcrossRule("CDL6020", "Site that nothing joins", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        var design = draft.Design;
        if (design.Interconnects.Count == 0 || design.Incomplete) yield break;
        var joined = new HashSet<string>(design.Interconnects.SelectMany(i => new[] { i.A, i.B }));
        foreach (var site in design.Sites.Where(s => !joined.Contains(s.Name)))
            yield return Report(site, site.At, $"no interconnect joins `{site.Name}` to another site: its nodes are no part of the pool. Join it with `.Interconnect(…)`, or define it as a cluster of its own.");
    }
}
