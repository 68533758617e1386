using ClusterDsl;

namespace DgxB200B300;

/// <summary>
/// The compute fabric of the DGX B200 SuperPOD (NVIDIA DGX SuperPOD reference architecture, DGX B200, chapter "DGX SuperPOD
/// architecture", table of larger component counts). Published: units, nodes, switches and cables. Derived: two nodes to a rack,
/// of which the text says only that it exceeds 25 kW; one unit and its leaves to a row.
/// </summary>
[Cluster]
public static partial class B200
{
    const int NodesPerUnit = 32;

    public static Cluster TwoUnits() => SuperPod("b200-2su", units: 2);
    public static Cluster FourUnits() => SuperPod("b200-4su", units: 4);
    public static Cluster EightUnits() => SuperPod("b200-8su", units: 8);

    /// <summary>Two tiers of 64-port switches end at 2,048 GPUs: cores join pods of four units.</summary>
    public static Cluster SixteenUnits() => SuperPod("b200-16su", units: 16, fabric => fabric.Cores(Switches.Qm9700));

    static Cluster SuperPod(string name, int units, Action<InfiniBandFabric>? more = null) => Cluster.Named(name)
        .Site("dc1", site => site
            .Hall("h1", hall => hall
                .Racks(rows: units + (units + 3) / 4, perRow: 17)
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(30.Kilowatts()))
            .Nodes("dgx", Nodes.DgxB200, count: NodesPerUnit * units, nodes => nodes
                .ScalableUnits(of: NodesPerUnit)
                .PerRack(2))
            .Fabric("compute", fabric =>
            {
                var compute = fabric.InfiniBand(InfiniBand.Ndr)
                    .RailOptimized()
                    .NonBlocking()
                    .Connect("dgx", Role.Compute)
                    .Leaves(Switches.Qm9700)
                    .Spines(Switches.Qm9700);
                more?.Invoke(compute);
            }));
}
