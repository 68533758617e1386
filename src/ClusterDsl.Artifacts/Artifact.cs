namespace ClusterDsl.Artifacts;

/// <summary>A format that a plan is written in: the same bytes on every machine and in every culture.</summary>
public abstract class Artifact
{
    /// <summary>Every format, in the order they are written.</summary>
    public static IReadOnlyList<Artifact> All { get; } =
    [
        new CablingCsv(), new TrunksCsv(), new DevicesCsv(), new BomCsv(), new TopologySvg(), new FloorSvg(), new PlanFile(), new FindingsSarif(),
        new ReportHtml(),
        new DotGraph(), new GraphMl(), new PtmTopology(), new SubnetTopology(), new SlurmTopology(), new ContainerlabTopology(), new SonicTopology(),
        new LabelsCsv(), new CablingXlsx(), NetBoxImport.Until46, NetBoxImport.Since47, new IbdmTopology(), new SlurmBlocks(), new SonicNeighbors(),
        new HedgehogWiring(), new AirTopology(), new PointToPoint(), new SimAiTopology(), new HtsimTopology(),
    ];

    /// <summary>What the format is called on the command line and in <c>ClusterDslFormats</c>.</summary>
    public abstract string Format { get; }

    /// <summary>Whether it is written where nobody names formats.</summary>
    public virtual bool IsDefault => false;

    /// <summary>The files that it writes of a plan into the cluster's folder.</summary>
    public abstract IEnumerable<ArtifactFile> Files(Plan plan);

    /// <summary>What of a plan the format has no words for, so that it is left out: never written wrong.</summary>
    public virtual IEnumerable<Finding> LeftOut(Plan plan) => [];

    /// <summary>Says that something is left out.</summary>
    private protected Finding Without(Origin at, string what) => new(LeftOutOf, Severity.Info, $"{Format}: {what}.", at);

    /// <summary>The rule that says what a format leaves out.</summary>
    public const string LeftOutOf = "CDL9101";
}

/// <summary>One file of a format.</summary>
/// <param name="Name">In the cluster's folder.</param>
/// <param name="Write">Writes its bytes, in pieces large enough that the stream need not buffer.</param>
public sealed record ArtifactFile(string Name, Action<Stream> Write);

/// <summary>A format of one file that is named alike for every plan.</summary>
public abstract class SingleFile : Artifact
{
    /// <summary>The file in the cluster's folder.</summary>
    public abstract string FileName { get; }

    /// <summary>Writes the file's bytes, in pieces large enough that <paramref name="output"/> need not buffer.</summary>
    public abstract void Write(Plan plan, Stream output);

    /// <inheritdoc/>
    public sealed override IEnumerable<ArtifactFile> Files(Plan plan) => [new(FileName, output => Write(plan, output))];
}
