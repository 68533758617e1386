using ClusterDsl.Artifacts.Drawings;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary><c>floor.svg</c>: the halls from above, to scale; nothing where a plan has none.</summary>
public sealed class FloorSvg : Artifact
{
    /// <inheritdoc/>
    public override string Format => "floor";

    /// <inheritdoc/>
    public override bool IsDefault => true;

    /// <inheritdoc/>
    public override IEnumerable<ArtifactFile> Files(Plan plan)
    {
        if (FloorDrawing.IsFor(plan)) yield return new ArtifactFile("floor.svg", output => Write(plan, output));
    }

    static void Write(Plan plan, Stream output)
    {
        using var lines = Lines.On(output);
        FloorDrawing.Write(plan, lines);
        lines.WriteLine();
    }
}
