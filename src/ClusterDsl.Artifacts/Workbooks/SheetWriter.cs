using System.Globalization;
using System.Text.RegularExpressions;
using ClusterDsl.Artifacts.Wiring;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ClusterDsl.Artifacts.Workbooks;

// Inside the namespace: a cell of a fabric has the same name.
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

/// <summary>A column of a sheet.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Width">In characters.</param>
/// <param name="IsNumber">Whether its cells are numbers; a cell that is empty is no number.</param>
sealed record SheetColumn(string Name, int Width, bool IsNumber);

/// <summary>
/// One sheet, row by row: its header stays in sight and stands on every printed page, every column has a filter, pages lie across and are as wide as the columns. A page ends where
/// the rack does, as long as Excel takes so many breaks. Texts are texts whatever they begin with: no cell is a formula.
/// </summary>
sealed partial class SheetWriter : IDisposable
{
    /// <summary>Rows of a sheet that Excel opens, the header among them.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Breaks that Excel takes.</summary>
    const int MostBreaks = 1_023;

    /// <summary>Characters of a cell that Excel takes.</summary>
    const int MostLetters = 32_767;

    readonly OpenXmlWriter _xml;
    readonly Stream _file;
    readonly IReadOnlyList<SheetColumn> _columns;
    readonly int _breakColumn;
    readonly List<uint> _breaks = [];
    readonly Row _row = new();
    readonly Cell _empty = new();
    readonly Cell _number = new() { CellValue = new CellValue() };
    readonly Cell _text = new() { DataType = CellValues.String, CellValue = new CellValue() };
    string? _last;

    /// <summary>Begins a sheet.</summary>
    /// <param name="file">What it is written into; closed with it.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="breakColumn">A page ends where the text of this column changes.</param>
    public SheetWriter(Stream file, IReadOnlyList<SheetColumn> columns, int breakColumn)
    {
        (_file, _columns, _breakColumn) = (file, columns, breakColumn);
        _xml = OpenXmlWriter.Create(file);
        _xml.WriteStartDocument();
        _xml.WriteStartElement(new Worksheet());
        _xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        _xml.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        _xml.WriteElement(new Columns(columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
        _xml.WriteStartElement(new SheetData());
        _xml.WriteStartElement(_row);
        foreach (var column in columns) _xml.WriteElement(new Cell(new CellValue(column.Name)) { DataType = CellValues.String, StyleIndex = 1 });
        _xml.WriteEndElement();
    }

    /// <summary>Rows so far, the header among them.</summary>
    public int Rows { get; private set; } = 1;

    public void Write(string[] cells)
    {
        if (_last is not null && cells[_breakColumn] != _last && _breaks.Count <= MostBreaks) _breaks.Add((uint)Rows);
        _last = cells[_breakColumn];
        Rows++;
        _xml.WriteStartElement(_row);
        for (var c = 0; c < cells.Length; c++)
        {
            if (cells[c].Length == 0) _xml.WriteElement(_empty);
            else if (_columns[c].IsNumber && decimal.TryParse(cells[c], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)) Write(_number, cells[c]);
            else Write(_text, Legal(cells[c]));
        }
        _xml.WriteEndElement();
    }

    void Write(Cell cell, string text)
    {
        cell.CellValue!.Text = text;
        _xml.WriteElement(cell);
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteElement(new AutoFilter { Reference = $"A1:{Letters(_columns.Count)}{Rows.ToString(CultureInfo.InvariantCulture)}" });
        _xml.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.2, Footer = 0.3 });
        _xml.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        _xml.WriteElement(new HeaderFooter(new OddFooter("&L&A&R&P / &N")));
        if (_breaks.Count is > 0 and <= MostBreaks)
            _xml.WriteElement(new RowBreaks(_breaks.Select(row => new Break { Id = row, Max = 16_383, ManualPageBreak = true })) { Count = (uint)_breaks.Count, ManualBreakCount = (uint)_breaks.Count });
        _xml.WriteEndElement();
        _xml.Dispose();
        _file.Dispose();
    }

    /// <summary>The name of a column by its number from 1, as far as Z.</summary>
    static char Letters(int column) => (char)('A' + column - 1);

    /// <summary>What XML and Excel take; where a text reads like an escape of theirs, its underscore is escaped.</summary>
    static string Legal(string text)
    {
        var legal = LegalXml.Clean(text.Length > MostLetters ? text[..MostLetters] : text);
        return legal.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(legal, "_x005F_") : legal;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
