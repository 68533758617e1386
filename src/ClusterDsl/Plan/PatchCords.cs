namespace ClusterDsl.Plans;

/// <summary>The patch cords of a plan's installed cabling, counted by the racks that they are in and never cord by cord.</summary>
public static class PatchCords
{
    /// <summary>Cords of one part that must be so long, and how many; in no order, and more than once of a kind.</summary>
    public static IEnumerable<(string Part, int LengthMm, long Count)> Of(Plan plan)
    {
        foreach (var bundle in plan.Bundles)
        {
            if (bundle is not { Channel: { } channel, Links: > 0 } || plan.Route(bundle) is null) continue;
            var (a, b) = (plan.Group(bundle.A.Group).Placement!, plan.Group(bundle.B.Group).Placement!);
            var (hallA, hallB) = (plan.Hall(a), plan.Hall(b));

            var links = 0L;
            foreach (var (rack, peer, part) in new BoxPart(bundle.A.Device, bundle.B.Device, bundle.Extents).ByPlaces(a, ByRack(hallA), b, hallB.PanelRack))
                if (channel.Leads(hallA, rack, hallB, peer))
                {
                    links += part.Links;
                    yield return (channel.CordA, channel.CordMm(hallA, rack, a.LowestUnit), part.Links);
                }
            if (channel.Trunks > 1) yield return (channel.CordA, channel.PatchMm, links * (channel.Trunks - 1));
            if (channel.EndsAtDevice) continue;
            // The legs of a splitter are one cord.
            var assemblies = bundle.Legs == 1 ? bundle.Extents : bundle.Extents.Take(bundle.Extents.Count - 1).Concat([1]);
            foreach (var (peer, rack, part) in new BoxPart(bundle.A.Device, bundle.B.Device, assemblies).ByPlaces(a, hallA.PanelRack, b, ByRack(hallB)))
                if (channel.Leads(hallA, peer, hallB, rack)) yield return (channel.CordB, channel.CordMm(hallB, rack, b.LowestUnit), part.Links);
        }
    }

    /// <summary>Where panels stand in the rack of the device, all cords are of one length.</summary>
    static Func<int, int> ByRack(HallPlan hall) => hall.PanelRacks > 0 ? rack => rack : _ => 0;
}
