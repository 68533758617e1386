using System.Globalization;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>Differences as a table: a row for each link, those of one finding under one number, and one for a finding without links.</summary>
public static class DifferencesCsv
{
    /// <summary>Writes the table.</summary>
    public static void Write(IReadOnlyList<Difference> differences, Stream output)
    {
        var rows = new CsvRows(output);
        rows.Write("finding", "rule", "cable_id", "fabric",
            "a_site", "a_hall", "a_rack", "a_u", "a_device", "a_port", "a_label", "a_leads_to",
            "b_site", "b_hall", "b_rack", "b_u", "b_device", "b_port", "b_label", "b_leads_to",
            "file", "line", "message");
        for (var i = 0; i < differences.Count; i++)
        {
            var (finding, links) = (differences[i].Finding, differences[i].Links);
            foreach (var link in links.DefaultIfEmpty(new DifferentLink("", "", Nowhere, Nowhere, "", "")))
                rows.Write([Number(i + 1), finding.Rule, link.CableId, link.Fabric, .. End(link.A, link.BuiltA), .. End(link.B, link.BuiltB), finding.At.File, Number(finding.At.Line), finding.Message]);
        }
        rows.Flush();
    }

    static readonly DifferentEnd Nowhere = new("", "", "", "", "", "", "");

    static string[] End(DifferentEnd end, string leadsTo) => [end.Site, end.Hall, end.Rack, end.Unit, end.Device, end.Port, end.Label, leadsTo];

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
