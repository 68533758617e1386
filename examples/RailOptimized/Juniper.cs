using ClusterDsl;

namespace RailOptimized;

/// <summary>
/// 8,192 GPUs in sixteen rail-optimised stripes (Juniper validated design "AI Data Center Network with Juniper Apstra, NVIDIA GPUs and
/// WEKA storage", chapter on scaling, table 18). Published: stripes, eight rails in each, 64 spines, no oversubscription. The table's 1,024
/// leaves are a misprint for 16 × 8 = 128, which 64 spines serve. Derived: 64 nodes in a stripe, as many as a leaf of 128 × 400G
/// has room for beside as many uplinks; four nodes to a rack, one stripe and its leaves to a row.
/// </summary>
[Cluster]
public static partial class Juniper
{
    const int Stripes = 16;
    const int NodesPerStripe = 64;

    public static Cluster Define() => Cluster.Named("juniper-8k")
        .Site("dc", site => site
            .Hall("h1", hall => hall
                .Racks(rows: Stripes + 1, perRow: 17)
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(44.Kilowatts()))
            .Nodes("dgx", Nodes.DgxH100, count: Stripes * NodesPerStripe, nodes => nodes
                .ScalableUnits(of: NodesPerStripe)
                .PerRack(4))
            .Fabric("backend", fabric => fabric
                .Ethernet(400.Gbps()).RoCEv2()
                .RailOptimized()
                .NonBlocking()
                .Connect("dgx", Role.Compute)
                .Leaves(Switches.Qfx5240)
                .Spines(Switches.Qfx5240)));
}
