using ClusterDsl;

namespace DgxB200B300;

/// <summary>
/// The compute fabric of the DGX B300 SuperPOD on Quantum-X800 InfiniBand (NVIDIA DGX SuperPOD reference architecture, DGX B300 with XDR,
/// chapter "DGX SuperPOD architecture", table 3). Published: 72 nodes to a unit, four and about 56 kW to a rack, switches and cables; the
/// table's 9,216 GPUs of 1,296 nodes are a misprint for 10,368. Four units have 18 spines, not the 16 that have the ports: 72 uplinks of a
/// leaf divide evenly over 18. Derived: one unit and its leaves to a row.
/// </summary>
[Cluster]
public static partial class B300QuantumX800
{
    const int NodesPerUnit = 72;

    public static Cluster OneUnit() => SuperPod("b300-infiniband-1su", units: 1);
    public static Cluster TwoUnits() => SuperPod("b300-infiniband-2su", units: 2);
    public static Cluster FourUnits() => SuperPod("b300-infiniband-4su", units: 4);
    public static Cluster EightUnits() => SuperPod("b300-infiniband-8su", units: 8);
    public static Cluster EighteenUnits() => SuperPod("b300-infiniband-18su", units: 18);

    static Cluster SuperPod(string name, int units) => Cluster.Named(name)
        .Site("dc1", site => site
            .Hall("h1", hall => hall
                .Racks(rows: units + (units + 7) / 8, perRow: 20)
                .Pitch(rack: 0.6.Metres(), row: 3.0.Metres())
                .RackPower(60.Kilowatts()))
            .Nodes("dgx", Nodes.DgxB300Xdr, count: NodesPerUnit * units, nodes => nodes
                .ScalableUnits(of: NodesPerUnit)
                .PerRack(4))
            .Fabric("compute", fabric => fabric
                .InfiniBand(InfiniBand.Xdr)
                .RailOptimized()
                .NonBlocking()
                .Connect("dgx", Role.Compute)
                .Leaves(Switches.Q3400)
                .Spines(Switches.Q3400)));
}
