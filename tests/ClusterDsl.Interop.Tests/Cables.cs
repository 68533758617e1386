using System.Text.RegularExpressions;

namespace ClusterDsl.Interop.Tests;

/// <summary>The cables of an exported InfiniBand topology, to be pulled and plugged elsewhere. Each stands at both ends.</summary>
sealed partial class Cables
{
    readonly string _file;
    readonly List<List<string>> _records;
    readonly Dictionary<string, (List<string> Record, string Name, string PortGuid)> _devices = [];

    public Cables(string file)
    {
        _file = file;
        _records = [.. File.ReadAllText(file).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(record => record.Split('\n').ToList())];
        foreach (var record in _records)
        {
            var head = Head().Match(record[4]);
            var guid = record[5..].Select(line => Own().Match(line)).FirstOrDefault(m => m.Success);
            _devices.Add(head.Groups[1].Value, (record, head.Groups[2].Value, guid?.Groups[1].Value ?? ""));
        }
    }

    public string NameOf(string id) => _devices[id].Name;

    /// <summary>The cables from devices whose names begin with one text to those of another.</summary>
    public List<(string Near, string Port, string Far, string FarPort)> Between(string near, string far) =>
    [
        .. from device in _devices
           where device.Value.Name.StartsWith(near, StringComparison.Ordinal)
           from line in device.Value.Record
           let cable = Cable().Match(line)
           where cable.Success && NameOf(cable.Groups[2].Value).StartsWith(far, StringComparison.Ordinal)
           select (device.Key, cable.Groups[1].Value, cable.Groups[2].Value, cable.Groups[3].Value),
    ];

    public void Remove((string Near, string Port, string Far, string FarPort) cable)
    {
        Assert.Equal(1, _devices[cable.Near].Record.RemoveAll(line => line.StartsWith($"[{cable.Port}]", StringComparison.Ordinal)));
        Assert.Equal(1, _devices[cable.Far].Record.RemoveAll(line => line.StartsWith($"[{cable.FarPort}]", StringComparison.Ordinal)));
    }

    public void Add(string near, string port, string far, string farPort)
    {
        Put(near, port, far, farPort);
        Put(far, farPort, near, port);
    }

    void Put(string near, string port, string far, string farPort) => _devices[near].Record.Add(
        $"[{port}]{Guid(near)}\t\"{far}\"[{farPort}]{Guid(far)}\t\t# \"{NameOf(far)}\" lid 0 4xNDR");

    string Guid(string id) => _devices[id].PortGuid is { Length: > 0 } guid ? $"({guid})" : "";

    public void Write() => File.WriteAllText(_file, string.Join("\n\n", _records.Select(record => string.Join('\n', record))) + "\n\n");

    [GeneratedRegex("^(?:Switch|Ca)\t\\d+ \"([SH]-[0-9a-f]+)\"\t\t# \"([^\"]*)\"")]
    private static partial Regex Head();

    [GeneratedRegex("^\\[\\d+\\]\\(([0-9a-f]+)\\)")]
    private static partial Regex Own();

    [GeneratedRegex("^\\[(\\d+)\\](?:\\([0-9a-f]+\\))?\t\"([SH]-[0-9a-f]+)\"\\[(\\d+)\\]")]
    private static partial Regex Cable();
}
