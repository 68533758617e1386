using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;
using ClusterDsl.Rules;

namespace ClusterDsl;

/// <summary>A cluster of nodes, the fabrics that join them and the sites they stand in.</summary>
public sealed partial class Cluster : Declaration
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

    /// <summary>How the labels of cables read. Left out: rack, unit and port of the near end, then of the far end.</summary>
    /// <param name="template">Texts and fields: <c>"{near.rack}-{near.u}:{near.port} / {far.rack}-{far.u}:{far.port}"</c>. An end is near, far, a (the lower) or b; of it there are
    /// site, hall, row, rack, u, device and port; of the cable fabric and cable. Another field is CDL1003, labels that can be the same are CDL4015. A device that stands in no
    /// rack has its name for its rack, and one without a unit its name for its unit.</param>
    /// <param name="longest">The most characters of a label, 1 to 1,000 (CDL1003); longer ones are CDL4014; left out, any length.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Cluster Labels(string template, int? longest = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Design.Once(Design, Origin.Here(file, line));
        var legal = true;
        int? most = longest is { } given ? Design.Within(given, 1, 1_000, "the most characters of a label", at.Argument("longest"), out legal) : null;
        var labels = new LabelDesign(template ?? "", legal ? most : null, at);
        var faults = labels.Faults().ToList();
        Design.Violations.AddRange(faults);
        if (faults.Count == 0) Design.Labels = labels;
        return this;
    }

    /// <summary>Spare parts, listed by themselves in the bill of materials: a share of each part, rounded up. Left out, none.</summary>
    /// <param name="share">Of transceivers and cables: 0 to 100 percent (CDL1003).</param>
    /// <param name="optics">Of transceivers, where it differs: 0 to 100 percent (CDL1003); left out, the same share.</param>
    /// <param name="cables">Of cables, where it differs: 0 to 100 percent (CDL1003); left out, the same share.</param>
    /// <param name="switches">Of switches: 0 to 100 percent (CDL1003); left out, none.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Cluster Spares(Percentage share, Percentage? optics = null, Percentage? cables = null, Percentage? switches = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Design.Once(Design, Origin.Here(file, line));
        Design.Spares.Clear();
        Spare("optic", optics ?? share, optics is null ? "share" : "optics");
        Spare("cable", cables ?? share, cables is null ? "share" : "cables");
        Spare("switch", switches ?? default, "switches");
        return this;

        void Spare(string category, Percentage of, string parameter)
        {
            if (of.Hundredths is >= 0 and <= 10_000) Design.Spares.Add((category, of.Hundredths));
            else if (!Design.Violations.Any(v => v.At == at.Argument(parameter)))
                Design.Violations.Add(new Violation($"the share of spares is {of}; it must be 0 to 100 percent", at.Argument(parameter)));
        }
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
