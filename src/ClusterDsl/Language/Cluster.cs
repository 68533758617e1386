using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl;

/// <summary>A cluster of nodes, the fabrics that join them and the sites they stand in.</summary>
public sealed class Cluster : Declaration
{
    Plan? _plan;

    Cluster(ClusterDesign design) => Design = design;

    /// <summary>What was declared, before it is planned.</summary>
    internal ClusterDesign Design { get; }

    /// <summary>The cluster as planned, with every finding; planned once, when first asked for.</summary>
    [EditorBrowsable(EditorBrowsableState.Advanced)]
    public Plan Plan => _plan ??= Planner.Plan(Design);

    /// <summary>Begins a cluster.</summary>
    /// <param name="name">Letters, digits, dots and dashes, at most 40; also the folder of its artefacts (CDL1002).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Cluster Named(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(new ClusterDesign(name ?? "", Origin.Here(file, line).Argument("name")));

    /// <summary>Declares a site: halls, nodes and the fabrics that join them.</summary>
    /// <param name="name">Unique in the cluster (CDL1001, CDL1002).</param>
    /// <param name="site">What it holds.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Cluster Site(string name, Action<Site> site, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        var design = new SiteDesign(Design, name ?? "", at.Argument("name"));
        Design.Sites.Add(design);
        if (!Design.Missing(site, "the site's content", at)) site(new Site(design));
        return this;
    }

    /// <summary>Accepts a finding, with the reason. It stays in the plan as a waiver and is printed with it.</summary>
    /// <param name="rule">The id of the rule: "CDL1106".</param>
    /// <param name="reason">Why it is acceptable here; not empty (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Cluster Accept(string rule, string reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        if (string.IsNullOrWhiteSpace(reason))
            Design.Violations.Add(new Violation("the reason for accepting a finding is empty", at.Argument("reason")));
        else Design.Accepted.Add(new Acceptance(rule ?? "", reason, at.Argument("rule")));
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => Design.Incomplete = true;
}
