using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>Nodes of one model.</summary>
public sealed class NodeGroup : Declaration
{
    readonly NodesDesign _design;

    internal NodeGroup(NodesDesign design) => _design = design;

    /// <summary>Groups the nodes into scalable units: a rail-optimised fabric gives each unit leaves of its own.</summary>
    /// <param name="of">Nodes in a unit, 1 to 16,777,216 (CDL1003). Leaves are sized for a full unit, also the last.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public NodeGroup ScalableUnits(int of, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = _design.Site.Cluster.Once(_design, Origin.Here(file, line));
        var size = _design.Site.Cluster.Within(of, 1, Limits.Devices, "the size of a scalable unit", at.Argument("of"), out var legal);
        if (legal) _design.Units = (size, at);
        else _design.Incomplete = true;
        return this;
    }

    /// <summary>How many stand in one rack. Left out, as many as its units and its power allow.</summary>
    /// <param name="count">1 to 256 (CDL1003); more than fit is CDL4001 or CDL4002.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public NodeGroup PerRack(int count, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = _design.Site.Cluster.Once(_design, Origin.Here(file, line)).Argument("count");
        var per = _design.Site.Cluster.Within(count, 1, 256, "the number of nodes in a rack", at, out var legal);
        if (legal) _design.PerRack = (per, at);
        return this;
    }

    /// <summary>Says where these nodes stand.</summary>
    /// <param name="place">Where: <c>Place.Hall("h2")</c>, <c>Place.At(row: 2, rack: 5)</c> … A row, rack or unit that cannot be is CDL1003, a hall that is not there CDL1004.
    /// Racks that do not hold them are CDL4007, units taken twice CDL4004.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public NodeGroup Placed(Place place, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = _design.Site.Cluster.Once(_design, Origin.Here(file, line)).Argument("place");
        if (_design.Site.Cluster.Where(place, $"`{_design.Name}`", at) is { } legal) _design.Place = legal;
        return this;
    }

    /// <summary>Accepts the findings of a rule about these nodes, with the reason. They stay in the plan as waivers; without any, it is CDL9001.</summary>
    /// <param name="rule">The id of the rule: "CDL4002".</param>
    /// <param name="reason">Why it is acceptable here; not empty (CDL1003), not left to be written (CDL9002).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public NodeGroup Accept(string rule, string reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Site.Cluster.Accept(_design, rule, reason, Origin.Here(file, line));
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _design.Incomplete = true;
}
