using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts.InfiniBand;

/// <summary>
/// One InfiniBand subnet, device by device: a fabric, with those that take their uplinks into it. Each port of a node is a channel adapter of
/// its own. Held in memory: a subnet has no more than 49,151 addresses.
/// </summary>
sealed class Subnet
{
    readonly Dictionary<(string Group, int Device, string Bank, int Port), SubnetDevice> _adapters = [];
    readonly Dictionary<(string Group, int Device), SubnetDevice> _switches = [];
    readonly Dictionary<string, PortNumbers> _numbers = [];
    readonly Plan _plan;

    Subnet(Plan plan, string name, IReadOnlyList<FabricPlan> fabrics)
    {
        (_plan, Name, Fabrics) = (plan, name, fabrics);
        var names = fabrics.Select(f => f.Name).ToHashSet();
        var bundles = plan.Bundles.Where(b => names.Contains(b.Fabric)).ToList();
        var switches = fabrics.SelectMany(f => f.Tiers).SelectMany(t => t.Groups).ToHashSet();
        var groups = GroupNumbers(plan);
        foreach (var end in bundles.SelectMany(b => new[] { b.A, b.B }).Where(e => switches.Contains(e.Group)).GroupBy(e => e.Group))
            _numbers.Add(end.Key, new PortNumbers(plan.Model(plan.Group(end.Key)), end));

        foreach (var wire in Wire.Of(plan, bundles))
        {
            var bundle = wire.Bundle;
            var a = Device(bundle.A, wire.Link.DeviceA, wire.DeviceA, wire.Link.PortA, wire.PortA);
            var b = Device(bundle.B, wire.Link.DeviceB, wire.DeviceB, wire.Link.PortB, wire.PortB);
            var (portA, portB) = (Number(bundle.A, wire.Link.PortA), Number(bundle.B, wire.Link.PortB));
            var speed = Width(fabrics.First(f => f.Name == bundle.Fabric), bundle.SpeedGbps);
            Join(a, portA, new SubnetPort(b, portB, speed));
            Join(b, portB, new SubnetPort(a, portA, speed));
        }

        // A plan that was edited by hand may say anything; two cables in a port are no subnet.
        void Join(SubnetDevice device, int port, SubnetPort far)
        {
            if (!device.Ports.TryAdd(port, far)) throw new ArgumentException($"{Name}: port {port} of \"{device.Name}\" is cabled twice");
        }

        SubnetDevice Device(BundleEnd end, int device, string name, int port, string portName)
        {
            var number = (ulong)groups[end.Group] << 40 | (ulong)device << 16;
            if (switches.Contains(end.Group))
            {
                if (!_switches.TryGetValue((end.Group, device), out var known))
                    _switches.Add((end.Group, device), known = new SubnetDevice(name, "", plan.Group(end.Group).Model, Local | number, _numbers[end.Group].Count, IsSwitch: true, IsManager: false));
                return known;
            }
            var key = (end.Group, device, end.Bank, port);
            if (!_adapters.TryGetValue(key, out var adapter))
                // The guid of its port is the next one.
                _adapters.Add(key, adapter = new SubnetDevice(name, portName, plan.Group(end.Group).Model, (Local | number) + 2 * (ulong)(1 + PortOf(end, port)), 1, false, plan.Group(end.Group).Role == "appliance"));
            return adapter;
        }

        int PortOf(BundleEnd end, int port)
        {
            var banks = plan.Model(plan.Group(end.Group)).Banks;
            return banks.TakeWhile(b => b.Name != end.Bank).Sum(b => b.Cages) * MostSplit + port;
        }
    }

    /// <summary>No cage is split finer.</summary>
    const int MostSplit = 16;

    /// <summary>Marks an identifier as made up: a maker's never has this bit (IEEE EUI-64, locally administered).</summary>
    const ulong Local = 0x02UL << 56;

    /// <summary>The fabric that the others take their uplinks into.</summary>
    public string Name { get; }

    public IReadOnlyList<FabricPlan> Fabrics { get; }

    /// <summary>The adapters, those of subnet managers first.</summary>
    public IEnumerable<SubnetDevice> Adapters => _adapters.Values.OrderBy(a => !a.IsManager);

    public IEnumerable<SubnetDevice> Switches => _switches.Values;

    /// <summary>Whether switches are numbered as their makers do it: not where cages are split finer than delivered.</summary>
    public bool IsNumberedAsMade => _numbers.Values.All(n => n.IsNative);

    /// <summary>The subnets of a plan.</summary>
    public static IEnumerable<Subnet> Of(Plan plan)
    {
        var fabrics = plan.Fabrics.Where(f => f.IsInfiniBand()).ToList();
        return fabrics.Where(f => f.Into.Length == 0 || !fabrics.Exists(g => g.Name == f.Into))
            .Select(top => new Subnet(plan, top.Name, [top, .. fabrics.Where(f => f.Into == top.Name)]));
    }

    int Number(BundleEnd end, int port) => _numbers.TryGetValue(end.Group, out var numbers) ? numbers.Of(end, port) : 1;

    /// <summary>"4xNDR": so many lanes of a generation.</summary>
    static string Width(FabricPlan fabric, int gbps)
    {
        var generation = fabric.Protocol.Split(' ')[^1];
        var lane = generation switch { "EDR" => 25, "HDR" => 50, "NDR" => 100, "XDR" => 200, _ => Math.Max(1, fabric.SpeedGbps / 4) };
        return FormattableString.Invariant($"{Math.Max(1, gbps / lane)}x{generation}");
    }

    /// <summary>A number for each group that does not depend on the others, unless two fall on one.</summary>
    static Dictionary<string, ushort> GroupNumbers(Plan plan)
    {
        var numbers = new Dictionary<string, ushort>();
        var taken = new HashSet<ushort> { 0 };
        foreach (var group in plan.Groups.OrderBy(g => g.Id, StringComparer.Ordinal))
        {
            var hash = 2_166_136_261; // FNV-1a
            foreach (var c in group.Id) hash = (hash ^ c) * 16_777_619;
            var number = (ushort)(hash ^ hash >> 16);
            while (!taken.Add(number)) number++;
            numbers.Add(group.Id, number);
        }
        return numbers;
    }
}

/// <summary>A switch, or an adapter of one port.</summary>
/// <param name="Device">The switch, or the node that the adapter is in.</param>
/// <param name="PortName">What is printed beside the adapter's port; empty for a switch.</param>
/// <param name="Model">The model of the device.</param>
/// <param name="Guid">A guid that was made up.</param>
/// <param name="PortCount">Its ports.</param>
/// <param name="IsSwitch">Whether it is a switch.</param>
/// <param name="IsManager">Whether a subnet manager runs behind it.</param>
sealed record SubnetDevice(string Device, string PortName, string Model, ulong Guid, int PortCount, bool IsSwitch, bool IsManager)
{
    /// <summary>What it calls itself.</summary>
    public string Name => IsSwitch ? Device : $"{Device} {PortName}";

    public SortedDictionary<int, SubnetPort> Ports { get; } = [];

    /// <summary>"S-0200…": what other records call it.</summary>
    public string Id => FormattableString.Invariant($"{(IsSwitch ? 'S' : 'H')}-{Guid:x16}");
}

/// <summary>What is at the other end of a port.</summary>
sealed record SubnetPort(SubnetDevice Far, int FarPort, string Speed);

/// <summary>The ports of a switch counted from 1, bank after bank, every cage split as finely as the finest.</summary>
sealed class PortNumbers
{
    readonly Dictionary<string, (PortBank Bank, int First, int Split)> _banks = [];

    public PortNumbers(DeviceModel model, IEnumerable<BundleEnd> ends)
    {
        IsNative = true;
        foreach (var bank in ends.GroupBy(e => e.Bank).OrderBy(b => b.Key, StringComparer.Ordinal))
        {
            var cages = model.Bank(bank.Key);
            var split = Math.Max(cages.NativeSplit, bank.Max(e => e.Split));
            IsNative &= split == cages.NativeSplit;
            _banks.Add(bank.Key, (cages, Count, split));
            Count += cages.Cages * split;
        }
    }

    public int Count { get; }

    public bool IsNative { get; }

    public int Of(BundleEnd end, int port)
    {
        var (bank, first, split) = _banks[end.Bank];
        return first + bank.Position(port, end.Split) * (split / end.Split) + 1;
    }
}
