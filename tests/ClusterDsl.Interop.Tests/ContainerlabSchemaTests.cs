using Newtonsoft.Json.Linq;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ClusterDsl.Interop.Tests;

/// <summary>containerlab's own JSON schema (Containerlab/THIRD-PARTY-NOTICES) takes what is exported, and refuses what is broken.</summary>
public sealed class ContainerlabSchemaTests
{
    // The schema says that it is of draft 7, where `items` is what it writes as `prefixItems`.
    static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromJsonAsync(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Containerlab", "clab.schema.json")).Replace("\"prefixItems\"", "\"items\"", StringComparison.Ordinal)).Result);

    public static TheoryData<string, string> Clusters
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (example, cluster) in Exports.Examples) all.Add(example, cluster);
            return all;
        }
    }

    [Theory, MemberData(nameof(Clusters))]
    public void The_schema_takes_the_export_of_every_example(string example, string cluster) =>
        Assert.Equal([], Faults(Topology(Exports.Example(example, cluster))));

    [Theory]
    [InlineData("Zürich, hall 2")]
    [InlineData("-x")]
    [InlineData("東京")]
    public void The_schema_takes_a_cluster_of_any_name(string name) =>
        Assert.Equal([], Faults(Topology(Exports.Example("AlibabaHpn", "hpn-segment") with { Name = name })));

    [Theory]
    [InlineData("node 1 ")]
    [InlineData("a:b")]
    [InlineData("\"quoted\"\n")]
    public void The_schema_takes_devices_of_any_name(string name)
    {
        var plan = Exports.Example("AlibabaHpn", "hpn-segment");
        plan = plan with { Groups = plan.Groups.Select((g, i) => g with { Name = new NameTemplate(g.Name.Parts.Select((p, k) => k == 0 ? p with { Text = $"{name}{i}-" } : p).ToSeq()) }).ToSeq() };
        var topology = Topology(plan);
        Assert.Equal([], Faults(topology));
        var nodes = ((JObject)topology["topology"]!["nodes"]!).Properties().Select(p => p.Name).ToHashSet();
        Assert.All(topology.SelectTokens("topology.links[*].endpoints[*]"), end => Assert.Contains(((string)end!).Split(':')[0], nodes));
    }

    public static TheoryData<string, Action<JObject>> Breaks => new()
    {
        { "no name", t => t.Remove("name") },
        { "no topology", t => t.Remove("topology") },
        { "a name that no container takes", t => t["name"] = "a/b" },
        { "a key that nobody knows", t => t["topology"]!["cables"] = new JArray() },
        { "a node of no known kind", t => t.SelectTokens("topology.nodes.*").First()["kind"] = "toaster" },
        { "a link with a key of ours", t => t["topology"]!["links"]![0]!["length"] = 5 },
        { "an endpoint without an interface", t => t["topology"]!["links"]![0]!["endpoints"]![0] = "leaf-1" },
        { "one interface at both ends", t => t["topology"]!["links"]![0]!["endpoints"]![0] = t["topology"]!["links"]![0]!["endpoints"]![1]!.DeepClone() },
    };

    [Theory, MemberData(nameof(Breaks))]
    public void The_schema_refuses_an_export_that_is_broken(string fault, Action<JObject> breakIt)
    {
        var topology = Topology(Exports.Example("AlibabaHpn", "hpn-segment"));
        breakIt(topology);
        Assert.True(Faults(topology).Length > 0, $"{fault} is taken");
    }

    static string[] Faults(JObject topology) => [.. Schema.Value.Validate(topology).Select(e => $"{e.Path}: {e.Kind}")];

    static JObject Topology(Plan plan)
    {
        using var exports = new Exports(plan, new ContainerlabTopology());
        var yaml = new YamlStream();
        using (var text = new StreamReader(exports["topology.clab.yml"])) yaml.Load(text);
        return (JObject)Json(yaml.Documents.Single().RootNode);
    }

    /// <summary>What a reader of YAML makes of it; all that is not quoted is a word here.</summary>
    static JToken Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JObject(map.Select(pair => new JProperty(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JArray(list.Select(Json)),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: var word } when word is "" or "null" or "~" => JValue.CreateNull(),
        YamlScalarNode scalar => new JValue(scalar.Value),
        _ => throw new InvalidOperationException($"{node.NodeType} has no counterpart in JSON"),
    };
}
