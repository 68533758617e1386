using Newtonsoft.Json.Linq;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>What is written for the software of Ethernet switches, on the tiny cluster: rail r of each node is on leaf r, two links lead from a leaf to the spine, a splitter to two heads.</summary>
public class SwitchFilesTests
{
    static readonly Plan Ethernet = Samples.Tiny() with { Fabrics = Seq.Of(Samples.Tiny().Fabrics[0] with { Protocol = "Ethernet RoCEv2" }) };

    /// <summary>A cage has eight lanes: the first port of the second cage is Ethernet8, its second Ethernet12; the legs in the fourth are Ethernet24 and 26.</summary>
    [Fact]
    public void SONiC_is_told_what_is_at_each_port_and_which_cages_are_split()
    {
        var files = Written.Files(new SonicNeighbors(), Ethernet);
        Assert.Equal(["leaf-1.config_db.json", "leaf-2.config_db.json", "spine-1.config_db.json"], files.Keys);

        var leaf = JObject.Parse(files["leaf-1.config_db.json"]);
        Assert.Equal(["BREAKOUT_CFG", "DEVICE_NEIGHBOR", "DEVICE_NEIGHBOR_METADATA"], leaf.Properties().Select(p => p.Name));
        Assert.Equal(
            [
                ("Ethernet0", "dgx-01", "nic1p1"), ("Ethernet4", "dgx-02", "nic1p1"), ("Ethernet8", "dgx-03", "nic1p1"), ("Ethernet12", "dgx-04", "nic1p1"),
                ("Ethernet16", "spine-1", "Ethernet0"), ("Ethernet20", "spine-1", "Ethernet4"), ("Ethernet24", "store-1", "eth0"), ("Ethernet26", "store-2", "eth0"),
            ], leaf["DEVICE_NEIGHBOR"]!.Children<JProperty>().Select(p => (p.Name, (string)p.Value["name"]!, (string)p.Value["port"]!)));
        Assert.Equal([("Ethernet0", "2x400G"), ("Ethernet8", "2x400G"), ("Ethernet16", "2x400G"), ("Ethernet24", "4x200G")],
            leaf["BREAKOUT_CFG"]!.Children<JProperty>().Select(p => (p.Name, (string)p.Value["brkout_mode"]!)));
        Assert.Equal("spine", (string?)leaf.SelectToken("DEVICE_NEIGHBOR_METADATA.spine-1.type"));
    }

    [Fact]
    public void What_one_switch_has_at_a_port_the_other_has_at_its_own()
    {
        var files = Written.Files(new SonicNeighbors(), Ethernet).ToDictionary(f => f.Key.Split('.')[0], f => JObject.Parse(f.Value)["DEVICE_NEIGHBOR"]!);
        foreach (var (name, neighbors) in files)
            foreach (var neighbor in neighbors.Children<JProperty>().Where(n => files.ContainsKey((string)n.Value["name"]!)))
                Assert.Equal((name, neighbor.Name), ((string)files[(string)neighbor.Value["name"]!][(string)neighbor.Value["port"]!]!["name"]!, (string)files[(string)neighbor.Value["name"]!][(string)neighbor.Value["port"]!]!["port"]!));
    }

    [Fact]
    public void Air_gets_every_device_and_every_link()
    {
        var topology = JObject.Parse(Written.By(new AirTopology(), Ethernet));
        Assert.Equal("JSON", (string?)topology["format"]);
        Assert.Equal("tiny", (string?)topology["title"]);
        var nodes = topology.SelectToken("content.nodes")!.Children<JProperty>().ToDictionary(n => n.Name, n => (string)n.Value["os"]!);
        Assert.Equal(9, nodes.Count);
        Assert.StartsWith("cumulus-vx", nodes["leaf-1"]);
        Assert.StartsWith("generic/ubuntu", nodes["dgx-01"]);
        var links = topology.SelectToken("content.links")!.Select(link => string.Join(" ", link.Select(end => $"{end["node"]}:{end["interface"]}"))).ToList();
        Assert.Equal("dgx-01:nic1p1 leaf-1:1-1", links[0]);
        Assert.Equal("store-2:eth0 leaf-1:4-2", links[^1]);
        Assert.Equal(14, links.Count);
    }

    [Fact]
    public void A_name_is_nothing_but_a_name_in_JSON()
    {
        const string Hostile = "\"}],\\\n\u2028<x>";
        var plan = Ethernet with { Groups = Ethernet.Groups.Select(g => g.Id == "store" ? g with { Name = Samples.Numbered(Hostile, 1) } : g).ToSeq() };
        Assert.Contains($"{Hostile}1", JObject.Parse(Written.By(new AirTopology(), plan)).SelectToken("content.nodes")!.Children<JProperty>().Select(n => n.Name));
        var leaf = JObject.Parse(Written.Files(new SonicNeighbors(), plan)["leaf-1.config_db.json"]);
        Assert.Equal($"{Hostile}1", (string?)leaf.SelectToken("DEVICE_NEIGHBOR.Ethernet24.name"));
    }

    [Fact]
    public void InfiniBand_is_nothing_for_them()
    {
        Artifact[] formats = [new SonicNeighbors(), new AirTopology(), new HedgehogWiring()];
        Assert.All(formats, format => Assert.Contains(format.LeftOut(Samples.Tiny()), f => f.Message.Contains("`compute` is InfiniBand")));
        Assert.Empty(Written.Files(new SonicNeighbors(), Samples.Tiny()));
        Assert.Empty(Written.Files(new HedgehogWiring(), Samples.Tiny()));
    }
}
