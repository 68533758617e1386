using ClusterDsl;

namespace DgxSuperPod;

/// <summary>
/// The four-unit SuperPOD with all its networks, to be held against the published bill of materials (RA-11333-001 V11,
/// tables 7 and 8).
/// </summary>
[Cluster]
public static partial class WholeSuperPod
{
    public static Cluster Define() => Cluster.Named("superpod-whole")
        .Site("dc1", site => site
            .Hall("h1", hall => hall
                .Racks(rows: 3, perRow: 18)
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(44.Kilowatts()))
            .Dgx(count: 127)
            .Nodes("ufm", Nodes.UfmAppliance, count: 2)
            .Nodes("ufm-storage", Nodes.UfmAppliance, count: 2)
            .Nodes("mgmt", Nodes.ManagementServer, count: 4)
            .Nodes("nfs", Nodes.ManagementServer, count: 4)
            .Nodes("store", Nodes.StorageAppliance, count: 12)
            .Nodes("pdu", Nodes.RackPdu, count: 108, pdus => pdus.PerRack(3))
            .Nodes("dc-core", Nodes.External100G, count: 2)
            .Compute(fabric => SuperPods.Mixed(fabric.Connect("ufm")))
            .Fabric("storage", Storage)
            .Fabric("inband", InBand)
            .Fabric("oob", OutOfBand));

    static void Storage(Fabric fabric) => fabric
        .InfiniBand(InfiniBand.Ndr)
        .Leaves(Switches.Qm9700, leaves: leaf => leaf
            .Connect("dgx", Role.Storage)
            .Oversubscribed(4, 3, "per the reference architecture"))
        .Leaves(Switches.Qm9700, leaves: leaf => leaf
            .Named("store-leaf")
            .Connect("store", Role.Storage)
            .NonBlocking())
        .Spines(Switches.Qm9700);

    static void InBand(Fabric fabric) => fabric
        .Ethernet(100.Gbps())
        .Oversubscribed(12, reason: "provisioning and login, not training")
        .Connect("dgx", Role.InBand)
        .Connect("mgmt", Role.InBand)
        .Connect("nfs", Role.InBand)
        .Connect("dc-core", Role.InBand, Tier.Spine)
        .Leaves(Switches.Sn4600C, uplinks: 4, leaves: leaf => leaf.PeerLinks(2))
        .Spines(Switches.Sn4600C, count: 2);

    static void OutOfBand(Fabric fabric)
    {
        var oob = fabric.Ethernet(1.Gbps());
        foreach (var managed in new[] { "dgx", "mgmt", "ufm", "ufm-storage", "pdu" }) oob.Connect(managed, Role.OutOfBand);
        foreach (var network in new[] { "compute", "storage", "inband" }) oob.ConnectSwitches(network);
        foreach (var pair in new[] { "ufm", "ufm-storage" }) oob.BackToBack(pair, Role.OutOfBand);
        oob.Leaves(Switches.Sn2201, count: 8).UplinksInto("inband", perLeaf: 2);
    }
}
