using ClusterDsl;

namespace StructuredHall;

/// <summary>
/// Two scalable units of 32 DGX H100, each with its leaves in a row of its own, and the spines in a third: what leads from row to row is installed once,
/// as trunks of 144 fibres between panels at the end of each row, and the switches are patched to those. Links within a row are cables from end to end.
/// Derived: 256 uplinks of each unit, so 22 trunks of twelve connectors from each row of leaves to the row of spines, eight of the connectors spare.
/// </summary>
[Cluster]
public static partial class Rows
{
    const int Units = 2;
    const int UnitSize = 32;

    public static Cluster Define() => Cluster.Named("structured-hall")
        .Site("dc1", site => site
            .Hall("h1", hall => hall
                .Racks(rows: Units + 1, perRow: 10)
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(44.Kilowatts())
                .Structured(Cables.Mpo12Trunk144Os2))
            .Nodes("dgx", Nodes.DgxH100, count: Units * UnitSize, nodes => nodes.ScalableUnits(of: UnitSize).PerRack(4))
            .Fabric("compute", fabric => fabric
                .InfiniBand(InfiniBand.Ndr)
                .RailOptimized()
                .NonBlocking()
                .Connect("dgx", Role.Compute)
                .Leaves(Switches.Qm9700)
                .Spines(Switches.Qm9700)));
}
