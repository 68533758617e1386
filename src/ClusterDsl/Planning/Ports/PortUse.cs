using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>The ports of a group of switches as they are delivered, and how many of them the fullest switch has in use.</summary>
sealed record PortUse(int Ports, int Used, int Fullest)
{
    /// <summary>Every split that a cage can have divides it.</summary>
    const int Whole = 720_720;

    public int Spare => Ports - Used;

    public static PortUse Of(Draft draft, GroupDraft group)
    {
        var parts = new Steps();
        foreach (var link in draft.LinksBelow(group)) Add(link.Upper, link.UpperSets);
        foreach (var link in draft.LinksAbove(group)) Add(link.Lower, link.LowerSets);
        var fullest = parts.Places(group.Count).Select(p => (p.Device, Parts: p.First)).DefaultIfEmpty().OrderByDescending(p => p.Parts).ThenBy(p => p.Device).First();
        return new PortUse(((SwitchModel)group.Model).FabricPorts.Sum(p => p.Count(p.Native)), (int)((fullest.Parts + Whole - 1) / Whole), fullest.Device);

        void Add(EndDraft end, EndSets sets)
        {
            var bank = end.Ports.Bank;
            if (bank.Name != SwitchModel.ManagementBank)
                parts.Add(sets.Devices, sets.Devices.Multiplicity * bank.Native.Split * (Whole / end.Ports.Mode.Split), 0);
        }
    }
}
