using ClusterDsl;

namespace OwnHardware;

/// <summary>
/// 256 GPUs on hardware that no catalogue has. The switch is <c>devices/AS9817-64O.yaml</c>, a device type of the NetBox library, with an
/// overlay for what that format lacks; the node is written here. 32 nodes of eight ports on four leaves of 64 down and 64 up.
/// </summary>
[Cluster]
public static partial class Lab
{
    static readonly NodeModel Server = new("8-GPU-SERVER", gpus: 8,
        new Ports("nic", 8, Cage.Qsfp112, 400.Gbps()) { PortName = "eth{c}", FirstCage = 0 })
    {
        Height = 8, Power = 10.Kilowatts(), Description = "Server with eight GPUs and eight ports of 400G (size and power assumed)",
    };

    public static Cluster Define() => Cluster.Named("lab")
        .Site("dc", site => site
            .Hall("h1", hall => hall
                .Racks(rows: 1, perRow: 12)
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(44.Kilowatts()))
            .Nodes("gpu", Server, count: 32, nodes => nodes.PerRack(4))
            .Fabric("backend", fabric => fabric
                .Ethernet(400.Gbps()).RoCEv2()
                .NonBlocking()
                .Connect("gpu")
                .Leaves(Hardware.As9817)
                .Spines(Hardware.As9817)));
}
