using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>In a rail-optimised fabric, port i of each node of a unit lands on the unit's leaf of rail i: collectives count on it.</summary>
sealed class RailNotAligned() : DesignRule("CDL1105", "Rail not aligned", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics)
        {
            foreach (var misaligned in fabric.Misaligned)
                yield return Report(misaligned.At, $"fabric `{fabric.Name}`: {misaligned.What}. {misaligned.Remedy}.", misaligned.Fix);
            if (!fabric.Design.RailOptimized) continue;
            foreach (var block in fabric.Blocks)
            {
                var units = block.Units.ToLookup(u => u.Nodes);
                foreach (var link in draft.LinksBelow(block.Leaves).Where(l => l.Kind == "manual" && l.Lower.Group.Nodes?.Model.Gpus > 0))
                    if (ByHand(link, block, units[link.Lower.Group].FirstOrDefault()) is { } finding) yield return finding;
            }
        }
    }

    Finding? ByHand(LinkDraft link, BlockDraft block, UnitsDraft? units)
    {
        var nodes = link.Lower.Group.Nodes!;
        var role = nodes.Model.Roles.Count == 0 ? nodes.Model.For(Role.Compute) : nodes.Model.Roles.FirstOrDefault(r => r.Bank == link.Lower.Ports.Bank.Name && nodes.Model.Has(r));
        if (role is null) return null;
        var (node, leaf) = (link.Lower.Device.Offset, link.Upper.Device.Offset);
        var rail = (link.Lower.Port.Offset - role.First) / role.Stride % block.Ways;
        var unit = units is not null ? units.FirstGroup + node / units.Size : leaf / block.Ways;
        var right = unit * block.Ways + rail;
        if (right == leaf) return null;
        var fix = right >= block.Leaves.Count ? null
            : Fix.Set($"Link it to `{link.Upper.Group.Name.Format(right)}`", link.At, "upper", $"PortRef.Switch(Tier.Leaf, {right + 1}, {link.Upper.Port.Offset + 1})");
        return Report(link.At, $"rail {rail + 1} of `{link.Lower.Group.Name.Format(node)}` lands on `{link.Upper.Group.Name.Format(leaf)}`, the leaf of rail {leaf % block.Ways + 1} of unit {leaf / block.Ways + 1}. Link it to `{link.Upper.Group.Name.Format(Math.Min(right, block.Leaves.Count - 1))}`.", fix);
    }
}
