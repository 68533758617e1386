namespace ClusterDsl.Artifacts.Wiring;

/// <summary>A link with the names of its ends, for formats that are made of texts.</summary>
/// <param name="Bundle">The bundle it is part of.</param>
/// <param name="Link">Its ends by number.</param>
/// <param name="DeviceA">The lower device.</param>
/// <param name="PortA">Its port.</param>
/// <param name="DeviceB">The upper device.</param>
/// <param name="PortB">Its port.</param>
readonly record struct Wire(Bundle Bundle, Link Link, string DeviceA, string PortA, string DeviceB, string PortB)
{
    /// <summary>The links of a plan in order, computed one after another.</summary>
    public static IEnumerable<Wire> Of(Plan plan) => Of(plan, plan.Bundles);

    /// <summary>The links of some of its bundles.</summary>
    public static IEnumerable<Wire> Of(Plan plan, IEnumerable<Bundle> bundles)
    {
        Dictionary<string, DeviceNames> below = [], above = [];
        foreach (var bundle in bundles.Where(b => b.Links > 0))
        {
            DeviceNames a = Names(below, bundle.A), b = Names(above, bundle.B);
            string[] portsA = Ports(bundle.A), portsB = Ports(bundle.B);
            var cursor = new LinkCursor(bundle);
            for (var left = bundle.Links; left > 0; left--, cursor.Next())
            {
                var link = cursor.Current;
                yield return new Wire(bundle, link, a[link.DeviceA], portsA[link.PortA], b[link.DeviceB], portsB[link.PortB]);
            }
        }

        DeviceNames Names(Dictionary<string, DeviceNames> known, BundleEnd end)
        {
            if (!known.TryGetValue(end.Group, out var names)) known.Add(end.Group, names = new DeviceNames(plan.Group(end.Group)));
            return names;
        }

        string[] Ports(BundleEnd end)
        {
            var bank = plan.Model(plan.Group(end.Group)).Bank(end.Bank);
            return [.. Enumerable.Range(0, bank.Cages * end.Split).Select(port => bank.NameOf(port, end.Split))];
        }
    }
}

/// <summary>The names of a group's devices. A few devices take turns, so each has one slot it is kept in: memory does not grow with the group.</summary>
sealed class DeviceNames(DeviceGroup group)
{
    const int Slots = 4096;

    readonly (int Device, string Name)[] _kept = new (int, string)[Math.Min(Slots, Math.Max(1, group.Count))];

    public string this[int device]
    {
        get
        {
            ref var kept = ref _kept[device % _kept.Length];
            if (kept.Name is null || kept.Device != device) kept = (device, group.Name.Format(device));
            return kept.Name;
        }
    }
}
