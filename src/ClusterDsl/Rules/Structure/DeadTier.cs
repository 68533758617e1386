using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A tier that joins one thing to nothing: spines over one leaf, cores over one pod.</summary>
sealed class DeadTier() : DesignRule("CDL1107", "Tier that joins nothing", "Structure", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics)
        {
            if (fabric.Spines is { Design.Single: false } spines && fabric.Blocks.Sum(b => b.PerPlane) == 1
                && !draft.Links.Any(l => l.Kind == "attach" && l.Upper.Group == spines.Group))
                yield return Report(spines.Design.At,
                    $"{Text.Count(spines.Group.Count, "spine")} serve a single leaf of a plane: everything `{fabric.Name}` connects is on that leaf already. Leave the spines out, or declare `single: true`.");
            if (fabric.Cores is { Pods: 1 } cores)
                yield return Report(cores.Design.At,
                    $"{Text.Count(cores.Group.Count, "core")} serve a single pod of `{fabric.Name}`: two tiers reach everything. Leave the cores out, or declare smaller pods with `.Pods(…)`.");
        }
    }
}
