using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>A place with halls, nodes and fabrics.</summary>
public sealed partial class Site : Declaration
{
    readonly SiteDesign _design;

    internal Site(SiteDesign design) => _design = design;

    /// <summary>Declares a hall. Without any, a hall large enough is assumed and said so in the plan. Devices stand in the first one, unless they are
    /// placed in another.</summary>
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

    /// <summary>Declares a tray that joins two halls. It begins over the first rack of the first row of each. Cables between halls that none joins are CDL4009.</summary>
    /// <param name="from">One hall (CDL1004).</param>
    /// <param name="to">The other (CDL1004).</param>
    /// <param name="length">How long it is: 1 mm to 10 km (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Site Tray(string from, string to, Length length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        var mm = _design.Cluster.Within(length.Millimetres, 1, Limits.Millimetres, "the tray's length in millimetres", at.Argument("length"), out var legal, "Metres");
        if (legal) _design.Trays.Add(new TrayDesign(from ?? "", to ?? "", mm, at));
        return this;
    }

    /// <summary>Declares nodes of one model.</summary>
    /// <param name="name">Unique in the site (CDL1001, CDL1002); nodes are called name-001, name-002 …, with the site's name before it where another site has the name too. Nodes that no fabric connects are CDL1120.</param>
    /// <param name="model">Of the catalogue (<see cref="ClusterDsl.Nodes"/>) or your own; one whose figures cannot be is CDL1003. Of what joins its GPUs (<see cref="NodeModel.ScaleUp"/>):
    /// links that do not divide over the switch chips are CDL5001, a domain of a size that cannot be CDL5002, one that racks or units split CDL5003, a mesh
    /// that the links cannot make CDL5004, adapters beyond what feeds the GPUs CDL5005, a GPU without an adapter CDL5006.</param>
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
    /// <param name="name">Unique in the site (CDL1001, CDL1002); its switches carry the site's name before it where another site has the name too.</param>
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
