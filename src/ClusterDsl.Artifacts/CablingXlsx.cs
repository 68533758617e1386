using ClusterDsl.Artifacts.Csv;
using ClusterDsl.Artifacts.Workbooks;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>cabling.xlsx</c>: the rows of <c>cabling.csv</c>, a sheet for each network, ready to be filtered and printed. A network with more rows than a sheet holds has several. Rows
/// come as in the CSV file, so that nothing has to be kept: the pages of a rack are those where it is <c>a_rack</c>, and a filter on it prints them alone.
/// </summary>
public sealed class CablingXlsx : SingleFile
{
    readonly int _mostRows;

    /// <summary>With sheets of as many rows as Excel opens.</summary>
    public CablingXlsx() : this(SheetWriter.MostRows) { }

    /// <summary>With sheets of so many rows, the header among them.</summary>
    internal CablingXlsx(int mostRows) => _mostRows = mostRows;

    static readonly HashSet<string> Numbers = ["leg", "speed_gbps", "a_u", "b_u", "length_m"];

    static readonly SheetColumn[] Columns = [.. CablingCsv.Columns.Select(name => new SheetColumn(name, Width(name), Numbers.Contains(name)))];

    /// <inheritdoc/>
    public override string Format => "xlsx";

    /// <inheritdoc/>
    public override string FileName => "cabling.xlsx";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        using var workbook = new WorkbookWriter(output);
        var networks = plan.Bundles.GroupBy(b => b.Fabric).ToList();
        foreach (var network in networks)
        {
            var sheet = Sheet(workbook, network.Key);
            var rows = new CsvRows(new CsvBlocks(Columns.Length, cells =>
            {
                if (sheet.Rows == _mostRows)
                {
                    sheet.Dispose();
                    sheet = Sheet(workbook, network.Key);
                }
                sheet.Write(cells);
            }));
            CablingCsv.Write(plan, network, rows);
            rows.Flush();
            sheet.Dispose();
        }
        // A workbook without a sheet is none.
        if (networks.Count == 0) Sheet(workbook, "cabling").Dispose();
    }

    static SheetWriter Sheet(WorkbookWriter workbook, string name) => new(workbook.Sheet(name), Columns, Array.IndexOf(CablingCsv.Columns, "a_rack"));

    /// <summary>Wide enough for what is usual in a column; a reader can draw it wider.</summary>
    static int Width(string column) => column switch
    {
        "leg" or "a_u" or "b_u" => 6,
        "a_rack" or "b_rack" or "length_m" or "media" => 9,
        "speed_gbps" or "a_port" or "b_port" or "a_site" or "b_site" or "a_hall" or "b_hall" => 12,
        "fabric" => 14,
        "a_label" or "b_label" => 30,
        _ => 24,
    };
}
