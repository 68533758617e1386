using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>What joins two sites. One without paths, or without transceivers, is CDL6019.</summary>
public sealed class Interconnect : Declaration
{
    readonly InterconnectDesign _design;

    internal Interconnect(InterconnectDesign design) => _design = design;

    ClusterDesign Cluster => _design.Cluster;

    /// <summary>The traffic between the sites. Its wavelengths are counted from it, evenly over the paths; where paths say their own and those are too few, it is CDL6008.</summary>
    /// <param name="traffic">One way, 1 Gb/s to 1,000,000 Gb/s (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Interconnect Capacity(Bandwidth traffic, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line)).Argument("traffic");
        if (Number(traffic.Gbps, 1, 1_000_000, $"the traffic of `{_design.Name}` in Gb/s", at, "Gbps") is { } gbps) _design.Capacity = (gbps, at);
        return this;
    }

    /// <summary>The capacity holds when any one path is lost: the others carry it (CDL6009), and share nothing that fails for several (CDL6010).</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Interconnect SurvivesLossOfOnePath([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.SurvivesLoss = Cluster.Once(_design, Origin.Here(file, line));
        return this;
    }

    /// <summary>Declares a way between the sites.</summary>
    /// <param name="name">Unique in the interconnect (CDL1001, CDL1002).</param>
    /// <param name="length">Of its route, along roads and rails: 1 m to 2,000 km (CDL1003). One shorter than the earth between the sites is CDL6001.</param>
    /// <param name="path">What it is made of.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Interconnect Path(string name, Length length, Action<InterconnectPath> path, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        var mm = Number(length.Millimetres, 1_000, Limits.RouteMm, $"the length of the path {Text.Shown(name ?? "")}", at.Argument("length"), "Kilometres");
        if (Cluster.Missing(path, "the path's content", at)) _design.Incomplete = true;
        else
        {
            var design = new PathDesign(_design, name ?? "", mm ?? 1_000, at);
            _design.Paths.Add(design);
            path(new InterconnectPath(design));
        }
        return this;
    }

    /// <summary>
    /// The transceivers of dark fibre and what they plug into. They must fit the cage (CDL3001) and its heat (CDL3011), and run one mode at both ends
    /// (CDL6006). Each path has routers of its own at both sites, as many as give half of their ports to its wavelengths, or a whole bank where they have one for each side.
    /// </summary>
    /// <param name="optic">A coherent one.</param>
    /// <param name="on">The router or switch; one whose figures cannot be is CDL1003, one without a port of the mode's speed CDL1108.</param>
    /// <param name="at">One of the two sites, when it has others than the other (CDL1004); left out, both.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Interconnect Optics(Optic optic, SwitchModel on, string? at = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var here = Origin.Here(file, line);
        Cluster.Once(_design, here, at is null ? "Optics" : $"Optics(…, at: {Text.Literal(at)})");
        if (Cluster.Missing(optic, "the transceiver", here.Argument("optic")) | Cluster.Missing(on, "the router's model", here.Argument("on")) || !Cluster.Possible(on, here.Argument("on"))
            || !Lights(optic, here.Argument("optic"))) _design.Incomplete = true;
        else _design.Optics.Add(new LineOpticsDesign(optic, on, at, here));
        return this;
    }

    bool Lights(Optic optic, Origin at)
    {
        var fault = optic.Modes is null ? "its modes are null" : optic.Modes.Select(ModelFaults.Of).FirstOrDefault(f => f is not null);
        if (fault is not null) Cluster.Violations.Add(new Violation($"transceiver {Text.Shown(optic.Id ?? "")}: {fault}", at));
        return fault is null;
    }

    /// <summary>
    /// Transponders between dark fibre and the routers, in place of coherent transceivers in these. They run one mode at both ends (CDL6006); their clients are cabled to the routers
    /// like any other ports, with optics that the planner chooses.
    /// </summary>
    /// <param name="model">Whose clients fill a wavelength (CDL1108); one whose figures cannot be is CDL1003.</param>
    /// <param name="on">The router or switch; one whose figures cannot be is CDL1003, one without a port of a client's speed CDL1108.</param>
    /// <param name="at">One of the two sites, when it has others than the other (CDL1004); left out, both.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Interconnect Transponders(TransponderModel model, SwitchModel on, string? at = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var here = Origin.Here(file, line);
        Cluster.Once(_design, here, at is null ? "Optics" : $"Optics(…, at: {Text.Literal(at)})");
        if (Cluster.Missing(model, "the transponder", here.Argument("model")) | Cluster.Missing(on, "the router's model", here.Argument("on"))
            || !Cluster.Possible(model, here.Argument("model")) | !Cluster.Possible(on, here.Argument("on"))) _design.Incomplete = true;
        else _design.Optics.Add(new LineOpticsDesign(null, on, at, here) { Transponder = model });
        return this;
    }

    /// <summary>
    /// Takes a fabric over to the other site's fabric of the same name: the routers' other ports go into its spines (CDL1101 where they have none left). RoCEv2 kept lossless by pause frames needs buffers for what is on its way
    /// (CDL6012, CDL6013); InfiniBand counts credits for a certain distance (CDL7006) and needs InfiniBand equipment (CDL7007).
    /// </summary>
    /// <param name="fabric">The fabric's name at both sites (CDL1004).</param>
    /// <param name="lossless">Whether RoCEv2 is paused rather than dropped on the way.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Interconnect Joins(string fabric, bool lossless = true, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Joins = (fabric ?? "", lossless, Cluster.Once(_design, Origin.Here(file, line)).Argument("fabric"));
        return this;
    }

    /// <summary>Asks that the time there and back be no longer (CDL6011). Light takes 4.9 µs for a kilometre of fibre; transceivers and amplifiers are added, routers are not.</summary>
    /// <param name="atMost">Over the slowest path: 1 µs to 2 s (CDL1003).</param>
    /// <param name="use">What does not stand more, for the message.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Interconnect RoundTrip(Duration atMost, string use = "its use", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line)).Argument("atMost");
        if (Number(atMost.Nanoseconds, 1_000, 2_000_000_000, "the time there and back in nanoseconds", at) is { } ns) _design.RoundTrip = (ns, use ?? "", at);
        return this;
    }

    /// <summary>Accepts the findings of a rule about this interconnect, with the reason. They stay in the plan as waivers; without any, it is CDL9001.</summary>
    /// <param name="rule">The id of the rule: "CDL6010".</param>
    /// <param name="reason">Why it is acceptable here; not empty (CDL1003), not left to be written (CDL9002).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Interconnect Accept(string rule, string reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Cluster.Accept(_design, rule, reason, Origin.Here(file, line));
        return this;
    }

    int? Number(int value, int least, int most, string what, Origin at, string unit = "")
    {
        var within = Cluster.Within(value, least, most, what, at, out var legal, unit);
        if (!legal) _design.Incomplete = true;
        return legal ? within : null;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _design.Incomplete = true;
}
