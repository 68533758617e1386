using ClusterDsl;

namespace TwoSites;

/// <summary>
/// Two campuses of 1,024 GPUs each, 32 km apart over the ground, that exchange gradients as one cluster. 12.8 Tb/s go over 800ZR in the
/// routers themselves: 16 wavelengths of a 150 GHz grid on one pair of fibres, amplified at both ends. The path is protected: a second
/// pair lies along another road and takes over when the first is cut. RoCEv2 goes over without pause frames, by a transport that stands
/// losses: half a millisecond of 12.8 Tb/s is more than a router's makers say it buffers. The job is data-parallel over both: each
/// step of three seconds ends in an all-reduce of 8 GB a GPU, of which a 128th crosses where it is done stage by stage. Assumed: the model.
/// </summary>
[Cluster]
public static partial class Campuses
{
    public static Cluster Define() => Cluster.Named("two-campuses")
        .Site("east", site => site.At(39.04, -77.49).Power(2.Megawatts()).Addresses("10.1.0.0/16").Pod())
        .Site("west", site => site.At(38.75, -77.47).Power(2.Megawatts()).Addresses("10.2.0.0/16").Pod())
        .Interconnect("east", "west", line => line
            .Capacity(12.8.Tbps())
            .SurvivesLossOfOnePath()
            .Path("metro", 44.Kilometres(), path => path
                .DarkFibre(Fibre.G652D)
                .Amplified()
                .Protected(51.Kilometres()))
            .Optics(Optics.Osfp800Zr, on: Switches.Cisco8223)
            .Joins("backend", lossless: false)
            .RoundTrip(atMost: 1.Milliseconds(), "an all-reduce of gradients once a step"))
        .Survives(SiteLoss.Any, keeping: 1_024.Gpus())
        .Workload("pretrain", job => job
            .Gpus(2_048)
            .Model(parameters: 32_000_000_000, tokensPerStep: 8 << 20, layers: 64, hidden: 5_120)
            .Parallel(tensor: 8)
            .StepTime(3_000));

    static Site Pod(this Site site) => site
        .Hall("h1", hall => hall
            .Racks(rows: 4, perRow: 12)
            .RackPower(44.Kilowatts()))
        .Nodes("gpu", Nodes.DgxH100, count: 128, nodes => nodes
            .ScalableUnits(of: 32)
            .PerRack(4))
        .Fabric("backend", fabric => fabric
            .Ethernet(400.Gbps()).RoCEv2()
            .RailOptimized()
            .NonBlocking()
            .Connect("gpu")
            .Leaves(Switches.Sn5600)
            .Spines(Switches.Sn5600));
}
