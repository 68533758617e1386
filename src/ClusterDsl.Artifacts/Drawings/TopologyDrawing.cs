namespace ClusterDsl.Artifacts.Drawings;

/// <summary>
/// The networks of a plan by tier: sites beside each other with their fabrics, and what joins the sites below them. Drawn from the closed form: many
/// units, pods or devices are a few and a number, so that a drawing has no more shapes for a large cluster than for a small one.
/// </summary>
static class TopologyDrawing
{
    /// <summary>What its ids begin with.</summary>
    public const string Id = "topology";

    const double Width = 1280, Margin = 20, Gap = 16, Head = 64, SiteHead = 26;

    /// <summary>Writes it as one <c>svg</c> element.</summary>
    public static void Write(Plan plan, TextWriter output)
    {
        var sites = plan.Fabrics.Select(f => SiteOf(plan, f)).Distinct().ToList();
        var columns = Math.Clamp(sites.Count, 1, 2);
        var room = (Width - 2 * Margin - (columns - 1) * Gap) / columns;
        var panels = new List<(double X, double Y, IPanel Panel)>();
        var captions = new List<(double X, double Y, string Text)>();
        var y = Head;
        foreach (var row in sites.Chunk(columns))
        {
            var bottom = y;
            foreach (var (site, column) in row.Select((site, column) => (site, column)))
            {
                var (x, at) = (Margin + column * (room + Gap), y);
                if (sites.Count > 1)
                {
                    captions.Add((x, at + 16, site.Length > 0 ? site : "at no site"));
                    at += SiteHead;
                }
                foreach (var fabric in plan.Fabrics.Where(f => SiteOf(plan, f) == site).OrderByDescending(f => Speed(plan, f)))
                {
                    var chart = new FabricChart(plan, fabric);
                    IPanel panel = chart.IsMesh ? new MeshPanel(plan, chart, room) : new FabricPanel(plan, chart, room);
                    panels.Add((x, at, panel));
                    at += panel.Height + Gap;
                }
                bottom = Math.Max(bottom, at);
            }
            y = bottom;
        }
        foreach (var line in plan.Interconnects)
        {
            var panel = new InterconnectPanel(plan, line, Width - 2 * Margin);
            panels.Add((Margin, y, panel));
            y += panel.Height + Gap;
        }

        if (LoosePanel.Groups(plan).Any())
        {
            var panel = new LoosePanel(plan, Width - 2 * Margin);
            panels.Add((Margin, y, panel));
            y += panel.Height + Gap;
        }

        using var svg = new Svg(output, Id, Width, y - Gap + Margin, $"Topology of {plan.Name}",
            string.Join(" · ", plan.Fabrics.Select(f => $"{f.Name}: {PlanSummary.Fabric(plan, f)}").Prepend(Summary(plan))));
        svg.Text("ink strong", Margin, 32, plan.Name, 20, most: Width - 2 * Margin);
        svg.Text("soft figure", Margin, 51, Summary(plan), 12, most: Width - 2 * Margin);
        foreach (var (x, at, text) in captions) svg.Text("ink strong", x, at, text, 14, most: room);
        foreach (var (x, at, panel) in panels)
            using (svg.At(x, at)) panel.Draw(svg);
    }

    static string Summary(Plan plan) => $"{PlanSummary.Nodes(plan)} · {PlanSummary.Count(plan.Cables, "cable")} · {PlanSummary.Count(Racks.Used(plan).Sum(run => (long)run.Count), "rack")}";

    /// <summary>What carries most stands first.</summary>
    static decimal Speed(Plan plan, FabricPlan fabric) => plan.Bundles.Where(b => b.Fabric == fabric.Name).Sum(b => (decimal)b.Links * b.SpeedGbps);

    static string SiteOf(Plan plan, FabricPlan fabric) => fabric.Tiers.SelectMany(t => t.Groups).Select(id => plan.Group(id).Placement?.Site).FirstOrDefault(s => s is not null) ?? "";
}
