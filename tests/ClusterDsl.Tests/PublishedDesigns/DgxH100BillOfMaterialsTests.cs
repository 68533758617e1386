namespace ClusterDsl.Tests;

/// <summary>The whole of a DGX H100 SuperPOD of four units: compute, storage, in-band and out-of-band fabrics, against tables 7 and 8.</summary>
public sealed class DgxH100BillOfMaterialsTests
{
    static readonly Published Table = Published.Of("dgx-h100-superpod-4su-bom");

    static readonly Plan Plan = Cluster.Named("superpod").Site("dc", site => site
        .Hall("hall", h => h.RackPower(44.Kilowatts()))
        .Nodes("dgx", Nodes.DgxH100, Table.Input("nodes"), n => n.ScalableUnits(of: 32).PerRack(4))
        .Nodes("ufm", Nodes.UfmAppliance, Table.Input("ufmAppliances") / 2)
        .Nodes("ufm-storage", Nodes.UfmAppliance, Table.Input("ufmAppliances") / 2)
        .Nodes("store", Nodes.StorageAppliance, count: 12)
        .Nodes("mgmt", Nodes.ManagementServer, Table.Input("managementServers"))
        .Nodes("nfs", Nodes.ManagementServer, count: 4)
        .Nodes("pdu", Nodes.RackPdu, Table.Input("rackPdus"))
        .Nodes("dc-core", Nodes.External100G, count: 2)
        .Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking()
            .Connect("dgx").Connect("ufm").Leaves(Switches.Qm9700).Spines(Switches.Qm9700)
            // 31 nodes, 32 uplinks and a splitter to UFM are 64 connectors: one module has one of each, against what its vendor writes elsewhere.
            .Accept("CDL3013", "the published table fills every cage"))
        .Fabric("storage", f => f.InfiniBand(InfiniBand.Ndr)
            .Leaves(Switches.Qm9700, leaves: l => l.Connect("dgx", Role.Storage).Oversubscribed(4, 3, "reference architecture"))
            .Leaves(Switches.Qm9700, leaves: l => l.Named("store-leaf").Connect("store", Role.Storage).NonBlocking())
            .Spines(Switches.Qm9700))
        .Fabric("inband", f => f.Ethernet(100.Gbps()).Oversubscribed(12)
            .Connect("dgx", Role.InBand).Connect("mgmt", Role.InBand).Connect("nfs", Role.InBand)
            .Connect("dc-core", Role.InBand, Tier.Spine)
            .Leaves(Switches.Sn4600C, uplinks: 4, leaves: l => l.PeerLinks(2)).Spines(Switches.Sn4600C, count: 2))
        .Fabric("oob", f => f.Ethernet(1.Gbps())
            .Connect("dgx", Role.OutOfBand).Connect("mgmt", Role.OutOfBand).Connect("ufm", Role.OutOfBand)
            .Connect("ufm-storage", Role.OutOfBand).Connect("pdu", Role.OutOfBand)
            .ConnectSwitches("compute").ConnectSwitches("storage").ConnectSwitches("inband")
            .BackToBack("ufm", Role.OutOfBand).BackToBack("ufm-storage", Role.OutOfBand)
            .Leaves(Switches.Sn2201, Table.Input("oobSwitches")).UplinksInto("inband", perLeaf: 2))).Plan;

    [Fact]
    public void The_design_is_without_findings() => Assert.Empty(Plan.Findings);

    [Fact]
    public void The_compute_fabric_has_the_published_switches_and_cables()
    {
        Assert.Equal(Table.Expected("computeSwitches"), Plan.Switches("compute/leaf") + Plan.Switches("compute/spine"));
        Assert.Equal(Table.Expected("compute.ndrCables"), Plan.Cables("dgx", "compute/leaf") + Plan.Cables("compute/leaf", "compute/spine"));
        Assert.Equal(Table.Expected("compute.ufmNdr200Cables"), Plan.Cables("ufm", "compute/leaf"));
    }

    [Fact]
    public void The_compute_fabric_fills_the_published_cages()
    {
        Assert.Equal(Table.Expected("compute.switchTwinPortOsfp"), Plan.OccupiedCages("compute", "osfp", "compute/leaf", "compute/spine"));
        Assert.Equal(Table.Expected("compute.dgxTwinPortOsfp"), Plan.OccupiedCages("compute", "osfp", "dgx"));
        Assert.Equal(Table.Expected("compute.ufmTransceivers"), Plan.OccupiedCages("compute", "hca", "ufm"));
    }

    [Fact]
    public void The_storage_fabric_has_the_published_switches_and_cables()
    {
        Assert.Equal(Table.Expected("storageSwitches"),
            Plan.Switches("storage/leaf") + Plan.Switches("storage/store-leaf") + Plan.Switches("storage/spine"));
        var uplinks = Plan.Cables("storage/leaf", "storage/spine") + Plan.Cables("storage/store-leaf", "storage/spine");
        Assert.Equal(Table.Derived("storageLeafSpineCables"), uplinks);
        Assert.Equal(Table.Expected("storage.ndrCables"), Plan.Cables("dgx", "storage/leaf") + uplinks);
        Assert.Equal(Table.Expected("storage.ndr2x200ToStorage"), Plan.Cables("store", "storage/store-leaf"));
        Assert.Equal(["4:3", "1:1"], Plan.Fabrics.Single(f => f.Name == "storage").Tiers.Take(2).Select(t => t.Declared));
        Assert.Equal(Table.Text("storage.oversubscriptionStorage"), Plan.Fabrics.Single(f => f.Name == "storage").Tiers[1].Ratio);
    }

    [Fact]
    public void The_storage_fabric_fills_as_many_cages_as_its_links_need()
    {
        Assert.Equal(Table.Expected("storage.dgxQsfp112"), Plan.OccupiedCages("storage", "slot", "dgx"));

        // Two links to a cage, 254 links of DGX and both ends of 240 uplinks would fill 367; published are 369. What holds is 368:
        // the last 31 nodes leave half a cage empty on each of their two leaves. A splitter to the storage runs two ports of four 50G lanes, which
        // takes all eight lanes of a cage of its own.
        var links = Table.Input("nodes") * Table.Input("storageLinksPerNode") + 2 * Table.Derived("storageLeafSpineCables");
        const int HalfCages = 2;
        var splitters = Table.Expected("storage.ndr2x200ToStorage");
        Assert.Equal((links + HalfCages) / 2 + splitters, Plan.OccupiedCages("storage", "osfp", "storage/leaf", "storage/store-leaf", "storage/spine"));
    }

    [Fact]
    public void The_in_band_fabric_has_the_published_switches_and_cables()
    {
        Assert.Equal(Table.Expected("inbandSwitchesSN4600C"), Plan.Switches("inband/leaf") + Plan.Switches("inband/spine"));
        Assert.Equal(Table.Expected("inband.dgx"), Plan.Cables("dgx", "inband/leaf"));
        Assert.Equal(Table.Expected("inband.management"), Plan.Cables("mgmt", "inband/leaf"));
        Assert.Equal(Table.Expected("inband.nfs"), Plan.Cables("nfs", "inband/leaf"));
        Assert.Equal(Table.Expected("inband.uplinkToCoreDc"), Plan.Cables("dc-core", "inband/spine"));
        Assert.Equal(Table.Expected("inband.isl"), Plan.Cables("inband/leaf", "inband/leaf"));
        Assert.Equal(Table.Expected("inband.leafCore"), Plan.Cables("inband/leaf", "inband/spine"));
    }

    [Fact]
    public void The_out_of_band_fabric_has_the_published_cables()
    {
        long Oob(params string[] groups) => groups.Sum(g => Plan.Cables(g, "oob/leaf"));
        Assert.Equal(Table.Expected("oob.dgx"), Oob("dgx"));
        Assert.Equal(Table.Expected("oob.ibSwitches"), Oob("compute/leaf", "compute/spine", "storage/leaf", "storage/store-leaf", "storage/spine"));
        Assert.Equal(Table.Expected("oob.managementUfm"), Oob("mgmt", "ufm", "ufm-storage"));
        Assert.Equal(Table.Expected("oob.inbandSwitches"), Oob("inband/leaf", "inband/spine"));
        Assert.Equal(Table.Expected("oob.pdus"), Oob("pdu"));
        Assert.Equal(Table.Expected("oob.ufmBackToBack"), Plan.Cables("ufm", "ufm") + Plan.Cables("ufm-storage", "ufm-storage"));
        Assert.Equal(Table.Expected("oob.uplinksToInband"), Plan.Cables("oob/leaf", "inband/spine"));
    }

    // The published 38 racks are a floor plan, not a consequence of the counts; the racks of the DGX are one.
    [Fact]
    public void Four_DGX_to_a_rack_take_as_many_racks_as_that_makes()
    {
        var dgx = Plan.Group("dgx");
        Assert.Equal((Table.Input("nodes") + 3) / 4, Enumerable.Range(0, dgx.Count).Select(dgx.Placement!.Rack).Distinct().Count());
    }
}
