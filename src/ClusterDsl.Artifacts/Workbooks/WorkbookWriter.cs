using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ClusterDsl.Artifacts.Workbooks;

/// <summary>
/// A workbook written sheet by sheet into a zip file as it comes. The packages of the library keep their parts in memory until they are closed, so only its writer of elements
/// is used; the few files around the sheets are written at the end, when these are known.
/// </summary>
sealed class WorkbookWriter(Stream output) : IDisposable
{
    const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The date of every file in it: the earliest that zip knows.</summary>
    static readonly DateTimeOffset Date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    readonly SheetNames _names = new();
    readonly List<string> _sheets = [];

    /// <summary>Begins a sheet; the one before must have been closed.</summary>
    public Stream Sheet(string wishedName)
    {
        _sheets.Add(_names.For(wishedName));
        return File($"xl/worksheets/sheet{_sheets.Count}.xml");
    }

    public void Dispose()
    {
        using (var file = File("xl/workbook.xml"))
        using (var writer = OpenXmlWriter.Create(file))
        {
            writer.WriteStartDocument();
            writer.WriteStartElement(new Workbook());
            writer.WriteStartElement(new Sheets());
            for (var i = 0; i < _sheets.Count; i++) writer.WriteElement(new Sheet { Name = _sheets[i], SheetId = (uint)i + 1, Id = $"rId{i + 1}" });
            writer.WriteEndElement();
            // Every printed page begins with the header.
            writer.WriteElement(new DefinedNames(_sheets.Select((name, i) => new DefinedName($"'{name.Replace("'", "''")}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i })));
            writer.WriteEndElement();
        }
        using (var file = File("xl/styles.xml"))
        using (var writer = OpenXmlWriter.Create(file))
        {
            writer.WriteStartDocument();
            writer.WriteElement(Styles());
        }
        Text("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{PackageRelationships}\">{string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"styles\" Type=\"{Relationships}/styles\" Target=\"styles.xml\"/></Relationships>");
        Text("_rels/.rels", $"<Relationships xmlns=\"{PackageRelationships}\"><Relationship Id=\"rId1\" Type=\"{Relationships}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Text("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Kind}.styles+xml\"/>"
            + string.Concat(_sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"{Kind}.worksheet+xml\"/>")) + "</Types>");
        _zip.Dispose();
    }

    /// <summary>The look of cells: 0 as they come, 1 the header.</summary>
    static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE4E8ED" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true }),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    void Text(string path, string xml)
    {
        using var file = new StreamWriter(File(path));
        file.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
    }

    Stream File(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        (entry.LastWriteTime, entry.ExternalAttributes) = (Date, 0);
        return entry.Open();
    }
}
