using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;
using ClusterDsl.Rules;

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
    public Plan Plan => _plan ??= PlanUnder(Thresholds.Default);

    /// <summary>The cluster as planned and judged under the settings of a project.</summary>
    /// <param name="thresholds">The settings.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Plan PlanUnder(Thresholds thresholds) => Planner.Plan(Design, thresholds);

    /// <summary>The change of the definition that gives the cluster another name.</summary>
    /// <param name="name">The other name.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Fix Rename(string name) => Fix.Instead($"Name it `{name}`", Design.At, Text.Literal(name));

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

    /// <summary>Accepts the findings of a rule about the whole cluster; say it on a site, a fabric, leaves or nodes to accept less, with the reason. They stay in the plan as waivers; without any, it is CDL9001.</summary>
    /// <param name="rule">The id of the rule: "CDL1106".</param>
    /// <param name="reason">Why it is acceptable here; not empty (CDL1003), not left to be written (CDL9002).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Cluster Accept(string rule, string reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Design.Accept(Design, rule, reason, Origin.Here(file, line));
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => Design.Incomplete = true;
}
