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

    /// <summary>Prints the sheets with their rows and checks that each is as ready to be read as the first; all rows together are those of the cabling plan.</summary>
    const string CheckRolledOver =
        """
        import csv, sys, openpyxl
        folder, most = sys.argv[1], int(sys.argv[2])
        header, *expected = csv.reader(open(folder + "/cabling.csv", newline="", encoding="utf-8"))
        book = openpyxl.load_workbook(folder + "/cabling.xlsx")
        found = []
        for sheet in book.worksheets:
            first, *rest = [["" if c.value is None else str(c.value) for c in row] for row in sheet.iter_rows()]
            assert first == header, first
            assert 0 < len(rest) < most, len(rest)
            assert len(sheet.title) <= 31, sheet.title
            assert sheet.freeze_panes == "A2" and sheet.print_title_rows == "$1:$1", (sheet.title, sheet.print_title_rows)
            assert sheet.auto_filter.ref == "A1:W%d" % (len(rest) + 1), sheet.auto_filter.ref
            assert all(b.id <= len(rest) for b in sheet.row_breaks.brk)
            found += rest
            print(sheet.title, len(rest), sep="|")
        assert len({s.title.lower() for s in book.worksheets}) == len(book.worksheets)
        assert sorted(found) == sorted(expected)
        """;

    /// <summary>Excel opens no sheet of more than 1,048,576 rows; smaller sheets roll over as those do.</summary>
    [OpenpyxlTheory]
    [InlineData("compute", "compute")]
    [InlineData("a network whose name is longer than a sheet's may be", "a network whose name is longer ")]
    [InlineData("it's [1]: a/b?", "it's _1__ a_b_")]
    public void A_network_with_more_rows_than_a_sheet_holds_goes_on_in_the_next(string network, string title)
    {
        var plan = Exports.Example("DgxSuperPod", "superpod-1su");
        var links = plan.Bundles.Where(b => b.Fabric == "compute").Sum(b => b.Links);
        plan = plan with { Bundles = plan.Bundles.Where(b => b.Fabric == "compute").Select(b => b with { Fabric = network }).ToSeq() };
        // Two sheets are full to the last row, and the third holds what is left.
        var full = (links - 1) / 2;
        using var exports = new Exports(plan, new CablingCsv(), new CablingXlsx((int)full + 1));
        Assert.Equal((0, $"{Title(1)}|{full}\n{Title(2)}|{full}\n{Title(3)}|{links - 2 * full}\n"), Tool.Run(Python, ["-c", CheckRolledOver, exports.Folder, $"{full + 1}"]));

        string Title(int number) => number == 1 ? title.TrimEnd() : $"{title[..Math.Min(title.Length, 31 - 4)].TrimEnd()} ({number})";
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
