using Microsoft.Playwright;

namespace ClusterDsl.Browser.Tests;

/// <summary>An open report. When it is closed, nothing must have gone wrong in it and nothing been asked of a network.</summary>
public sealed class ReportPage : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("clusterdsl-report").FullName;
    readonly List<string> _faults = [];

    ReportPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>How large the file is.</summary>
    public long Bytes { get; private set; }

    public ILocator Grid => Page.Locator("#grid");

    public static async Task<ReportPage> Open(IPage page, Plan plan)
    {
        var report = new ReportPage(page);
        var file = Path.Combine(report._folder, "report.html");
        using (var output = File.Create(file)) new ReportHtml().Write(plan, output);
        report.Bytes = new FileInfo(file).Length;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") report._faults.Add(message.Text); };
        page.PageError += (_, error) => report._faults.Add(error);
        page.Request += (_, request) => { if (request.Url != new Uri(file).AbsoluteUri) report._faults.Add($"asks for {request.Url}"); };
        page.Dialog += (_, dialog) => report._faults.Add($"opens a dialog: {dialog.Message}");
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return report;
    }

    /// <summary>Rows as the page computes them.</summary>
    public Task<string[][]> Rows(IEnumerable<long> numbers) => Page.EvaluateAsync<string[][]>("numbers => numbers.map(number => cabling.row(number))", numbers.ToArray());

    /// <summary>Types a search and waits for its end; what the page says of it.</summary>
    public async Task<string> Search(string text)
    {
        await Page.FillAsync("#search", text);
        await Page.WaitForFunctionAsync("text => selection.words.join(' ') === text.toLowerCase() && document.getElementById('searching').hidden", text);
        return await Page.InnerTextAsync("#found");
    }

    /// <summary>A column of the rows in view, from the top.</summary>
    public async Task<string[]> InView(string column) => await Page.EvaluateAsync<string[]>("""
        column => [...document.querySelectorAll('#grid .line')].filter(line => !line.hidden)
            .sort((a, b) => a.getAttribute('aria-rowindex') - b.getAttribute('aria-rowindex')).map(line => line.querySelector('.' + column).textContent)
        """, column);

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        Assert.Empty(_faults);
    }
}
