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
            {
                var use = Fewest(fabric);
                yield return Report(spines.Design, spines.Design.At,
                    $"one {fabric.Design.Words.Spine} serves all of `{fabric.Name}`: when it fails, {Text.Number(leaves)} {fabric.Design.Words.Leaves} lose each other. Use {use} {fabric.Design.Words.Spines}, or declare `single: true`.",
                    Fix.Set($"Use {use} {fabric.Design.Words.Spines}", spines.Design.At, "count", use.ToString()),
                    Single(spines));
            }
            if (fabric.Cores is { Group.Count: 1, Pods: > 1 } cores)
                yield return Report(cores.Design, cores.Design.At, $"one {fabric.Design.Words.Core} serves all {cores.Pods} {fabric.Design.Words.Pod}s of `{fabric.Name}`: when it fails, they lose each other. Use 2 {fabric.Design.Words.Cores}.",
                    Fix.Set($"Use 2 {fabric.Design.Words.Cores}", cores.Design.At, "count", "2"));
        }
    }

    /// <summary>The fewest spines, but more than one, that divide the uplinks of all leaves.</summary>
    static int Fewest(FabricDraft fabric)
    {
        var uplinks = fabric.Blocks.Select(b => b.Uplinks).Aggregate(Ratio.Gcd);
        return Enumerable.Range(2, Math.Max(1, uplinks - 1)).First(d => uplinks < 2 || uplinks % d == 0);
    }

    /// <summary>Says that a tier of one device, or over one, is meant.</summary>
    public static Fix Single(SpineDraft spines) =>
        new("Declare that a single tier is meant", Seq.Of(Edit.Set(spines.Design.At, "single", "true"))) { IsDecision = true };
}
