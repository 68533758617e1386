using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>Cells, or groups, of a fabric that connect the same.</summary>
public sealed class Cell : Declaration
{
    readonly FabricDesign _fabric;
    readonly CellKindDesign _design;

    Cell(FabricDesign fabric, CellKindDesign design) => (_fabric, _design) = (fabric, design);

    internal static void Declare(FabricDesign fabric, CellsDesign topology, int? count, Action<Cell>? content, Origin at)
    {
        if (count is not { } legal) return;
        var kind = new CellKindDesign(legal, at);
        topology.Kinds.Add(kind);
        content?.Invoke(new Cell(fabric, kind));
    }

    /// <summary>Connects the ports of one role of a node group: each scalable unit in a cell of its own (CDL1114), else spread evenly.</summary>
    /// <param name="nodes">The node group's name (CDL1004).</param>
    /// <param name="role">Which of its ports; a model without ports of the role is CDL1004.</param>
    /// <param name="links">Optics and cable, when they are not to be chosen by the planner.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Cell Connect(string nodes, Role role = Role.Compute, Action<LinkChoice>? links = null,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var connection = new ConnectionDesign(nodes ?? "", role, Tier.Leaf, Origin.Here(file, line).Argument("nodes"));
        links?.Invoke(new LinkChoice(connection.Media, _fabric));
        _design.Connections.Add(connection);
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _fabric.Incomplete = true;
}
