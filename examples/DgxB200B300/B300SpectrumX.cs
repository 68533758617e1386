using ClusterDsl;

namespace DgxB200B300;

/// <summary>
/// The compute fabric of the DGX B300 SuperPOD on Spectrum-X Ethernet (NVIDIA DGX SuperPOD reference architecture, DGX B300, chapters
/// "DGX SuperPOD architecture", table 3, and "Network fabrics"): each 800G port of a node is two of 400G, one to each of two planes
/// that share no switch. Published: four nodes and more than 50 kW to a rack, units, switches, and cables counted as 800G cages, which
/// hold two links of 400G each. Derived: the SN5600, from "800GbE Spectrum-4"; one unit and its leaves to a row.
/// </summary>
[Cluster]
public static partial class B300SpectrumX
{
    const int NodesPerUnit = 64;

    public static Cluster OneUnit() => SuperPod("b300-ethernet-1su", units: 1);
    public static Cluster TwoUnits() => SuperPod("b300-ethernet-2su", units: 2);
    public static Cluster FourUnits() => SuperPod("b300-ethernet-4su", units: 4);
    public static Cluster EightUnits() => SuperPod("b300-ethernet-8su", units: 8);
    public static Cluster SixteenUnits() => SuperPod("b300-ethernet-16su", units: 16);

    static Cluster SuperPod(string name, int units) => Cluster.Named(name)
        .Site("dc1", site => site
            .Hall("h1", hall => hall
                .Racks(rows: units + (units + 3) / 4, perRow: 17)
                .Pitch(rack: 0.6.Metres(), row: 3.0.Metres())
                .RackPower(60.Kilowatts()))
            .Nodes("dgx", Nodes.DgxB300, count: NodesPerUnit * units, nodes => nodes
                .ScalableUnits(of: NodesPerUnit)
                .PerRack(4))
            .Fabric("compute", fabric => fabric
                .Ethernet(400.Gbps()).RoCEv2()
                .RailOptimized().Planes(2)
                .NonBlocking()
                .Connect("dgx", Role.Compute)
                .Leaves(Switches.Sn5600)
                .Spines(Switches.Sn5600)));
}
