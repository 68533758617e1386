namespace ClusterDsl.Tests;

/// <summary>All networks of a SuperPOD of any size: cages in the order of GPUs, splitters of both kinds, pairs of leaves, uplinks into another fabric.</summary>
static class SuperPod
{
    public static Action<Site>[] Of(int dgx, int unit, int appliances, (int Down, int Up) storage) =>
    [
        site => site.Nodes("dgx", Nodes.DgxH100, dgx, n => n.ScalableUnits(unit)),
        site => site.Nodes("ufm", Nodes.UfmAppliance, 2),
        site => site.Nodes("store", Nodes.StorageAppliance, appliances),
        site => site.Nodes("pdu", Nodes.RackPdu, 3 * appliances),
        site => site.Nodes("core", Nodes.External100G, 2),
        site => site.Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().Connect("dgx").Connect("ufm")
            .Leaves(Switches.Qm9700).Spines(Switches.Qm9700).Oversubscribed(2)),
        site => site.Fabric("storage", f => f.InfiniBand(InfiniBand.Ndr)
            .Leaves(Switches.Qm9700, leaves: l => l.Connect("dgx", Role.Storage).Oversubscribed(storage.Down, storage.Up))
            .Leaves(Switches.Qm9700, leaves: l => l.Named("store-leaf").Connect("store", Role.Storage).Oversubscribed(2))
            .Spines(Switches.Qm9700)),
        site => site.Fabric("inband", f => f.Ethernet(100.Gbps()).Oversubscribed(12).Connect("dgx", Role.InBand).Connect("core", Role.InBand, Tier.Spine)
            .Leaves(Switches.Sn4600C, uplinks: 4, leaves: l => l.PeerLinks(2)).Spines(Switches.Sn4600C, count: 2)),
        site => site.Fabric("oob", f => f.Ethernet(1.Gbps()).Connect("dgx", Role.OutOfBand).Connect("pdu", Role.OutOfBand).Connect("ufm", Role.OutOfBand)
            .ConnectSwitches("compute").ConnectSwitches("storage").ConnectSwitches("inband").BackToBack("ufm", Role.OutOfBand)
            .Leaves(Switches.Sn2201).UplinksInto("inband", perLeaf: 2)),
    ];
}
