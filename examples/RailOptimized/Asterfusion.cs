using ClusterDsl;

namespace RailOptimized;

/// <summary>
/// 256 GPUs on six switches (Asterfusion, guide to the CX864E-N, section 2): four rails of 64 nodes, each rail a leaf whose 64 links of 400G
/// go down in pairs through 32 cages and up through the other 32 cages as links of 800G. Published: nodes, GPUs, switches. Derived: the
/// links between them; a server of 4 GPUs in four units with 5 kW; the hall.
/// </summary>
[Cluster]
public static partial class Asterfusion
{
    static readonly NodeModel Server = new("4-GPU-SERVER", gpus: 4, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps()))
    {
        Height = 4, Power = 5.Kilowatts(), Description = "Server with four GPUs and four ports of 400G (size and power assumed)",
    };

    public static Cluster Define() => Cluster.Named("asterfusion-256")
        .Site("dc", site => site
            .Hall("h1", hall => hall
                .Racks(rows: 1, perRow: 18)
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(22.Kilowatts()))
            .Nodes("gpu", Server, count: 64, nodes => nodes.PerRack(4))
            .Fabric("backend", fabric => fabric
                .Ethernet(400.Gbps()).RoCEv2()
                .RailOptimized()
                .NonBlocking()
                .Connect("gpu")
                .Leaves(Switches.Cx864e, uplinkSpeed: 800.Gbps())
                .Spines(Switches.Cx864e)));
}
