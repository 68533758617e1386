using System.IO.Compression;
using System.Xml.Linq;

namespace ClusterDsl.EndToEnd.Tests;

public class CablingXlsxTests
{
    static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void A_sheet_holds_the_rows_of_the_cabling_plan()
    {
        var rows = Xml(Samples.Tiny(), "xl/worksheets/sheet1.xml").Descendants(Sheet + "row").Select(row => row.Elements(Sheet + "c").Select(c => c.Value).ToList()).ToList();
        var cabling = Written.By(new CablingCsv(), Samples.Tiny()).TrimEnd().Split('\n').Select(line => line.Split(',').ToList());
        Assert.Equal(cabling, rows);
    }

    [Fact]
    public void Numbers_are_numbers_and_texts_are_texts()
    {
        var row = Xml(Samples.Tiny(), "xl/worksheets/sheet1.xml").Descendants(Sheet + "row").ElementAt(1).Elements(Sheet + "c").ToList();
        string[] numbers = [.. row.Select((cell, column) => (cell, column)).Where(c => c.cell.Value.Length > 0 && c.cell.Attribute("t") is null).Select(c => $"{c.column}={c.cell.Value}")];
        // leg, speed_gbps, a_u, b_u, length_m
        Assert.Equal(["1=1", "3=400", "7=1", "14=5", "20=5"], numbers);
        Assert.All(row.Where(c => c.Attribute("t") is not null), c => Assert.Equal("str", c.Attribute("t")!.Value));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1,2")]
    [InlineData("@SUM(A1)")]
    [InlineData("a\u0001b _x0041_ ]]>")]
    public void A_name_is_no_formula_and_no_markup(string name)
    {
        var plan = Samples.Tiny();
        plan = plan with { Groups = plan.Groups.Select(g => g with { Name = Samples.Numbered(name, 1) }).ToSeq() };
        var sheet = Xml(plan, "xl/worksheets/sheet1.xml");
        Assert.Empty(sheet.Descendants(Sheet + "f"));
        var read = sheet.Descendants(Sheet + "row").ElementAt(1).Elements(Sheet + "c").ElementAt(8);
        Assert.Equal("str", read.Attribute("t")!.Value);
        Assert.Equal(("=+@".Contains(name[0]) ? "'" : "") + name.Replace("\u0001", "\uFFFD").Replace("_x0041_", "_x005F_x0041_") + "1", read.Value);
    }

    [Fact]
    public void Each_network_has_a_sheet_of_a_name_that_Excel_takes()
    {
        string[] networks = ["compute", "Compute", "a/b[c]:*?\\", "'quoted'", "History", new string('x', 40), new string('x', 39), ""];
        var plan = Samples.Tiny();
        plan = plan with { Bundles = networks.Select((network, i) => plan.Bundles[1] with { Id = $"{i}", Fabric = network }).ToSeq() };
        var names = Xml(plan, "xl/workbook.xml").Descendants(Sheet + "sheet").Select(s => s.Attribute("name")!.Value).ToList();
        Assert.Equal(["compute", "Compute (2)", "a_b_c_____", "quoted", "History (2)", new string('x', 31), new string('x', 27) + " (2)", "sheet"], names);
    }

    [Fact]
    public void A_page_ends_where_the_rack_does()
    {
        var sheet = Xml(Samples.Tiny(), "xl/worksheets/sheet1.xml");
        // Rows 2 to 5 are of A01, 6 to 9 of A02, 10 to 13 of A03; the storage heads stand in no rack.
        Assert.Equal(["5", "9", "13"], sheet.Descendants(Sheet + "brk").Select(b => b.Attribute("id")!.Value));
        Assert.Equal("A1:W15", sheet.Descendants(Sheet + "autoFilter").Single().Attribute("ref")!.Value);
        Assert.Equal("frozen", sheet.Descendants(Sheet + "pane").Single().Attribute("state")!.Value);
        Assert.Equal("landscape", sheet.Descendants(Sheet + "pageSetup").Single().Attribute("orientation")!.Value);
        Assert.Equal("'compute'!$1:$1", Xml(Samples.Tiny(), "xl/workbook.xml").Descendants(Sheet + "definedName").Single().Value);
    }

    [Fact]
    public void A_plan_without_cables_is_a_workbook_with_a_header() =>
        Assert.Single(Xml(Samples.Tiny() with { Bundles = Seq<Bundle>.Empty }, "xl/worksheets/sheet1.xml").Descendants(Sheet + "row"));

    [Fact]
    public void The_same_plan_gives_the_same_bytes() => Assert.Equal(Bytes(Samples.Tiny()), Bytes(Samples.Tiny()));

    static byte[] Bytes(Plan plan)
    {
        var output = new MemoryStream();
        new CablingXlsx().Write(plan, output);
        return output.ToArray();
    }

    static XDocument Xml(Plan plan, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes(plan)));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        using var file = zip.GetEntry(part)!.Open();
        return XDocument.Load(file);
    }
}
