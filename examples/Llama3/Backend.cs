using ClusterDsl;

namespace Llama3;

/// <summary>
/// The RoCE cluster that Llama 3 was trained on ("The Llama 3 Herd of Models", Meta 2024, section 3.3.1). Published: two servers of eight GPUs
/// and one Minipack2 to a rack, 192 racks to a pod of full bisection bandwidth, eight pods, 7:1 between the pods, links of 400G, Arista 7800
/// chassis above the racks. How many chassis there are is not published: the planner finds it. Derived: the 7816R4 of that family; a
/// Minipack2 of 64 ports of 400G; the hall, six rows to a pod.
/// </summary>
[Cluster]
public static partial class Backend
{
    const int Pods = 8;
    const int RacksPerPod = 192;
    const int ServersPerRack = 2;

    static readonly NodeModel GrandTeton = new("GRAND-TETON", gpus: 8, new Ports("nic", 8, Cage.Qsfp112, 400.Gbps()))
    {
        Height = 8, Power = 10.2.Kilowatts(), Description = "Grand Teton server with 8 H100 (height and power assumed)",
    };

    static readonly EthernetSwitch Minipack2 = new("MINIPACK2", new Ports("eth", 64, Cage.QsfpDd, 400.Gbps()))
    {
        Height = 4, Power = 1.6.Kilowatts(), Description = "Minipack2 rack switch, 25.6 Tb/s (height and power assumed)",
    };

    public static Cluster Define() => Cluster.Named("llama3-24k")
        .Site("dc", site => site
            .Hall("h1", hall => hall
                .Racks(rows: 50, perRow: 32)
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(25.Kilowatts()))
            .Nodes("gpu", GrandTeton, count: Pods * RacksPerPod * ServersPerRack, nodes => nodes.PerRack(ServersPerRack))
            .Fabric("backend", fabric => fabric
                .Ethernet(400.Gbps()).RoCEv2()
                .NonBlocking()
                .Connect("gpu")
                .Leaves(Minipack2, perRack: 1)
                .Pods(racks: RacksPerPod)
                .Spines(Switches.Dcs7816R4, spines: spines => spines.Oversubscribed(7, 1, "published design"))
                .Cores(Switches.Dcs7816R4)));
}
