using System.Globalization;
using System.Text.RegularExpressions;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>An InfiniBand subnet as <c>ibnetdiscover</c> prints it, with a node-name map or with the descriptions that the nodes have.</summary>
public static partial class SubnetReport
{
    /// <summary>Reads the output of <c>ibnetdiscover</c>.</summary>
    /// <param name="file">What to call it.</param>
    /// <param name="input">The output.</param>
    public static BuiltNetwork Read(string file, Stream input)
    {
        var built = new BuiltNetwork { IsSubnet = true };
        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        var cables = new List<(Node Near, string Port, string Far, string FarPort, string FarName, BuiltSpeed? Speed)>();
        Node? current = null;
        foreach (var (line, text) in BoundedLines.Of(input))
        {
            if (text is null) built.Fault(file, line, "This line is too long for one of `ibnetdiscover`.");
            else if (text.Length == 0 || text[0] == '#' || Identity().IsMatch(text)) continue;
            else if (Head().Match(text) is { Success: true } head)
            {
                var id = head.Groups["id"].Value;
                current = new Node(Plain(head.Groups["name"].Value), id[0] == 'S', head.Groups["ports"].Value);
                if (nodes.TryAdd(id, current)) continue;
                built.Fault(file, line, $"The node {id} is there a second time; the first counts.");
                current = null;
            }
            else if (Cable().Match(text) is { Success: true } cable)
            {
                if (current is null) built.Fault(file, line, "This cable belongs to no node.");
                else
                    cables.Add((current, cable.Groups["port"].Value, cable.Groups["far"].Value, cable.Groups["farPort"].Value,
                        Plain(cable.Groups["name"].Value), Speed(cable.Groups["width"].Value, cable.Groups["generation"].Value)));
            }
            else built.Fault(file, line, $"This is no line of `ibnetdiscover`: \"{Shown(text)}\".");
        }
        foreach (var node in nodes.Values) built.Add(new BuiltDevice(node.Name, [.. node.Ends("").Select(e => e.Device)], file, IsWhole: true));
        foreach (var (near, port, far, farPort, farName, speed) in cables)
        {
            var other = nodes.TryGetValue(far, out var known) ? known : new Node(farName.Length > 0 ? farName : far, far[0] == 'S', "");
            built.Add(new BuiltLink(near.End(port), other.End(farPort), speed, IsOfBothEnds: true));
        }
        if (nodes.Count == 0 && built.Faults.Count == 0) built.Fault(file, 1, "It is empty; the output of `ibnetdiscover` is expected.");
        return built;
    }

    static string Shown(string line) => string.Concat((line.Length > 60 ? line[..60] + "…" : line).Select(c => char.IsControl(c) ? ' ' : c));

    static string Plain(string quoted) => quoted.Replace("\\\"", "\"").Replace("\\\\", "\\");

    /// <summary>"4xNDR". The lanes of a generation in Mb/s: IBTA, as people call them.</summary>
    static BuiltSpeed? Speed(string width, string generation)
    {
        var lane = generation switch
        {
            "SDR" => 2_500, "DDR" => 5_000, "QDR" => 10_000, "FDR10" => 10_000, "FDR" => 14_000, "EDR" => 25_000, "HDR" => 50_000, "NDR" => 100_000, "XDR" => 200_000, _ => 0,
        };
        return lane == 0 || !int.TryParse(width, CultureInfo.InvariantCulture, out var lanes) ? null : new BuiltSpeed(lanes * lane, IsTwistedPair: false);
    }

    /// <summary>A switch, or an adapter, whose description is that of its host and its own.</summary>
    sealed record Node(string Name, bool IsSwitch, string Ports)
    {
        public BuiltEnd End(string port) => new($"{Name} port {port}", Ends(port));

        public List<(string Device, string Port)> Ends(string port)
        {
            // A number stands for what a switch counts, not for what is printed beside a port.
            var ends = new List<(string, string)> { (Name, "#" + port) };
            if (IsSwitch)
            {
                // "MF0;leaf-01:MQM9700/U1", as managed switches describe themselves.
                var own = Name[(Name.IndexOf(';') + 1)..];
                var colon = own.IndexOf(':');
                if (colon > 0) own = own[..colon];
                if (own != Name) ends.Add((own, "#" + port));
                return ends;
            }
            for (var space = Name.IndexOf(' '); space > 0; space = Name.IndexOf(' ', space + 1))
            {
                var adapter = Name[(space + 1)..].Trim();
                ends.Add((Name[..space], Ports is "1" or "" ? adapter : $"{adapter}/{port}"));
            }
            return ends;
        }
    }

    [GeneratedRegex("^(?:[A-Za-z_]+=|\\s*$|DR path|ibwarn: )")]
    private static partial Regex Identity();

    [GeneratedRegex("^(?:Switch|Ca|Rt)\\s+(?<ports>\\d{1,4})\\s+\"(?<id>[SHR]-[0-9a-fA-F]{1,16})\"\\s*#\\s*\"(?<name>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Head();

    [GeneratedRegex("^\\[(?<port>\\d{1,4})\\](?:\\[ext \\d+\\])?(?:\\([0-9a-fA-F]+\\))?\\s*\"(?<far>[SHR]-[0-9a-fA-F]{1,16})\"\\[(?<farPort>\\d{1,4})\\](?:\\[ext \\d+\\])?(?:\\([0-9a-fA-F]+\\))?(?:\\s*#[^\"]*(?:\"(?<name>(?:[^\"\\\\]|\\\\.)*)\")?.*?(?:\\s(?<width>\\d{1,2})x(?<generation>[A-Z0-9]+))?)?\\s*$")]
    private static partial Regex Cable();
}
