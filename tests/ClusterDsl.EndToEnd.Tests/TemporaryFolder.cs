namespace ClusterDsl.EndToEnd.Tests;

/// <summary>A folder for one test, with a space in its path; gone when the test is.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cluster dsl ").FullName;

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
