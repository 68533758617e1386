using System.Text;
using CsvHelper;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>What an artefact writes, as text and as a CSV reader sees it.</summary>
static class Written
{
    public static string By(Artifact artifact, Plan plan)
    {
        var output = new MemoryStream();
        artifact.Files(plan).Single().Write(output);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output.ToArray());
    }

    /// <summary>The files of a format by their names.</summary>
    public static IReadOnlyDictionary<string, string> Files(Artifact artifact, Plan plan) => artifact.Files(plan).ToDictionary(file => file.Name, file =>
    {
        var output = new MemoryStream();
        file.Write(output);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output.ToArray());
    });

    /// <summary>The rows under their header, read back by a reader that is not ours.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(SingleFile artifact, Plan plan) => Rows(By(artifact, plan));

    /// <inheritdoc cref="Rows(SingleFile, Plan)"/>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string text)
    {
        using var csv = CsvReader.FromText(text, CsvReaderOptions.Default);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        foreach (var row in csv) rows.Add(csv.Headers!.Zip(row.ToArray()).ToDictionary(cell => cell.First, cell => cell.Second));
        return rows;
    }
}
