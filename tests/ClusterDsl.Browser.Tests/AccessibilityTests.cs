using System.Text.Json;
using Microsoft.Playwright;

namespace ClusterDsl.Browser.Tests;

[Collection("Chromium")]
public sealed class AccessibilityTests(Chromium chromium)
{
    static readonly string Axe = Path.Combine(Shown.Metadata("Repository"), "tests", "ClusterDsl.Browser.Tests", "node_modules", "axe-core", "axe.min.js");

    /// <summary>By day and by night, on a desk and on a phone: WCAG 2.2 AA and axe's best practices.</summary>
    [AxeTheory]
    [InlineData("DgxSuperPod", "superpod-whole", 1440, ColorScheme.Light)]
    [InlineData("DgxSuperPod", "superpod-whole", 1440, ColorScheme.Dark)]
    [InlineData("StructuredHall", "structured-hall", 390, ColorScheme.Light)]
    [InlineData("TwoSites", "two-campuses", 390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_to_complain_about(string example, string cluster, int width, ColorScheme colours)
    {
        await using var report = await chromium.Open(Shown.Example(example, cluster), width, colours: colours);
        await report.Grid.FocusAsync();
        await report.Page.EvaluateAsync(await File.ReadAllTextAsync(Axe));

        var violations = await report.Page.EvaluateAsync<JsonElement>("axe.run().then(result => result.violations.map(v => ({ rule: v.id, help: v.help, where: v.nodes.map(n => n.target.join(' ')).slice(0, 5) })))");

        Assert.Equal("[]", violations.GetRawText());
    }

    [ChromiumFact]
    public async Task The_first_key_leads_past_everything_to_the_cables()
    {
        await using var report = await chromium.Open(Shown.Small);
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the cabling table", await report.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await report.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(report.Page.Locator("#cables-title")).ToBeInViewportAsync();
    }

    [ChromiumFact]
    public async Task On_a_phone_nothing_but_tables_is_wider_than_the_screen()
    {
        await using var report = await chromium.Open(Shown.Example("DgxSuperPod", "superpod-whole"), 390, 844);

        Assert.Equal(390, await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        // A row is a card: both ends and the cable.
        foreach (var cell in new[] { ".a_device", ".a_port", ".a_rack", ".b_device", ".b_port", ".b_rack", ".part" })
            await Assertions.Expect(report.Page.Locator($"#grid .line >> {cell}").First).ToBeVisibleAsync();
    }

    sealed class AxeTheoryAttribute : TheoryAttribute
    {
        public AxeTheoryAttribute() => Skip = Chromium.Missing(Axe);
    }
}
