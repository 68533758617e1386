using ClusterDsl;

namespace Frontera;

/// <summary>
/// The tapered fat tree of Frontera at TACC (Frontera user guide, "System architecture", fronteraweb.tacc.utexas.edu). Published: 8,008 nodes in
/// 91 racks, two leaves of 40 ports in each; half of the nodes of a rack, 44, share 22 ports of 200G as pairs of 100G, the other 18 ports go
/// up to six directors, 22:18. Derived: 182 leaves, three links from each to each director, 3,276 in all. Recalled: Mellanox CS8500, 800
/// ports of 200G in 29 units. Assumed: power and the hall. Four nodes of Frontera share two units, for which a plan has no word: each of its
/// racks, 88 nodes high, is planned as two of half the width, with a leaf and its 44 nodes.
/// </summary>
[Cluster]
public static partial class Interconnect
{
    const int Racks = 91;
    const int LeavesPerRack = 2;
    const int NodesPerLeaf = 44;

    static readonly NodeModel Node = new("CLX-NODE", gpus: 0, new Ports("hca", 1, Cage.Qsfp56, 100.Gbps()) { Modes = Seq.Of(new PortMode(1, 100.Gbps(), 2, Lane.Pam4x50)) })
    {
        Height = 1, Power = 0.6.Kilowatts(), Description = "Node with two Xeon Platinum 8280 (power assumed)",
    };

    static readonly InfiniBandSwitch Director = new("CS8500", new Ports("qsfp", 800, Cage.Qsfp56, 200.Gbps()) { Modes = Seq.Of(new PortMode(1, 200.Gbps(), 4, Lane.Pam4x50)) })
    {
        Height = 29, Power = 16.Kilowatts(), Description = "Quantum CS8500 director, 800 ports of HDR (recalled; power assumed)",
    };

    /// <summary>A port of 200G to two of 100G; lengths assumed.</summary>
    static readonly CableFamily Splitter = new("MFS1S50", CableKind.Aoc, Medium.Mmf, "QSFP56", "QSFP56", 2, Seq.Of(100), Lane.Pam4x50,
        Seq.Of(3.Metres(), 5.Metres(), 10.Metres()), "HDR to 2 x HDR100 active fibre splitter");

    public static Cluster Define() => Cluster.Named("frontera")
        .Site("tacc", site => site
            .Hall("machine-room", hall => hall
                .Racks(rows: 7, perRow: 15 * LeavesPerRack)
                .Pitch(rack: 0.35.Metres(), row: 2.4.Metres()))
            .Nodes("clx", Node, count: Racks * LeavesPerRack * NodesPerLeaf, nodes => nodes.PerRack(NodesPerLeaf))
            .Fabric("hdr", fabric => fabric
                .InfiniBand(InfiniBand.Hdr)
                .Connect("clx", links: link => link.Cable(Splitter))
                .Leaves(Switches.Qm8700, perRack: 1, uplinks: 18)
                .Spines(Director)
                .Oversubscribed(22, 18, "22 × 200G down, 18 × 200G up, as built")));
}
