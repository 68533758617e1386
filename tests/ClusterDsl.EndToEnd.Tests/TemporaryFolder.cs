namespace ClusterDsl.EndToEnd.Tests;

/// <summary>A folder for one test; gone when the test is. Its path has in it what paths have and scripts stumble over.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cluster é'$HOME ").FullName;

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
