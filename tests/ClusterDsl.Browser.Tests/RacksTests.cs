using Microsoft.Playwright;

namespace ClusterDsl.Browser.Tests;

[Collection("Chromium")]
public sealed class RacksTests(Chromium chromium)
{
    /// <summary>Nodes, leaves beside them, spines of several fabrics, and devices that take racks in turn.</summary>
    [ChromiumTheory]
    [InlineData("DgxSuperPod", "superpod-whole")]
    [InlineData("AlibabaHpn", "hpn-segment")]
    [InlineData("TwoSites", "two-campuses")]
    [InlineData("Nvl72Row", "nvl72-row")]
    public async Task The_sheet_of_a_rack_has_each_of_its_cable_ends(string example, string cluster)
    {
        var plan = Shown.Example(example, cluster);
        var rows = Shown.CablingCsv(plan).ToList();
        var racks = rows.SelectMany(r => new[] { (r[4], r[5], r[6]), (r[11], r[12], r[13]) }).Where(rack => rack.Item3.Length > 0).Distinct().ToList();
        await using var report = await chromium.Open(plan);

        foreach (var (site, hall, rack) in racks.Where((_, i) => i % (racks.Count / 12 + 1) == 0))
        {
            Assert.True(await report.Page.EvaluateAsync<bool>("([site, hall, rack]) => racks.open(site, hall, rack)", new[] { site, hall, rack }));

            var expected = rows.Where(r => (r[4], r[5], r[6]) == (site, hall, rack)).Select(r => $"{r[7]} {r[8]} {r[9]} {r[15]} {r[16]} {r[19]} {r[21]}")
                .Concat(rows.Where(r => (r[11], r[12], r[13]) == (site, hall, rack)).Select(r => $"{r[14]} {r[15]} {r[16]} {r[8]} {r[9]} {r[19]} {r[22]}"));
            var shown = await report.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.sheet tbody tr')].map(tr => [0, 1, 2, 5, 6, 7, 9].map(c => tr.cells[c].textContent).join(' '))");
            Assert.Equal(expected.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>In each rack, the devices of <c>devices.csv</c>, the panels of the installed cabling among them.</summary>
    [ChromiumTheory]
    [InlineData("StructuredHall", "structured-hall")]
    [InlineData("DgxSuperPod", "superpod-whole")]
    public async Task The_elevation_of_a_rack_has_each_of_its_devices_at_its_units(string example, string cluster)
    {
        var plan = Shown.Example(example, cluster);
        var hall = Assert.Single(plan.Halls);
        var devices = plan.Groups.Where(g => g.Placement is not null)
            .SelectMany(g => Enumerable.Range(0, g.Count).Select(d => (Rack: g.Placement!.Rack(d), Unit: g.Placement.Unit(d), Height: plan.Model(g).HeightU, Name: g.Name.Format(d))))
            .Concat(Installed.Of(plan).Panels.Select(p => (p.Rack, p.Unit, Height: p.Panel.HeightU, p.Name)))
            .Where(d => d.Unit > 0 && d.Height > 0).ToLookup(d => d.Rack);
        await using var report = await chromium.Open(plan);

        for (var rack = 0; rack < hall.Racks; rack++)
        {
            await report.Page.EvaluateAsync("rack => racks.show(racks.halls[0], rack)", rack);
            // A device is in the row of its topmost unit and spans the others.
            var shown = await report.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('table.rack td.device')].map(td => `${td.parentElement.cells[0].textContent - td.rowSpan + 1} ${td.rowSpan} ${td.querySelector('b').textContent}`)");
            Assert.Equal(devices[rack].OrderByDescending(d => d.Unit).Select(d => $"{d.Unit} {d.Height} {d.Name}"), shown);
        }
    }

    [ChromiumFact]
    public async Task Next_leads_to_each_rack_in_use_and_Print_prints_its_sheet_alone()
    {
        await using var report = await chromium.Open(Shown.Small);
        var used = Racks.Used(Shown.Small).SelectMany(run => Enumerable.Range(run.First, run.Count).Select(run.Hall.RackName)).ToList();
        var seen = new List<string> { await report.Page.InnerTextAsync("#rack-title") };
        for (var i = 1; i < used.Count; i++)
        {
            await report.Page.ClickAsync("#rack-next");
            seen.Add(await report.Page.InnerTextAsync("#rack-title"));
        }
        Assert.Equal(used.Select(rack => $"Rack {rack}"), seen);

        await report.Page.EvaluateAsync("window.print = () => {}");
        await report.Page.ClickAsync("#rack-print");
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(report.Page.Locator("#rack-cables .sheet")).ToBeVisibleAsync();
        await Assertions.Expect(report.Page.Locator("table.rack")).ToBeVisibleAsync();
        foreach (var other in new[] { "h1", "#overview", "#grid", "#bill", "#rack-print" }) await Assertions.Expect(report.Page.Locator(other)).ToBeHiddenAsync();
    }
}
