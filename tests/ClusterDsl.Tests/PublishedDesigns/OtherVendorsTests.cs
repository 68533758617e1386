namespace ClusterDsl.Tests;

/// <summary>Rail-optimised designs of Juniper and Asterfusion, Alibaba's dual-plane HPN, and two fabrics with leaves at the top of the rack: Meta's Llama 3 and TACC's Frontera.</summary>
public sealed class OtherVendorsTests
{
    [Fact]
    public void Juniper_8k_has_sixteen_stripes_of_eight_leaves_not_the_misprinted_1024()
    {
        var published = Published.Of("juniper-jvd-8k");
        var nodes = published.Input("gpusMax") / Nodes.DgxH100.Gpus;
        var plan = Designs.Of(Nodes.DgxH100, nodes, f => f.Ethernet(400.Gbps()).RoCEv2().RailOptimized().NonBlocking()
            .Connect("node").Leaves(Switches.Qfx5240).Spines(Switches.Qfx5240));

        Assert.Empty(plan.Findings);
        Assert.Equal(published.Expected("leafSwitches"), plan.Switches("net/leaf"));
        Assert.Equal(published.Expected("spineSwitches"), plan.Switches("net/spine"));
        Assert.Equal(published.Expected("stripes"), plan.Switches("net/leaf") / published.Input("railsPerStripe"));
        Assert.Equal(published.Derived("nodeLeafLinks"), plan.Links("node", "net/leaf"));
        Assert.Equal(published.Derived("leafSpineLinks400G"), plan.Links("net/leaf", "net/spine"));
    }

    [Fact]
    public void Asterfusion_256_has_four_leaves_with_uplinks_of_800G()
    {
        var published = Published.Of("asterfusion-256");
        var rails = published.Input("rails");
        var node = new NodeModel("4-GPU", published.Input("gpusPerNode"), new Ports("nic", rails, Cage.Qsfp112, 400.Gbps())) { Height = 4 };
        var plan = Designs.Of(node, published.Input("nodes"), f => f.Ethernet(400.Gbps()).RoCEv2().RailOptimized().NonBlocking()
            .Connect("node").Leaves(Switches.Cx864e, uplinkSpeed: 800.Gbps()).Spines(Switches.Cx864e));

        Assert.Empty(plan.Findings);
        Assert.Equal(published.Expected("gpus"), plan.Gpus);
        Assert.Equal(published.Expected("leafSwitches"), plan.Switches("net/leaf"));
        Assert.Equal(published.Expected("spineSwitches"), plan.Switches("net/spine"));
        Assert.Equal(published.Derived("leafSpineLinks800G"), plan.Links("net/leaf", "net/spine"));
        Assert.Equal(published.Derived("linksPerPair800G"),
            plan.Links("net/leaf", "net/spine") / (plan.Switches("net/leaf") * plan.Switches("net/spine")));
    }

    [Fact]
    public void Alibaba_segment_has_two_leaves_for_each_rail()
    {
        var published = Published.Of("alibaba-hpn-segment");
        var plan = Hpn(published, published.Input("hosts"), unit: published.Input("torDownActive"), cores: false);

        Assert.Equal(published.Expected("gpus"), plan.Gpus);
        Assert.Equal(published.Expected("torSwitches"), plan.Switches("net/leaf"));
        Assert.Equal(published.Derived("accessLinks200G"), plan.Links("node", "net/leaf"));
        Assert.Equal(published.Derived("uplinks400G"), plan.Links("net/leaf", "net/spine"));
        var ratio = plan.Fabrics[0].Tiers[0].Ratio.Split(':').Select(double.Parse).ToArray();
        Assert.Equal(published.Decimal("torOversubscription"), ratio[0] / ratio[1], precision: 3);
    }

    [Fact]
    public void Alibaba_pod_has_sixty_aggregation_switches_in_each_plane()
    {
        var (segment, pod) = (Published.Of("alibaba-hpn-segment"), Published.Of("alibaba-hpn-pod"));
        var hosts = pod.Input("segments") * pod.Input("gpusPerSegment") / segment.Input("gpusPerHost");
        var plan = Hpn(segment, hosts, unit: segment.Input("hosts"), cores: true);

        Assert.Equal(pod.Expected("gpus"), plan.Gpus);
        Assert.Equal(pod.Derived("torSwitches"), plan.Switches("net/leaf"));
        Assert.Equal(pod.Derived("aggSwitches"), plan.Switches("net/spine"));
        Assert.Equal(pod.Expected("aggPerPlane"), plan.Switches("net/spine") / pod.Expected("planes"));
        Assert.Equal(pod.Derived("accessLinks200G"), plan.Links("node", "net/leaf"));
        Assert.Equal(pod.Derived("torAggLinks400G"), plan.Links("net/leaf", "net/spine"));
        Assert.Equal(pod.Derived("aggCoreLinks400G"), plan.Links("net/spine", "net/core"));
        // How many cores there are is not published: as few as have the ports for what one pod brings, in each plane.
        var portsOfPlane = pod.Derived("aggCoreLinks400G") / pod.Expected("planes");
        Assert.Equal((portsOfPlane + pod.Input("aggRadix400G") - 1) / pod.Input("aggRadix400G"), plan.Switches("net/core") / pod.Expected("planes"));
        Assert.Equal(pod.Text("aggCoreOversubscription"), plan.Fabrics[0].Tiers[1].Ratio);
        Assert.Equal("16:15", plan.Fabrics[0].Tiers[0].Ratio);
        // One pod is a part of a larger cluster: its cores join it to others, which this plan does not hold.
        Assert.Equal("CDL1107", Assert.Single(plan.Findings).Rule);
    }

    [Fact]
    public void Frontera_has_three_links_from_each_leaf_to_each_director()
    {
        var published = Published.Of("frontera-tapered");
        var hdr100 = new PortMode(2, 100.Gbps(), 2, Lane.Pam4x50, Legs: 2);
        var node = new NodeModel("HDR100", 0, new Ports("hca", 1, Cage.Qsfp56, 100.Gbps()) { Modes = Seq.Of(hdr100 with { Split = 1, Legs = 1 }) }) { Height = 0 };
        InfiniBandSwitch Hdr(string id, int ports) => new(id,
            new Ports("qsfp", ports, Cage.Qsfp56, 200.Gbps()) { Modes = Seq.Of(new PortMode(1, 200.Gbps(), 4, Lane.Pam4x50), hdr100) }) { Height = 0 };
        var splitter = new CableFamily("HDR-SPLITTER", CableKind.Aoc, Medium.Mmf, "QSFP56", "QSFP56", 2, Seq.Of(100), Lane.Pam4x50,
            Seq.Of(5.Metres(), 30.Metres()), "200G to 2x100G");
        var (down, up) = (published.Input("leafDownHdr200"), published.Input("leafUp"));
        var plan = Designs.Of(node, published.Input("racks") * published.Input("nodesPerRack"), f => f.InfiniBand(InfiniBand.Hdr)
            .Oversubscribed(down, up).Connect("node", links: l => l.Cable(splitter))
            .Leaves(Hdr("leaf", published.Input("leafRadix")), perRack: published.Input("leafPerRack"), downlinks: down, uplinks: up)
            .Spines(Hdr("director", 800)), perRack: published.Input("nodesPerRack"));

        Assert.Empty(plan.Findings);
        Assert.Equal(published.Expected("nodes"), plan.Group("node").Count);
        Assert.Equal(published.Derived("leafSwitches"), plan.Switches("net/leaf"));
        Assert.Equal(published.Input("coreSwitches"), plan.Switches("net/spine"));
        Assert.Equal(published.Derived("leafCoreLinks"), plan.Links("net/leaf", "net/spine"));
        Assert.Equal(published.Derived("linksPerLeafCore"), plan.Links("net/leaf", "net/spine") / (plan.Switches("net/leaf") * plan.Switches("net/spine")));
        Assert.All(plan.Rows().Where(r => r.A.End.Group == "node").GroupBy(r => r.B.Device), leaf => Assert.Equal(published.Input("nodesPerLeaf"), leaf.Count()));
        Assert.Equal(plan.Group("node").Count / 2, plan.Cables("node", "net/leaf"));
    }

    [Fact]
    public void Llama3_24K_has_a_switch_in_every_rack_and_eight_pods_of_192_racks()
    {
        var published = Published.Of("llama3-24k-roce");
        var (perRack, racks) = (published.Input("serversPerRack"), published.Input("racksPerPod"));
        // How many cluster and aggregation switches there are is not published; a chassis of 576 ports is one way to build them.
        var chassis = OnPaper.Switch(576);
        var plan = Designs.Of(OnPaper.Host(ports: published.Input("gpusPerServer")), published.Input("pods") * racks * perRack, f => f
            .Ethernet(published.Input("linkGbps").Gbps()).RoCEv2().NonBlocking().Connect("node")
            .Leaves(OnPaper.Switch(64), perRack: published.Input("torPerRack")).Pods(racks: racks)
            .Spines(chassis, spines: s => s.Oversubscribed(7, 1, "published design")).Cores(chassis), perRack: perRack);

        Assert.Empty(plan.Findings);
        Assert.Equal(published.Expected("servers"), plan.Group("node").Count);
        Assert.Equal(published.Expected("gpus"), plan.Gpus);
        Assert.Equal(published.Expected("torSwitches"), plan.Switches("net/leaf"));
        Assert.Equal(published.Derived("nodeLeafLinks"), plan.Links("node", "net/leaf"));
        // 2 servers of 8 GPUs to a switch, and the switch carries all of it upwards.
        Assert.All(plan.Rows().Where(r => r.A.End.Group == "node").GroupBy(r => r.B.Device), leaf => Assert.Equal(published.Expected("gpusPerRack"), leaf.Count()));
        Assert.Equal("1:1", plan.Fabrics[0].Tiers[0].Ratio);
        Assert.Equal("7:1", plan.Fabrics[0].Tiers[1].Declared);
        // A spine sees the leaves of its own pod alone.
        Assert.All(plan.Rows().Where(r => r.B.End.Group == "net/spine").GroupBy(r => r.B.Device), spine => Assert.Single(spine.Select(r => r.A.Device / racks).Distinct()));
        var perPod = plan.Links("net/spine", "net/core") * published.Input("linkGbps") / published.Input("pods") / 1_000.0;
        Assert.InRange(perPod, published.Numbers["podToAggregationTbps"], published.Numbers["podToAggregationTbps"] * 1.02);
    }

    /// <summary>Two planes of a 51.2 Tb/s switch: ports of 200G to the hosts, of 400G upwards; aggregation 15:1 to the core.</summary>
    static Plan Hpn(Published segment, int hosts, int unit, bool cores)
    {
        var lane200 = new PortMode(1, 200.Gbps(), 2, Lane.Pam4x100);
        Ports Down(int cages) => new("down", cages, Cage.Qsfp112, 200.Gbps()) { Modes = Seq.Of(lane200) };
        Ports Up(int cages) => new("up", cages, Cage.Qsfp112, 400.Gbps());
        var node = new NodeModel("HPN", segment.Input("gpusPerHost"), Down(segment.Input("gpusPerHost") * segment.Input("nicPortsPerGpu"))) { Height = 0 };
        var tor = new EthernetSwitch("TOR", Down(segment.Input("torDownActive") + segment.Input("torDownBackup")), Up(segment.Input("torUpPorts"))) { Height = 0 };
        var agg = new EthernetSwitch("AGG", Up(Published.Of("alibaba-hpn-pod").Input("aggRadix400G"))) { Height = 0 };
        return Designs.Of(node, hosts, f =>
        {
            var net = f.Ethernet(200.Gbps()).RoCEv2().RailOptimized().DualTor().Planes(2).Oversubscribed(16, 15, "published design").Connect("node")
                .Leaves(tor, downlinks: segment.Input("torDownActive"), uplinks: segment.Input("torUpPorts"), uplinkSpeed: 400.Gbps())
                .Spines(agg, spines: s => s.Oversubscribed(15, 1, "published design"));
            if (cores) net.Cores(agg);
        }, unit);
    }
}
