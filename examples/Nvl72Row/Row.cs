using ClusterDsl;

namespace Nvl72Row;

/// <summary>
/// A row of eight GB200 NVL72 racks. Published (NVIDIA, DGX SuperPOD GB200 RA, network fabrics): 72 GPUs of a rack are one NVLink domain,
/// 18 links of each to 18 switch chips of nine trays, 1.8 TB/s a GPU. Derived: 1,296 links in the copper of a rack's backplane, which the
/// plan counts and nobody cables. A tray's four adapters are the four rails of the scale-out network. The experts of a
/// model are spread over the GPUs of a rack, so that their exchange stays on NVLink. Assumed: the hall, the network's size, the jobs.
/// </summary>
[Cluster]
public static partial class Row
{
    const int Racks = 8;
    const int Domain = 72;
    const int AdaptersOfTray = 4;

    public static Cluster Define() => Cluster.Named("nvl72-row")
        .Site("dc", site => site
            .Hall("h1", hall => hall
                .Racks(rows: 2, perRow: Racks + 4)
                .Pitch(rack: 0.6.Metres(), row: 3.Metres())
                .RackPower(132.Kilowatts())
                .Cooling(Cooling.Liquid))
            .Nodes("nvl", Nodes.Gb200Nvl72, count: Racks, nodes => nodes.PerRack(1))
            .Fabric("compute", fabric => fabric
                .InfiniBand(InfiniBand.Ndr)
                .RailOptimized(groups: AdaptersOfTray)
                .NonBlocking()
                .Connect("nvl", Role.Compute)
                .Leaves(Switches.Qm9700)
                .Spines(Switches.Qm9700)))
        .Workload("pretrain", job => job
            .Gpus(Racks * Domain)
            .Parallel(expert: Domain)
            .AllToAll(perStep: 32.Gibibytes(), calls: 240)
            .AllReduce(perStep: 8.Gibibytes())
            .StepTime(2_000))
        .Workload("serve", job => job
            .Gpus(Domain)
            .LatencySensitive()
            .Accept("CDL8001", "one of several beside the training, each in a rack of its own"));
}
