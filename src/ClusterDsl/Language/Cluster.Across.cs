using System.Runtime.CompilerServices;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <content>What joins the sites of a cluster, and what is left when one is lost.</content>
partial class Cluster
{
    /// <summary>Joins two sites by fibre or leased wavelengths. One without paths, or that does not say how much it carries or what it ends in, is CDL6019. A site that none joins, where others are joined, is CDL6020.</summary>
    /// <param name="a">One site (CDL1004); the same as the other is CDL1003.</param>
    /// <param name="b">The other (CDL1004).</param>
    /// <param name="interconnect">Its capacity, its paths and what they end in.</param>
    /// <param name="name">Unique among fabrics and interconnects (CDL1001, CDL1002); left out, the names of both sites.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Cluster Interconnect(string a, string b, Action<Interconnect> interconnect, string? name = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        if (Design.Missing(interconnect, "the interconnect's content", at)) return this;
        if (a is not null && a == b)
        {
            Design.Violations.Add(new Violation($"an interconnect joins two sites; this one joins {Text.Shown(a)} with itself", at.Argument("b")));
            return this;
        }
        var design = new InterconnectDesign(Design, name ?? $"{a}-{b}", a ?? "", b ?? "", at) { IsNamed = name is not null };
        Design.Interconnects.Add(design);
        interconnect(new Interconnect(design));
        return this;
    }

    /// <summary>Asks that what is left when a site is lost be enough (CDL6018): of the sites that stay joined to each other, the largest group counts.</summary>
    /// <param name="loss">Any one site, the worst, or one by its name (CDL1004).</param>
    /// <param name="keeping">The GPUs that are left, 1 to 16,777,216 (CDL1003).</param>
    /// <param name="copies">Sites with storage nodes that are left among them, 0 to 1,000 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Cluster Survives(SiteLoss loss, GpuCount keeping, int copies = 0, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        if (Design.Missing(loss, "the loss", at.Argument("loss"))) return this;
        Design.Once(Design, at, loss.Site is { } site ? $"Survives(SiteLoss.Of({Text.Literal(site)}))" : "Survives(SiteLoss.Any)");
        var gpus = Design.Within(keeping.Count, 1, Limits.Devices, "the GPUs that are left", at.Argument("keeping"), out var gpusLegal, "Gpus");
        var stores = Design.Within(copies, 0, 1_000, "the copies that are left", at.Argument("copies"), out var copiesLegal);
        if (gpusLegal && copiesLegal) Design.Survivals.Add(new SiteSurvivalDesign(loss, gpus, stores, at.Argument("keeping"), at.Argument("copies"), at.Argument("loss")));
        return this;
    }
}
