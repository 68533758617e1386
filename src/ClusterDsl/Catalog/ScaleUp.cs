namespace ClusterDsl;

/// <summary>
/// What joins the GPUs of a node, or of the nodes of a rack, more closely than a network does: through switch chips
/// (<see cref="SwitchedScaleUp"/>), each with each (<see cref="MeshScaleUp"/>), or by PCI Express alone (<see cref="PcieScaleUp"/>).
/// Its links are traces, backplanes and cartridges that come with the product: planned and counted, never cabled in the field.
/// </summary>
/// <param name="Link">The generation of its links.</param>
public abstract record ScaleUp(ScaleUpLink Link)
{
    readonly int? _linksPerGpu;

    /// <summary>Links of a GPU, 1 to 1,024 (CDL1003); left out, as many as its generation has.</summary>
    public int LinksPerGpu { get => _linksPerGpu ?? Link?.PerGpu ?? 0; init => _linksPerGpu = value; }

    /// <summary>
    /// GPUs of one domain; left out, those of a node. Fewer part a node into domains, more join the nodes next to each other: 72 on a
    /// tray of four are 18 trays. CDL5002 answers a size that the product does not have.
    /// </summary>
    public int Gpus { get; init; }

    /// <summary>The racks next to each other that one domain can stand in, 1 to 64: 1 for copper in a backplane. CDL5003 answers more.</summary>
    public int Racks { get; init; } = 1;

    /// <summary>The PCI Express switches of a node, and the GPUs and adapters at them; null where nobody says.</summary>
    public PcieTree? Pcie { get; init; }

    /// <summary>Where the figures come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>The figures that were not read in a source: "chips", "links per GPU", "links per chip", "speed", "pcie", or "all".</summary>
    public Seq<string> Recalled { get; init; } = Seq<string>.Empty;

    /// <summary>GPUs of one domain of nodes of a model.</summary>
    internal int GpusOf(NodeModel model) => Gpus == 0 ? model.Gpus : Gpus;
}

/// <summary>GPUs joined through switch chips: every GPU has links to every chip, so that any two speak at the full bandwidth of one (NVLink through NVSwitch).</summary>
/// <param name="Link">The generation of its links.</param>
/// <param name="Chips">Switch chips of a domain, 1 to 4,096 (CDL1003). CDL5001 answers links that do not divide over them, CDL5002 a chip without the ports.</param>
public sealed record SwitchedScaleUp(ScaleUpLink Link, int Chips) : ScaleUp(Link)
{
    /// <summary>How many links a GPU has to each chip of its board, where they are not equally many: 5, 4, 4, 5. CDL5001 answers what does not add up.</summary>
    public Seq<int> LinksPerChip { get; init; } = Seq<int>.Empty;

    /// <summary>1, or 2 where half of the GPUs hang at half of the chips, and each of these has as many links to its counterpart on the other board as to GPUs.</summary>
    public int Boards { get; init; } = 1;

    internal int ChipsPerBoard => Chips / Boards;

    /// <summary>Links of a GPU to each chip of its board; null where they do not come to those that it has.</summary>
    internal Seq<int>? Spread =>
        LinksPerChip.Count > 0 ? LinksPerChip.Count == ChipsPerBoard && LinksPerChip.Sum() == LinksPerGpu ? LinksPerChip : null
        : LinksPerGpu % ChipsPerBoard == 0 ? Enumerable.Repeat(LinksPerGpu / ChipsPerBoard, ChipsPerBoard).ToSeq() : null;
}

/// <summary>GPUs joined each with each, without a switch: NVLink point to point, xGMI (Infinity Fabric), Ethernet on the board (Gaudi). CDL5004 answers links that do not make a full mesh.</summary>
/// <param name="Link">The generation of its links.</param>
public sealed record MeshScaleUp(ScaleUpLink Link) : ScaleUp(Link);

/// <summary>GPUs that speak over PCI Express alone.</summary>
public sealed record PcieScaleUp : ScaleUp
{
    /// <summary>A node whose GPUs hang at these switches, one link each.</summary>
    /// <param name="tree">The switches.</param>
    public PcieScaleUp(PcieTree tree) : base(tree?.Link!) => Pcie = tree;
}

/// <summary>The PCI Express switches of a node, or the root ports that stand for one, and what hangs at them: a GPU reaches the adapter of its own switch without crossing the host.</summary>
/// <param name="Link">What a GPU and the switch itself are connected by, and an adapter where <see cref="Adapter"/> says nothing else.</param>
/// <param name="Switches">How many, 1 to 1,024 (CDL1003).</param>
public sealed record PcieTree(ScaleUpLink Link, int Switches)
{
    /// <summary>The switch of each GPU, from 0; left out, they follow each other evenly.</summary>
    public Seq<int> Gpus { get; init; } = Seq<int>.Empty;

    /// <summary>The switch of each compute adapter, from 0; left out, they follow each other evenly. CDL5006 answers a GPU without one.</summary>
    public Seq<int> Nics { get; init; } = Seq<int>.Empty;

    /// <summary>What a compute adapter is connected by, where its slot is of another generation than the GPUs. CDL5005 compares it with its ports.</summary>
    public ScaleUpLink? Adapter { get; init; }

    /// <summary>Compute ports of one adapter, as delivered.</summary>
    public int PortsPerNic { get; init; } = 1;
}

/// <summary>One link of a scale-up network: what its generation is called, carries and allows.</summary>
/// <param name="Name">What it is called: "NVLink 5".</param>
/// <param name="Speed">What it carries one way; brochures print both ways together.</param>
/// <param name="PerGpu">How many a GPU has, 1 to 1,024 (CDL1003).</param>
public sealed record ScaleUpLink(string Name, Bandwidth Speed, int PerGpu)
{
    readonly int? _mbps;

    /// <summary>What it carries one way in Mb/s, where that is no whole number of Gb/s.</summary>
    public int Mbps { get => _mbps ?? Saturated(1_000L * Speed.Gbps); init => _mbps = value; }

    /// <summary>Ports of its switch chip; 0 where there is none, or nobody says.</summary>
    public int ChipPorts { get; init; }

    /// <summary>The most GPUs that one domain of it has; 0 where nobody says.</summary>
    public int LargestDomain { get; init; }

    /// <summary>Where the figures come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>The figures that were not read in a source: "speed", "per GPU", "chip ports", "largest domain", or "all".</summary>
    public Seq<string> Recalled { get; init; } = Seq<string>.Empty;

    static int Saturated(long value) => (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, value));
}
