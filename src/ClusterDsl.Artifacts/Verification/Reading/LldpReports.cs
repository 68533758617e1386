using System.Globalization;
using System.Text.RegularExpressions;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>
/// What LLDP hears: a folder with the output of <c>lldpcli -f json show neighbors details</c> (or json0) of each device, in a file that is
/// named after the device: <c>leaf-01.json</c>.
/// </summary>
public static partial class LldpReports
{
    /// <summary>No switch has that much to say.</summary>
    const long MostBytes = 64 << 20;

    /// <summary>Reads every <c>*.json</c> of a folder.</summary>
    public static BuiltNetwork Read(string folder)
    {
        var built = new BuiltNetwork { IsHeard = true };
        var files = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList();
        foreach (var file in files) Read(built, file);
        if (files.Count == 0) built.Fault(folder, 0, "There is no .json file in it: write what `lldpcli -f json show neighbors details` says on each device to a file named after it.");
        return built;
    }

    static void Read(BuiltNetwork built, string file)
    {
        var (path, device) = (Path.GetFileName(file), Path.GetFileNameWithoutExtension(file));
        byte[] bytes;
        try
        {
            if (new FileInfo(file).Length > MostBytes) throw new IOException("it is larger than any device's report");
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            built.Fault(path, 0, $"It cannot be read: {e.Message.TrimEnd('.')}.");
            return;
        }
        var (report, line, fault) = PartialJson.Read(bytes);
        var isReport = report.Find("lldp") is not null;
        if (fault is not null) built.Fault(path, line, $"What is from here on cannot be read: {fault}.");
        else if (!isReport) built.Fault(path, 1, "This is no report of `lldpcli -f json show neighbors details`.");
        if (!isReport) return;

        var isWhole = fault is null;
        foreach (var (port, heard) in Interfaces(report).Where(i => i.Heard.IsWhole))
        {
            if (Far(heard) is { } far) built.Add(new BuiltLink(new BuiltEnd($"{device} {port}", [(device, port)]), far, Speed(heard), IsOfBothEnds: false));
            else if (heard.TextOf("via") is null or "LLDP")
            {
                built.Fault(path, 0, $"What is heard on `{port}` names no device.");
                isWhole = false;
            }
        }
        built.Add(new BuiltDevice(device, [device], path, isWhole));
    }

    /// <summary>In the form json an interface is a member by its name, in json0 an object with a name.</summary>
    static IEnumerable<(string Port, PartialJson Heard)> Interfaces(PartialJson report)
    {
        foreach (var item in report.Each("lldp").SelectMany(l => l.Each("interface")))
            if (item.Find("name")?.Text is { } name) yield return (name, item);
            else
                foreach (var (port, heard) in item.Members) yield return (port, heard);
    }

    static BuiltEnd? Far(PartialJson heard)
    {
        var chassis = heard.Each("chassis").FirstOrDefault();
        // In the form json a chassis that has a name is a member by it, in json0 the name is one of its members.
        string? name = null, id = null;
        if (chassis is { Members: [{ Value.Members.Count: > 0 } named] } && named.Value.Find("id") is not null)
            (name, id) = (named.Name, named.Value.TextOf("id"));
        else if (chassis is not null)
            (name, id) = (chassis.TextOf("name"), chassis.TextOf("id"));
        if (name is null && id is null) return null;

        var port = heard.Each("port").FirstOrDefault();
        string[] ports = [.. new[] { port?.TextOf("id"), port?.TextOf("descr"), port?.TextOf("alias") }.OfType<string>()];
        return new BuiltEnd(
            $"{name ?? id} {ports.FirstOrDefault()}".TrimEnd(),
            [.. from device in new[] { name, id }.OfType<string>() from text in ports.DefaultIfEmpty("") select (device, text)]);
    }

    /// <summary>The MAU type of 802.3: "100GbaseSR4 - …", "1000BaseTFD - …".</summary>
    static BuiltSpeed? Speed(PartialJson heard) =>
        heard.Each("port").FirstOrDefault()?.Each("auto-negotiation").FirstOrDefault()?.TextOf("current") is { } mau && Mau().Match(mau) is { Success: true } type
            && int.TryParse(type.Groups[1].Value, CultureInfo.InvariantCulture, out var number)
            ? new BuiltSpeed(type.Groups[2].Success ? number * 1_000 : number, type.Groups[3].Success) : null;

    [GeneratedRegex("^([0-9]{1,5})(G(?:ig)?)?[Bb]ase-?(T)?")]
    private static partial Regex Mau();
}
