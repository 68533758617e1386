using ClusterDsl.Language;
using ClusterDsl.Model;
using ClusterDsl.Plans;
using ClusterDsl.Rules;

namespace ClusterDsl.Planning;

/// <summary>
/// From what was declared to what will be built: groups, tiers, cables, racks, optics, then the rules. The order of declarations
/// changes nothing: everything is taken and given back in the order of its name.
/// </summary>
static class Planner
{
    public static Plan Plan(ClusterDesign design, Thresholds thresholds)
    {
        // What is too large to plan on a keystroke is not planned; one rule says so.
        var isTooLarge = DesignSize.Excess(design).Any();
        if (!isTooLarge) SiteNames.TellApart(design);
        var draft = isTooLarge ? new Draft(design, thresholds, []) : Draft(design, thresholds);
        Judge(draft, isTooLarge ? RuleSet.Design.OfType<ValueOutOfRange>() : RuleSet.Design);
        return PlanBuilder.Build(draft);
    }

    /// <summary>
    /// What other fabrics take into the spines of one is known when their leaves are, and those may serve the switches of the
    /// first: planned again with what was found, until it is what was assumed.
    /// </summary>
    public static Draft Draft(ClusterDesign design, Thresholds thresholds)
    {
        var draft = Draft(design, thresholds, []);
        for (var i = 0; i < MostRounds && draft.FoundMore() is { } found; i++) draft = Draft(design, thresholds, found);
        return draft;
    }

    // Each round adds spines for the leaves that the spines of the round before need: it ends after two or three.
    const int MostRounds = 8;

    static Draft Draft(ClusterDesign design, Thresholds thresholds, Dictionary<FabricDesign, long> takenInto)
    {
        var draft = new Draft(design, thresholds, takenInto);
        foreach (var nodes in design.Nodes)
            draft.Add(new GroupDraft(nodes.Name, "node", nodes.Model, nodes.Count, Naming.Numbered(nodes.Name), nodes.At)
            { Nodes = nodes, Site = nodes.Site });

        // What rests on something that could not be evaluated is not planned: its findings would be echoes.
        var unknown = new HashSet<string>(design.Nodes.Where(n => n.Incomplete).Select(n => n.Name));
        var isKnown = !design.Incomplete && !design.Sites.Any(s => s.Incomplete);
        foreach (var (fabric, circle) in InOrder(design))
            if (isKnown && !fabric.Incomplete && !fabric.AllConnections.Any(c => unknown.Contains(c.Target))) PlanFabric(draft, fabric, circle);
        foreach (var fabric in draft.Fabrics) new AttachmentPlanner(draft, fabric).Plan();
        foreach (var interconnect in design.Interconnects.OrderBy(i => i.Name, StringComparer.Ordinal)) new InterconnectPlanner(draft, interconnect).Plan();
        foreach (var asked in design.Survivals.Where(s => s.Loss.Site is { } site && design.Sites.All(d => d.Name != site)))
            draft.Unknown.Add(new UnknownName("site", asked.Loss.Site!, [.. design.Sites.Select(s => s.Name)], asked.LossAt));

        var standing = draft.Groups.ToLookup(g => g.Site);
        foreach (var site in design.Sites) new RackPlanner(draft, site, standing[site]).Plan();
        foreach (var link in draft.Links)
        {
            Work.Done();
            // A line between sites is made of what was chosen for it.
            if (link.Kind == "line") link.LongestMm = LongestRun.Of(link);
            else MediaPlanner.Choose(link);
            InstalledCabling.Assume(draft, link);
        }
        return draft;
    }

    /// <summary>
    /// By name; but a fabric that connects another's switches comes when those are known. Where they cannot be, because it is
    /// among what they wait for, with the connection that says so.
    /// </summary>
    static IEnumerable<(FabricDesign Fabric, ConnectionDesign? Circle)> InOrder(ClusterDesign design)
    {
        var waiting = design.Fabrics.OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        var names = new HashSet<string>(waiting.Select(f => f.Name));
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(f => Awaited(f, names) is null) ?? waiting[0];
            var circle = Awaited(next, names);
            waiting.Remove(next);
            names.Remove(next.Name);
            yield return (next, circle);
        }
    }

    static ConnectionDesign? Awaited(FabricDesign fabric, HashSet<string> waiting) =>
        fabric.AllConnections.FirstOrDefault(c => c.Switches && waiting.Contains(c.Target));

    static void PlanFabric(Draft draft, FabricDesign design, ConnectionDesign? circle)
    {
        var fabric = new FabricDraft(design);
        draft.Fabrics.Add(fabric);
        if (design.Protocol.Length == 0)
        {
            fabric.Missing.Add(new Missing("it has no protocol", "Say `.InfiniBand(…)`, `.Ethernet(…)` or `.Scheduled(…)`", design.At));
            return;
        }
        if (design.Blocks.Count == 0)
        {
            fabric.Missing.Add(new Missing($"it has no {design.Words.Leaves}", $"Declare them with `{design.Words.LeavesCall}`", design.At));
            return;
        }
        if (!design.AllConnections.Any())
        {
            fabric.Missing.Add(new Missing("nothing is connected to it", "Connect nodes with `.Connect(…)`", design.At));
            return;
        }
        if (circle is not null)
        {
            fabric.Missing.Add(new Missing(circle.Target == design.Name ? "it connects the switches of itself" : $"it connects the switches of `{circle.Target}`, which connects its own",
                "Connect them to a third fabric", circle.At));
            return;
        }
        switch (design.Topology)
        {
            case null: PlanSpineLeaf(draft, fabric); break;
            case CellsDesign cells: new CellPlanner(draft, fabric, cells).Plan(); break;
            case SlimFlyDesign slimFly: new SlimFlyPlanner(draft, fabric, slimFly).Plan(); break;
            case { } other: throw new NotSupportedException(other.GetType().Name);
        }
    }

    static void PlanSpineLeaf(Draft draft, FabricDraft fabric)
    {
        var design = fabric.Design;
        if (design.Cores is not null && design.Spines is null)
        {
            fabric.Missing.Add(new Missing($"it has {design.Words.Cores} but no {design.Words.Spines}", $"Declare the {design.Words.Spines} with `{design.Words.SpinesCall}`", design.Cores.At));
            return;
        }
        foreach (var block in design.Blocks) new LeafPlanner(draft, fabric, block).Plan();
        new SpinePlanner(draft, fabric).Plan();
        if (design.RailOnly is not null) draft.Assumptions.Add($"{design.Name}: rail-only, what goes from rail to rail goes through the GPUs of a node");

        // Planes are meant to be apart; the leaves of one plane are not.
        var leaves = fabric.Blocks.Sum(b => b.Leaves.Count);
        if (fabric.Blocks.Sum(b => b.PerPlane) > 1 && design.Spines is null && design.Into is null)
            fabric.Missing.Add(new Missing(design.RailOnly is null ? $"nothing joins its {Text.Number(leaves)} {design.Words.Leaves}" : $"nothing joins the {Text.Number(fabric.Blocks.Sum(b => b.Groups))} leaves of each rail", design.Scheduled is null ? "Declare spines with `.Spines(…)`, or take the uplinks into another fabric with `.UplinksInto(…)`" : "Declare fabric boxes with `.FabricBoxes(…)`", design.At));
    }

    /// <summary>Asks every rule, those about acceptances last. What is accepted becomes a waiver; what could be is offered to be.</summary>
    static void Judge(Draft draft, IEnumerable<DesignRule> rules)
    {
        var acceptances = draft.Design.Accepted.ToLookup(a => (a.Rule, a.About));
        foreach (var rule in rules)
        {
            Work.Done();
            foreach (var finding in rule.Check(draft))
            {
                Work.Done();
                if (!rule.CanBeAccepted) draft.Findings.Add(finding);
                else if (AcceptanceOf(finding, draft.Design, acceptances) is { } accepted && rule.Accepts(finding, accepted.Reason))
                {
                    draft.Used.Add(accepted);
                    draft.Waivers.Add(new Waiver(finding, accepted.Reason) { At = accepted.At });
                }
                else draft.Findings.Add(finding with { Fixes = Seq.Of([.. finding.Fixes, Accept(finding, rule.Reason(finding))]) });
            }
        }
    }

    /// <summary>The acceptance nearest to what a finding is about.</summary>
    static Acceptance? AcceptanceOf(Finding finding, ClusterDesign design, ILookup<(string, Declared), Acceptance> acceptances)
    {
        for (Declared? about = finding.About ?? design; about is not null; about = about.Parent)
            if (acceptances[(finding.Rule, about)].FirstOrDefault() is { } accepted) return accepted;
        return null;
    }

    /// <summary>A hall accepts nothing itself: its site does, beside it.</summary>
    static Fix Accept(Finding finding, string reason) => Fix.Append(
        $"Accept {finding.Rule} here, with a reason", finding.About is HallDesign hall ? hall.At : finding.At,
        $"Accept({Text.Literal(finding.Rule)}, {Text.Literal(reason)})", isDecision: true);
}
