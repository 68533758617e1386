using CsvHelper;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>A CSV file as a reader that is not ours reads it, row by row: some are larger than one would keep in memory.</summary>
sealed class CsvTable(string path) : IEnumerable<CsvTable.Row>
{
    /// <summary>A row; its cells by the name of their column.</summary>
    public sealed record Row(IReadOnlyDictionary<string, int> Columns, string[] Cells)
    {
        public string this[string column] => Cells[Columns[column]];
    }

    public IEnumerator<Row> GetEnumerator()
    {
        using var csv = CsvReader.FromFile(path, CsvReaderOptions.Default);
        if (!csv.Read()) yield break;
        var columns = csv.Headers!.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i);
        do yield return new Row(columns, [.. Enumerable.Range(0, columns.Count).Select(csv.GetString)]);
        while (csv.Read());
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
