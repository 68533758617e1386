using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ClusterDsl.Interop.Tests;

/// <summary>A fabric that ibsim simulates. Nothing leaves the machine: its programs speak over a socket of this test's own.</summary>
sealed partial class Simulated : IDisposable
{
    // What Debian's ibsim is built to hold is less than a SuperPOD.
    static readonly string[] Limits = ["-N", "20000", "-S", "2000", "-P", "400000", "-L", "49152"];

    static int _count;

    readonly string _folder = Directory.CreateTempSubdirectory("clusterdsl-ibsim").FullName;
    readonly Dictionary<string, string> _environment;
    readonly Process _ibsim;

    public Simulated(string topology)
    {
        _environment = new()
        {
            ["IBSIM_SOCKNAME"] = $"clusterdsl-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}",
            ["OSM_TMP_DIR"] = _folder, ["OSM_CACHE_DIR"] = _folder,
        };
        // It says on one stream that it is ready, and on the other that it is not.
        _ibsim = Tool.Start("sh", ["-c", "exec ibsim \"$@\" 2>&1", "sh", "-s", "-n", .. Limits, topology], _folder, _environment);
        var isReady = Task.Run(() =>
        {
            for (var line = _ibsim.StandardOutput.ReadLine(); line is not null; line = _ibsim.StandardOutput.ReadLine())
                if (line.Contains("simulator ready")) return true;
            return false;
        });
        Assert.True(isReady.Wait(TimeSpan.FromMinutes(1)) && isReady.Result, "ibsim did not take the topology");
        _ = _ibsim.StandardOutput.ReadToEndAsync();
    }

    /// <summary>What ibsim says of a topology that it does not take.</summary>
    public static string Refused(string topology)
    {
        var (code, output) = Tool.Run("ibsim", ["-s", "-n", .. Limits, topology], Path.GetDirectoryName(topology),
            new Dictionary<string, string> { ["IBSIM_SOCKNAME"] = $"clusterdsl-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}" });
        Assert.NotEqual(0, code);
        return output;
    }

    /// <summary>Lets the subnet manager bring the fabric up as a fat tree and nothing else; its log.</summary>
    public string BringUp()
    {
        var log = Path.Combine(_folder, "opensm.log");
        using var opensm = Tool.Start("opensm", ["-o", "-R", "no_fallback,ftree", "-s", "0", "-e", "-n", "64", "-t", "2000", "-f", log, "-D", "0x43", "--dump_files_dir", _folder], _folder, Simulating());
        _ = opensm.StandardOutput.ReadToEndAsync();
        _ = opensm.StandardError.ReadToEndAsync();
        // Where its engine refuses the fabric it goes on trying for ever.
        var clock = Stopwatch.StartNew();
        while (!opensm.WaitForExit(100) && clock.Elapsed < TimeSpan.FromMinutes(1) && !Text(log).Contains("No routing engine able")) { }
        if (!opensm.HasExited) opensm.Kill();
        opensm.WaitForExit();
        return Text(log);
    }

    /// <summary>Walks every pair of adapters over the tables that the subnet manager set. It may crash when it has printed all.</summary>
    public string Verify() =>
        Tool.Run("ibdmchk", ["-s", File("opensm-subnet.lst"), "-f", File("opensm.fdbs"), "-m", File("opensm.mcfdbs")], _folder, _environment).Output;

    /// <summary>The fabric as ibnetdiscover finds it.</summary>
    public string Discover() => Tool.Run("ibnetdiscover", [], _folder, Simulating()).Output;

    /// <summary>
    /// For each port down from a spine, to how many adapters the leaves send over it: a leaf's table names the port up, and so the spine, whose
    /// own table names the port down.
    /// </summary>
    public IReadOnlyDictionary<string, int> DestinationsPerPort()
    {
        var ends = System.IO.File.ReadLines(File("opensm-subnet.lst")).Select(line => LinkEnd().Matches(line)).Where(m => m.Count == 2).ToList();
        var adapters = ends.SelectMany(e => e).Where(e => e.Groups["kind"].Value == "CA").Select(e => e.Groups["lid"].Value).ToHashSet();
        var upwards = ends.Where(e => IsSwitch(e[0], "leaf") && IsSwitch(e[1], "spine"))
            .ToDictionary(e => (Leaf: e[0].Groups["guid"].Value, Port: Hex(e[0].Groups["port"].Value)), e => e[1].Groups["guid"].Value);
        var tables = Tables();
        return upwards.SelectMany(up => tables[up.Key.Leaf].Where(route => adapters.Contains(route.Key) && route.Value == up.Key.Port)
                .Select(route => (Spine: up.Value, Down: tables[up.Value][route.Key], Adapter: route.Key)))
            .Distinct().GroupBy(d => $"{d.Spine} {d.Down}").ToDictionary(d => d.Key, d => d.Count());

        static bool IsSwitch(Match end, string name) => end.Groups["kind"].Value == "SW" && end.Groups["name"].Value.Contains(name);
    }

    /// <summary>The tables of all switches: the port for each address.</summary>
    Dictionary<string, Dictionary<string, int>> Tables()
    {
        var tables = new Dictionary<string, Dictionary<string, int>>();
        Dictionary<string, int>? current = null;
        foreach (var line in System.IO.File.ReadLines(File("opensm.fdbs")))
            if (Header().Match(line) is { Success: true } header) tables.Add(header.Groups[1].Value, current = []);
            else if (Entry().Match(line) is { Success: true } entry) current!.Add(entry.Groups["lid"].Value, int.Parse(entry.Groups["port"].Value));
        return tables;
    }

    static int Hex(string number) => Convert.ToInt32(number, 16);

    /// <summary>The links of a topology in the form that ibnetdiscover prints, with the names of the devices.</summary>
    public static HashSet<string> LinksOf(string topology)
    {
        var links = new HashSet<string>();
        string name = "";
        foreach (var line in topology.Split('\n'))
            if (Record().Match(line) is { Success: true } record) name = record.Groups[1].Value;
            else if (Port().Match(line) is { Success: true } port) links.Add(Exports.Link($"{name} {port.Groups[1].Value}", $"{port.Groups[3].Value} {port.Groups[2].Value}"));
        return links;
    }

    public void Dispose()
    {
        if (!_ibsim.HasExited) _ibsim.Kill();
        _ibsim.WaitForExit();
        _ibsim.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    string File(string name) => Path.Combine(_folder, name);

    static string Text(string file)
    {
        if (!System.IO.File.Exists(file)) return "";
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    Dictionary<string, string> Simulating() => new(_environment) { ["LD_PRELOAD"] = "/usr/lib/x86_64-linux-gnu/umad2sim/libumad2sim.so" };

    [GeneratedRegex("^(?:Switch|Ca)\t\\d+ \"[SH]-[0-9a-f]+\"\\s+# \"([^\"]*)\"")]
    private static partial Regex Record();

    [GeneratedRegex("^\\[(\\d+)\\](?:\\([0-9a-f]+\\))?\\s*\"[SH]-[0-9a-f]+\"\\[(\\d+)\\](?:\\([0-9a-f]+\\))?\\s+#.*?\"([^\"]*)\"")]
    private static partial Regex Port();

    [GeneratedRegex("Switch 0x([0-9a-f]+)")]
    private static partial Regex Header();

    [GeneratedRegex("^0x(?<lid>[0-9A-Fa-f]{4}) : (?<port>[0-9]{3})")]
    private static partial Regex Entry();

    [GeneratedRegex("(?<kind>SW|CA)(?:-SM)? Ports:[^{}]* NodeGUID:(?<guid>[0-9a-f]+) [^{}]*\\{(?<name>[^}]*)\\} LID:(?<lid>[0-9A-F]+) PN:(?<port>[0-9A-F]+)")]
    private static partial Regex LinkEnd();
}
