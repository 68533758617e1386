namespace ClusterDsl.Interop.Tests;

/// <summary>The drawings are sound XML to a reader that is not ours, and a renderer finds something in them.</summary>
public sealed class DrawingTests
{
    public static TheoryData<string, string> Clusters => new()
    {
        { "DgxSuperPod", "superpod-whole" },
        { "AlibabaHpn", "hpn-pod" },
        { "Leonardo", "leonardo" },
        { "TwoSites", "two-campuses" },
        { "StructuredHall", "structured-hall" },
    };

    [ToolTheory("xmllint"), MemberData(nameof(Clusters))]
    public void The_drawings_are_sound_XML(string example, string cluster)
    {
        using var exports = new Exports(Exports.Example(example, cluster), new TopologySvg(), new FloorSvg());
        foreach (var file in new[] { "topology.svg", "floor.svg" }) Assert.Equal((0, ""), Tool.Run("xmllint", ["--noout", "--nonet", exports[file]]));
    }

    [ToolTheory("rsvg-convert"), MemberData(nameof(Clusters))]
    public void The_drawings_can_be_rendered(string example, string cluster)
    {
        using var exports = new Exports(Exports.Example(example, cluster), new TopologySvg(), new FloorSvg());
        foreach (var file in new[] { "topology.svg", "floor.svg" })
        {
            Assert.Equal((0, ""), Tool.Run("rsvg-convert", ["-o", exports[file + ".png"], exports[file]]));
            // An empty page of this size is a few kilobytes.
            Assert.True(new FileInfo(exports[file + ".png"]).Length > 20_000);
        }
    }
}
