using ClusterDsl;

namespace DeepSeek;

/// <summary>
/// The three fat trees that DeepSeek compares on switches of 64 ports ("Insights into DeepSeek-V3", ISCA 2025, table 3): two layers, two
/// layers in eight planes, and three layers. Published: endpoints, switches, links between switches. In the multi-plane network each of
/// the eight adapters of a node has a plane to itself, and planes meet in the nodes alone: 16,384 GPUs need no third layer. Derived:
/// Quantum-2 for 64 ports of 400G, DGX H100 for the authors' nodes of H800; four nodes to a rack and units of 32, the nodes that one leaf
/// has ports for; the rows of the hall are left to the planner.
/// </summary>
[Cluster]
public static partial class Networks
{
    const int Radix = 64;
    const int Adapters = 8;

    /// <summary>FT2.</summary>
    public static Cluster TwoLayers() => FatTree("ft2", endpoints: Radix * Radix / 2);

    /// <summary>MPFT: a network of two layers for each adapter.</summary>
    public static Cluster MultiPlane() => FatTree("mpft", endpoints: Adapters * Radix * Radix / 2, fabric => fabric.Planes(Adapters));

    /// <summary>FT3.</summary>
    public static Cluster ThreeLayers() => FatTree("ft3", endpoints: Radix * Radix * Radix / 4, fabric => fabric
        .Cores(Switches.Qm9700)
        .Accept("CDL7001", "compared by its counts; built of InfiniBand it would take routers between subnets"));

    static Cluster FatTree(string name, int endpoints, Action<InfiniBandFabric>? more = null) => Cluster.Named(name)
        .Site("dc", site => site
            .Hall("h1", hall => hall
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(44.Kilowatts()))
            .Nodes("node", Nodes.DgxH100, count: endpoints / Adapters, nodes => nodes
                .ScalableUnits(of: Radix / 2)
                .PerRack(4))
            .Fabric("compute", fabric =>
            {
                var compute = fabric.InfiniBand(InfiniBand.Ndr)
                    .RailOptimized()
                    .NonBlocking()
                    .Connect("node", Role.Compute)
                    .Leaves(Switches.Qm9700)
                    .Spines(Switches.Qm9700);
                more?.Invoke(compute);
            }));
}
