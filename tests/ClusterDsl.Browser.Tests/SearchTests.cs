using Microsoft.Playwright;

namespace ClusterDsl.Browser.Tests;

[Collection("Chromium")]
public sealed class SearchTests(Chromium chromium)
{
    /// <summary>By device, port of a device, rack, label, and two words at once; whatever the case.</summary>
    [ChromiumTheory]
    [InlineData("dgx-017")]
    [InlineData("DGX-017:osfp2p1")]
    [InlineData("b09")]
    [InlineData("A01.U09:OSFP1P1/")]
    [InlineData("dgx-017 leaf3")]
    [InlineData("nothing is called so")]
    public async Task A_search_finds_each_row_that_has_the_text_and_no_other(string text)
    {
        await using var report = await chromium.Open(Shown.Small);
        var words = text.Split(' ');
        var expected = Shown.CablingCsv(Shown.Small)
            .Where(r => words.All(word => new[] { r[0], $"{r[8]}:{r[9]}", $"{r[15]}:{r[16]}", r[6], r[13], r[21], r[22] }.Any(cell => cell.Contains(word, StringComparison.OrdinalIgnoreCase))))
            .Select(r => r[0]).ToList();

        var said = await report.Search(text);

        Assert.StartsWith(FormattableString.Invariant($"{expected.Count:N0} of "), said);
        Assert.Equal(expected.Take(20), (await report.InView("cable_id")).Take(20));
    }

    [ChromiumFact]
    public async Task A_search_that_is_typed_over_leaves_nothing_behind()
    {
        await using var report = await chromium.Open(Shown.Million);
        await report.Page.FillAsync("#search", "port");
        await report.Page.WaitForFunctionAsync("() => selection.isSearch && selection.found.length > 0");

        await report.Search("node-38337");

        Assert.Equal(Enumerable.Repeat("node-38337", 8), await report.InView("a_device"));
    }

    [ChromiumFact]
    public async Task A_fabric_is_shown_alone()
    {
        await using var report = await chromium.Open(Shown.Small);
        await report.Page.SelectOptionAsync("#fabric", "storage");

        Assert.All(await report.InView("fabric"), fabric => Assert.Equal("storage", fabric));
        var storage = Shown.Small.Bundles.Where(b => b.Fabric == "storage").Sum(b => b.Links);
        Assert.Equal(FormattableString.Invariant($"{storage:N0} rows"), await report.Page.InnerTextAsync("#found"));
        Assert.All(await report.InView("fabric"), fabric => Assert.Equal("storage", fabric));
    }

    [ChromiumFact]
    public async Task Keys_move_through_rows_and_columns_and_Enter_opens_the_rack()
    {
        await using var report = await chromium.Open(Shown.Small);
        await report.Grid.FocusAsync();
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "End" }) await report.Page.Keyboard.PressAsync(key);
        var active = report.Page.Locator($"#{await report.Grid.GetAttributeAsync("aria-activedescendant")}");
        var row = (await report.Rows([2]))[0];
        Assert.Equal(row[22], await active.InnerTextAsync());
        Assert.Equal("4", await active.EvaluateAsync<string>("cell => cell.parentElement.getAttribute('aria-rowindex')"));
        await Assertions.Expect(active).ToBeInViewportAsync();

        for (var column = 22; column > 15; column--) await report.Page.Keyboard.PressAsync("ArrowLeft");
        await report.Page.Keyboard.PressAsync("Enter");

        Assert.Equal($"Rack {row[13]}", await report.Page.InnerTextAsync("#rack-title"));
    }

    [ChromiumFact]
    public async Task A_row_is_copied_for_a_spreadsheet()
    {
        await using var report = await chromium.Open(Shown.Small);
        await report.Page.Locator("#grid .line .a_port").First.ClickAsync();
        await report.Page.EvaluateAsync("document.addEventListener('copy', event => { window.copied = event.clipboardData.getData('text/plain'); })");

        await report.Page.ClickAsync("#copy");

        Assert.Equal(string.Join('\t', (await report.Rows([0]))[0]), await report.Page.EvaluateAsync<string>("window.copied"));
    }
}
