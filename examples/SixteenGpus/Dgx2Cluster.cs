using ClusterDsl;

namespace SixteenGpus;

/// <summary>
/// Sixteen GPUs in a node: DGX-2, whose V100 hang at two boards of six NVSwitch chips, with as many links between the boards as from GPUs.
/// Eight adapters of 100G serve two GPUs each and are the eight rails. Published: the node (datacenterdynamics.com, pcper.com). Assumed:
/// the cluster around it, in units as large as a leaf has ports for.
/// </summary>
[Cluster]
public static partial class Dgx2Cluster
{
    const int Unit = 32;

    public static Cluster Define() => Cluster.Named("dgx2-1k")
        .Site("dc", site => site
            .Hall("h1", hall => hall
                .Racks(rows: 3, perRow: 14)
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(24.Kilowatts()))
            .Nodes("dgx", Nodes.Dgx2, count: 2 * Unit, nodes => nodes
                .ScalableUnits(of: Unit)
                .PerRack(2))
            .Fabric("compute", fabric => fabric
                .Ethernet(100.Gbps()).RoCEv2()
                .RailOptimized()
                .NonBlocking()
                .Connect("dgx", Role.Compute)
                .Leaves(Switches.Sn4600C)
                .Spines(Switches.Sn4600C)));
}
