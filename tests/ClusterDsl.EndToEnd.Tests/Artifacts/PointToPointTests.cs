using System.IO.Compression;
using System.Xml.Linq;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>The point-to-point workbook, its cells read from the XML that is in it.</summary>
public class PointToPointTests
{
    static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void A_row_has_both_ends_of_a_link_by_rack_unit_name_and_port()
    {
        var plan = Samples.Tiny() with { Fabrics = Seq.Of(Samples.Tiny().Fabrics[0] with { Protocol = "Ethernet RoCEv2" }) };
        var rows = Rows(plan);
        Assert.Equal("A-Rack,A-U,A-Node Name,A-Type,A-Port,Z-Rack,Z-RU,Z-Node Name,Z-Type,Z-Port", rows[0]);
        Assert.Equal("A01,1,dgx-01,Host,rail1,A03,5,leaf-1,Switch,swp1s0", rows[1]);
        Assert.Equal("A01,1,dgx-01,Host,rail2,A03,6,leaf-2,Switch,swp1s0", rows[2]);
        Assert.Equal("A01,3,dgx-02,Host,rail1,A03,5,leaf-1,Switch,swp1s1", rows[3]);
        Assert.Equal("A03,5,leaf-1,Switch,swp3s0,A03,8,spine-1,Switch,swp1s0", rows[9]);
        Assert.Equal(",,store-2,Host,rail1,A03,5,leaf-1,Switch,swp4s1", rows[14]);
        Assert.Equal(15, rows.Count);
    }

    [Fact]
    public void InfiniBand_is_left_out_as_its_header_is_not_known()
    {
        Assert.Equal(["A-Rack,A-U,A-Node Name,A-Type,A-Port,Z-Rack,Z-RU,Z-Node Name,Z-Type,Z-Port"], Rows(Samples.Tiny()));
        Assert.Contains(new PointToPoint().LeftOut(Samples.Tiny()), f => f.Message.Contains("`compute` is InfiniBand"));
    }

    static List<string> Rows(Plan plan)
    {
        var output = new MemoryStream();
        new PointToPoint().Write(plan, output);
        using var workbook = new ZipArchive(output);
        using var sheet = workbook.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(sheet).Descendants(Sheet + "row").Select(row => string.Join(",", row.Elements(Sheet + "c").Select(c => c.Value)))];
    }
}
