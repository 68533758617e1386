namespace ClusterDsl.Tests;

/// <summary>CDL5001 to CDL5006: links that do not divide over chips, domains that cannot be or that racks and units split, meshes that are none, GPUs that are not fed.</summary>
public sealed class ScaleUpRulesTests
{
    [Fact]
    public void Links_that_do_not_divide_over_the_chips_are_blamed()
    {
        Of(Own(8, new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 6)), 32).Says();
        Cluster.Named("c").Site("dc", s => s
                .Nodes("node", Own(8, new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 5)), 16.Blamed())).Plan
            .BlamesAmongOthers("CDL5001", "18 links", "5 switch chips", "3.6", "3 or 6");
    }

    /// <summary>Two links of 72 GPUs to each of nine chips would be 144 ports; a chip has 72.</summary>
    [Fact]
    public void Chips_without_the_ports_are_not_advised()
    {
        Of(Own(4, new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 17) { Gpus = 72, Racks = 2 }), 18).Says("CDL5001").Naming("18 chips would");
        Of(Own(4, new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 18) { Gpus = 72, Racks = 2 }), 18).Says();
    }

    [Fact]
    public void Uneven_links_that_the_product_has_are_said()
    {
        Of(Own(8, new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 4) { LinksPerChip = Seq.Of(5, 4, 4, 5) }), 32).Says();
        Of(Own(8, new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 4)), 32).Says("CDL5001").Naming("4.5");
        Of(Own(8, new SwitchedScaleUp(ScaleUpLinks.NvLink4, Chips: 4) { LinksPerChip = Seq.Of(5, 4, 4) }), 32).Says("CDL5001").Naming("3 chips", "13", "4 chips", "18 links");
    }

    [Theory]
    [InlineData(16, 6, "")]
    [InlineData(20, 6, "joins at most 16")]
    public void A_domain_larger_than_its_links_join_is_blamed(int gpus, int chips, string says)
    {
        var plan = Of(Own(gpus, new SwitchedScaleUp(ScaleUpLinks.NvLink2, chips)), 32);
        if (says.Length == 0) plan.Says();
        else plan.Says("CDL5002").Naming(says, $"{gpus} GPUs");
    }

    [Fact]
    public void Chips_without_the_ports_for_their_GPUs_are_blamed()
    {
        Of(Own(8, new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 2)), 32).Says();
        Of(Own(16, new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 2)), 32).Says("CDL5002").Naming("16 GPUs take 144 ports", "NVLink 5 has 72");
    }

    [Fact]
    public void Nodes_beside_the_last_whole_domain_are_blamed()
    {
        Trays(36).Says();
        Cluster.Named("c").Site("dc", s => s
                .Nodes("tray", Tray, count: 35.Blamed())).Plan
            .BlamesAmongOthers("CDL5002", "35 nodes", "1 whole domain of 18", "17 nodes beside", "36 make 2").Offers("36");
    }

    [Fact]
    public void A_node_and_a_domain_that_do_not_divide_are_blamed() =>
        Of(Own(4, new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 18) { Gpus = 70 }), 35).Says("CDL5002").Naming("4 GPUs", "70");

    [Fact]
    public void A_domain_that_racks_split_is_blamed()
    {
        Trays(36, n => n.PerRack(18)).Says();
        Trays(36, n => n.PerRack(36)).Says();
        Trays(36, n => n
                .PerRack(12.Blamed()))
            .Blames("CDL5003", "`tray-001` to `tray-018`", "1 rack", "Put 18").Offers("18");
        // The first rack holds one domain and a part of the second.
        Trays(36, n => n
                .PerRack(20.Blamed()))
            .Blames("CDL5003", "`tray-019` to `tray-036`");
    }

    [Fact]
    public void A_domain_whose_cables_span_racks_stands_in_so_many()
    {
        var wide = Own(4, new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 18) { Gpus = 72, Racks = 2 });
        Of(wide, 36, n => n.PerRack(9)).Says();
        Of(wide, 36, n => n.PerRack(6)).Says("CDL5003").Naming("spans 2 racks", "Put 9");
    }

    [Fact]
    public void The_planner_keeps_the_nodes_of_a_domain_in_one_rack()
    {
        // 48 units of a rack hold 48 trays: two domains, and no part of a third.
        var plan = Trays(72).Says();
        Assert.Equal(36, plan.Group("tray").Placement!.PerRack);
    }

    [Fact]
    public void A_domain_that_units_split_is_blamed()
    {
        Trays(36, n => n.ScalableUnits(of: 18)).Says();
        Trays(36, n => n
                .ScalableUnits(of: 24.Blamed()))
            .Blames("CDL5003", "units of 24", "domains of 18", "units of 18").Offers("18");
    }

    [Fact]
    public void A_mesh_that_the_links_cannot_make_is_blamed()
    {
        Of(Own(8, new MeshScaleUp(ScaleUpLinks.XgmiMi300X)), 32).Says();
        var mesh = new ScaleUpLink("mesh", 512.Gbps(), PerGpu: 7);
        Of(Own(16, new MeshScaleUp(mesh)), 32).Says("CDL5004").Naming("7 links", "16", "15 others", "domains of 8");
        // Six links make a mesh of seven too, which a node of eight has no whole number of.
        var six = new ScaleUpLink("mesh", 512.Gbps(), PerGpu: 6);
        Of(Own(8, new MeshScaleUp(six)), 32).Says("CDL5004").Naming("7 others", "domains of 4.");
        Of(Own(8, new MeshScaleUp(six) { Gpus = 4 }), 32).Says();
        Of(Own(4, new MeshScaleUp(mesh)), 32).Says("CDL5004").Naming("2.33", "6 links would be 2 to each");
    }

    [Fact]
    public void Adapters_in_faster_slots_than_the_GPUs_have_are_fed_by_those()
    {
        Fed(ScaleUpLinks.Pcie5).Says();
        Fed(adapter: null).Says("CDL5005").Naming("2 adapters pass 512 Gb/s", "PCIe 4.0");

        static Plan Fed(ScaleUpLink? adapter) => Of(new NodeModel("OWN", 8, new Ports("nic", 2, Cage.Qsfp112, 400.Gbps()))
        { Height = 1, ScaleUp = new PcieScaleUp(new PcieTree(ScaleUpLinks.Pcie4, Switches: 2) { Adapter = adapter }) }, 128);
    }

    [Theory]
    [InlineData(400, "")]
    [InlineData(800, "6,400 Gb/s")]
    public void Adapters_faster_than_PCI_Express_are_blamed(int gbps, string says)
    {
        var node = new NodeModel("OWN", 8, new Ports("nic", 8, Cage.Osfp1600Rhs, gbps.Gbps()))
        { ScaleUp = new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 2) { Pcie = new PcieTree(ScaleUpLinks.Pcie5, Switches: 4) } };
        var plan = Designs.Of(node, 16, f => f.Ethernet(gbps.Gbps()).Connect("node").Leaves(new EthernetSwitch("S", new Ports("port", 256, Cage.Osfp1600, gbps.Gbps())), uplinks: 0));

        if (says.Length == 0) Assert.DoesNotContain(plan.Findings, f => f.Rule == "CDL5005");
        else plan.Naming(says, "4,096 Gb/s over PCIe 5.0 x16 (recalled)", "2,304 Gb/s");
    }

    [Fact]
    public void Adapters_of_other_roles_and_of_other_fabrics_do_not_count_towards_what_reaches_the_GPUs()
    {
        var node = new NodeModel("OWN", 8, new Ports("nic", 8, Cage.Osfp1600Rhs, 800.Gbps()))
        {
            Roles = Seq.Of(new RolePorts(Role.Compute, "nic", 0, 1, 4), new RolePorts(Role.Storage, "nic", 4, 1, 4)),
            ScaleUp = new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 2) { Pcie = new PcieTree(ScaleUpLinks.Pcie5, Switches: 4) },
        };
        Plan With(Role role) => Cluster.Named("shared").Site("dc", s => s
            .Nodes("node", node, count: 16)
            .Fabric("train", f => f.Ethernet(800.Gbps()).Connect("node").Leaves(Leaf).Spines(Leaf))
            .Fabric("store", f => f.Ethernet(800.Gbps()).Connect("node", role).Leaves(Leaf).Spines(Leaf))).Plan;

        // Four ports of 800G; four adapters of PCIe 5.0 x16 pass 512 Gb/s each.
        Assert.Contains("3,200 Gb/s of `train` reach a `OWN`; its 4 adapters pass 2,048 Gb/s", Assert.Single(With(Role.Storage).Findings, f => f.Rule == "CDL5005").Message);
        // Both take the same ports, which is an error of its own: what reaches the GPUs is not twice as much.
        Assert.Contains("3,200 Gb/s of", Assert.Single(With(Role.Compute).Findings, f => f.Rule == "CDL5005").Message);
    }

    static readonly EthernetSwitch Leaf = new("S", new Ports("port", 128, Cage.Osfp1600, 800.Gbps()));

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Rails_faster_than_the_links_between_the_GPUs_are_blamed(int links, bool slow)
    {
        // 400G to a GPU; three links of 100 Gb/s to the others.
        var node = new NodeModel("OWN", 8, new Ports("nic", 8, Cage.Qsfp112, 400.Gbps())) { ScaleUp = new SwitchedScaleUp(new ScaleUpLink("link", 100.Gbps(), links), Chips: 1) };
        Plan Of(bool rails) => Designs.Of(node, 32, f =>
        {
            var ethernet = f.Ethernet(400.Gbps()).NonBlocking();
            if (rails) ethernet.RailOptimized();
            ethernet.Connect("node").Leaves(Switches.Sn5600).Spines(Switches.Sn5600);
        }, unit: 32);
        Assert.DoesNotContain(Of(rails: false).Findings, f => f.Rule == "CDL5005");
        if (slow) Of(rails: true).Naming("rails bring 400 Gb/s to each GPU of a `OWN`", "crosses link, 300 Gb/s");
        else Assert.DoesNotContain(Of(rails: true).Findings, f => f.Rule == "CDL5005");
    }

    [Fact]
    public void A_GPU_without_an_adapter_at_its_switch_is_blamed()
    {
        Pcie(Seq<int>.Empty).Says();
        Pcie(Seq.Of(3, 2, 1, 0)).Says();
        Pcie(Seq.Of(0, 1, 2, 2)).Says("CDL5006").Naming("2 GPUs", "GPU 6", "switch 3");
    }

    [Fact]
    public void Adapters_that_serve_unequally_many_GPUs_are_blamed()
    {
        var tree = new PcieTree(ScaleUpLinks.Pcie5, Switches: 2) { Nics = Seq.Of(0, 0, 0, 1) };
        Of(Own(8, new PcieScaleUp(tree)), 32).Says("CDL5006").Naming("1.33 GPUs", "adapter 3 serves 4");
    }

    static Plan Pcie(Seq<int> nics) => Of(Own(8, new PcieScaleUp(new PcieTree(ScaleUpLinks.Pcie5, Switches: 4) { Nics = nics })), 32);

    static readonly NodeModel Tray = Own(4, new SwitchedScaleUp(ScaleUpLinks.NvLink5, Chips: 18) { Gpus = 72 });

    static NodeModel Own(int gpus, ScaleUp scaleUp) => new("OWN", gpus, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps())) { Height = 1, ScaleUp = scaleUp };

    static Plan Trays(int count, Action<NodeGroup>? group = null) => Of(Tray, count, group, "tray");

    static Plan Of(NodeModel model, int count, Action<NodeGroup>? group = null, string name = "node") => Cluster.Named("c").Site("dc", s => s
        .Hall("h", h => h.Racks(4, 12))
        .Nodes(name, model, count, group)
        .Fabric("net", f => f.Ethernet(400.Gbps()).NonBlocking().Connect(name).Leaves(Small.Switch).Spines(Small.Switch))).Plan;
}
