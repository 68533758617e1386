using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// Bandwidth down and up of the switches of a group, in closed form. Every bundle loads the devices of its set alike, so only
/// the devices at the edges of the sets have to be looked at.
/// </summary>
sealed class TierLoad
{
    readonly List<(IndexSet Devices, long Gbps)> _down = [], _up = [];
    readonly GroupDraft _group;
    (int Device, Ratio Ratio)? _worst;

    public TierLoad(Draft draft, GroupDraft group)
    {
        _group = group;
        foreach (var link in draft.LinksBelow(group).Where(IsLoad)) _down.Add((link.UpperSets.Devices, link.UpperSets.Devices.Multiplicity * link.SpeedGbps));
        foreach (var link in draft.LinksAbove(group).Where(IsLoad)) _up.Add((link.LowerSets.Devices, link.LowerSets.Devices.Multiplicity * link.SpeedGbps));
    }

    static bool IsLoad(LinkDraft link) => link.Kind is not ("peer" or "pair") && link.Lower.Ports.Bank.Name != SwitchModel.ManagementBank;

    /// <summary>The load of one device, in Gb/s.</summary>
    public (long Down, long Up) Of(int device) => (Sum(_down, device), Sum(_up, device));

    /// <summary>The device with the worst ratio.</summary>
    public (int Device, Ratio Ratio) Worst() => _worst ??= FindWorst();

    /// <summary>Goes along the devices where the load changes: summed up from end to end of the runs; the few sets with gaps are asked.</summary>
    (int Device, Ratio Ratio) FindWorst()
    {
        var (downGaps, upGaps) = (_down.Where(l => !l.Devices.IsRun).ToList(), _up.Where(l => !l.Devices.IsRun).ToList());
        var changes = _down.Where(l => l.Devices.IsRun).SelectMany(l => Ends(l.Devices, l.Gbps, 0))
            .Concat(_up.Where(l => l.Devices.IsRun).SelectMany(l => Ends(l.Devices, 0, l.Gbps)))
            .Concat(downGaps.Concat(upGaps).SelectMany(l => Corners(l.Devices)));
        var (down, up) = (0L, 0L);
        var worst = (Device: 0, Ratio: new Ratio(0, 1));
        foreach (var place in changes.GroupBy(c => c.Device).OrderBy(c => c.Key))
        {
            (down, up) = (down + place.Sum(c => c.Down), up + place.Sum(c => c.Up));
            var load = down + Sum(downGaps, place.Key);
            if (load == 0 || place.Key < 0 || place.Key >= _group.Count) continue;
            var ratio = new Ratio(load, up + Sum(upGaps, place.Key));
            if (ratio.CompareTo(worst.Ratio) > 0) worst = ((int)place.Key, ratio);
        }
        return worst;
    }

    static IEnumerable<(long Device, long Down, long Up)> Ends(IndexSet run, long down, long up) => [(run.Min, down, up), (run.Max + 1, -down, -up)];

    static IEnumerable<(long Device, long Down, long Up)> Corners(IndexSet gaps) =>
        gaps.Corners().SelectMany(d => new[] { d - 1, d, d + 1 }).Select(d => (d, 0L, 0L));

    static long Sum(List<(IndexSet Devices, long Gbps)> loads, long device) => loads.Where(l => l.Devices.Contains(device)).Sum(l => l.Gbps);
}
