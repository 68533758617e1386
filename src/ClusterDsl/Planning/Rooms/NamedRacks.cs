using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>The racks of a hall that the definition names: those of the network, and those in which groups are said to stand.</summary>
sealed class NamedRacks(HallDraft hall, HallDesign? design, Func<GroupDraft, int> perRack)
{
    readonly List<(int First, int Count)> _stand = [];
    readonly Dictionary<int, int> _tops = [];
    HallPlan Room => hall.Plan;

    IEnumerable<(int First, int Count)> Network => design?.NetworkRacks.Where(r => IsIn(r.Row, r.Rack + r.Count - 1)).Select(r => (Rack(r.Row, r.Rack), r.Count)).OrderBy(r => r.Item1) ?? Enumerable.Empty<(int, int)>();

    /// <summary>The racks that nothing else may fill.</summary>
    public IEnumerable<(int First, int Count)> Kept => _stand.Concat(Network);

    public IReadOnlyList<RackZone> NetworkZones => [.. Network.Select(r => new RackZone(r.First, r.Count, 1, 1, 0, Room.PerRow))];

    int Rack(int row, int rack) => (row - 1) * Room.PerRow + rack - 1;

    bool IsIn(int row, int rack) => design?.Racks is not { } declared || (row <= declared.Rows && rack <= declared.PerRow);

    /// <summary>Stands a group in its racks: in one and those behind it, or shared out over several; null where the hall has no such racks.</summary>
    public Placement? Stand(GroupDraft group, PlaceDesign place)
    {
        var racks = place.Place.Racks;
        var (share, inTurn) = ((group.Count + racks.Count - 1) / racks.Count, place.Place.Apart ? 2 : 1);
        var pieces = new List<(int, Placement)>();
        foreach (var named in racks)
            if (!IsIn(named.Row, named.Rack))
            {
                hall.Elsewhere.Add((group, $"hall `{Room.Name}` has {Text.Count(Room.Rows, "row")} of {Text.Count(Room.PerRow, "rack")}, so no rack {named.Rack} in row {named.Row}", place.At));
                return null;
            }
        for (var i = 0; i < racks.Count && i * (long)share < group.Count; i++)
        {
            var named = racks[i];
            var rack = Rack(named.Row, named.Rack);
            _tops.TryGetValue(rack, out var top);
            var unit = named.Unit ?? top + 1;
            var devices = Math.Min(share, group.Count - i * share);
            var fit = Math.Max(1, Math.Min(perRack(group), (Room.RackUnits - unit + 1) / group.Model.Height));
            var each = racks.Count > 1 ? (devices + inTurn - 1) / inTurn : fit;
            _stand.Add((rack, RackStrip.RacksFor(devices, each, inTurn)));
            _tops[rack] = Math.Max(top, unit + Math.Min(devices, each) * group.Model.Height - 1);
            pieces.Add((devices, new Placement(Room.Site, Room.Name, rack, each, unit, group.Model.Height) { InTurn = inTurn }));
        }
        return RackStrip.Joined(pieces);
    }
}
