using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Both leaves of a pair go down with one feed of their rack.</summary>
sealed class PairOnOneFeed() : DesignRule("CDL4010", "Both of a pair on one feed", "Placement", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var block in draft.Fabrics.SelectMany(f => f.Blocks))
            if (PairInOneRack.IsPaired(block) && block.Leaves is { Hall: { Design.Feeds: { } feeds } hall, Placement: { } place, Model: var model } leaves
                && (feeds.Count == 1 || model is { PowerSupplies: 1 })
                && PairInOneRack.Together(place, leaves.Count) is { } rack)
                yield return Report(block.Design, leaves.PlacedAt, feeds.Count == 1
                    ? $"both leaves of a pair of `{leaves.Id}` stand in rack {hall.Plan.RackName(rack)} of `{hall.Plan.Name}`, which has one feed: when it is lost, so are both. Place the pairs apart, or declare two feeds."
                    : $"both leaves of a pair of `{leaves.Id}` stand in rack {hall.Plan.RackName(rack)} of `{hall.Plan.Name}`, and {model.Id} has one power supply: nothing keeps both off one feed. Place the pairs apart, or use switches with two supplies.",
                    feeds.Count == 1 ? Fix.Set("Declare two feeds", feeds.At, "count", "2") : null);
    }
}
