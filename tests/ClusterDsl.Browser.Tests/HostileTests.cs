namespace ClusterDsl.Browser.Tests;

[Collection("Chromium")]
public sealed class HostileTests(Chromium chromium)
{
    /// <summary>Each would do something in a page that took it for more than a text.</summary>
    [ChromiumTheory]
    [InlineData("</script><script>document.title='taken'</script>")]
    [InlineData("<img src=x onerror=\"document.title='taken'\">")]
    [InlineData("<!--<script>")]
    [InlineData("\"'><svg onload=document.title='taken'>")]
    [InlineData("{{plan}} ${document.title='taken'} $& {c} &lt;b&gt;")]
    [InlineData("=HYPERLINK(\"http://example.invalid\")")]
    [InlineData("]]></style><style>*{display:none}")]
    [InlineData("\u202eevil\u0007\u2028")]
    public async Task Names_are_texts_whatever_they_hold(string name)
    {
        var plan = Named(Shown.Example("PcieNodes", "pcie-256"), name);
        await using var report = await chromium.Open(plan);

        Assert.Equal(Shown.CablingCsv(plan).Take(30), await report.Rows(Enumerable.Range(0, 30).Select(row => (long)row)));
        Assert.StartsWith(name, (await report.InView("a_device"))[0]);
        Assert.NotEqual("taken", await report.Page.TitleAsync());
        Assert.Equal(0, await report.Page.Locator("img, iframe, object, svg [onload]").CountAsync());
        // The plan, the panels and the page's own.
        Assert.Equal(3, await report.Page.Locator("script").CountAsync());
        Assert.True(await report.Page.Locator("h1").IsVisibleAsync());
    }

    [ChromiumFact]
    public async Task A_report_can_neither_fetch_nor_run_anything_but_its_own_script()
    {
        await using var report = await chromium.Open(Shown.Small);

        var policy = await report.Page.Locator("meta[http-equiv=Content-Security-Policy]").GetAttributeAsync("content");
        Assert.StartsWith("default-src 'none';", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal(0, await report.Page.Locator("[src], link, [style]:not(#grid, #grid *, #found, progress)").CountAsync());
    }

    /// <summary>Everything that an author can name.</summary>
    static Plan Named(Plan plan, string name) => plan with
    {
        Name = name,
        Halls = plan.Halls.Select(h => h with { Name = name }).ToSeq(),
        Models = plan.Models.Select(m => m with { Id = m.Id + name, Banks = m.Banks.Select(b => b with { PortName = name + b.PortName }).ToSeq() }).ToSeq(),
        Groups = plan.Groups.Select(g => g with
        {
            Model = g.Model + name,
            Name = new NameTemplate(g.Name.Parts.Select((part, i) => i == 0 ? part with { Text = name + part.Text } : part).ToSeq()),
            Placement = g.Placement is null ? null : g.Placement with { Hall = name },
        }).ToSeq(),
        Fabrics = plan.Fabrics.Select(f => f with { Name = name }).ToSeq(),
        Bundles = plan.Bundles.Select(b => b with { Fabric = name }).ToSeq(),
        Findings = Seq.Of(new Finding("CDL1001", Severity.Warning, name, new Origin(name, 1))),
        Waivers = Seq.Of(new Waiver(new Finding("CDL1002", Severity.Info, name, new Origin(name, 1)), name)),
        Assumptions = Seq.Of(name),
    };
}
