namespace ClusterDsl;

/// <summary>What stands between the transceivers of two sites and their fibre.</summary>
public abstract class LineModel : HardwareModel
{
    private protected LineModel(string id, string category, params Ports[] ports) : base(id, ports) => Category = category;

    internal override string Category { get; }

    /// <summary>The bank towards the transceivers, and the one towards the other site.</summary>
    internal const string Near = "client", Far = "line";

    private protected static Ports Clients(int count, Cage cage, Bandwidth speed) => new(Near, count, cage, speed);

    private protected static Ports Connectors(string name, int count) => new(name, count, Cage.Lc, 1.Gbps()) { Speaks = Protocols.Either };
}

/// <summary>Takes what a router sends over short optics and sends it on wavelengths of its own: where the router's cages are none for a coherent module, or too cool for it.</summary>
public sealed class TransponderModel : LineModel
{
    /// <summary>A transponder; where a wavelength carries several clients, a muxponder.</summary>
    /// <param name="id">The part number.</param>
    /// <param name="clients">Ports towards the router.</param>
    /// <param name="cage">Their cages.</param>
    /// <param name="speed">What each carries; a wavelength carries one or several whole ones (CDL1108).</param>
    /// <param name="wavelengths">Ports towards the other site.</param>
    /// <param name="modes">How it runs them, what it runs first coming first.</param>
    public TransponderModel(string id, int clients, Cage cage, Bandwidth speed, int wavelengths, params CoherentMode[] modes) : base(id, "transponder", Clients(clients, cage, speed), Connectors(Far, wavelengths)) =>
        (Speed, Wavelengths, Modes) = (speed, wavelengths, (modes ?? []).ToSeq());

    /// <summary>What a client carries.</summary>
    public Bandwidth Speed { get; }

    /// <summary>Ports towards the other site.</summary>
    public int Wavelengths { get; }

    /// <summary>How it runs its wavelengths (CDL6006).</summary>
    public Seq<CoherentMode> Modes { get; }
}

/// <summary>Joins wavelengths to one pair of fibres, and parts them again at the other site.</summary>
public sealed class MuxModel : LineModel
{
    /// <summary>A multiplexer and demultiplexer in one.</summary>
    /// <param name="id">The part number.</param>
    /// <param name="channels">Wavelengths that it joins.</param>
    /// <param name="spacingGhz">From one to the next, in GHz.</param>
    /// <param name="lossDb">What a wavelength loses in it, once, at most.</param>
    public MuxModel(string id, int channels, int spacingGhz, double lossDb) : base(id, "mux", Connectors(Near, channels), Connectors(Far, 1)) =>
        (Channels, SpacingGhz, LossDb) = (channels, spacingGhz, lossDb);

    /// <summary>Wavelengths that it joins (CDL6007).</summary>
    public int Channels { get; }

    /// <summary>From one to the next, in GHz; a mode that needs more room does not fit (CDL6007).</summary>
    public int SpacingGhz { get; }

    /// <summary>What a wavelength loses in it, once, at most.</summary>
    public double LossDb { get; }
}

/// <summary>An erbium amplifier for each direction of a pair of fibres, in one shelf.</summary>
public sealed class AmplifierModel : LineModel
{
    /// <summary>Amplifiers of both directions.</summary>
    /// <param name="id">The part number.</param>
    /// <param name="gainDb">The most gain.</param>
    /// <param name="noiseDb">The noise figure.</param>
    /// <param name="outputDbm">The most it sends, all wavelengths together, in dBm.</param>
    public AmplifierModel(string id, double gainDb, double noiseDb, double outputDbm) : base(id, "amplifier", Connectors(Near, 1), Connectors(Far, 1)) =>
        (GainDb, NoiseDb, OutputDbm) = (gainDb, noiseDb, outputDbm);

    /// <summary>The most gain; what a longer span loses beyond it is missing at the receiver (CDL6004).</summary>
    public double GainDb { get; }

    /// <summary>The noise figure (CDL6003).</summary>
    public double NoiseDb { get; }

    /// <summary>The most it sends, all wavelengths together, in dBm.</summary>
    public double OutputDbm { get; }

    /// <summary>The most it sends of one wavelength, in dBm: more and the fibre itself disturbs the signal.</summary>
    public double ChannelDbm { get; init; } = 1;

    /// <summary>The time through one, in nanoseconds.</summary>
    internal const int LatencyNs = 150;
}

/// <summary>Switches the receiver to a second route when the first is cut; both are sent at all times.</summary>
sealed class ProtectionModel(string id, double lossDb) : LineModel(id, "protection", Connectors(Near, 1), Connectors(Far, 2))
{
    /// <summary>What splitting at the one end and switching at the other take together.</summary>
    public double LossDb { get; } = lossDb;

    public static ProtectionModel Standard { get; } = new("OLP-1+1", 5)
    {
        Power = 20.Watts(), Description = "Optical line protection switch, 1+1 (recalled)", Recalled = Seq.Of("all"),
    };
}

/// <summary>Where dark fibre ends without a multiplexer.</summary>
sealed class FrameModel(string id, int pairs) : LineModel(id, "panel", Connectors(Near, pairs), Connectors(Far, pairs))
{
    public static FrameModel Standard { get; } = new("ODF-72-LC", 72) { Description = "Optical distribution frame, 72 duplex LC (recalled)", Recalled = Seq.Of("all") };
}

/// <summary>Multiplexers of the catalogue, one for each grid of the C band: 4.8 THz hold 64 channels of 75 GHz, 48 of 100, 32 of 150.</summary>
/// <remarks>Loss: 4.5 dB typical, 6.0 dB at most, of an athermal grating of 40 channels at 100 GHz (c-fol.com).</remarks>
public static class Muxes
{
    /// <summary>64 channels of 75 GHz.</summary>
    public static MuxModel C64 { get; } = Of("MUX-C64-75G", 64, 75);

    /// <summary>48 channels of 100 GHz.</summary>
    public static MuxModel C48 { get; } = Of("MUX-C48-100G", 48, 100);

    /// <summary>32 channels of 150 GHz.</summary>
    public static MuxModel C32 { get; } = Of("MUX-C32-150G", 32, 150);

    internal static IEnumerable<MuxModel> All => [C64, C48, C32];

    static MuxModel Of(string id, int channels, int ghz) => new(id, channels, ghz, 6.0)
    {
        Description = $"DWDM multiplexer, C band, {channels} channels of {ghz} GHz", Source = "c-fol.com/show.php?id=22707; openconfig/featureprofiles (grid)", Recalled = Seq.Of("height"),
    };
}

/// <summary>Amplifiers of the catalogue.</summary>
public static class Amplifiers
{
    const string Gnpy = "Telecominfraproject/oopt-gnpy, eqpt_config.json";

    /// <summary>For spans of up to about 21 dB: 5.5 dB of noise, 21 dBm out.</summary>
    public static AmplifierModel Edfa21 { get; } = new("EDFA-21", 21, 5.5, 21)
    { Power = 60.Watts(), Description = "EDFA, both directions, 21 dB", Source = $"{Gnpy}: std_fixed_gain", Recalled = Seq.Of("height", "power") };

    /// <summary>For long spans: up to 35 dB, 7 dB of noise at the least gain, 21 dBm out.</summary>
    public static AmplifierModel Edfa35 { get; } = new("EDFA-35", 35, 7, 21)
    { Power = 80.Watts(), Description = "EDFA, both directions, 35 dB", Source = $"{Gnpy}: std_high_gain", Recalled = Seq.Of("height", "power") };
}
