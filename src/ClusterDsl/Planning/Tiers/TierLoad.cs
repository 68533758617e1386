using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Bandwidth down and up of the switches of a group, in closed form.</summary>
sealed class TierLoad
{
    readonly Steps _gbps = new();
    readonly GroupDraft _group;
    (int Device, Ratio Ratio)? _worst;

    public TierLoad(Draft draft, GroupDraft group)
    {
        _group = group;
        foreach (var link in draft.LinksBelow(group).Where(IsLoad))
        {
            var gbps = link.UpperSets.Devices.Multiplicity * link.SpeedGbps;
            // What joins equals goes up from both.
            if (link.Kind == "global") _gbps.Add(link.UpperSets.Devices, 0, gbps);
            else _gbps.Add(link.UpperSets.Devices, gbps, 0);
        }
        foreach (var link in draft.LinksAbove(group).Where(IsLoad)) _gbps.Add(link.LowerSets.Devices, 0, link.LowerSets.Devices.Multiplicity * link.SpeedGbps);
    }

    static bool IsLoad(LinkDraft link) => link.Kind is not ("peer" or "pair" or "local") && link.Lower.Ports.Bank.Name != SwitchModel.ManagementBank;

    /// <summary>The load of one device, in Gb/s.</summary>
    public (long Down, long Up) Of(int device) => _gbps.Of(device);

    /// <summary>The device with the worst ratio.</summary>
    public (int Device, Ratio Ratio) Worst() => _worst ??= FindWorst();

    (int Device, Ratio Ratio) FindWorst()
    {
        var worst = (Device: 0, Ratio: new Ratio(0, 1));
        foreach (var (device, down, up) in _gbps.Places(_group.Count))
            if (down > 0 && new Ratio(down, up) is var ratio && ratio.CompareTo(worst.Ratio) > 0) worst = (device, ratio);
        return worst;
    }
}
