using System.Diagnostics;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace ClusterDsl.Interop.Tests;

/// <summary>
/// A small cluster on this machine: a network namespace for each device, a pair of virtual interfaces for each link of the containerlab export,
/// and real daemons in them. No frame leaves the namespaces; they and the daemons are gone when the test is.
/// </summary>
sealed class Lab : IDisposable
{
    static int _count;

    readonly string _folder = Directory.CreateTempSubdirectory("clusterdsl-lab").FullName;
    readonly List<Process> _daemons = [];
    readonly Dictionary<string, string> _namespaces = [];

    /// <param name="topology">The export.</param>
    /// <param name="rewire">What the installers got wrong: changes the ends of the links before they are plugged.</param>
    public Lab(string topology, Action<List<Wiring>>? rewire = null)
    {
        // Daemons that run as a user of their own have to reach their files.
        Assert.Equal(0, Tool.Run("chmod", ["755", _folder]).Code);
        Links = Read(topology);
        rewire?.Invoke(Links);
        var lab = $"cdsl{Environment.ProcessId}x{Interlocked.Increment(ref _count)}";
        foreach (var device in Links.SelectMany(l => new[] { l.DeviceA, l.DeviceB }).Distinct().Order(StringComparer.Ordinal))
            _namespaces.Add(device, $"{lab}-{_namespaces.Count}");
        try
        {
            foreach (var name in _namespaces.Values) Ip("netns", "add", name);
            File.WriteAllLines(Path.Combine(_folder, "links"), Links.Select(l =>
                $"link add {l.PortA} netns {_namespaces[l.DeviceA]} type veth peer name {l.PortB} netns {_namespaces[l.DeviceB]}"));
            Ip("-batch", Path.Combine(_folder, "links"));
            foreach (var (device, name) in _namespaces)
            {
                Directory.CreateDirectory(Of(device));
                File.WriteAllLines(Path.Combine(Of(device), "up"), PortsOf(device).Prepend("lo").Select(port => $"link set dev {port} up"));
                Ip("-n", name, "-batch", Path.Combine(Of(device), "up"));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Why none can be made here; null where it can. Where everything is meant to be tested, that is a failure.</summary>
    public static string? Missing { get; } = Tool.Missing("ip", "unshare") ?? (Environment.GetEnvironmentVariable("CI") == "true" || MayMakeNamespaces()
        ? null : "no network namespace can be made here (it takes an administrator)");

    public List<Wiring> Links { get; }

    public IEnumerable<string> Devices => _namespaces.Keys;

    public IEnumerable<string> PortsOf(string device) =>
        Links.SelectMany(l => new[] { (Device: l.DeviceA, Port: l.PortA), (Device: l.DeviceB, Port: l.PortB) }).Where(e => e.Device == device).Select(e => e.Port);

    /// <summary>Lets a real lldpd speak on each device, and writes what lldpcli says there to a file named after it, in the form named.</summary>
    public string Listen(Func<string, string> form)
    {
        foreach (var device in _namespaces.Keys)
        {
            File.WriteAllText(Path.Combine(Of(device), "lldpd.conf"), $"configure system hostname {device}\nconfigure lldp portidsubtype ifname\nconfigure lldp tx-interval 1\nconfigure lldp tx-hold 60\n");
            // Its own host name and its own /run: lldpd locks itself up in there.
            Daemon(device, ["unshare", "-m", "--uts"], $"hostname {device}; mount -t tmpfs none /run; mkdir -p /run/lldpd; exec lldpd -d -u {Of(device)}/lldpd.socket -O {Of(device)}/lldpd.conf -C none", "lldpd");
        }
        var clock = Stopwatch.StartNew();
        while (_namespaces.Keys.Sum(d => Heard(d, "json0").Split("\"via\"").Length - 1) < 2 * Links.Count && clock.Elapsed < TimeSpan.FromSeconds(45)) Thread.Sleep(500);
        var reports = Directory.CreateDirectory(Path.Combine(_folder, "lldp")).FullName;
        foreach (var device in _namespaces.Keys) File.WriteAllText(Path.Combine(reports, device + ".json"), Heard(device, form(device)));
        return reports;
    }

    string Heard(string device, string form) => Tool.Run("lldpcli", ["-u", $"{Of(device)}/lldpd.socket", "-f", form, "show", "neighbors", "details"]).Output;

    /// <summary>Lets FRR route between some devices with BGP unnumbered, each with one address; the address of each.</summary>
    public IReadOnlyDictionary<string, string> Route(IReadOnlyList<string> devices)
    {
        var addresses = devices.Select((device, i) => (device, $"10.0.{i / 256}.{i % 256}")).ToDictionary(d => d.device, d => d.Item2);
        foreach (var (device, address) in addresses)
        {
            var folder = Of(device);
            Ip("-n", _namespaces[device], "addr", "add", address + "/32", "dev", "lo");
            var neighbours = PortsOf(device).Where(port => devices.Contains(Across(device, port))).ToList();
            File.WriteAllText(Path.Combine(folder, "zebra.conf"), $"hostname {device}\n");
            File.WriteAllText(Path.Combine(folder, "bgpd.conf"), $"""
                hostname {device}
                router bgp {65_000 + addresses.Keys.ToList().IndexOf(device)}
                 bgp router-id {address}
                 no bgp ebgp-requires-policy
                 no bgp network import-check
                 bgp bestpath as-path multipath-relax
                 timers bgp 1 3
                {string.Join('\n', neighbours.Select(port => $" neighbor {port} interface remote-as external"))}
                 address-family ipv4 unicast
                  network {address}/32
                  maximum-paths 64
                 exit-address-family

                """);
            Assert.Equal(0, Tool.Run("chown", ["-R", "frr:frr", folder]).Code);
            Daemon(device, [], Frr("zebra", folder), "zebra");
        }
        foreach (var device in devices)
        {
            for (var clock = Stopwatch.StartNew(); !File.Exists($"{Of(device)}/zserv") && clock.Elapsed < TimeSpan.FromSeconds(20);) Thread.Sleep(50);
            Daemon(device, [], Frr("bgpd", Of(device)), "bgpd");
        }
        return addresses;

        static string Frr(string daemon, string folder) =>
            $"exec /usr/lib/frr/{daemon} -u frr -g frr -P 0 -z {folder}/zserv -i {folder}/{daemon}.pid --vty_socket {folder} -f {folder}/{daemon}.conf --log stdout";
    }

    /// <summary>Over how many next hops the kernel of a device sends to an address; 0 where it knows no way.</summary>
    public int Width(string device, string address)
    {
        using var routes = JsonDocument.Parse(Tool.Run("ip", ["-j", "-n", _namespaces[device], "route", "show", address]).Output is { Length: > 0 } text ? text : "[]");
        return routes.RootElement.EnumerateArray().Sum(route => route.TryGetProperty("nexthops", out var hops) ? hops.GetArrayLength() : 1);
    }

    public string Across(string device, string port) => Links.Select(l =>
        (l.DeviceA, l.PortA) == (device, port) ? l.DeviceB : (l.DeviceB, l.PortB) == (device, port) ? l.DeviceA : null).First(d => d is not null)!;

    public void Dispose()
    {
        foreach (var daemon in _daemons)
        {
            if (!daemon.HasExited) daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit();
            daemon.Dispose();
        }
        foreach (var name in _namespaces.Values) Tool.Run("ip", ["netns", "del", name]);
        Directory.Delete(_folder, recursive: true);
    }

    void Daemon(string device, string[] apart, string script, string log)
    {
        string[] command = [.. apart, "ip", "netns", "exec", _namespaces[device], "sh", "-c", $"exec > {Of(device)}/{log}.log 2>&1; {script}"];
        _daemons.Add(Tool.Start(command[0], command[1..]));
    }

    string Of(string device) => Path.Combine(_folder, device);

    static void Ip(params string[] arguments)
    {
        var (code, output) = Tool.Run("ip", arguments);
        Assert.True(code == 0, $"ip {string.Join(' ', arguments)}: {output}");
    }

    static bool MayMakeNamespaces() => Tool.Run("unshare", ["-n", "true"]).Code == 0;

    static List<Wiring> Read(string topology)
    {
        var yaml = new YamlStream();
        using (var text = new StreamReader(topology)) yaml.Load(text);
        var links = (YamlSequenceNode)yaml.Documents.Single().RootNode["topology"]["links"];
        return [.. links.Select(link => ((YamlSequenceNode)link["endpoints"]).Select(end => end.ToString().Split(':')).ToList())
            .Select(ends => new Wiring(ends[0][0], ends[0][1], ends[1][0], ends[1][1]))];
    }
}

/// <summary>A cable of a lab.</summary>
sealed record Wiring(string DeviceA, string PortA, string DeviceB, string PortB);

/// <summary>A test that needs namespaces and programs of others; skipped where there are none.</summary>
sealed class NamespaceFactAttribute : FactAttribute
{
    public NamespaceFactAttribute(params string[] programs) => Skip = Tool.Missing(programs) ?? Lab.Missing;
}
