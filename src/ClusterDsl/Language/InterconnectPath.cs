using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>A way between two sites: dark fibre with its amplifiers and multiplexers, or wavelengths that a carrier leases.</summary>
public sealed class InterconnectPath : Declaration
{
    readonly PathDesign _design;

    internal InterconnectPath(PathDesign design) => _design = design;

    ClusterDesign Cluster => _design.Interconnect.Cluster;

    /// <summary>
    /// Pairs of dark fibre. What they lose must be within what the transceivers stand, without amplifiers (CDL6002) or with them (CDL6003, CDL6004),
    /// and so must their dispersion (CDL6005).
    /// </summary>
    /// <param name="fibre">The kind: <c>Fibre.G652D</c>; one whose figures cannot be is CDL1003.</param>
    /// <param name="pairs">How many pairs, 1 to 64 (CDL1003); the wavelengths are spread over them, and more than fit are CDL6007.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public InterconnectPath DarkFibre(OutsideFibre fibre, int pairs = 1, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line), Made);
        var count = Number(pairs, 1, 64, "the pairs of fibres", at.Argument("pairs"));
        if (Cluster.Missing(fibre, "the fibre", at.Argument("fibre")) || !IsPossible(fibre, at.Argument("fibre"))) _design.Interconnect.Incomplete = true;
        else if (count is { } legal) (_design.Dark, _design.Leased) = ((fibre, legal, at), null);
        return this;
    }

    const string Made = "DarkFibre` or `LeasedWavelength";

    bool IsPossible(OutsideFibre fibre, Origin at)
    {
        var fault = fibre.DbPerKm is not (>= 0.1 and <= 3) ? $"{Db(fibre.DbPerKm)} dB/km; it must be 0.1 to 3"
            : fibre.PsPerNmKm is not (>= 0 and <= 40) ? $"{Db(fibre.PsPerNmKm)} ps/(nm·km) of dispersion; it must be 0 to 40"
            : fibre.PsPerRootKm is not (>= 0 and <= 5) ? $"{Db(fibre.PsPerRootKm)} ps/√km; it must be 0 to 5" : null;
        if (fault is not null) Cluster.Violations.Add(new Violation($"the fibre {Text.Shown(fibre.Name ?? "")} has {fault}", at));
        return fault is null;
    }

    static string Db(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Wavelengths of a carrier, handed over at both sites: the line, its budget and its amplifiers are the carrier's.</summary>
    /// <param name="speed">What one carries, 1 to 1,600 Gb/s (CDL1003). A router without a port of that speed is CDL1108.</param>
    /// <param name="handOff">The transceiver that meets the carrier's; left out, the planner takes one for single-mode fibre.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public InterconnectPath LeasedWavelength(Bandwidth speed, Optic? handOff = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line), Made);
        if (Number(speed.Gbps, 1, 1_600, "the speed of a wavelength in Gb/s", at.Argument("speed"), "Gbps") is { } gbps) (_design.Leased, _design.Dark) = ((gbps, handOff, at), null);
        return this;
    }

    /// <summary>Amplifiers at both ends, and in huts where the route is longer than a span.</summary>
    /// <param name="every">The longest span, 1 km to 200 km (CDL1003); left out, 80 km. The route is cut into as few equal spans as that allows.</param>
    /// <param name="by">All of one model; left out, that of 21 dB. One whose figures cannot be is CDL1003.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public InterconnectPath Amplified(Length? every = null, AmplifierModel? by = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line), "Amplified` or `Spans");
        Amplify(Number((every ?? 80.Kilometres()).Millimetres, 1_000_000, 200_000_000, "the longest span", at.Argument("every"), "Kilometres"), by, Seq<int>.Empty, at);
        return this;
    }

    /// <summary>Amplifiers at both ends, and in huts between these spans.</summary>
    /// <param name="by">All of one model; one whose figures cannot be is CDL1003.</param>
    /// <param name="spans">From the first site on, each 1 km to 200 km, together the length of the route (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public InterconnectPath Spans(AmplifierModel by, IReadOnlyList<Length> spans, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line), "Amplified` or `Spans");
        if (Cluster.Missing(by, "the amplifier", at.Argument("by")) | Cluster.Missing(spans, "the list of spans", at.Argument("spans")))
        {
            _design.Interconnect.Incomplete = true;
            return this;
        }
        var total = spans.Sum(s => (long)s.Millimetres);
        if (spans.Any(s => s.Millimetres is < 1_000_000 or > 200_000_000))
        {
            var odd = spans.First(s => s.Millimetres is < 1_000_000 or > 200_000_000);
            Cluster.Violations.Add(new Violation($"a span is {Text.Kilometres(odd.Millimetres)} km; it must be 1 km to 200 km", at.Argument("spans")));
            _design.Interconnect.Incomplete = true;
            return this;
        }
        if (total != _design.LengthMm)
        {
            Cluster.Violations.Add(new Violation($"the spans are {(total / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture)} km together, the route is {Text.Kilometres(_design.LengthMm)} km", at.Argument("spans")));
            _design.Interconnect.Incomplete = true;
            return this;
        }
        Amplify(spans.Max(s => s.Millimetres), by, spans.Select(s => s.Millimetres).ToSeq(), at);
        return this;
    }

    void Amplify(int? spanMm, AmplifierModel? by, Seq<int> spans, Origin at)
    {
        var model = by ?? Amplifiers.Edfa21;
        var fault = model.GainDb is not (>= 1 and <= 50) ? $"a gain of {Db(model.GainDb)} dB; it must be 1 to 50"
            : model.NoiseDb is not (>= 3 and <= 20) ? $"a noise figure of {Db(model.NoiseDb)} dB; it must be 3 to 20"
            : model.OutputDbm is not (>= 0 and <= 35) ? $"an output of {Db(model.OutputDbm)} dBm; it must be 0 to 35"
            : model.ChannelDbm is not (>= -20 and <= 20) ? $"an output of {Db(model.ChannelDbm)} dBm a wavelength; it must be -20 to 20" : null;
        if (fault is not null) Cluster.Violations.Add(new Violation($"model {Text.Shown(model.Id)} has {fault}", at.Argument("by")));
        if (spanMm is not { } span || fault is not null || !Cluster.Possible(model, at.Argument("by"))) _design.Interconnect.Incomplete = true;
        else _design.Amplified = new AmplifiedDesign(model, span, spans, at);
    }

    /// <summary>Chooses the multiplexers at both ends. Left out, those of the mode's grid, or none where each pair of fibres carries one wavelength.</summary>
    /// <param name="model">Of the catalogue (<see cref="Muxes"/>) or your own; one whose figures cannot be is CDL1003. More wavelengths than its channels, or wider ones, are CDL6007.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public InterconnectPath Mux(MuxModel model, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line)).Argument("model");
        if (Cluster.Missing(model, "the multiplexer", at) || !Cluster.Possible(model, at)) _design.Interconnect.Incomplete = true;
        else if (model.SpacingGhz is < 1 or > 10_000 || model.LossDb is not (>= 0 and <= 40))
        {
            Cluster.Violations.Add(new Violation($"model {Text.Shown(model.Id)} has a spacing of {Text.Number(model.SpacingGhz)} GHz and loses {Db(model.LossDb)} dB; they must be 1 to 10,000 and 0 to 40", at));
            _design.Interconnect.Incomplete = true;
        }
        else _design.Mux = (model, at);
        return this;
    }

    /// <summary>How many wavelengths the path carries. Left out, as many as its share of the capacity needs. Too few are CDL6008, more than fit CDL6007.</summary>
    /// <param name="count">1 to 4,096 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public InterconnectPath Wavelengths(int count, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line)).Argument("count");
        if (Number(count, 1, 4_096, "the number of wavelengths", at) is { } legal) _design.Wavelengths = (legal, at);
        return this;
    }

    /// <summary>A second route stands by, sent to at all times: a cut of one of the two is no loss of the path. The switches at both ends take 5 dB together, which counts in the budget.</summary>
    /// <param name="length">Of the second route: 1 m to 2,000 km (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public InterconnectPath Protected(Length length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line)).Argument("length");
        if (Number(length.Millimetres, 1_000, Limits.RouteMm, "the length of the second route", at, "Kilometres") is { } mm) _design.Protection = (mm, at);
        return this;
    }

    /// <summary>Says what the path shares with others, by any name: a duct, a bridge, a building. Two paths that name the same fail together (CDL6010). Said again, one more.</summary>
    /// <param name="name">The same wherever it is meant; not empty (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public InterconnectPath RiskGroup(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line).Argument("name");
        if (string.IsNullOrWhiteSpace(name)) Cluster.Violations.Add(new Violation("the name of a risk group is empty", at));
        else _design.Risks.Add((name, at));
        return this;
    }

    /// <summary>Accepts the findings of a rule about this path, with the reason. They stay in the plan as waivers; without any, it is CDL9001.</summary>
    /// <param name="rule">The id of the rule: "CDL6010".</param>
    /// <param name="reason">Why it is acceptable here; not empty (CDL1003), not left to be written (CDL9002).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public InterconnectPath Accept(string rule, string reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Cluster.Accept(_design, rule, reason, Origin.Here(file, line));
        return this;
    }

    int? Number(int value, int least, int most, string what, Origin at, string unit = "")
    {
        var within = Cluster.Within(value, least, most, what, at, out var legal, unit);
        if (!legal) _design.Interconnect.Incomplete = true;
        return legal ? within : null;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _design.Interconnect.Incomplete = true;
}
