namespace ClusterDsl.Interop.Tests;

/// <summary>openpyxl reads from the workbook what a CSV reader reads from the cabling plan.</summary>
public sealed class WorkbookTests
{
    const string Python = "/usr/bin/python3";

    /// <summary>Compares cell by cell, numbers as numbers, and checks what a reader of the sheets needs.</summary>
    const string Check =
        """
        import csv, sys, openpyxl
        folder, column = sys.argv[1], lambda name: header.index(name)
        header, *rows = csv.reader(open(folder + "/cabling.csv", newline="", encoding="utf-8"))
        numbers = {"leg", "speed_gbps", "a_u", "b_u", "length_m"}
        def cell(name, text): return None if text == "" else float(text) if name in numbers else text
        expected = [[cell(n, t) for n, t in zip(header, row)] for row in rows]
        book = openpyxl.load_workbook(folder + "/cabling.xlsx")
        found = []
        for sheet in book.worksheets:
            first, *rest = [[float(c.value) if c.data_type == "n" and c.value is not None else c.value for c in row] for row in sheet.iter_rows()]
            assert first == header, first
            assert {row[column("fabric")] for row in rest} == {sheet.title}, sheet.title
            assert sheet.freeze_panes == "A2" and sheet.print_title_rows == "$1:$1"
            assert sheet.auto_filter.ref == "A1:W%d" % (len(rest) + 1), sheet.auto_filter.ref
            assert sheet.page_setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage
            assert all(c.data_type != "f" for row in sheet.iter_rows() for c in row)
            found += rest
        assert found == expected if len(book.worksheets) == 1 else sorted(map(str, found)) == sorted(map(str, expected))
        print(len(found))
        """;

    [OpenpyxlTheory]
    [InlineData("DgxSuperPod", "superpod-whole")]
    [InlineData("StructuredHall", "structured-hall")]
    [InlineData("TwoSites", "two-campuses")]
    public void Openpyxl_finds_the_rows_of_the_cabling_plan(string example, string cluster)
    {
        var plan = Exports.Example(example, cluster);
        using var exports = new Exports(plan, new CablingCsv(), new CablingXlsx());
        Assert.Equal((0, $"{plan.Links}\n"), Tool.Run(Python, ["-c", Check, exports.Folder]));
    }

    [OpenpyxlTheory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("@SUM(1,2)")]
    public void Openpyxl_reads_a_name_that_begins_as_a_formula_as_text(string name)
    {
        var plan = Exports.Example("DgxSuperPod", "superpod-1su");
        plan = plan with { Groups = plan.Groups.Select(g => g with { Name = new NameTemplate(g.Name.Parts.Select((p, i) => i == 0 ? p with { Text = name } : p).ToSeq()) }).ToSeq() };
        using var exports = new Exports(plan, new CablingCsv(), new CablingXlsx());
        Assert.Equal((0, $"{plan.Links}\n"), Tool.Run(Python, ["-c", Check, exports.Folder]));
    }

    sealed class OpenpyxlTheoryAttribute : TheoryAttribute
    {
        public OpenpyxlTheoryAttribute() => Skip = Environment.GetEnvironmentVariable("CI") == "true" || (Tool.Missing(Python) is null && Tool.Run(Python, ["-c", "import openpyxl"]).Code == 0)
            ? null : "no Python with openpyxl is installed (Debian: python3-openpyxl)";
    }
}
