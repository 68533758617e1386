using System.Globalization;
using Xunit.Abstractions;

namespace ClusterDsl.Browser.Tests;

[Collection("Chromium")]
public sealed class MillionTests(Chromium chromium, ITestOutputHelper output)
{
    /// <summary>The times are printed; asserted is what does not depend on what else the machine does.</summary>
    [ChromiumFact]
    public async Task A_report_of_a_million_cables_is_small_and_holds_only_the_rows_in_view()
    {
        await using var report = await chromium.Open(Shown.Million);
        Assert.True(Shown.Million.Cables > 1_000_000);
        Assert.InRange(report.Bytes, 1, 1_000_000);
        Assert.InRange(await report.Page.Locator("#grid [role=row]").CountAsync(), 20, 60);

        var loaded = await report.Page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].loadEventEnd");
        var box = (await report.Grid.BoundingBoxAsync())!;
        await report.Page.EvaluateAsync("document.getElementById('grid').scrollIntoView({ behavior: 'instant', block: 'center' })");
        box = (await report.Grid.BoundingBoxAsync())!;
        await report.Page.Mouse.MoveAsync(box.X + 200, box.Y + 200);
        await report.Page.EvaluateAsync("() => { window.frames_ = []; let last = performance.now(); (function frame(now) { frames_.push(now - last); last = now; requestAnimationFrame(frame); })(last); }");
        for (var turn = 0; turn < 60; turn++)
        {
            await report.Page.Mouse.WheelAsync(0, 240);
            await Task.Delay(16);
        }
        var frames = await report.Page.EvaluateAsync<double[]>("frames_.slice(2).sort((a, b) => a - b)");
        await report.Page.WaitForFunctionAsync("() => document.querySelector('#grid').scrollTop > 0");

        var clock = System.Diagnostics.Stopwatch.StartNew();
        await report.Search("no row has this");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Shown.Million.Cables:N0} cables: {report.Bytes / 1024.0:N0} KiB, loaded in {loaded:N0} ms, frames while the wheel turns: median {frames[frames.Length / 2]:N1} ms, 95 % {frames[frames.Length * 95 / 100]:N1} ms, all rows searched in {clock.ElapsedMilliseconds:N0} ms"));
    }

    /// <summary>The wheel moves by pixels though the rows are taller than any element may be; the bar's end is the last row.</summary>
    [ChromiumFact]
    public async Task Scrolling_reaches_every_row()
    {
        await using var report = await chromium.Open(Shown.Million);
        await report.Page.EvaluateAsync("document.getElementById('grid').scrollTop = 900");
        await report.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('#grid .line')].some(line => line.getAttribute('aria-rowindex') === '32')");
        Assert.Equal((await report.Rows([30]))[0][0], (await report.InView("cable_id"))[0]);

        await report.Page.EvaluateAsync("document.getElementById('grid').scrollTop = 1e9");
        var last = Shown.Million.Links.ToString(CultureInfo.InvariantCulture);
        await report.Page.WaitForFunctionAsync("last => [...document.querySelectorAll('#grid .line')].some(line => !line.hidden && line.getAttribute('aria-rowindex') - 1 == last)", last);
        Assert.Equal((await report.Rows([Shown.Million.Links - 1]))[0][0], (await report.InView("cable_id"))[^1]);
    }
}
