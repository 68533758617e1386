using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>A port of a device, both by number; below 0 where a report calls it as no plan does.</summary>
readonly record struct PortRef(int Device, int Port)
{
    public const int Unknown = -1;

    public bool IsKnown => Device >= 0 && Port >= 0;
}

/// <summary>A planned link.</summary>
/// <param name="Bundle">The number of its bundle.</param>
/// <param name="Number">Its number in the bundle.</param>
/// <param name="A">The lower end.</param>
/// <param name="B">The upper end.</param>
readonly record struct PlannedLink(int Bundle, long Number, PortRef A, PortRef B)
{
    public PortRef Other(PortRef end) => end == A ? B : A;
}

/// <summary>
/// The links of a plan, to be found by the names of their ends. Devices are numbered over all groups. A report tells of single links, so they
/// are held in memory here, and only here.
/// </summary>
sealed class PlannedNetwork
{
    const int Ambiguous = -1;

    readonly int[] _first;
    readonly PlannedPorts[] _ports;
    readonly Dictionary<string, int> _exactly = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _loosely = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<PortRef, int> _linkAt;

    public PlannedNetwork(Plan plan, Func<PlannedNetwork, Func<FabricPlan, bool>> isMeant)
    {
        Plan = plan;
        var groups = plan.Groups.Select((g, i) => (g.Id, i)).ToDictionary(g => g.Id, g => g.i);
        var ends = plan.Bundles.SelectMany(b => new[] { b.A, b.B }).ToLookup(e => e.Group);
        var switches = plan.Switches();
        var subnetEnds = plan.BundlesOf(f => f.IsInfiniBand()).SelectMany(b => new[] { b.A, b.B }).Where(e => switches.Contains(e.Group)).ToLookup(e => e.Group);
        _first = new int[plan.Groups.Count + 1];
        for (var g = 0; g < plan.Groups.Count; g++) _first[g + 1] = _first[g] + plan.Groups[g].Count;
        _ports = [.. plan.Groups.Select(g => new PlannedPorts(plan, g, [.. ends[g.Id]], [.. subnetEnds[g.Id]]))];
        Names();

        var meant = plan.Fabrics.Where(isMeant(this)).Select(f => f.Name).ToHashSet();
        Fabrics = meant;
        IsMeant = [.. plan.Bundles.Select(b => meant.Contains(b.Fabric))];
        Links = new PlannedLink[plan.Links];
        LinksOf = new int[_first[^1]];
        _linkAt = new Dictionary<PortRef, int>(2 * Links.Length);
        var next = 0;
        for (var b = 0; b < plan.Bundles.Count; b++)
        {
            var bundle = plan.Bundles[b];
            if (bundle.Links == 0) continue;
            var (groupA, groupB) = (groups[bundle.A.Group], groups[bundle.B.Group]);
            var cursor = new LinkCursor(bundle);
            for (long k = 0; k < bundle.Links; k++, cursor.Next())
            {
                var link = cursor.Current;
                var planned = new PlannedLink(b, k, new(_first[groupA] + link.DeviceA, _ports[groupA][bundle.A, link.PortA]), new(_first[groupB] + link.DeviceB, _ports[groupB][bundle.B, link.PortB]));
                _linkAt.TryAdd(planned.A, next);
                _linkAt.TryAdd(planned.B, next);
                Links[next++] = planned;
                if (!IsMeant[b]) continue;
                LinksOf[planned.A.Device]++;
                LinksOf[planned.B.Device]++;
            }
        }
    }

    public Plan Plan { get; }

    public PlannedLink[] Links { get; }

    /// <summary>The fabrics that are compared.</summary>
    public IReadOnlySet<string> Fabrics { get; }

    /// <summary>For each bundle, whether its fabric is compared.</summary>
    public bool[] IsMeant { get; }

    /// <summary>For each device, how many of its links are compared.</summary>
    public int[] LinksOf { get; }

    /// <summary>The planned link at a port.</summary>
    public int? LinkAt(PortRef port) => _linkAt.TryGetValue(port, out var link) ? link : null;

    /// <summary>Whether a port may hear what no plan tells of: one of a bank that no link of the plan uses.</summary>
    public bool IsBeside(PortRef port) => !_ports[GroupOf(port.Device)].IsInUse(port.Port);

    /// <summary>The group of a device, and its number there.</summary>
    public (DeviceGroup Group, int Index) Device(int device)
    {
        var group = GroupOf(device);
        return (Plan.Groups[group], device - _first[group]);
    }

    public string Name(int device) => Device(device) is var (group, index) ? group.Name.Format(index) : "";

    public string PortName(PortRef port) => _ports[GroupOf(port.Device)][port.Port];

    /// <summary>The device of a name: as it is, in other capitals, without its domain.</summary>
    public int? FindDevice(string name)
    {
        name = name.Trim();
        if (_exactly.TryGetValue(name, out var device)) return device;
        if (_loosely.TryGetValue(name, out device) && device != Ambiguous) return device;
        var dot = name.IndexOf('.');
        return dot > 0 && _loosely.TryGetValue(name[..dot], out device) && device != Ambiguous ? device : null;
    }

    /// <summary>The port that an end may be: one of which device and port are known before one of which only the device is.</summary>
    public PortRef? Find(BuiltEnd end)
    {
        int? known = null;
        foreach (var (name, port) in end.Names)
        {
            if (FindDevice(name) is not { } device || (known is not null && known != device)) continue;
            known = device;
            if (_ports[GroupOf(device)].Find(port, n => _linkAt.ContainsKey(new PortRef(device, n))) is { } number) return new PortRef(device, number);
        }
        return known is { } found ? new PortRef(found, PortRef.Unknown) : null;
    }

    int GroupOf(int device)
    {
        var at = Array.BinarySearch(_first, device);
        if (at < 0) return ~at - 1;
        // Groups without devices begin where the next one does.
        while (at + 1 < _first.Length && _first[at + 1] == device) at++;
        return at;
    }

    void Names()
    {
        for (var g = 0; g < Plan.Groups.Count; g++)
            for (var i = 0; i < Plan.Groups[g].Count; i++)
            {
                var (name, device) = (Plan.Groups[g].Name.Format(i), _first[g] + i);
                _exactly.TryAdd(name, device);
                Loosely(name, device);
                // In a plan that has the domains, a report may be without.
                if (name.IndexOf('.') is > 0 and var dot) Loosely(name[..dot], device);
            }

        void Loosely(string name, int device)
        {
            if (!_loosely.TryAdd(name, device) && _loosely[name] != device) _loosely[name] = Ambiguous;
        }
    }
}
