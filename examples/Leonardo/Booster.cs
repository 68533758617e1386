using ClusterDsl;

namespace Leonardo;

/// <summary>
/// Leonardo at CINECA, a dragonfly+ of 23 cells (CINECA, HPC documentation, "Leonardo: network architecture"). Published: 19 cells of 180
/// Booster nodes, two of CPU nodes, one of both and one for input and output; 18 leaves and 18 spines in a cell of six racks, three of each in a rack; leaves of
/// 40 × 100G down and 18 × 200G up, spines of 18 down and 22 to other cells, 18 links between each two cells; 3,456 Booster nodes of four
/// GPUs. Derived: 36 of these in the mixed cell, 324 links within a cell, 4,554 between cells. Recalled: 1,536 CPU nodes of one port, of which
/// 288 share the mixed cell. Assumed: 64 servers for input and output, one unit for each node, power, and the hall.
/// </summary>
[Cluster]
public static partial class Booster
{
    const int Cells = 23;
    const int PerCell = 18;
    const int NodesPerCell = 180;

    static readonly PortMode Hdr100 = new(1, 100.Gbps(), 2, Lane.Pam4x50);
    static readonly NodeModel Gpu = Node("BOOSTER-NODE", gpus: 4, ports: 4, 2.4.Kilowatts());
    static readonly NodeModel Cpu = Node("CPU-NODE", gpus: 0, ports: 1, 0.9.Kilowatts());
    static readonly NodeModel Io = Node("IO-SERVER", gpus: 0, ports: 2, 0.8.Kilowatts());

    /// <summary>A port of 200G to two of 100G; lengths assumed.</summary>
    static readonly CableFamily Splitter = new("MFS1S50", CableKind.Aoc, Medium.Mmf, "QSFP56", "QSFP56", 2, Seq.Of(100), Lane.Pam4x50,
        Seq.Of(3.Metres(), 5.Metres(), 10.Metres(), 20.Metres(), 30.Metres(), 50.Metres(), 100.Metres()), "HDR to 2 x HDR100 active fibre splitter");

    public static Cluster Define() => Cluster.Named("leonardo")
        .Site("bologna", site => site
            .Hall("data-hall", hall => hall
                .Racks(rows: 12, perRow: 18)
                .Pitch(rack: 0.9.Metres(), row: 2.4.Metres()))
            .Nodes("booster", Gpu, count: 19 * NodesPerCell, nodes => nodes.ScalableUnits(of: NodesPerCell).PerRack(30))
            .Nodes("mixed-booster", Gpu, count: 36, nodes => nodes.PerRack(18))
            .Nodes("mixed-cpu", Cpu, count: 288, nodes => nodes.PerRack(36))
            .Nodes("cpu", Cpu, count: 2 * 624, nodes => nodes.ScalableUnits(of: 624).PerRack(39))
            .Nodes("io", Io, count: 64)
            .Fabric("hdr", fabric => fabric
                .InfiniBand(InfiniBand.Hdr)
                .DragonflyPlus(Cells, linksPerCellPair: 18)
                .Leaves(Switches.Qm8700, PerCell, uplinks: 18)
                .Spines(Switches.Qm8700, PerCell)
                .Cells(19, cell => cell.With("booster"))
                .Cells(2, cell => cell.With("cpu"))
                .Cells(1, cell => cell.With("mixed-booster").With("mixed-cpu"))
                .Cells(1, cell => cell.With("io"))
                .Placed(Tier.Leaf, Place.WithNodes)
                .Placed(Tier.Spine, Place.WithNodes)
                .Oversubscribed(10, 9, "40 × 100G down, 18 × 200G up, as built")
                .Accept("CDL1133", "624 CPU nodes on 18 leaves are 34 or 35 on each")));

    static NodeModel Node(string id, int gpus, int ports, Power power) =>
        new(id, gpus, new Ports("hdr100", ports, Cage.Qsfp56, 100.Gbps()) { Modes = Seq.Of(Hdr100) }) { Power = power };

    static Cell With(this Cell cell, string nodes) => cell.Connect(nodes, links: link => link.Cable(Splitter));
}
