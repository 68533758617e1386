using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>
/// A cable that joins two planes below the cores: a fault or a flood of one is then also the other's. What the planner cables upwards keeps
/// to its plane, and equipment at the spines has a port in each; what is left to prove are cables by hand and the links of pairs.
/// </summary>
sealed class PlanesJoined() : DesignRule("CDL1122", "Planes joined", "Structure", Severity.Error)
{
    public override bool CanBeAccepted => true;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var fabric in draft.Fabrics)
        {
            var planes = fabric.Blocks.Select(b => b.Planes).DefaultIfEmpty(1).Max();
            if (planes == 1) continue;
            foreach (var link in draft.Links.Where(l => l.Fabric == fabric.Design && l.Kind is "manual" or "peer"))
                if (Plane(fabric, link.Lower) is { } lower && Plane(fabric, link.Upper) is { } upper && lower != upper)
                    yield return Report(fabric.Design, link.At,
                        $"{(link.Kind == "peer" ? "the links of each pair join" : "this cable joins")} `{Name(link.Lower)}` of plane {lower + 1} and `{Name(link.Upper)}` of plane {upper + 1} of `{fabric.Name}`. Keep them in one plane.",
                        link.Kind == "peer" ? Fix.Remove("Leave the peer links out", link.At) : Fix.Remove("Leave this cable out", link.At));
        }
    }

    /// <summary>The plane of one end of a cable; of a bundle, that of its first.</summary>
    static int? Plane(FabricDraft fabric, EndDraft end)
    {
        var device = end.Device.Offset;
        if (fabric.Blocks.FirstOrDefault(b => b.Leaves == end.Group) is { } block) return block.PlaneOf(device);
        if (fabric.Spines is { } spines && spines.Group == end.Group) return spines.PlaneOf(device);
        if (fabric.Blocks.FirstOrDefault(b => b.Units.Any(u => u.Nodes == end.Group)) is not { } serving) return null;
        // The ports of a node are dealt out to the planes in turn.
        var role = end.Group.Nodes!.Model.Roles.FirstOrDefault(r => r.Bank == end.Ports.Bank.Name && end.Group.Nodes.Model.Has(r)) ?? end.Group.Nodes.Model.For(Role.Compute);
        return role is null || end.Port.Offset < role.First ? null : (end.Port.Offset - role.First) / role.Stride % serving.Planes;
    }

    static string Name(EndDraft end) => end.Group.Name.Format(end.Device.Offset);
}
