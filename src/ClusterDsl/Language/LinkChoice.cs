using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>The optics and the cable of some links; what is not chosen here, the planner chooses by speed, cage and length.</summary>
public sealed class LinkChoice : Declaration
{
    readonly MediaDesign _design;
    readonly FabricDesign _fabric;

    internal LinkChoice(MediaDesign design, FabricDesign fabric) => (_design, _fabric) = (design, fabric);

    ClusterDesign Cluster => _fabric.Site.Cluster;

    /// <summary>
    /// Chooses transceivers. They must fit their cage (CDL3001, by an adapter CDL3010), serve its ports (CDL3009), stay within the heat that it carries away
    /// (CDL3011), and understand each other: medium (CDL3002), connector (CDL3003), lane rate (CDL3004), protocol (CDL3005), optical standard
    /// (CDL3006), error correction (CDL3012), what XDR has parts for (CDL3018). The two cables of a twin-port module are of one kind (CDL3013) and of
    /// like length (CDL3027); one cage takes one module (CDL1132).
    /// </summary>
    /// <param name="lower">At the node, or at the lower switch; left out, the planner chooses (CDL3008 where nothing serves).</param>
    /// <param name="upper">At the switch above; left out, the planner chooses (CDL3008 where nothing serves).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LinkChoice Optics(Optic? lower = null, Optic? upper = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        if (lower is not null) _design.Lower = (lower, at.Argument("lower"));
        if (upper is not null) _design.Upper = (upper, at.Argument("upper"));
        return this;
    }

    /// <summary>
    /// Chooses the cable. It must reach over the routed length (CDL3007) and not be too short for its optics (CDL3019); copper must suit its lanes
    /// (CDL3015) and its racks (CDL3016); a splitter must have fibres to part (CDL3014); it must still be sold (CDL3017), and its connectors send
    /// back little light (CDL3025).
    /// </summary>
    /// <param name="family">The family; the planner takes the stock length.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LinkChoice Cable(CableFamily family, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (family is not null) _design.Cable = (family, Origin.Here(file, line).Argument("family"));
        return this;
    }

    /// <summary>Asks for a grade of fibre, such as one that lies already; the planner takes optics and cords for it. What the optics do not reach on it is CDL3007.</summary>
    /// <param name="grade">Left out of a link altogether, the planner chooses OM4 or OS2.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LinkChoice Fibre(FibreGrade grade, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Grade = (grade, Origin.Here(file, line).Argument("grade"));
        return this;
    }

    /// <summary>
    /// Leads the links through panels and installed trunks: a patch cord, a panel, a trunk, a panel, a patch cord, and so on in turn. What meets must mate
    /// (CDL3021), transmitters must find receivers (CDL3020), and fibre and connectors may lose no more than the modules allow (CDL3022);
    /// more than two panels are CDL3023, fibres of two grades CDL3024. The trunk must be as long as the way (CDL3007), and the cords be sold (CDL3030). The panels
    /// stand at the top of the racks of the devices, where they need room (CDL3029), or in those that <see cref="Hall.Structured"/> keeps for them.
    /// </summary>
    /// <param name="trunk">What lies between the panels.</param>
    /// <param name="panels">How many panels a link passes, 1 to 16 (CDL1003); two are a panel at each end of a trunk.</param>
    /// <param name="key">How the adapters of the panels hold MPO connectors: opposed, the only way for angled ferrules, or aligned.</param>
    /// <param name="patch">The length of a patch cord, 0.5 to 50 m (CDL1003); left out, 3 m.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LinkChoice Through(CableFamily trunk, int panels = 2, AdapterKey key = AdapterKey.Opposed, Length? patch = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        if (Cluster.Missing(trunk, "the trunk", at.Argument("trunk"))) return this;
        var passed = Cluster.Within(panels, 1, 16, "the number of panels", at.Argument("panels"), out var panelsLegal);
        var cord = Cluster.Within(patch?.Millimetres ?? 3_000, 500, 50_000, "the length of a patch cord in millimetres", at.Argument("patch"), out var cordLegal, "Metres");
        if (panelsLegal && cordLegal) _design.Channel = new ChannelDesign(trunk, passed, key, cord, at);
        return this;
    }

    /// <summary>Says how tightly the way bends the cables, at a rack's edge or a manager's arm; what a cable does not stand is CDL3026.</summary>
    /// <param name="radius">The tightest bend: 1 mm to 10 m (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LinkChoice Bend(Length radius, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line).Argument("radius");
        var mm = Cluster.Within(radius.Millimetres, 1, 10_000, "the radius of a bend in millimetres", at, out var legal, "Metres");
        if (legal) _design.Bend = (mm, at);
        return this;
    }

    /// <summary>Accepts the findings of a rule about the links of this fabric, with the reason. They stay in the plan as waivers; without any, it is CDL9001.</summary>
    /// <param name="rule">The id of the rule: "CDL3016".</param>
    /// <param name="reason">Why it is acceptable here; not empty (CDL1003), not left to be written (CDL9002).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LinkChoice Accept(string rule, string reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Cluster.Accept(_fabric, rule, reason, Origin.Here(file, line));
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() { }
}
