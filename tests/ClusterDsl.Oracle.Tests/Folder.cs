namespace ClusterDsl.Oracle.Tests;

/// <summary>A folder for what one test writes; gone when the test is.</summary>
sealed class Folder : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("clusterdsl-oracle").FullName;
    int _clusters;

    /// <summary>Writes what the judge reads of a plan, and says where.</summary>
    public string Write(Plan plan)
    {
        ArtifactFolder.Write(plan, Path.Combine(_root, (++_clusters).ToString()), [new PlanFile(), new CablingCsv(), new DevicesCsv()]);
        return Path.Combine(_root, _clusters.ToString(), plan.Name);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
