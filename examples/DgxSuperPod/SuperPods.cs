using ClusterDsl;

namespace DgxSuperPod;

/// <summary>
/// The compute fabric of the DGX H100 SuperPOD at every published size (RA-11333-001 V11, tables 3 and 4). Only what a designer
/// decides is declared: switches, cables and optics are the planner's work.
/// </summary>
[Cluster]
public static partial class SuperPods
{
    const int NodesPerUnit = 32;

    public static Cluster OneUnit() => WithUfm("superpod-1su", units: 1);
    public static Cluster TwoUnits() => WithUfm("superpod-2su", units: 2);
    public static Cluster ThreeUnits() => WithUfm("superpod-3su", units: 3);
    public static Cluster FourUnits() => WithUfm("superpod-4su", units: 4);

    public static Cluster FourUnitsFull() => Full("superpod-4su-full", units: 4);
    public static Cluster EightUnits() => Full("superpod-8su", units: 8);

    /// <summary>4,096 GPUs are more than two tiers of 64-port switches reach: a core tier joins pods of four units.</summary>
    public static Cluster SixteenUnits() => Full("superpod-16su", units: 16, fabric => fabric.Cores(Switches.Qm9700));

    /// <summary>One node of the last unit gives its place on the leaves to the UFM appliances.</summary>
    static Cluster WithUfm(string name, int units) => Cluster.Named(name)
        .Site("dc1", site => site
            .StandardHall(units)
            .Dgx(count: NodesPerUnit * units - 1)
            .Nodes("ufm", Nodes.UfmAppliance, count: 2)
            .Compute(fabric => fabric.Connect("ufm").Mixed()));

    /// <summary>A full leaf has 64 cables, one of them the splitter to UFM: one module has a straight cable beside it, as the published table has.</summary>
    internal static InfiniBandFabric Mixed(this InfiniBandFabric fabric) => fabric.Accept("CDL3013", "as published: every cage of the leaves is filled");

    static Cluster Full(string name, int units, Action<InfiniBandFabric>? more = null) => Cluster.Named(name)
        .Site("dc1", site => site
            .StandardHall(units)
            .Dgx(count: NodesPerUnit * units)
            .Compute(more));

    /// <summary>Two units to a row, and a row for what they share.</summary>
    static Site StandardHall(this Site site, int units) => site.Hall("h1", hall => hall
        .Racks(rows: (units + 1) / 2 + 1, perRow: 18)
        .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
        .Tray(aboveRack: 0.4.Metres())
        .RackPower(44.Kilowatts()));

    internal static Site Dgx(this Site site, int count) => site
        .Nodes("dgx", Nodes.DgxH100, count, nodes => nodes.ScalableUnits(of: NodesPerUnit).PerRack(4));

    internal static Site Compute(this Site site, Action<InfiniBandFabric>? more = null) => site
        .Fabric("compute", fabric =>
        {
            var compute = fabric.InfiniBand(InfiniBand.Ndr)
                .RailOptimized()
                .NonBlocking()
                .Connect("dgx", Role.Compute)
                .Leaves(Switches.Qm9700)
                .Spines(Switches.Qm9700);
            more?.Invoke(compute);
        });
}
