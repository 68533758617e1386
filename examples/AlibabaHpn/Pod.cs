using ClusterDsl;

namespace AlibabaHpn;

/// <summary>
/// A pod of Alibaba's HPN ("Alibaba HPN: A Data Center Network for Large Language Model Training", SIGCOMM 2024, sections 5 and 6): 15 segments
/// of 128 hosts in two planes. Published: the two 200G ports of each adapter on two ToRs, 16 ToRs of 51.2 Tb/s to a segment, each with 128
/// ports of 200G down, 8 more for backup hosts and 60 of 400G up; 60 aggregation switches in each plane, 15:1 to the core. Derived: 15
/// segments and 120 + 8 ports of an aggregation switch, from those ratios; Tomahawk 5 switches of 64 cages, which 34 × 4 × 200G and
/// 30 × 2 × 400G fill; hosts of the size and power of an HGX H100; four hosts to a rack.
/// </summary>
[Cluster]
public static partial class Pod
{
    const int HostsPerSegment = 128;
    const int BackupHosts = 8;

    /// <summary>Eight adapters of two ports: ports 1 and 2 are those of the first.</summary>
    static readonly NodeModel Host = new("HPN-HOST", gpus: 8, new Ports("nic", 16, Cage.Qsfp112, 200.Gbps())
    {
        Modes = Seq.Of(new PortMode(1, 200.Gbps(), Lanes: 2, Lane.Pam4x100)),
    })
    {
        Height = 8, Power = 10.2.Kilowatts(), Description = "Host with 8 GPUs and 8 adapters of 2 × 200G (height and power assumed)",
    };

    public static Cluster Segment() => Hpn("hpn-segment", segments: 1);

    /// <summary>The core is shared with the other pods: its ports for this one are planned here.</summary>
    public static Cluster WholePod() => Hpn("hpn-pod", segments: 15, fabric => fabric
        .Cores(Switches.Ais800O)
        .Accept("CDL1107", "the core joins this pod to others, each a plan of its own"));

    static Cluster Hpn(string name, int segments, Action<EthernetFabric>? more = null) => Cluster.Named(name)
        .Site("dc", site => site
            .Hall("h1", hall => hall
                .Racks(rows: segments + 4, perRow: 36)
                .Pitch(rack: 0.6.Metres(), row: 2.4.Metres())
                .RackPower(44.Kilowatts()))
            .Nodes("host", Host, count: segments * HostsPerSegment, hosts => hosts
                .ScalableUnits(of: HostsPerSegment)
                .PerRack(4))
            .Fabric("backend", fabric =>
            {
                var backend = fabric.Ethernet(200.Gbps()).RoCEv2()
                    .RailOptimized().DualTor().Planes(2)
                    .Oversubscribed(16, 15, "published: 128 × 200G down, 60 × 400G up")
                    .Connect("host")
                    .Leaves(Switches.Ais800O, downlinks: (HostsPerSegment + BackupHosts) / 2, uplinks: 60, uplinkSpeed: 400.Gbps())
                    .Spines(Switches.Ais800O, spines: aggregation => aggregation.Oversubscribed(15, 1, "published: jobs seldom leave their pod"));
                more?.Invoke(backend);
            }));
}
