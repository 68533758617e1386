using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>
/// Both leaves of a pair in one rack: what takes the rack takes both. Only of leaves that the definition places: where it says
/// nothing, pairs stand together as reference architectures stand them.
/// </summary>
sealed class PairInOneRack() : DesignRule("CDL4008", "Both of a pair in one rack", "Placement", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var block in draft.Fabrics.SelectMany(f => f.Blocks))
            if (IsPaired(block) && IsPlaced(block) && block.Leaves is { Hall: { } hall, Placement: { } place } leaves && Together(place, leaves.Count) is { } rack)
                yield return Report(block.Design, leaves.PlacedAt,
                    $"both leaves of a pair of `{leaves.Id}` stand in rack {hall.Plan.RackName(rack)} of `{hall.Plan.Name}`: what takes the rack takes both. Say `.PairsApart()` of the place.");
    }

    static bool IsPlaced(BlockDraft block) => block.Leaves.Place is not null || block.Leaves.PerRackOfNodes is not null;

    /// <summary>Two leaves that serve the same nodes, one for the other.</summary>
    internal static bool IsPaired(BlockDraft block) => block.Design.Fabric.DualTor is not null || (block is { Ways: 2, Design.SingleHomed: false } && (block.Rails == 1 || block.Units.Count == 0)) || block.Design.PeerLinks is not null;

    /// <summary>A rack in which a pair stands, where there is one.</summary>
    internal static int? Together(Placement place, int count)
    {
        if (count < 2) return null;
        var own = place.Rest is { } rest && rest.From < count ? rest.From : count;
        if (own > 1 && place.Rack(0) == place.Rack(1)) return place.Rack(0);
        return own < count && own % 2 == 0 ? Together(place.Rest!.Placement, count - own) : null;
    }
}
