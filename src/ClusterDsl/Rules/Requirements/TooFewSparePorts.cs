using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A switch has fewer ports free than was asked for.</summary>
sealed class TooFewSparePorts() : RequirementRule("CDL2106", "Too few spare ports")
{
    protected override IEnumerable<Finding> Check(Draft draft, FabricDraft fabric)
    {
        if (fabric.Design.Requirements.SparePorts is not { } asked) yield break;
        foreach (var group in draft.SwitchesOf(fabric.Name))
        {
            var use = draft.UseOf(group);
            var needed = (int)(((long)use.Ports * asked.Hundredths + 9_999) / 10_000);
            if (use.Spare >= needed) continue;
            var fix = Remedy(fabric, group, use, use.Ports - needed);
            yield return Report(fabric.Design, asked.At,
                $"{group.Role} `{group.Name.Format(use.Fullest)}` has {use.Spare} of {Text.Count(use.Ports, "port")} free; {new Percentage(asked.Hundredths)}, which is {needed}, must be. {fix?.Title ?? $"Use a switch with more ports than {group.Model.Id}, or connect less to each"}.",
                fix);
        }
    }

    static Fix? Remedy(FabricDraft fabric, GroupDraft group, PortUse use, int usable)
    {
        if (fabric.Spines is { } spines && spines.Group == group)
            return fabric.Cores is null && usable > 0 ? UseSpines(fabric, spines, (spines.Reach * use.Used + usable - 1) / usable) : null;
        // With fewer nodes on a leaf, both what comes down to it and what goes up is less.
        if (fabric.Blocks.FirstOrDefault(b => b.Leaves == group) is not { Units: { Count: 1 } units, Design.Uplinks: null } || units[0].Nodes.Nodes?.Units is not { } declared) return null;
        var size = (int)((long)declared.Size * usable / use.Used);
        return size < 1 ? null : Fix.Set($"Use units of {Text.Count(size, "node")}", declared.At, "of", size.ToString());
    }
}
