using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>Which cages of its devices an end of a bundle takes: the same of each, for no dimension of a bundle moves device and port.</summary>
sealed class CagesInUse(LinkDraft link, bool isLower)
{
    int[]? _cages;

    public LinkDraft Link { get; } = link;
    public EndDraft End { get; } = isLower ? link.Lower : link.Upper;

    /// <summary>The module that the author chose for this end, or the call that connects it.</summary>
    public Origin At => (isLower ? Link.Media.Lower : Link.Media.Upper)?.At ?? Link.At;

    public Ports Bank => End.Ports.Bank;
    public PortMode Mode => End.Ports.Mode;

    /// <summary>The cages, counted from 0.</summary>
    public IReadOnlyList<int> Cages => _cages ??= Find();

    int[] Find()
    {
        var (bank, split, ports) = (PlanBuilder.Bank(Bank), Mode.Split, Sets.Ports);
        var isOrdered = bank.Order.Count > 0 && split % bank.NativeSplit == 0;
        var (cages, isTaken) = (new List<int>(), new bool[bank.Cages]);
        for (var port = Math.Max(0, (int)ports.Min); port <= ports.Max && port < End.Ports.Count; port++)
        {
            if (!ports.Contains(port)) continue;
            var cage = isOrdered ? bank.CageOf(port, split) : port / split;
            if (!isTaken[cage]) cages.Add(cage);
            isTaken[cage] = true;
        }
        return [.. cages];
    }

    EndSets Sets => isLower ? Link.LowerSets : Link.UpperSets;
    Plans.IndexSet Devices => Sets.Devices;

    /// <summary>What is plugged into the devices of a group.</summary>
    public static List<CagesInUse> Of(Draft draft, GroupDraft group) =>
        [.. draft.LinksBelow(group).Select(l => new CagesInUse(l, isLower: false)), .. draft.LinksAbove(group).Select(l => new CagesInUse(l, isLower: true))];

    /// <summary>Devices that are cabled alike are looked at once: the first of each kind, and what is plugged into it.</summary>
    public static IEnumerable<(int Device, List<CagesInUse> Ends)> Kinds(List<CagesInUse> ends)
    {
        var begins = ends.OrderBy(e => e.Devices.Min).ToList();
        var places = ends.SelectMany(e => e.Devices.IsRun ? [e.Devices.Min, e.Devices.Max + 1] : e.Devices.Corners().SelectMany(d => new[] { d, d + 1 }));
        var (open, begun) = (new List<CagesInUse>(), 0);
        foreach (var device in places.Distinct().OrderBy(d => d))
        {
            Work.Done();
            while (begun < begins.Count && begins[begun].Devices.Min <= device) open.Add(begins[begun++]);
            open.RemoveAll(e => e.Devices.Max < device);
            var there = open.Where(e => e.Devices.Contains(device)).ToList();
            if (there.Count > 0) yield return ((int)device, there);
        }
    }

    /// <summary>"8 × 100G": how a cage runs.</summary>
    public static string Text(PortMode mode) => $"{mode.Split} × {mode.Speed}";
}
