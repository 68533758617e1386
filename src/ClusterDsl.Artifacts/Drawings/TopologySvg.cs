using ClusterDsl.Artifacts.Drawings;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary><c>topology.svg</c>: the networks by tier, to be looked at; the same few shapes for two GPUs and for a million.</summary>
public sealed class TopologySvg : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "topology";

    /// <inheritdoc/>
    public override bool IsDefault => true;

    /// <inheritdoc/>
    public override string FileName => "topology.svg";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        using var lines = Lines.On(output);
        TopologyDrawing.Write(plan, lines);
        lines.WriteLine();
    }
}
