using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>The spines: the same number in each plane of each pod.</summary>
sealed class SpineDraft(TierDesign design, GroupDraft group)
{
    public TierDesign Design { get; } = design;
    public GroupDraft Group { get; } = group;

    /// <summary>Spines in one plane of one pod: those that a leaf has to reach.</summary>
    public required int Reach { get; init; }
    public required int Pods { get; init; }
    public required int Planes { get; init; }

    /// <summary>What may come up to the spines for what goes on to the cores.</summary>
    public required RatioDesign? Declared { get; init; }
    public Ratio Most => Declared?.Most ?? Ratio.One;

    /// <summary>The plane that a spine is in.</summary>
    public int PlaneOf(int spine) => spine / (Pods * Reach);

    /// <summary>The fewest spines in a plane of a pod that have the ports for its uplinks.</summary>
    public required int Fewest { get; init; }

    /// <summary>Uplinks that reach one plane of one pod.</summary>
    public required long LinksBelow { get; init; }

    /// <summary>Ports that equipment takes of a spine, where it is spread evenly.</summary>
    public required long Attached { get; init; }

    /// <summary>Ports that one spine has for links below.</summary>
    public required int PortsBelow { get; init; }
    public int Uplinks { get; set; }

    /// <summary>Whether every leaf has equally many links to each spine it has to reach.</summary>
    public bool IsEven(FabricDraft fabric) => fabric.Blocks.All(b => b.Uplinks % Reach == 0);

    /// <summary>The ports that are taken of every spine.</summary>
    public PortCursor Cursor { get; } = new();

    /// <summary>The last row of ports that equipment took, as long as not every spine has its port of it in use.</summary>
    public OpenRow? Open { get; set; }
}

/// <summary>A port, or a few, of each spine: equipment of one shape takes spine after spine.</summary>
/// <param name="Ports">The bank and its mode.</param>
/// <param name="Spread">The spines that a device takes at once.</param>
/// <param name="First">The first port.</param>
/// <param name="Next">The first place that is free; a place is as many spines as a device takes.</param>
sealed record OpenRow(PortChoice Ports, Spread Spread, int First, int Next);

/// <summary>The cores: a group of them serves some positions of the spines in every pod.</summary>
sealed class CoreDraft(TierDesign design, GroupDraft group)
{
    public TierDesign Design { get; } = design;
    public GroupDraft Group { get; } = group;
    public required int Pods { get; init; }
}
