using Microsoft.Playwright;

namespace ClusterDsl.Browser.Tests;

/// <summary>Debian's Chromium, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    const string Program = "/usr/bin/chromium";

    IPlaywright? _playwright;
    IBrowser? _browser;

    /// <summary>Why a test cannot run; null where it can. Where everything is meant to be tested, a missing program is a failure.</summary>
    public static string? Missing(params string[] files) =>
        Environment.GetEnvironmentVariable("CI") == "true" || files.Append(Program).FirstOrDefault(file => !File.Exists(file)) is not { } missing ? null
            : $"{missing} is not installed (.ci/run installs it)";

    public async Task InitializeAsync()
    {
        if (Missing() is not null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] });
    }

    /// <summary>The report of a plan in a page of its own.</summary>
    public async Task<ReportPage> Open(Plan plan, int width = 1440, int height = 900, ColorScheme colours = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours });
        return await ReportPage.Open(await context.NewPageAsync(), plan);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>The tests of one browser.</summary>
[CollectionDefinition("Chromium")]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;

/// <summary>A test in a browser; skipped where there is none.</summary>
sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.Missing();
}

/// <summary>The same, for several cases.</summary>
sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Chromium.Missing();
}
