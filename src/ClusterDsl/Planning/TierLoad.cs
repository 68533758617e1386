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
        foreach (var link in draft.Links.Where(l => l.Kind is not ("peer" or "pair") && l.Lower.Ports.Bank.Name != SwitchModel.ManagementBank))
        {
            if (link.Upper.Group == group) _down.Add((link.UpperSets.Devices, link.UpperSets.Devices.Multiplicity * link.SpeedGbps));
            if (link.Lower.Group == group) _up.Add((link.LowerSets.Devices, link.LowerSets.Devices.Multiplicity * link.SpeedGbps));
        }
    }

    /// <summary>The load of one device, in Gb/s.</summary>
    public (long Down, long Up) Of(int device) =>
        (_down.Where(l => l.Devices.Contains(device)).Sum(l => l.Gbps), _up.Where(l => l.Devices.Contains(device)).Sum(l => l.Gbps));

    /// <summary>The device with the worst ratio.</summary>
    public (int Device, Ratio Ratio) Worst() => _worst ??= FindWorst();

    (int Device, Ratio Ratio) FindWorst()
    {
        var worst = (Device: 0, Ratio: new Ratio(0, 1));
        foreach (var device in Edges())
        {
            var (down, up) = Of(device);
            if (down == 0) continue;
            var ratio = new Ratio(down, up);
            if (ratio.CompareTo(worst.Ratio) > 0) worst = (device, ratio);
        }
        return worst;
    }

    IEnumerable<int> Edges() => _down.Concat(_up)
        .SelectMany(l => l.Devices.Corners())
        .SelectMany(d => new[] { d - 1, d, d + 1 })
        .Where(d => d >= 0 && d < _group.Count)
        .Select(d => (int)d).Distinct().OrderBy(d => d);
}
