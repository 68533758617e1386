using ClusterDsl.Artifacts.InfiniBand;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>The ports of a group's devices by every name that a report may call them: as printed, as Linux calls them, as a subnet counts them.</summary>
sealed class PlannedPorts
{
    readonly List<string> _names = [];
    readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<(string Bank, int Split), int[]> _ports = [];

    /// <summary>A subnet counts a port of a cage and the first part of it, were it split, alike.</summary>
    readonly Dictionary<string, List<int>> _counted = [];
    readonly int _inUse;

    public PlannedPorts(Plan plan, DeviceGroup group, IReadOnlyList<BundleEnd> ends, IReadOnlyList<BundleEnd> subnetEnds)
    {
        var model = plan.Model(group);
        // Those in use first: where two have one name, it is theirs.
        foreach (var end in ends) Add(model.Bank(end.Bank), end.Split);
        foreach (var bank in model.Banks.Where(b => ends.Any(e => e.Bank == b.Name))) Add(bank, bank.NativeSplit);
        _inUse = _names.Count;
        foreach (var bank in model.Banks) Add(bank, bank.NativeSplit);
        foreach (var name in _names.ToList()) _numbers.TryAdd(LinuxName.For(name), _numbers[name]);
        if (subnetEnds.Count == 0) return;
        var counted = new PortNumbers(model, subnetEnds);
        foreach (var end in subnetEnds.Concat(subnetEnds.Select(e => e with { Split = model.Bank(e.Bank).NativeSplit })))
            for (var port = 0; port < _ports[(end.Bank, end.Split)].Length; port++)
                Counted(FormattableString.Invariant($"#{counted.Of(end, port)}"), _ports[(end.Bank, end.Split)][port]);

        void Counted(string name, int number)
        {
            if (!_counted.TryGetValue(name, out var numbers)) _counted.Add(name, numbers = []);
            if (!numbers.Contains(number)) numbers.Add(number);
        }
    }

    /// <summary>The number of a port at an end of a bundle.</summary>
    public int this[BundleEnd end, int port] => _ports[(end.Bank, end.Split)][port];

    /// <summary>What is printed beside a port.</summary>
    public string this[int number] => _names[number];

    /// <summary>The number of a port by one of its names; where there are several, of one that is planned.</summary>
    public int? Find(string name, Func<int, bool> isPlanned)
    {
        if (_counted.TryGetValue(name, out var numbers)) return numbers[Math.Max(0, numbers.FindIndex(n => isPlanned(n)))];
        return _numbers.TryGetValue(name.Trim(), out var number) ? number : null;
    }

    /// <summary>Whether it is one of a bank that some link uses.</summary>
    public bool IsInUse(int number) => number < _inUse;

    void Add(PortBank bank, int split)
    {
        if (_ports.ContainsKey((bank.Name, split))) return;
        var ports = new int[bank.Cages * split];
        for (var port = 0; port < ports.Length; port++)
        {
            var name = bank.NameOf(port, split);
            if (!_numbers.TryGetValue(name, out ports[port]))
            {
                _numbers.Add(name, ports[port] = _names.Count);
                _names.Add(name);
            }
        }
        _ports.Add((bank.Name, split), ports);
    }
}
