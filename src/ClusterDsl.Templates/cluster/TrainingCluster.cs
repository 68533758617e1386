using ClusterDsl;

/// <summary>
/// Two scalable units of 32 DGX H100 on a non-blocking, rail-optimised InfiniBand fabric. How many switches, which optics and
/// which cables that takes is worked out when the project is built.
/// </summary>
[Cluster]
public static partial class TrainingCluster
{
    const int Units = 2;

    public static Cluster Define() => Cluster.Named("training")
        .Site("dc1", site => site
            .Hall("h1", hall => hall
                .Racks(rows: 2, perRow: 12)
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(44.Kilowatts()))
            .Nodes("dgx", Nodes.DgxH100, count: 32 * Units, nodes => nodes
                .ScalableUnits(of: 32)
                .PerRack(4))
            .Fabric("compute", fabric => fabric
                .InfiniBand(InfiniBand.Ndr)
                .RailOptimized()
                .NonBlocking()
                .Connect("dgx", Role.Compute)
                .Leaves(Switches.Qm9700)
                .Spines(Switches.Qm9700)));
}
