namespace ClusterDsl.Artifacts;

/// <summary>A file that a plan is written in: the same bytes on every machine and in every culture.</summary>
public abstract class Artifact
{
    /// <summary>Every artefact, in the order they are written.</summary>
    public static IReadOnlyList<Artifact> All { get; } =
        [new CablingCsv(), new TrunksCsv(), new DevicesCsv(), new BomCsv(), new PlanFile(), new FindingsSarif()];

    /// <summary>What the format is called on the command line and in <c>ClusterDslFormats</c>.</summary>
    public abstract string Format { get; }

    /// <summary>The file in the cluster's folder.</summary>
    public abstract string FileName { get; }

    /// <summary>Writes the file's bytes, in pieces large enough that <paramref name="output"/> need not buffer.</summary>
    public abstract void Write(Plan plan, Stream output);
}
