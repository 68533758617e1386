namespace ClusterDsl.Tests;

/// <summary>Scale-up domains: what joins the GPUs of a node or a rack, its links in closed form, and which adapter and rail is nearest to which GPU.</summary>
public sealed class DomainTests
{
    /// <summary>GPUs, switch chips and links of one domain, and Gb/s of a GPU one way: half of what brochures print.</summary>
    public static TheoryData<NodeModel, int, int, int, double> Catalogue => new()
    {
        { Nodes.Dgx2, 16, 12, 16 * 6 + 48, 300 * 4 }, { Nodes.Hgx2, 16, 12, 16 * 6 + 48, 300 * 4 },
        { Nodes.DgxA100, 8, 6, 8 * 12, 600 * 4 },
        { Nodes.DgxH100, 8, 4, 8 * 18, 900 * 4 }, { Nodes.DgxH200, 8, 4, 8 * 18, 900 * 4 }, { Nodes.HgxH100, 8, 4, 8 * 18, 900 * 4 }, { Nodes.DellXe9680, 8, 4, 8 * 18, 900 * 4 },
        { Nodes.DgxB200, 8, 2, 8 * 18, 1_800 * 4 }, { Nodes.DgxB300, 8, 2, 8 * 18, 1_800 * 4 }, { Nodes.DgxB300Xdr, 8, 2, 8 * 18, 1_800 * 4 }, { Nodes.AsusXaNb3i, 8, 2, 8 * 18, 1_800 * 4 },
        { Nodes.Gb200Nvl72, 72, 18, 72 * 18, 1_800 * 4 }, { Nodes.Gb300Nvl72, 72, 18, 72 * 18, 1_800 * 4 },
        { Nodes.SupermicroMi300X, 8, 0, 8 * 7 / 2, 896 * 4 }, { Nodes.Mi355X, 8, 0, 8 * 7 / 2, 1_075.2 * 4 },
        { Nodes.Gaudi3, 8, 0, 8 * 21 / 2, 1_050 * 4 },
        { Nodes.L40S, 8, 2, 8, 64 * 4 },
    };

    [Theory, MemberData(nameof(Catalogue))]
    public void A_node_of_the_catalogue_has_the_domain_that_its_maker_prints(NodeModel model, int gpus, int chips, int links, double gbps)
    {
        var domain = Domain(model);

        Assert.Equal((gpus, 1, chips, links), (domain.GpusPerDomain, domain.Domains, domain.SwitchChips, domain.LinksPerDomain));
        Assert.Equal(gbps, domain.PerGpuGbps);
    }

    [Fact]
    public void Every_node_with_GPUs_says_what_joins_them() => Assert.All(
        typeof(Nodes).GetProperties().Select(p => p.GetValue(null)).OfType<NodeModel>(), m => Assert.Equal(m.Gpus > 0, m.ScaleUp is not null));

    [Fact]
    public void A_rack_of_NVL72_is_one_domain_of_1296_links()
    {
        var published = Published.Of("gb200-nvl72-nvlink");
        var domain = Domain(Nodes.Gb200Nvl72);

        Assert.Equal(published.Expected("gpus"), domain.GpusPerDomain);
        Assert.Equal(published.Expected("nvswitchChips"), domain.SwitchChips);
        Assert.Equal(published.Input("nvlinksPerGpu"), domain.LinksPerGpu);
        Assert.Equal(published.Derived("nvlinkLinks"), domain.LinksPerDomain);
        // Brochures count both directions, and a byte for eight bits.
        Assert.Equal(published.Decimal("gpuNvlinkBandwidthTBps"), 2 * domain.PerGpuGbps / 8 / 1000);

        var links = Walked(domain).ToList();
        Assert.All(links.GroupBy(l => (l.B.Of, l.Link.DeviceB)), chip => Assert.Equal(published.Derived("portsUsedPerSwitchChip"), chip.Count()));
        Assert.All(links.GroupBy(l => (l.Link.DeviceA, l.Link.DeviceB)), pair => Assert.Equal(published.Input("linksPerGpuPerSwitchChip"), pair.Count()));
    }

    [Theory, MemberData(nameof(Catalogue))]
    public void The_links_in_closed_form_use_every_port_of_a_GPU_once(NodeModel model, int gpus, int chips, int links, double gbps)
    {
        var domain = Domain(model);
        var walked = Walked(domain).ToList();
        Assert.Equal(links, walked.Count);
        Assert.True(gbps > 0);

        var ends = walked.SelectMany(l => new[] { (l.A.Of, Device: l.Link.DeviceA, Port: l.Link.PortA), (l.B.Of, Device: l.Link.DeviceB, Port: l.Link.PortB) }).ToList();
        Assert.Equal(ends.Count, ends.Distinct().Count());
        var ofGpus = ends.Where(e => e.Of == "gpu").GroupBy(e => e.Device).ToList();
        Assert.Equal(Enumerable.Range(0, gpus), ofGpus.Select(g => g.Key).Order());
        Assert.All(ofGpus, g => Assert.Equal(Enumerable.Range(0, domain.LinksPerGpu), g.Select(e => e.Port).Order()));
        Assert.Equal(Enumerable.Range(0, chips), ends.Where(e => e.Of == "chip").Select(e => e.Device).Distinct().Order());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_mesh_joins_each_two_GPUs_by_equally_many_links(int gpus)
    {
        const int Each = 3;
        var domain = Domain(Own(gpus, new MeshScaleUp(new ScaleUpLink("mesh", 100.Gbps(), Each * (gpus - 1)))));

        var pairs = Walked(domain).GroupBy(l => (Math.Min(l.Link.DeviceA, l.Link.DeviceB), Math.Max(l.Link.DeviceA, l.Link.DeviceB))).ToList();
        Assert.Equal(gpus * (gpus - 1) / 2, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal(Each, pair.Count()));
        Assert.All(pairs, pair => Assert.NotEqual(pair.Key.Item1, pair.Key.Item2));
        Assert.Equal(gpus / 2 * (gpus - gpus / 2) * Each * 100, domain.BisectionGbps);
    }

    [Fact]
    public void Half_of_a_DGX_2_sends_2400_GB_a_second_to_the_other_both_ways()
    {
        var domain = Domain(Nodes.Dgx2);

        Assert.Equal(2_400, 2 * domain.BisectionGbps / 8);
        // What the chips of one board carry to those of the other is as much.
        Assert.Equal(48, Walked(domain).Count(l => l.A.Of == "chip"));
    }

    [Fact]
    public void Trays_next_to_each_other_are_one_domain_where_their_model_says_so()
    {
        var tray = Own(4, new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 18) { Gpus = 72 });
        var domain = Domain(tray, count: 36);

        Assert.Equal((72, 18, 2, 2 * 1_296), (domain.GpusPerDomain, domain.NodesPerDomain, domain.Domains, domain.AllLinks));
    }

    [Fact]
    public void A_node_of_bridged_pairs_has_several_domains()
    {
        var pairs = Own(8, new MeshScaleUp(new ScaleUpLink("NVLink bridge", 200.Gbps(), 12)) { Gpus = 2 });

        Assert.Equal((4 * 16, 1, 12), Domain(pairs, count: 16) is var d ? (d.Domains, d.NodesPerDomain, (int)d.LinksPerDomain) : default);
    }

    public static TheoryData<NodeModel, int, int, int> OnRails => new()
    {
        { Nodes.DgxH100, 64, 32, 1 }, { Nodes.DgxB300, 128, 64, 2 }, { Nodes.Gb300Nvl72, 4, 1, 1 },
    };

    [Theory, MemberData(nameof(OnRails))]
    public void An_adapter_serves_the_rail_whose_leaf_it_is_cabled_to(NodeModel model, int nodes, int unit, int planes)
    {
        var plan = Designs.Of(model, nodes, f =>
        {
            if (planes == 2) f.Ethernet(400.Gbps()).RailOptimized().Planes(planes).NonBlocking().Connect("node").Leaves(Switches.Sn5600).Spines(Switches.Sn5600);
            else if (model == Nodes.Gb300Nvl72) f.InfiniBand(InfiniBand.Xdr).RailOptimized(groups: 4).NonBlocking().Connect("node").Leaves(Switches.Q3400).Spines(Switches.Q3400);
            else f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect("node").Leaves(Switches.Qm9700).Spines(Switches.Qm9700);
        }, unit);
        plan.Says();
        var affinity = Assert.Single(plan.Domains).Affinity!;
        var ways = plan.Switches("net/leaf") / (nodes / unit);

        Assert.NotEmpty(affinity.NicRails);
        foreach (var bundle in plan.Bundles.Where(b => b.A.Group == "node"))
            for (var k = 0L; k < bundle.Links; k++)
            {
                var link = bundle.LinkAt(k);
                Assert.Equal(link.DeviceB % ways / planes, affinity.NicRails[link.PortA / planes]);
            }
        Assert.Equal(Enumerable.Range(0, affinity.NicSwitches.Count), affinity.GpuNics);
    }

    [Theory]
    [InlineData(3, 16, 16)]
    [InlineData(4, 8, 16)]
    [InlineData(5, 16, 64)]
    [InlineData(6, 4, 32)]
    public void PCI_Express_has_a_generation_and_lanes(int generation, int lanes, int gigabytes)
    {
        var link = ScaleUpLinks.Pcie(generation, lanes);
        Assert.Equal(($"PCIe {generation}.0 x{lanes}", gigabytes * 8), (link.Name, link.Speed.Gbps));
    }

    [Fact]
    public void Two_GPUs_of_a_DGX_2_share_the_adapter_of_their_switch() =>
        Assert.Equal(Enumerable.Range(0, 16).Select(g => g / 2), Domain(Nodes.Dgx2).Affinity!.GpuNics);

    [Fact]
    public void What_joins_the_GPUs_is_no_cable_of_the_plan()
    {
        var plan = Designs.Of(Nodes.Gb200Nvl72, 2, f => f.Ethernet(400.Gbps()).Connect("node").Leaves(Switches.Sn5600, uplinks: 0));

        Assert.Equal(2 * 1_296, plan.Domains.Sum(d => d.AllLinks));
        Assert.Equal(2 * 72, plan.Cables);
        Assert.DoesNotContain(plan.Parts, p => p.Description.Contains("NVLink") && p.Category == "cable");
    }

    [Fact]
    public void Domains_are_in_the_plan_s_text_and_come_back_from_it()
    {
        var plan = Designs.Rails(Nodes.DgxH100, 64, 32, Switches.Qm9700);
        var text = PlanJson.Write(plan);

        Assert.Contains("\"domains\"", text);
        Assert.Equal(plan.Domains, PlanJson.Read(text).Domains);
        Assert.Contains("scale-up: 64 domains of 8 GPUs, NVLink 4", PlanSummary.Line(plan));
    }

    public static TheoryData<ScaleUp, string> Impossible => new()
    {
        { new SwitchedScaleUp(null!, Chips: 4), "scale-up links" },
        { new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 0), "0 switch chips on 1 boards" },
        { new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 3) { Boards = 2 }, "equally many" },
        { new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 4) { Boards = 0 }, "on 0 boards" },
        { new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 4) { LinksPerChip = null! }, "to a switch chip" },
        { new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 4) { Gpus = -1 }, "-1 GPUs" },
        { new MeshScaleUp(ScaleUpLinks.XgmiMi300X) { LinksPerGpu = 0 }, "0 scale-up links" },
        { new MeshScaleUp(ScaleUpLinks.XgmiMi300X) { Racks = 0 }, "0 racks" },
        { new MeshScaleUp(new ScaleUpLink("x", (-1).Gbps(), 3)), "-1,000 Mb/s" },
        { new PcieScaleUp(null!), "scale-up links" },
        { new PcieScaleUp(new PcieTree(ScaleUpLinks.Pcie5, 0)), "1 to 1,024 switches" },
        { new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 2) { Pcie = new PcieTree(ScaleUpLinks.Pcie(2), 2) }, "`PCIe 2.0 x16` carries 0 Mb/s" },
        { new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 2) { Pcie = new PcieTree(ScaleUpLinks.Pcie(5, lanes: 12), 2) }, "`PCIe 5.0 x12` carries 0 Mb/s" },
        { new PcieScaleUp(new PcieTree(ScaleUpLinks.Pcie5, 2)) { Gpus = 8 }, "those of one node" },
        { new PcieScaleUp(new PcieTree(ScaleUpLinks.Pcie5, 2) { Gpus = Seq.Of(0, 1) }), "places 2 GPUs; the node has 4" },
        { new PcieScaleUp(new PcieTree(ScaleUpLinks.Pcie5, 2) { Nics = Seq.Of(0, 1, 2, 1) }), "beyond 0 to 1" },
    };

    [Theory, MemberData(nameof(Impossible))]
    public void A_domain_that_cannot_be_is_one_finding(ScaleUp scaleUp, string why) => Small.Plan(model: Own(4, scaleUp)).Says("CDL1003").Naming(why);

    static NodeModel Own(int gpus, ScaleUp scaleUp) => new("OWN", gpus, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps())) { Height = 1, ScaleUp = scaleUp };

    /// <summary>The domains of nodes of a model that stand alone.</summary>
    static DomainPlan Domain(NodeModel model, int count = 1) =>
        Assert.Single(Cluster.Named("c").Site("dc", site => site.Nodes("node", model, count)).Plan.Domains);

    static IEnumerable<(DomainEnd A, DomainEnd B, Link Link)> Walked(DomainPlan domain)
    {
        foreach (var links in domain.Links)
            for (var k = 0L; k < links.Count; k++) yield return (links.A, links.B, links.LinkAt(k));
    }
}
