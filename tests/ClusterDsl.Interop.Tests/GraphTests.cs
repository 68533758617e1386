using System.Xml.Linq;

namespace ClusterDsl.Interop.Tests;

/// <summary>Graphviz and XML readers find in the graphs what the plan holds.</summary>
public sealed class GraphTests
{
    public static TheoryData<string, string> Clusters => new()
    {
        { "DgxSuperPod", "superpod-whole" },
        { "AlibabaHpn", "hpn-segment" },
        { "ScheduledFabric", "scheduled-2k" },
    };

    [ToolTheory("gvpr", "gc"), MemberData(nameof(Clusters))]
    public void Graphviz_reads_every_device_and_link(string example, string cluster)
    {
        var plan = Exports.Example(example, cluster);
        using var exports = new Exports(plan, new DotGraph());
        var links = Tool.Run("gvpr", ["E{printf(\"%s %s\\n%s %s\\n\", tail.name, $.taillabel, head.name, $.headlabel)}", exports["topology.dot"]]).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(ends => Exports.Link(ends[0], ends[1]));
        Assert.Equal(Exports.Links(plan, _ => true).Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
        var counted = Tool.Run("gc", ["-n", exports["topology.dot"]]).Output;
        Assert.Equal(plan.Groups.Sum(g => (long)g.Count), long.Parse(counted.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
    }

    [ToolTheory("gvpr"), MemberData(nameof(Clusters))]
    public void Graphviz_reads_what_PTM_is_given(string example, string cluster)
    {
        var plan = Exports.Example(example, cluster);
        using var exports = new Exports(plan, new PtmTopology());
        var (code, output) = Tool.Run("gvpr", ["E{printf(\"%s %s\\n%s %s\\n\", tail.name, $.tailport, head.name, $.headport)}", exports["ptm.dot"]]);
        Assert.Equal(0, code);
        var links = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(ends => Exports.Link(ends[0], ends[1])).ToList();
        var leftOut = new PtmTopology().LeftOut(plan).Select(f => f.At).ToHashSet();
        var told = Exports.Links(plan, b => !leftOut.Contains(b.At) && !leftOut.Contains(plan.Fabrics.Single(f => f.Name == b.Fabric).At));
        Assert.Equal(told.Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
        Assert.NotEmpty(links);
    }

    [ToolTheory("xmllint"), MemberData(nameof(Clusters))]
    public void GraphML_is_sound_XML_and_holds_every_link(string example, string cluster)
    {
        var plan = Exports.Example(example, cluster);
        using var exports = new Exports(plan, new GraphMl());
        Assert.Equal((0, ""), Tool.Run("xmllint", ["--noout", exports["topology.graphml"]]));
        XNamespace graphml = "http://graphml.graphdrawing.org/xmlns";
        var links = XDocument.Load(exports["topology.graphml"]).Descendants(graphml + "edge").Select(edge => Exports.Link(
            $"{edge.Attribute("source")!.Value} {Data(edge, "a_port")}", $"{edge.Attribute("target")!.Value} {Data(edge, "b_port")}"));
        Assert.Equal(Exports.Links(plan, _ => true).Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));

        string Data(XElement edge, string key) => edge.Elements(graphml + "data").Single(d => d.Attribute("key")!.Value == key).Value;
    }
}
