using System.Text;
using CsvHelper;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>What an artefact writes, as text and as a CSV reader sees it.</summary>
static class Written
{
    public static string By(SingleFile artifact, Plan plan)
    {
        var output = new MemoryStream();
        artifact.Write(plan, output);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output.ToArray());
    }

    /// <summary>The rows under their header, read back by a reader that is not ours.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(SingleFile artifact, Plan plan)
    {
        using var csv = CsvReader.FromText(By(artifact, plan), CsvReaderOptions.Default);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        foreach (var row in csv) rows.Add(csv.Headers!.Zip(row.ToArray()).ToDictionary(cell => cell.First, cell => cell.Second));
        return rows;
    }
}
