using System.Text;
using ClusterDsl.Artifacts.Report;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>report.html</c>: the plan for people, one file that needs nothing else. Figures, drawings, findings and the bill are written here; the rows of the
/// cabling table and the racks are computed by the page from the plan in it, so that the file does not grow with the cluster. Its policy lets
/// nothing be fetched, and nothing run but its own script.
/// </summary>
public sealed class ReportHtml : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "report";

    /// <inheritdoc/>
    public override bool IsDefault => true;

    /// <inheritdoc/>
    public override string FileName => "report.html";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        var bill = BillOfMaterials.Of(plan);
        var drawings = new DrawingsSection(plan);
        output.Write(Encoding.UTF8.GetBytes(PageText.Fill(new Dictionary<string, string>
        {
            ["policy"] = $"default-src 'none'; base-uri 'none'; form-action 'none'; script-src {PageText.Hash(PageText.Script)}; "
                + $"style-src {string.Join(' ', drawings.Styles.Prepend(PageText.Style).Select(PageText.Hash))}",
            ["title"] = Markup.Of($"{plan.Name}: cluster plan").Html,
            ["style"] = PageText.Style,
            ["name"] = Markup.Of($"{plan.Name}").Html,
            ["summary"] = Markup.Of($"{PlanSummary.Line(plan)}").Html,
            ["overview"] = OverviewSection.Of(plan, bill).Html,
            ["drawn"] = drawings.Links.Html,
            ["drawings"] = drawings.Html.Html,
            ["findings"] = FindingsSection.Of(plan).Html,
            ["links"] = Figures.Number(plan.Links),
            ["bill"] = BillSection.Of(bill).Html,
            ["plan"] = Data(PlanJson.Write(plan)),
            ["panels"] = Data(PanelRuns.Json(plan)),
            ["script"] = PageText.Script,
        })));
    }

    /// <summary>No text in JSON can end the element that holds it, or begin a comment in it.</summary>
    static string Data(string json) => json.Replace("<", "\\u003c");
}
