using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A rule about what an author asks of a fabric. A fabric that cannot be cabled as declared is told so, and nothing else.</summary>
abstract class RequirementRule(string id, string title, Severity severity = Severity.Error) : DesignRule(id, title, "Capacity", severity)
{
    public override bool CanBeAccepted => true;

    public sealed override IEnumerable<Finding> Check(Draft draft) =>
        draft.Fabrics.Where(f => f is { Blocks.Count: > 0, Shortages.Count: 0, Mismatches.Count: 0, Misaligned.Count: 0, Missing.Count: 0 } and ({ Design.Topology: null } or { Mesh.Shape: not null }))
            .SelectMany(f => Check(draft, f));

    protected abstract IEnumerable<Finding> Check(Draft draft, FabricDraft fabric);

    /// <summary>"93.75 %" of millionths, rounded down.</summary>
    protected static string Percent(int millionths) => new Percentage(millionths / 100).ToString();

    /// <summary>So many more spines in all, where the uplinks divide over them; null where they do not.</summary>
    protected static Fix? UseSpines(FabricDraft fabric, SpineDraft spines, int atLeast)
    {
        var uplinks = fabric.Blocks.Where(b => b.Uplinks > 0).Select(b => b.Uplinks).Aggregate(Ratio.Gcd);
        var reach = Enumerable.Range(1, uplinks).FirstOrDefault(d => d >= atLeast && uplinks % d == 0);
        var count = (long)reach * spines.Planes * spines.Pods;
        return reach == 0 ? null : Fix.Set($"Use {Text.Count(count, "spine")}", spines.Design.At, "count", count.ToString());
    }
}
