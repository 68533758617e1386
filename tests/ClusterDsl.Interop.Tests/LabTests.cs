using YamlDotNet.RepresentationModel;

namespace ClusterDsl.Interop.Tests;

/// <summary>A YAML reader finds the nodes and links that containerlab asks for: `name`, `topology`, endpoints of "node:interface".</summary>
public sealed class LabTests
{
    [Theory]
    [InlineData("AlibabaHpn", "hpn-segment")]
    [InlineData("DgxSuperPod", "superpod-whole")]
    public void A_containerlab_topology_holds_every_Ethernet_link(string example, string cluster)
    {
        var plan = Exports.Example(example, cluster);
        using var exports = new Exports(plan, new ContainerlabTopology());
        var yaml = new YamlStream();
        using (var text = new StreamReader(exports["topology.clab.yml"])) yaml.Load(text);
        var root = (YamlMappingNode)yaml.Documents.Single().RootNode;
        Assert.Equal(plan.Name, ((YamlScalarNode)root["name"]).Value);
        // The schema knows these keys at these places and no others of ours (containerlab, schemas/clab.schema.json).
        Assert.Equal(["name", "topology"], Keys(root));
        Assert.Equal(["kinds", "links", "nodes"], Keys(root["topology"]));
        Assert.All(((YamlMappingNode)root["topology"]["nodes"]).Children.Values, node => Assert.Equal(["group", "kind"], Keys(node)));
        Assert.All((YamlSequenceNode)root["topology"]["links"], link => Assert.Equal(["endpoints"], Keys(link)));
        var nodes = ((YamlMappingNode)root["topology"]["nodes"]).Children.Keys.Select(k => ((YamlScalarNode)k).Value!).ToHashSet();
        var ends = ((YamlSequenceNode)root["topology"]["links"]).SelectMany(link => (YamlSequenceNode)link["endpoints"]).Select(e => ((YamlScalarNode)e).Value!.Split(':')).ToList();

        var ethernet = plan.Fabrics.Where(f => !f.Protocol.StartsWith("InfiniBand", StringComparison.Ordinal)).Select(f => f.Name).ToHashSet();
        Assert.Equal(2 * plan.Bundles.Where(b => ethernet.Contains(b.Fabric)).Sum(b => b.Links), ends.Count);
        Assert.Equal(ends.Count, ends.Select(e => string.Join(':', e)).Distinct().Count());
        Assert.All(ends, end =>
        {
            Assert.Contains(end[0], nodes);
            Assert.Matches(@"^[^\s/]{1,15}$", end[1]);
        });
    }

    static IEnumerable<string> Keys(YamlNode node) => ((YamlMappingNode)node).Children.Keys.Select(k => ((YamlScalarNode)k).Value!).Order(StringComparer.Ordinal);
}
