using YamlDotNet.RepresentationModel;

namespace ClusterDsl.Interop.Tests;

/// <summary>
/// A YAML reader finds in the wiring what Hedgehog's custom resources ask for (githedgehog/fabric, api/wiring/v1beta1: switch_types.go, connection_types.go,
/// api/meta/validation.go).
/// </summary>
public sealed class HedgehogTests
{
    [Theory]
    [InlineData("RailOptimized", "asterfusion-256", "backend")]
    [InlineData("Federation", "federation", "isar-backend")]
    [InlineData("DgxSuperPod", "superpod-whole", "oob")]
    public void A_wiring_holds_every_switch_server_and_link(string example, string cluster, string fabric)
    {
        var plan = Exports.Example(example, cluster);
        using var exports = new Exports(plan, new HedgehogWiring());
        var yaml = new YamlStream();
        using (var text = new StreamReader(exports[$"{fabric}.hhfab.yaml"])) yaml.Load(text);
        var objects = yaml.Documents.Select(d => (YamlMappingNode)d.RootNode).ToLookup(o => Text(o["kind"]));

        Assert.All(objects.SelectMany(o => o), o => Assert.Matches(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", Text(o["metadata"]["name"])));
        Assert.Equal(objects.Sum(o => o.Count()), objects.SelectMany(o => o.Select(x => $"{o.Key} {Text(x["metadata"]["name"])}")).Distinct().Count());
        Assert.Equal(["Connection", "IPv4Namespace", "Server", "Switch", "VLANNamespace"], objects.Select(o => o.Key).Order());

        var tiers = plan.Fabrics.Single(f => f.Name == fabric).Tiers;
        Assert.Equal(tiers.Sum(t => t.Devices), objects["Switch"].Count());
        Assert.All(objects["Switch"], s => Assert.Contains(Text(s["spec"]["role"]), new[] { "spine", "server-leaf" }));
        var split = objects["Switch"].ToDictionary(s => Text(s["metadata"]["name"]), s => ((YamlMappingNode)s["spec"]).Children.TryGetValue("portBreakouts", out var cages)
            ? ((YamlMappingNode)cages).ToDictionary(c => Text(c.Key), c => int.Parse(Text(c.Value).Split('x')[0])) : []);
        var servers = objects["Server"].Select(s => Text(s["metadata"]["name"])).ToHashSet();

        var ports = new List<string>();
        foreach (var connection in objects["Connection"].Select(c => (YamlMappingNode)c["spec"]))
        {
            var (kind, of) = ((YamlMappingNode)connection).Children.Single();
            var links = Text(kind) == "unbundled" ? [(YamlMappingNode)of["link"]] : ((YamlSequenceNode)of["links"]).Cast<YamlMappingNode>();
            foreach (var link in links)
            {
                Assert.Equal(Text(kind) == "unbundled" ? ["server", "switch"] : ["leaf", "spine"], link.Children.Keys.Select(Text).Order());
                foreach (var end in link.Children.Values.Select(e => Text(e["port"])))
                {
                    ports.Add(end);
                    var name = end[..end.IndexOf('/')];
                    if (servers.Contains(name)) continue;
                    // A port is a cage that is not split, or one of as many as the cage is split in.
                    var port = end[(name.Length + 1)..].Split('/');
                    Assert.Equal("E1", port[0]);
                    Assert.InRange(port.Length == 3 ? int.Parse(port[2]) : 1, 1, split[name].GetValueOrDefault($"E1/{port[1]}", 1));
                    Assert.Equal(split[name].ContainsKey($"E1/{port[1]}"), port.Length == 3);
                }
            }
        }
        Assert.Equal(ports.Count, ports.Distinct().Count());
        var leftOut = new HedgehogWiring().LeftOut(plan).Select(f => f.At).ToHashSet();
        Assert.Equal(2 * plan.Bundles.Where(b => b.Fabric == fabric && !leftOut.Contains(b.At)).Sum(b => b.Links),
            ports.Count);
    }

    [Fact]
    public void What_an_author_writes_is_a_text_in_YAML()
    {
        const string Hostile = "\"}\n---\nkind: x\t\u0001\u0085\u2028\\ # {";
        var plan = Exports.Example("RailOptimized", "asterfusion-256");
        var node = plan.Groups.Single(g => g.Role == "node");
        plan = plan with
        {
            Groups = plan.Groups.Select(g => g == node ? g with { Model = Hostile } : g).ToSeq(),
            Models = plan.Models.Select(m => m.Id == node.Model ? m with { Id = Hostile } : m).ToSeq(),
        };
        using var exports = new Exports(plan, new HedgehogWiring());
        var yaml = new YamlStream();
        using (var text = new StreamReader(exports["backend.hhfab.yaml"])) yaml.Load(text);
        var servers = yaml.Documents.Select(d => d.RootNode).Where(o => Text(o["kind"]) == "Server").ToList();
        Assert.Equal(node.Count, servers.Count);
        Assert.All(servers, s => Assert.Equal("\"} --- kind: x    \\ # {", Text(s["spec"]["description"])));
    }

    static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
