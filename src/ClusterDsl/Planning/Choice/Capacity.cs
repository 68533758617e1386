using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Where the GPUs of a design are: in domains, in sites, in sites that are joined.</summary>
sealed class Capacity
{
    readonly Draft _draft;

    public Capacity(Draft draft)
    {
        _draft = draft;
        var nodes = draft.Groups.Where(g => g.Nodes is { Model.Gpus: > 0 }).ToList();
        Sites = [.. nodes.GroupBy(g => g.Site).Select(s => (Site: s.Key, Gpus: s.Sum(GpusOf))).OrderByDescending(s => s.Gpus).ThenBy(s => s.Site.Name, StringComparer.Ordinal)];
        Largest = nodes.OrderByDescending(GpusOf).ThenBy(g => g.Id, StringComparer.Ordinal).FirstOrDefault();
        Domain = Largest is null ? null : DomainPlanner.Of(draft, Largest);
    }

    /// <summary>The sites that have GPUs, the largest first.</summary>
    public IReadOnlyList<(SiteDesign Site, long Gpus)> Sites { get; }

    /// <summary>The nodes that hold the most GPUs, and their scale-up domains; null where nobody says what joins their GPUs.</summary>
    public GroupDraft? Largest { get; }
    public DomainPlan? Domain { get; }

    /// <summary>GPUs of one of the domains; where nobody says, those of a node.</summary>
    public int DomainGpus => Domain?.GpusPerDomain ?? Largest?.Nodes!.Model.Gpus ?? 0;

    public long All => Sites.Sum(s => s.Gpus);

    /// <summary>The sites of the most GPUs that interconnects join; the largest alone where none does.</summary>
    public IReadOnlyList<(SiteDesign Site, long Gpus)> Joined => _joined ??= FindJoined();
    IReadOnlyList<(SiteDesign Site, long Gpus)>? _joined;

    IReadOnlyList<(SiteDesign Site, long Gpus)> FindJoined()
    {
        var parts = _draft.Design.Sites.ToDictionary(s => s, s => s);
        SiteDesign Root(SiteDesign site) => parts[site] == site ? site : Root(parts[site]);
        foreach (var line in _draft.Interconnects.Where(i => i.CapacityGbps > 0)) parts[Root(line.A)] = Root(line.B);
        return [.. Sites.GroupBy(s => Root(s.Site)).OrderByDescending(p => p.Sum(s => s.Gpus)).FirstOrDefault() ?? Enumerable.Empty<(SiteDesign, long)>()];
    }

    static long GpusOf(GroupDraft group) => (long)group.Count * group.Nodes!.Model.Gpus;
}
