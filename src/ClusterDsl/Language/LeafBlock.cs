using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>Leaves of one model, with what only they serve. A fabric can have several blocks under the same spines.</summary>
public sealed class LeafBlock : Declaration
{
    readonly BlockDesign _design;

    internal LeafBlock(BlockDesign design) => _design = design;

    ClusterDesign Cluster => _design.Fabric.Site.Cluster;

    /// <summary>What the leaves are called: "leaf" when left out.</summary>
    /// <param name="name">Unique among the blocks of the fabric (CDL1001, CDL1002).</param>
    public LeafBlock Named(string name)
    {
        _design.Name = name ?? "";
        return this;
    }

    /// <summary>Connects the ports of one role of a node group to these leaves.</summary>
    /// <param name="nodes">The node group's name (CDL1004).</param>
    /// <param name="role">Which of its ports.</param>
    /// <param name="links">Optics and cable, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LeafBlock Connect(string nodes, Role role = Role.Compute, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var connection = new ConnectionDesign(nodes ?? "", role, Tier.Leaf, Origin.Here(file, line).Argument("nodes"));
        links?.Invoke(new LinkChoice(connection.Media, _design.Fabric));
        _design.Connections.Add(connection);
        return this;
    }

    /// <summary>These leaves carry upwards what comes down to them.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LeafBlock NonBlocking([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Ratio = new RatioDesign(Ratio.One, "", Cluster.Once(_design, Origin.Here(file, line), RatioDesign.Said));
        return this;
    }

    /// <summary>Allows these leaves more bandwidth down than up.</summary>
    /// <param name="down">Parts down, 1 to 1,000 (CDL1003).</param>
    /// <param name="up">Parts up, 1 to 1,000 (CDL1003).</param>
    /// <param name="reason">Why that is enough; kept in the plan.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LeafBlock Oversubscribed(int down, int up = 1, string reason = "",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Ratio = EthernetFabric.RatioOf(_design.Fabric, down, up, reason, Cluster.Once(_design, Origin.Here(file, line), RatioDesign.Said));
        return this;
    }

    /// <summary>All ports of a node land on one leaf. Left out, storage and in-band ports are spread over a pair of leaves.</summary>
    public LeafBlock SingleHomed()
    {
        _design.SingleHomed = true;
        return this;
    }

    /// <summary>Links between the two leaves of a pair.</summary>
    /// <param name="count">Per pair, 1 to 64 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LeafBlock PeerLinks(int count, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line)).Argument("count");
        var links = Cluster.Within(count, 1, 64, "the number of peer links", at, out var legal);
        if (legal) _design.PeerLinks = (links, at);
        return this;
    }

    /// <summary>Says where these leaves stand.</summary>
    /// <param name="place">Where: <c>Place.WithNodes</c>, <c>Place.EndOfRow</c> … A row, rack or unit that cannot be is CDL1003, a hall that is not there CDL1004.
    /// Racks that do not hold them are CDL4007, units taken twice CDL4004, both of a pair in one rack CDL4008 or on one feed CDL4010, fans against each other CDL4012.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LeafBlock Placed(Place place, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line)).Argument("place");
        if (Cluster.Where(place, $"the leaves `{_design.Name}`", at) is { } legal) _design.Place = legal;
        return this;
    }

    /// <summary>Accepts the findings of a rule about these leaves, with the reason. They stay in the plan as waivers; without any, it is CDL9001.</summary>
    /// <param name="rule">The id of the rule: "CDL2103".</param>
    /// <param name="reason">Why it is acceptable here; not empty (CDL1003), not left to be written (CDL9002).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LeafBlock Accept(string rule, string reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Cluster.Accept(_design, rule, reason, Origin.Here(file, line));
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _design.Fabric.Incomplete = true;
}
