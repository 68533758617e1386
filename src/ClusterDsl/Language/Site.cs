using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>A place with halls, nodes and fabrics.</summary>
public sealed class Site : Declaration
{
    readonly SiteDesign _design;

    internal Site(SiteDesign design) => _design = design;

    /// <summary>Declares a hall. Without any, a hall large enough is assumed and said so in the plan.</summary>
    /// <param name="name">Unique in the site (CDL1001, CDL1002).</param>
    /// <param name="hall">Its racks and distances.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Site Hall(string name, Action<Hall> hall, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        var design = new HallDesign(_design, name ?? "", at.Argument("name"));
        _design.Halls.Add(design);
        if (!_design.Cluster.Missing(hall, "the hall's content", at)) hall(new Hall(design));
        return this;
    }

    /// <summary>Declares nodes of one model.</summary>
    /// <param name="name">Unique in the cluster; nodes are called name-1, name-2 … (CDL1001, CDL1002).</param>
    /// <param name="model">Of the catalogue (<see cref="ClusterDsl.Nodes"/>) or your own; one whose figures cannot be is CDL1003.</param>
    /// <param name="count">How many, 1 to 16,777,216 (CDL1003).</param>
    /// <param name="nodes">Scalable units and placement.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Site Nodes(string name, NodeModel model, int count, Action<NodeGroup>? nodes = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        if (_design.Cluster.Missing(model, $"the model of `{name}`", at.Argument("model")))
        {
            _design.Incomplete = true;
            return this;
        }
        var within = _design.Cluster.Within(count, 1, Limits.Devices, $"the count of `{name}`", at.Argument("count"), out var legal);
        var design = new NodesDesign(_design, name ?? "", model, within, at) { Incomplete = !legal };
        // A model that cannot be is as good as none: nothing is planned with it.
        if (_design.Cluster.Possible(model, at.Argument("model"))) _design.Nodes.Add(design);
        else _design.Incomplete = true;
        nodes?.Invoke(new NodeGroup(design));
        return this;
    }

    /// <summary>Declares a fabric: a network of the site.</summary>
    /// <param name="name">Unique in the cluster (CDL1001, CDL1002).</param>
    /// <param name="fabric">Its protocol, tiers and connections.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Site Fabric(string name, Action<Fabric> fabric, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        var design = new FabricDesign(_design, name ?? "", at.Argument("name"));
        _design.Fabrics.Add(design);
        if (_design.Cluster.Missing(fabric, "the fabric's content", at)) design.Incomplete = true;
        else fabric(new Fabric(design));
        return this;
    }

    /// <summary>Accepts the findings of a rule about this site and what is in it, with the reason. They stay in the plan as waivers; without any, it is CDL9001.</summary>
    /// <param name="rule">The id of the rule: "CDL4002".</param>
    /// <param name="reason">Why it is acceptable here; not empty (CDL1003), not left to be written (CDL9002).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Site Accept(string rule, string reason, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _design.Cluster.Accept(_design, rule, reason, Origin.Here(file, line));
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _design.Incomplete = true;
}

/// <summary>A room of equal racks in rows.</summary>
public sealed class Hall : Declaration
{
    readonly HallDesign _design;

    internal Hall(HallDesign design) => _design = design;

    ClusterDesign Cluster => _design.Site.Cluster;

    /// <summary>How many racks there are. Left out, as many rows of twelve as the design needs.</summary>
    /// <param name="rows">1 to 1,024 (CDL1003).</param>
    /// <param name="perRow">1 to 1,024 (CDL1003). What does not fit is CDL4003.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Racks(int rows, int perRow, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line));
        var r = Cluster.Within(rows, 1, 1024, "the number of rows", at.Argument("rows"), out var rowsLegal);
        var p = Cluster.Within(perRow, 1, 1024, "the number of racks in a row", at.Argument("perRow"), out var perRowLegal);
        if (rowsLegal && perRowLegal) _design.Racks = (r, p, at);
        return this;
    }

    /// <summary>Distances between middles of racks and between rows. Left out: 0.6 m and 2.4 m.</summary>
    /// <param name="rack">From a rack to the next in its row: 1 mm to 10 km (CDL1003).</param>
    /// <param name="row">From a row to the next: 1 mm to 10 km (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Pitch(Length rack, Length row, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line));
        var racks = Cluster.Within(rack.Millimetres, 1, Limits.Millimetres, "the rack pitch in millimetres", at.Argument("rack"), out var racksLegal, "Metres");
        var rows = Cluster.Within(row.Millimetres, 1, Limits.Millimetres, "the row pitch in millimetres", at.Argument("row"), out var rowsLegal, "Metres");
        if (racksLegal) _design.RackPitchMm = racks;
        if (rowsLegal) _design.RowPitchMm = rows;
        return this;
    }

    /// <summary>The cable tray over the racks. Left out: 0.4 m.</summary>
    /// <param name="aboveRack">From the top of a rack to the tray: 0 to 10 km (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Tray(Length aboveRack, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var height = Cluster.Within(aboveRack.Millimetres, 0, Limits.Millimetres, "the tray's height in millimetres",
            Cluster.Once(_design, Origin.Here(file, line)).Argument("aboveRack"), out var legal, "Metres");
        if (legal) _design.TrayAboveMm = height;
        return this;
    }

    /// <summary>What one rack may draw; CDL4002 compares it with what stands in it. Left out, power is not checked.</summary>
    /// <param name="power">The limit of a rack: 1 W to 10 MW (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall RackPower(Power power, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line));
        var watts = Cluster.Within(power.Watts, 1, Limits.Watts, "the rack power in watts", at.Argument("power"), out var legal, "Watts");
        if (legal) _design.RackPower = (watts, at);
        return this;
    }

    /// <summary>Usable units of a rack; CDL4001 compares them with what stands in it. Left out: 48.</summary>
    /// <param name="units">1 to 60 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall RackUnits(int units, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var usable = Cluster.Within(units, 1, 60, "the units of a rack", Cluster.Once(_design, Origin.Here(file, line)).Argument("units"), out var legal);
        if (legal) _design.RackUnits = usable;
        return this;
    }

    /// <summary>Added to every routed length: both rack entries and a service loop. Left out: 2 m.</summary>
    /// <param name="length">The slack of a cable: 0 to 100 m (CDL1003). What it adds counts against the reach (CDL3007).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Slack(Length length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var slack = Cluster.Within(length.Millimetres, 0, 100_000, "the slack in millimetres", Cluster.Once(_design, Origin.Here(file, line)).Argument("length"), out var legal, "Metres");
        if (legal) _design.SlackMm = slack;
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _design.Site.Incomplete = true;
}

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
