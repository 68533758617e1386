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
                && !draft.LinksBelow(spines.Group).Any(l => l.Kind == "attach"))
                yield return Report(spines.Design, spines.Design.At,
                    $"{Serve(spines.Group.Count, fabric.Design.Words.Spine, fabric.Design.Words.Spines)} a single {fabric.Design.Words.Leaf}{(spines.Planes > 1 ? " in each plane" : "")}: everything `{fabric.Name}` connects is already on it. Leave the {fabric.Design.Words.Spines} out, or declare `single: true`.",
                    Fix.Remove($"Leave the {fabric.Design.Words.Spines} out", spines.Design.At), SingleSpine.Single(spines));
            if (fabric.Cores is { Pods: 1 } cores)
                yield return Report(cores.Design, cores.Design.At,
                    $"{Serve(cores.Group.Count, fabric.Design.Words.Core, fabric.Design.Words.Cores)} a single {fabric.Design.Words.Pod} of `{fabric.Name}`: {fabric.Design.Words.Leaves} and {fabric.Design.Words.Spines} alone reach everything. Leave the {fabric.Design.Words.Cores} out, or declare smaller {fabric.Design.Words.Pod}s with `{fabric.Design.Words.PodsCall}`.",
                    Fix.Remove($"Leave the {fabric.Design.Words.Cores} out", cores.Design.At));
        }
    }

    static string Serve(int count, string what, string many) => $"{Text.Count(count, what, many)} {(count == 1 ? "serves" : "serve")}";
}
