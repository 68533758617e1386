using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Nodes with ports that no fabric connects: they are bought, stand in racks, and reach nothing.</summary>
sealed class NotConnected() : DesignRule("CDL1120", "Nodes that nothing connects", "Structure", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        // Before the first fabric is written nothing can be connected; a fabric that is half written, or a name misspelt, may be theirs.
        if (draft.Design.HasUnknowns || !draft.Design.Fabrics.Any() || draft.Unknown.Count > 0 || draft.Fabrics.Any(f => f.Missing.Count > 0)) yield break;
        var connected = new HashSet<string>(draft.Design.Fabrics.SelectMany(Connected), StringComparer.OrdinalIgnoreCase);
        foreach (var nodes in draft.Design.Nodes.Where(n => n.Model.Ports.Count > 0 && !connected.Contains(n.Name)))
            yield return Report(nodes, nodes.At.Argument("name"),
                $"no fabric connects {(nodes.Count == 1 ? "the node" : $"the {Text.Number(nodes.Count)} nodes")} of {Text.Shown(nodes.Name)}. Connect them with `.Connect({Text.Literal(nodes.Said)}, …)`, or leave them out.");
    }

    static IEnumerable<string> Connected(FabricDesign fabric) =>
        fabric.AllConnections.Where(c => !c.Switches).Select(c => c.Target)
            .Concat(fabric.BackToBack.Select(b => b.Nodes))
            .Concat(fabric.Links.SelectMany(l => new[] { l.Lower.Nodes, l.Upper.Nodes }).OfType<string>());
}
