using System.Text;

namespace ClusterDsl.Artifacts.Csv;

/// <summary>
/// How a cell of a CSV file is enclosed: RFC 4180, and proof against spreadsheets. A cell that begins as a formula would
/// (=, +, -, @, a tab or a line break) gets an apostrophe in front, which spreadsheets read as "this is text".
/// Cells are made of pieces (a device's name is texts and numbers), so this is decided once for all cells of a column
/// part, from the texts they are made of, not for every cell.
/// </summary>
/// <param name="Open">What stands before the pieces.</param>
/// <param name="Close">What stands behind them.</param>
readonly record struct CsvCell(byte[] Open, byte[] Close)
{
    /// <summary>The enclosure of cells made of these texts, in this order. A number among them is any digit.</summary>
    public static CsvCell Of(params IEnumerable<string> pieces)
    {
        var text = string.Concat(pieces);
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n') return new("\"'"u8.ToArray(), "\""u8.ToArray());
        return text.AsSpan().ContainsAny(",\"\r\n") ? new("\""u8.ToArray(), "\""u8.ToArray()) : new([], []);
    }

    /// <summary>A piece as it stands inside any cell: an unquoted cell holds no quotes that could have been doubled.</summary>
    public static byte[] Piece(string text) => Encoding.UTF8.GetBytes(text.Replace("\"", "\"\""));

    /// <summary>A whole cell.</summary>
    public static byte[] Whole(string text)
    {
        var cell = Of(text);
        return [.. cell.Open, .. Piece(text), .. cell.Close];
    }
}
