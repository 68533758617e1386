using System.Globalization;
using ClusterDsl.Analyzers.Generation;
using ClusterDsl.Analyzers.Rules;

namespace ClusterDsl.Analyzers.Devices;

/// <summary>An interface as a device type lists it.</summary>
internal sealed record Interface(NumberedName Name, YamlScalar At, string TypeName, YamlNode TypeAt, InterfaceType Type, bool IsManagement);

/// <summary>
/// From interfaces to banks of equal cages: first those that the overlay speaks of, then the others, by the numbers in their names.
/// </summary>
internal sealed partial class BankReader(DeviceText file, DeviceFaults faults, List<Interface> interfaces)
{
    /// <summary>The most ports of a device.</summary>
    public const int Ports = 4_096;

    const int Cages = 1_024;

    const string Management = "mgmt";

    readonly List<BankModel> _banks = [];

    public IReadOnlyList<BankModel> Banks => _banks;

    /// <summary>Each port by its name in the file or on the panel.</summary>
    public Dictionary<string, (string Bank, int Port)> Places { get; } = new(StringComparer.Ordinal);

    void Add(Fields? entry, YamlNode at, BankModel bank, IEnumerable<(string Name, int Port)> listed)
    {
        if (bank.Ports + _banks.Sum(b => b.Ports) > Ports)
        {
            faults.Add(entry is null ? DeviceFieldInvalid.Rule : OverlayDoesNotFit.Rule, entry?.File ?? file, at.Span, $"a device has at most {Ports:N0} ports; from here on they are left out");
            return;
        }
        _banks.Add(bank);
        foreach (var (name, port) in listed)
            if (!Places.ContainsKey(name)) Places.Add(name, (bank.Name, port));
        if (PortPattern.Parse(bank.PortName) is { } printed)
            for (var port = 0; port < bank.Ports; port++)
                if (printed.NameOf(bank.FirstCage + port / bank.Native.Split, port % bank.Native.Split + 1) is var name && !Places.ContainsKey(name))
                    Places.Add(name, (bank.Name, port));
    }

    static T? Refused<T>(Fields entry, YamlNode at, string message) where T : class
    {
        entry.Refuse(at, message);
        return null;
    }

    string Unique(string name)
    {
        var free = name;
        for (var i = 2; _banks.Any(b => b.Name == free); i++) free = name + "-" + i.ToString(CultureInfo.InvariantCulture);
        return free;
    }

    /// <summary>What stands before the first number that counts: "swp" of <c>swp{c}</c>.</summary>
    static string NameFor(string portName)
    {
        var brace = portName.IndexOf('{');
        var name = (brace < 0 ? portName : portName.Substring(0, brace)).TrimEnd(' ', '/', '-', '.', ':', '_');
        return name.Length > 0 ? name : "port";
    }

    /// <summary>What a part of a split cage is called, where nobody says: the usual <c>/1</c> counts on, else <c>s1</c> is added.</summary>
    static string SplitName(string portName)
    {
        if (portName.EndsWith("{c}/1", StringComparison.Ordinal)) return portName.Substring(0, portName.Length - 1) + "{s}";
        var port = portName.IndexOf("{s}", StringComparison.Ordinal);
        return (port < 0 ? portName : portName.Substring(0, portName.IndexOf("{c}", StringComparison.Ordinal) + 3)) + "s{s}";
    }
}
