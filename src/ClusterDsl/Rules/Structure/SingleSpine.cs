using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A tier of one device: when it fails, the fabric is in pieces.</summary>
sealed class SingleSpine() : DesignRule("CDL1106", "Tier with a single device", "Structure", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics)
        {
            var leaves = fabric.Blocks.Sum(b => b.Leaves.Count);
            // Over one leaf, or one pod, the tier joins nothing, however many devices it has: that is another rule's.
            // Where the ports do not suffice either, the number that is needed is said there.
            if (fabric.Spines is { Group.Count: 1, Design.Single: false } spines && leaves > 1 && !fabric.Shortages.Any(s => s.Device == spines.Group.Id))
                yield return Report(spines.Design.At,
                    $"one spine serves all of `{fabric.Name}`: when it fails, {Text.Number(leaves)} leaves lose each other. Use 2 spines, or declare `single: true`.",
                    spines.Design.Count is null ? null : new Fix("Use 2 spines", FixKind.ReplaceArgument, "2"));
            if (fabric.Cores is { Group.Count: 1, Pods: > 1 } cores)
                yield return Report(cores.Design.At, $"one core serves all {cores.Pods} pods of `{fabric.Name}`: when it fails, they lose each other. Use 2 cores.");
        }
    }
}
