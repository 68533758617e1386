using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>When a site is lost, the others do not keep what was asked for.</summary>
sealed class LossOfSiteLeavesTooLittle() : AcrossRule("CDL6018", "Too little left after losing a site")
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        var design = draft.Design;
        if (design.HasUnknowns) yield break;
        foreach (var asked in design.Survivals)
        {
            // Of sites of one name, another rule says so.
            var lost = design.Sites.Where(s => asked.Loss.Site is null || s.Name == asked.Loss.Site).ToList();
            if (lost.Count == 0) continue;
            var (site, left) = lost.Select(s => (Site: s, Left: Pool(design, s))).OrderBy(l => l.Left.Gpus).ThenBy(l => l.Site.Name, StringComparer.Ordinal).First();
            if (left.Gpus < asked.Gpus)
                yield return Report(design, asked.At,
                    $"losing `{site.Name}` leaves {Text.Count(left.Gpus, "GPU")} in one pool{In(left)}; {Text.Number(asked.Gpus)} must be left. {Remedy(design, site, left)}");
            var (worst, kept) = lost.Select(s => (Site: s, Left: Pool(design, s))).OrderBy(l => l.Left.Copies).ThenBy(l => l.Site.Name, StringComparer.Ordinal).First();
            if (kept.Copies < asked.Copies)
                yield return Report(design, asked.CopiesAt,
                    $"losing `{worst.Name}` leaves {(kept.Copies == 0 ? "no site" : Text.Count(kept.Copies, "site"))} with storage nodes{In(kept)}; {Text.Number(asked.Copies)} must be left. Declare storage nodes at more sites.");
        }
    }

    static string In(Pool pool) => pool.Sites.Count == 0 ? "" : $" ({Text.Quoted(pool.Sites.Select(s => s.Name).Take(4))}{(pool.Sites.Count > 4 ? ", …" : "")})";

    static string Remedy(ClusterDesign design, SiteDesign lost, Pool left) =>
        left.Sites.Count < design.Sites.Count - 1
            ? "Join the sites that are left by paths that do not lead through it."
            : $"Put more GPUs at the other {(design.Sites.Count > 2 ? "sites" : "site")}.";

    /// <summary>Sites that stay joined to each other when one is lost, those with the most GPUs.</summary>
    static Pool Pool(ClusterDesign design, SiteDesign lost)
    {
        var left = design.Sites.Where(s => s != lost).ToList();
        var joined = design.Interconnects.SelectMany(i => new[] { (i.A, i.B), (A: i.B, B: i.A) }).ToLookup(j => j.A, j => j.B);
        var pools = new List<Pool>();
        var seen = new HashSet<SiteDesign>();
        foreach (var site in left)
        {
            if (!seen.Add(site)) continue;
            var pool = new List<SiteDesign> { site };
            for (var i = 0; i < pool.Count; i++)
                pool.AddRange(left.Where(s => joined[pool[i].Name].Contains(s.Name) && seen.Add(s)).ToList());
            pools.Add(new Pool(pool));
        }
        return pools.OrderByDescending(p => p.Gpus).FirstOrDefault() ?? new Pool([]);
    }
}

/// <summary>Sites that are joined.</summary>
sealed class Pool(IReadOnlyList<SiteDesign> sites)
{
    public IReadOnlyList<SiteDesign> Sites { get; } = sites;
    public long Gpus { get; } = sites.SelectMany(s => s.Nodes).Sum(n => (long)n.Count * n.Model.Gpus);

    /// <summary>Those of them that hold storage nodes.</summary>
    public int Copies { get; } = sites.Count(s => s.Nodes.Any(n => n.Model.Kind == "storage"));
}
