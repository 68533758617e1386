using System.Text;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>The rows of a CSV file (RFC 4180), each with the line it begins on.</summary>
static class CsvRecords
{
    /// <summary>A quoted cell may have line breaks in it, but not as many as a file whose quotes do not end.</summary>
    const int MostLines = 64;

    /// <summary>Each row; null where it cannot be one.</summary>
    public static IEnumerable<(int Line, List<string>? Cells)> Of(Stream input)
    {
        var (first, open) = (0, new StringBuilder());
        var lines = 0;
        foreach (var (number, text) in BoundedLines.Of(input))
        {
            if (lines++ == 0) first = number;
            if (text is not null) open.Append(open.Length > 0 ? "\n" : "").Append(text);
            var cells = text is null ? null : Split(open.ToString());
            // Its quotes are open: it goes on in the next line.
            if (text is not null && cells is null && lines < MostLines) continue;
            if (cells is null || cells.Count > 1 || cells[0].Length > 0) yield return (first, cells);
            (lines, open) = (0, open.Clear());
        }
        if (lines > 0) yield return (first, null);
    }

    /// <summary>The cells of a row; null where a quote does not end.</summary>
    public static List<string>? Split(string row)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var at = 0; ; at++)
        {
            cell.Clear();
            if (at < row.Length && row[at] == '"')
            {
                for (at++; ; at++)
                {
                    if (at >= row.Length) return null;
                    if (row[at] != '"') cell.Append(row[at]);
                    else if (at + 1 < row.Length && row[at + 1] == '"') cell.Append(row[at++]);
                    else break;
                }
                at++;
            }
            for (; at < row.Length && row[at] != ','; at++) cell.Append(row[at]);
            cells.Add(Unarmed(cell.ToString()));
            if (at >= row.Length) return cells;
        }
    }

    /// <summary>Without the apostrophe that keeps a spreadsheet from taking a text for a formula.</summary>
    static string Unarmed(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? cell[1..] : cell;
}
