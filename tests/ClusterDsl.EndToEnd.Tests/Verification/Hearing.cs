using System.Text.Json;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>The links of a plan as they are built, to be pulled and plugged elsewhere; and what LLDP then hears of them.</summary>
sealed class Hearing
{
    Hearing(IEnumerable<(string, string, string, string)> links) => Links = [.. links];

    public static Hearing Of(Plan plan) => new(Written.Rows(new CablingCsv(), plan).Select(r => (r["a_device"], r["a_port"], r["b_device"], r["b_port"])));

    public List<(string DeviceA, string PortA, string DeviceB, string PortB)> Links { get; }

    /// <summary>Devices that do not report.</summary>
    public HashSet<string> Silent { get; } = [];

    /// <summary>Ends that hear nothing.</summary>
    public HashSet<string> Deaf { get; } = [];

    /// <summary>How a device and its port are called where others hear them.</summary>
    public Func<string, string, (string Device, string Port)> Called { get; set; } = (device, port) => (device, port);

    /// <summary>How the system of a device calls its port.</summary>
    public Func<string, string, string> Own { get; set; } = (_, port) => port;

    /// <summary>The links whose ends begin so: "leaf-1 3/1".</summary>
    public int At(string end) => Links.FindIndex(l => $"{l.DeviceA} {l.PortA}" == end || $"{l.DeviceB} {l.PortB}" == end);

    /// <summary>Exchanges the upper plugs of two links.</summary>
    public void Swap(string end, string other)
    {
        var (one, another) = (At(end), At(other));
        var (a, b) = (Links[one], Links[another]);
        Links[one] = a with { DeviceB = b.DeviceB, PortB = b.PortB };
        Links[another] = b with { DeviceB = a.DeviceB, PortB = a.PortB };
    }

    /// <summary>A folder with a report of each device, in the form that lldpcli -f json has for several neighbours.</summary>
    public string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var ends = Links.SelectMany(l => new[] { (Near: (l.DeviceA, l.PortA), Far: (l.DeviceB, l.PortB)), (Near: (l.DeviceB, l.PortB), Far: (l.DeviceA, l.PortA)) });
        foreach (var device in ends.GroupBy(e => e.Near.Item1).Where(d => !Silent.Contains(d.Key)))
            File.WriteAllText(Path.Combine(folder, device.Key + ".json"), JsonSerializer.Serialize(
                new { lldp = new { @interface = device.Where(e => !Deaf.Contains($"{e.Near.Item1} {e.Near.Item2}")).Select(e => Neighbour(Own(e.Near.Item1, e.Near.Item2), Called(e.Far.Item1, e.Far.Item2))).ToList() } },
                new JsonSerializerOptions { WriteIndented = true }));
        return folder;
    }

    static Dictionary<string, object> Neighbour(string port, (string Device, string Port) far) => new()
    {
        [port] = new Dictionary<string, object>
        {
            ["via"] = "LLDP", ["age"] = "0 day, 00:00:02",
            ["chassis"] = new Dictionary<string, object> { [far.Device] = new { id = new { type = "mac", value = "02:00:00:00:00:01" }, descr = "a switch" } },
            ["port"] = new { id = new { type = "ifname", value = far.Port }, descr = "to the spine", ttl = "120" },
        },
    };
}
