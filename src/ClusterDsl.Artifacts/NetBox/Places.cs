namespace ClusterDsl.Artifacts.NetBox;

/// <summary>A site and what NetBox calls a location in it: a hall, or a hut along a path.</summary>
sealed record Place(string Site, string Location);

/// <summary>Where the devices of a group stand.</summary>
sealed class Places(Plan plan, DeviceGroup group)
{
    readonly HallPlan? _hall = group.Placement is { } placement && group.Count > 0 ? plan.Hall(placement) : null;

    /// <summary>The place, the rack and the lowest unit of a device; no rack beside racks, no unit beside units.</summary>
    public (Place Place, string Rack, int Unit) this[int device] =>
        _hall is not null ? (new Place(_hall.Site, _hall.Name), _hall.RackName(group.Placement!.Rack(device)), plan.Model(group).HeightU > 0 ? group.Placement.Unit(device) : 0)
        : group.Huts is { } huts ? (new Place(huts.Path, huts.Place(device)), "", 0)
        : (new Place(Elsewhere(plan), ""), "", 0);

    /// <summary>The site of what stands in none.</summary>
    public static string Elsewhere(Plan plan) => $"{plan.Name} elsewhere";

    /// <summary>All places of a plan.</summary>
    public static IEnumerable<Place> Of(Plan plan) =>
        plan.Halls.Select(h => new Place(h.Site, h.Name))
            .Concat(plan.Groups.Where(g => g.Huts is not null).SelectMany(g => Enumerable.Range(0, g.Count).Select(d => new Place(g.Huts!.Path, g.Huts.Place(d)))))
            .Concat(plan.Groups.Any(g => g is { Placement: null, Huts: null }) ? [new Place(Elsewhere(plan), "")] : [])
            .Distinct();
}
