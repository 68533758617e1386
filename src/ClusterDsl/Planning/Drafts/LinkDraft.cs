using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>A bank of ports run in one mode.</summary>
sealed record PortChoice(Ports Bank, PortMode Mode)
{
    public int Count => Bank.Cages * Mode.Split;
}

/// <summary>One end of a bundle being made.</summary>
sealed record EndDraft(GroupDraft Group, PortChoice Ports, Affine Device, Affine Port)
{
    public Optic? Optic { get; init; }
}

/// <summary>A bundle being made.</summary>
sealed class LinkDraft(string id, FabricDesign fabric, Seq<int> extents, EndDraft lower, EndDraft upper, Origin at)
{
    public string Id { get; } = id;
    public FabricDesign Fabric { get; } = fabric;
    public Seq<int> Extents { get; } = extents;
    public EndDraft Lower { get; set; } = lower;
    public EndDraft Upper { get; set; } = upper;
    public Origin At { get; } = at;

    /// <summary>Legs in use of each splitter; 1 for straight cables.</summary>
    public int Legs { get; init; } = 1;
    public MediaDesign Media { get; init; } = new();

    /// <summary>The installed cabling that it takes: what its author leads it through, or what its hall has between rows.</summary>
    public ChannelDesign? Channel { get; set; }
    public CableFamily? Cable { get; set; }
    public int LongestMm { get; set; }

    /// <summary>How long a cable between sites is; 0 for one along the trays.</summary>
    public int OutsideMm { get; init; }

    /// <summary>Why no optics and cable could be chosen, when none could.</summary>
    public string? NoMedia { get; set; }
    public int SpeedGbps => Lower.Ports.Mode.Speed.Gbps;

    /// <summary>Which part of the design it realises: "node", "uplink", "core", "local", "global", "peer", "attach", "manual", "line", "client", "lease".</summary>
    public required string Kind { get; init; }

    public long Count => Extents.Aggregate(1L, (product, extent) => product * extent);

    /// <summary>The devices and the ports of both ends as sets; made once, asked often.</summary>
    public EndSets LowerSets => _lowerSets ??= new EndSets(Lower, Extents);
    public EndSets UpperSets => _upperSets ??= new EndSets(Upper, Extents);
    EndSets? _lowerSets, _upperSets;
}

/// <summary>
/// One end of a bundle as two sets: in a planned bundle each dimension moves the device or the port, never both. Where devices go
/// round, a dimension that moves no port takes them round once: for every port they are the same devices.
/// </summary>
sealed class EndSets(EndDraft end, Seq<int> extents)
{
    public EndDraft End { get; } = end;
    public IndexSet Devices { get; } = new(end.Device.Straight(extents, d => !end.Port.Moves(d)), extents);
    public IndexSet Ports { get; } = new(end.Port, extents);
}
