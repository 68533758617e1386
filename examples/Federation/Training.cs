using ClusterDsl;

namespace Federation;

/// <summary>
/// A federation of three sites that train models of their own and merge them every few minutes: 3 × 256 GPUs, and storage at two of
/// them. Two sites are joined by fibre of their own over 210 km with huts on the way; to the third a carrier leases wavelengths, by
/// two ways that share nothing. When any one site is lost the others stay one pool with a copy of the data.
/// </summary>
[Cluster]
public static partial class Training
{
    public static Cluster Define() => Cluster.Named("federation")
        .Site("rhine", site => site.At(50.11, 8.68).Power(1.Megawatts()).Space(racks: 60).Pod().Storage())
        .Site("neckar", site => site.At(48.78, 9.18).Power(1.Megawatts()).Space(racks: 60).Pod().Storage())
        .Site("isar", site => site.At(48.14, 11.58).Power(1.Megawatts()).Space(racks: 60).Pod())
        .Interconnect("rhine", "neckar", line => line
            .Capacity(3.2.Tbps())
            .Path("autobahn", 210.Kilometres(), path => path
                .DarkFibre(Fibre.G652D)
                .Amplified())
            .Optics(Optics.Osfp400OpenZr, on: Switches.Cisco8223))
        .Interconnect("neckar", "isar", line => line.Carrier(north: 250, south: 290))
        .Interconnect("rhine", "isar", line => line.Carrier(north: 410, south: 480))
        .Survives(SiteLoss.Any, keeping: 512.Gpus(), copies: 1)
        .Workload("merge", job => job
            .Gpus(768)
            .AllReduce(perStep: 16.Gibibytes(), across: Parallelism.All)
            .StepTime(120_000));

    /// <summary>Two leased ways of four wavelengths each.</summary>
    static Interconnect Carrier(this Interconnect line, int north, int south) => line
        .Capacity(1.6.Tbps())
        .SurvivesLossOfOnePath()
        .Path("north", north.Kilometres(), path => path.LeasedWavelength(400.Gbps()).RiskGroup("northern ring"))
        .Path("south", south.Kilometres(), path => path.LeasedWavelength(400.Gbps()).RiskGroup("southern ring"))
        .Optics(Optics.Osfp400OpenZr, on: Switches.Cisco8223)
        .RoundTrip(atMost: 10.Milliseconds(), "a merge of models every few minutes");

    static Site Pod(this Site site) => site
        .Nodes("gpu", Nodes.DgxH100, count: 32, nodes => nodes.PerRack(2))
        .Fabric("backend", fabric => fabric
            .Ethernet(400.Gbps()).RoCEv2()
            .RailOptimized()
            .NonBlocking()
            .Connect("gpu")
            .Leaves(Switches.Sn5600)
            .Spines(Switches.Sn5600));

    static Site Storage(this Site site) => site
        .Nodes("store", Nodes.Storage400G, count: 8)
        .Fabric("storage", fabric => fabric
            .Ethernet(400.Gbps())
            .NonBlocking()
            .Connect("store", Role.Storage)
            .Connect("gpu", Role.Storage)
            .Leaves(Switches.Sn5600, leaves: leaves => leaves.SingleHomed()));
}
