namespace ClusterDsl.Artifacts.Verification;

/// <summary>What is built, as somebody reports it: by the names that were read, which are not yet those of a plan.</summary>
public sealed class BuiltNetwork
{
    /// <summary>More faults than these are counted, not told.</summary>
    const int MostFaults = 20;

    readonly List<BuiltLink> _links = [];
    readonly List<BuiltDevice> _devices = [];
    readonly List<Finding> _faults = [];
    readonly Dictionary<string, int> _faultsOf = [];

    /// <summary>The links; one that both ends tell of is there twice.</summary>
    public IReadOnlyList<BuiltLink> Links => _links;

    /// <summary>The devices that reported, each once.</summary>
    public IReadOnlyList<BuiltDevice> Devices => _devices;

    /// <summary>What of the input cannot be read, with file and line.</summary>
    public IReadOnlyList<Finding> Faults => _faults;

    /// <summary>Whether each device tells what it hears itself, so that a link is told of by both its ends.</summary>
    public bool IsHeard { get; init; }

    /// <summary>Whether it is one InfiniBand subnet, whatever others the plan has.</summary>
    public bool IsSubnet { get; init; }

    internal void Add(BuiltLink link) => _links.Add(link);

    internal void Add(BuiltDevice device) => _devices.Add(device);

    /// <summary>Says of a place of the input that it cannot be read.</summary>
    internal void Fault(string file, int line, string message)
    {
        var before = _faultsOf.GetValueOrDefault(file);
        _faultsOf[file] = before + 1;
        if (before <= MostFaults)
            _faults.Add(new Finding(VerificationRule.Input, Severity.Error, before < MostFaults ? message : "There is more here that cannot be read.", new Origin(file, line)));
    }
}

/// <summary>A device that reported.</summary>
/// <param name="Name">As it was read.</param>
/// <param name="Names">What it may be called in a plan, the likeliest first.</param>
/// <param name="File">The file it reported in.</param>
/// <param name="IsWhole">Whether all of its report could be read.</param>
public sealed record BuiltDevice(string Name, IReadOnlyList<string> Names, string File, bool IsWhole);

/// <summary>A link that was reported.</summary>
/// <param name="Near">The end that reported it.</param>
/// <param name="Far">The other.</param>
/// <param name="Speed">How fast it runs, where that is told.</param>
/// <param name="IsOfBothEnds">Whether the report speaks for both ends.</param>
public sealed record BuiltLink(BuiltEnd Near, BuiltEnd Far, BuiltSpeed? Speed, bool IsOfBothEnds);

/// <summary>A speed that was reported.</summary>
/// <param name="Mbps">Mb/s.</param>
/// <param name="IsTwistedPair">Whether it is said to be one of twisted pair, which is what ports that are none of these say too.</param>
public sealed record BuiltSpeed(int Mbps, bool IsTwistedPair);

/// <summary>An end of a link that was reported.</summary>
/// <param name="Text">As it was read.</param>
/// <param name="Names">The device and port that it may be in a plan, the likeliest first.</param>
public sealed record BuiltEnd(string Text, IReadOnlyList<(string Device, string Port)> Names);
