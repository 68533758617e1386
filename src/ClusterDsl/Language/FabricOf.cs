using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>What can be said of every fabric, whatever its protocol and its shape.</summary>
/// <typeparam name="TFabric">The fabric itself, so that each call returns it.</typeparam>
public abstract class FabricOf<TFabric> : Declaration
    where TFabric : FabricOf<TFabric>
{
    private protected FabricOf(FabricDesign design) => Design = design;

    internal FabricDesign Design { get; }

    private protected ClusterDesign Cluster => Design.Site.Cluster;
    private protected TFabric Self => (TFabric)this;

    /// <summary>Connects the ports of one role of a node group.</summary>
    /// <param name="nodes">The node group's name (CDL1004).</param>
    /// <param name="role">Which of its ports; a model without ports of the role is CDL1004, ports of another protocol are CDL1134.</param>
    /// <param name="links">Optics and cable, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Connect(string nodes, Role role = Role.Compute, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Connect(new ConnectionDesign(nodes ?? "", role, Tier.Leaf, Origin.Here(file, line).Argument("nodes")), links);

    private protected TFabric Connect(ConnectionDesign connection, Action<LinkChoice>? links)
    {
        links?.Invoke(new LinkChoice(connection.Media, Design));
        Design.Connections.Add(connection);
        return Self;
    }

    /// <summary>Every tier carries upwards what comes down to it (CDL2101, CDL2102). The default, said aloud. What an earlier
    /// call said otherwise is overridden (CDL1006).</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric NonBlocking([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Design.Ratio = new RatioDesign(Ratio.One, "", Cluster.Once(Design, Origin.Here(file, line), RatioDesign.Said));
        return Self;
    }

    /// <summary>Allows more bandwidth down than up in every tier that does not say otherwise. More than is allowed is CDL2101, more than the project allows CDL2104.</summary>
    /// <param name="down">Parts down, 1 to 1,000 (CDL1003).</param>
    /// <param name="up">Parts up, 1 to 1,000 (CDL1003).</param>
    /// <param name="reason">Why that is enough; kept in the plan.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Oversubscribed(int down, int up = 1, string reason = "",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Design.Ratio = RatioOf(Design, down, up, reason, Cluster.Once(Design, Origin.Here(file, line), RatioDesign.Said));
        return Self;
    }

    /// <summary>Says where the switches of a tier stand; a block of leaves that says so itself stands there.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="place">Where: <c>Place.EndOfRow</c>, <c>Place.At(row: 2, rack: 5)</c> … A row, rack or unit that cannot be is CDL1003, a hall that is not there CDL1004.
    /// Racks that do not hold them are CDL4007, units taken twice CDL4004, both of a pair in one rack CDL4008 or on one feed CDL4010, fans against each other CDL4012.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Placed(Tier tier, Place place, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line), $"Placed({tier}, …)");
        if (tier is not (Tier.Leaf or Tier.Spine or Tier.Core)) Cluster.Violations.Add(new Violation($"the tier is {tier}; switches are leaves, spines or cores", at.Argument("tier")));
        else if (Cluster.Where(place, $"the {tier.ToString().ToLowerInvariant()} switches", at.Argument("place")) is { } legal) Design.Places[tier] = legal;
        return Self;
    }

    /// <summary>Adds one cable by hand. It is checked like every other: its ports must be free (CDL1102), its rail right (CDL1105), its cage one that splits so (CDL1131).</summary>
    /// <param name="lower">The end nearer to the nodes.</param>
    /// <param name="upper">The end nearer to the spines.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Link(PortRef lower, PortRef upper, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        if (!Cluster.Missing(lower, "the lower end", at) && !Cluster.Missing(upper, "the upper end", at))
            Design.Links.Add(new ManualLink(lower, upper, at));
        return Self;
    }

    /// <summary>Asks that a single failure leave so much of what every node gets through at full load (CDL2105). Where that is not known of a
    /// fabric, CDL2109 says so.</summary>
    /// <param name="loss">What fails: any one of its kind, the worst. Said again for another kind, both hold.</param>
    /// <param name="keeping">What is left at the node that is hit hardest, of what it had before: 0.01 to 100 percent (CDL1003). Nodes that are
    /// lost themselves are not asked; every node sends on all of its links, and links share evenly what the switch above them passes on.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Survives(Loss loss, Percentage keeping, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line), $"Survives(Loss.{loss})").Argument("keeping");
        if (!Enum.IsDefined(typeof(Loss), loss)) Cluster.Violations.Add(new Violation($"there is no loss {(int)loss}", at.Argument("loss")));
        else if (Number(keeping.Hundredths, 1, 10_000, "what is kept", at, "Percent") is { } legal)
            Design.Requirements.Survivals.Add(new SurvivalDesign(loss, legal, at));
        return Self;
    }

    /// <summary>Asks that every switch of every tier keep ports free, to grow and to replace a broken one (CDL2106).</summary>
    /// <param name="free">Of the ports of a switch as it is delivered, management aside: 0 to 90 percent (CDL1003), rounded up to whole ports.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric SparePorts(Percentage free, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line)).Argument("free");
        if (Number(free.Hundredths, 0, 9_000, "what stays free", at, "Percent") is { } legal) Design.Requirements.SparePorts = (legal, at);
        return Self;
    }

    /// <summary>Asks that no two nodes be further apart (CDL2107): 2 links over one switch, 4 over leaf, spine and leaf, 6 over a core.</summary>
    /// <param name="links">Links on the shortest way between two nodes, their own included: 2 to 64 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric MaxHops(int links, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line)).Argument("links");
        if (Number(links, 2, 64, "the number of links", at) is { } legal) Design.Requirements.MaxHops = (legal, at);
        return Self;
    }

    /// <summary>Asks for so much bandwidth for each GPU (CDL2108), when all send at once. It must hold at the GPU nodes, and at the storage
    /// together, where the fabric connects any: nodes whose <see cref="NodeModel.Kind"/> is "storage".</summary>
    /// <param name="bandwidth">For each GPU, 1 to 1,600 Gb/s (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric PerGpu(Bandwidth bandwidth, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(Design, Origin.Here(file, line)).Argument("bandwidth");
        if (Number(bandwidth.Gbps, 1, 1_600, "the bandwidth for a GPU in Gb/s", at, "Gbps") is { } legal) Design.Requirements.PerGpu = (legal, at);
        return Self;
    }

    /// <summary>Accepts the findings of a rule about this fabric, with the reason. They stay in the plan as waivers; without any, it is CDL9001.</summary>
    /// <param name="rule">The id of the rule: "CDL1106".</param>
    /// <param name="reason">Why it is acceptable here; not empty (CDL1003), not left to be written (CDL9002).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TFabric Accept(string rule, string reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Cluster.Accept(Design, rule, reason, Origin.Here(file, line));
        return Self;
    }

    internal static RatioDesign RatioOf(FabricDesign fabric, int down, int up, string? reason, Origin at)
    {
        var d = fabric.Site.Cluster.Within(down, 1, 1_000, "the parts down", at.Argument("down"), out var downLegal);
        var u = fabric.Site.Cluster.Within(up, 1, 1_000, "the parts up", at.Argument("up"), out var upLegal);
        if (!downLegal || !upLegal) fabric.Incomplete = true;
        return new RatioDesign(new Ratio(d, u), reason ?? "", at);
    }

    private protected int? Count(int? count, string what, Origin at) => Number(count, 1, Limits.Devices, what, at);

    private protected int? Number(int? value, int least, int most, string what, Origin at, string unit = "")
    {
        if (value is not { } given) return null;
        var within = Cluster.Within(given, least, most, what, at, out var legal, unit);
        if (!legal) Design.Incomplete = true;
        return legal ? within : null;
    }

    /// <summary>Something that this fabric cannot do without is missing: what else is found about it would be an echo.</summary>
    private protected TFabric Unknown()
    {
        Design.Incomplete = true;
        return Self;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => Design.Incomplete = true;
}
