namespace ClusterDsl;

/// <summary>Where a group of devices stands. Rows, racks and units count from 1.</summary>
public sealed record Place
{
    Place(PlaceKind kind) => Kind = kind;

    internal PlaceKind Kind { get; }
    internal Seq<RackRef> Racks { get; init; } = Seq<RackRef>.Empty;
    internal string? HallName { get; init; }
    internal bool Apart { get; init; }

    /// <summary>The default: nodes fill the racks, each scalable unit with its leaves in a block of its own; what serves several units follows.</summary>
    public static Place ByUnit { get; } = new(PlaceKind.ByUnit);

    /// <summary>Leaves stand over the nodes that they serve, spread over the racks of these.</summary>
    public static Place WithNodes { get; } = new(PlaceKind.WithNodes);

    /// <summary>In racks kept free at the end of each row; the leaves of a unit at the end of the row that the unit stands in.</summary>
    public static Place EndOfRow { get; } = new(PlaceKind.EndOfRow);

    /// <summary>In racks kept free in the middle of each row; the leaves of a unit in the row that the unit stands in.</summary>
    public static Place MiddleOfRow { get; } = new(PlaceKind.MiddleOfRow);

    /// <summary>In the racks that the hall declares for the network.</summary>
    public static Place NetworkRacks { get; } = new(PlaceKind.NetworkRacks);

    /// <summary>In this rack, and in those behind it as far as one does not hold them all.</summary>
    /// <param name="row">The row, from 1.</param>
    /// <param name="rack">The rack in it, from 1.</param>
    /// <param name="unit">The lowest unit, from 1; left out, above what else is placed in this rack.</param>
    public static Place At(int row, int rack, int? unit = null) => new(PlaceKind.At) { Racks = Seq.Of(new RackRef(row, rack, unit)) };

    /// <summary>Where the defaults put it, in a hall of this name.</summary>
    /// <param name="name">The hall; without a name it is the site's first.</param>
    public static Place Hall(string name) => ByUnit.In(name);

    /// <summary>In this rack as well: the devices are spread evenly over the racks named, in their order.</summary>
    /// <param name="row">The row, from 1.</param>
    /// <param name="rack">The rack in it, from 1.</param>
    /// <param name="unit">The lowest unit, from 1; left out, above what else is placed in this rack.</param>
    public Place And(int row, int rack, int? unit = null) => new Place(PlaceKind.At)
    { HallName = HallName, Apart = Apart, Racks = Seq.Of([.. Racks, new RackRef(row, rack, unit)]) };

    /// <summary>In the hall of this name; without, in the site's first.</summary>
    /// <param name="hall">The hall.</param>
    public Place In(string hall) => this with { HallName = hall };

    /// <summary>The two of a pair, the first and the second, the third and the fourth, stand in racks beside each other.</summary>
    public Place PairsApart() => this with { Apart = true };
}

enum PlaceKind { ByUnit, WithNodes, EndOfRow, MiddleOfRow, NetworkRacks, At }

/// <summary>A rack, and a unit in it, as a person points at it.</summary>
sealed record RackRef(int Row, int Rack, int? Unit);
