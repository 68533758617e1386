namespace ClusterDsl.EndToEnd.Tests;

public sealed class ArtifactFolderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    static IReadOnlyList<Artifact> Defaults { get; } = [.. Artifact.All.Where(artifact => artifact.IsDefault)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_artefact_lies_in_the_clusters_folder()
    {
        var files = ArtifactFolder.Write(Samples.Tiny(), _folder.Path, Defaults);

        Assert.Equal(["tiny/bom.csv", "tiny/cabling.csv", "tiny/devices.csv", "tiny/findings.sarif", "tiny/floor.svg", "tiny/plan.json", "tiny/report.html", "tiny/topology.svg", "tiny/trunks.csv"], _folder.Files);
        Assert.Equal(_folder.Files, files.Select(f => Path.GetRelativePath(_folder.Path, f).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_write_that_fails_leaves_every_old_file_and_nothing_else()
    {
        ArtifactFolder.Write(Samples.Tiny(), _folder.Path, Defaults);
        var old = File.ReadAllBytes(_folder["tiny", "devices.csv"]);
        var other = Samples.Tiny() with { Groups = Samples.Tiny().Groups.Select(g => g with { Count = 1 }).ToSeq() };

        Assert.Throws<IOException>(() => ArtifactFolder.Write(other, _folder.Path, [new DevicesCsv(), new Broken()]));

        Assert.Equal(old, File.ReadAllBytes(_folder["tiny", "devices.csv"]));
        Assert.Equal(9, _folder.Files.Count);
    }

    [Fact]
    public void A_file_that_would_not_change_keeps_its_date()
    {
        ArtifactFolder.Write(Samples.Tiny(), _folder.Path, Defaults);
        foreach (var file in _folder.Files) File.SetLastWriteTimeUtc(_folder[file], DateTime.UnixEpoch);
        File.AppendAllText(_folder["tiny", "devices.csv"], "a note");
        var withoutFindings = Samples.Tiny() with { Findings = Seq<Finding>.Empty };

        ArtifactFolder.Write(withoutFindings, _folder.Path, Defaults);

        Assert.Equal(["tiny/devices.csv", "tiny/findings.sarif", "tiny/plan.json", "tiny/report.html"],
            _folder.Files.Where(file => File.GetLastWriteTimeUtc(_folder[file]) > DateTime.UnixEpoch));
        Assert.DoesNotContain("a note", File.ReadAllText(_folder["tiny", "devices.csv"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../out")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("/tmp")]
    [InlineData("C:x")]
    [InlineData("a\0")]
    [InlineData("a\nb")]
    [InlineData("nul")]
    [InlineData("COM1.csv")]
    [InlineData("dot.")]
    [InlineData("space ")]
    [InlineData("<b>")]
    [InlineData("\"q\"")]
    public void A_name_that_could_leave_the_folder_or_trouble_a_system_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => ArtifactFolder.Write(Samples.Tiny(name), _folder.Path, Defaults));
        Assert.Empty(_folder.Files);
    }

    [Theory]
    [InlineData("superpod-4su")]
    [InlineData("=cluster")]
    [InlineData("a, b & 東京")]
    [InlineData("..x")]
    public void Other_names_are_folders(string name)
    {
        ArtifactFolder.Write(Samples.Tiny(name), _folder.Path, [new PlanFile()]);

        Assert.Equal([name + "/plan.json"], _folder.Files);
    }

    sealed class Broken : SingleFile
    {
        public override string Format => "broken";
        public override string FileName => "broken.txt";
        public override void Write(Plan plan, Stream output)
        {
            output.WriteByte(1);
            throw new IOException("disk full");
        }
    }
}
