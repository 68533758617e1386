using FsCheck;
using FsCheck.Fluent;

namespace ClusterDsl.Tests;

/// <summary>A random hall with groups placed in it in every way there is. It prints as the numbers it was made from.</summary>
public sealed record Room
{
    public required int Rows { get; init; }
    public required int PerRow { get; init; }
    public required bool Declared { get; init; }
    public required int Nodes { get; init; }
    public required int? Unit { get; init; }
    public required int Height { get; init; }
    public required int More { get; init; }
    public required string Leaves { get; init; }
    public required string Spines { get; init; }
    public required string Others { get; init; }
    public required int CrossTrays { get; init; }
    public required int RackGap { get; init; }
    public required int RowGap { get; init; }
    public required bool TwoHalls { get; init; }

    public static IReadOnlyDictionary<string, Place> Places { get; } = new Dictionary<string, Place>
    {
        ["unit"] = Place.ByUnit, ["with"] = Place.WithNodes, ["end"] = Place.EndOfRow, ["middle"] = Place.MiddleOfRow, ["network"] = Place.NetworkRacks,
        ["apart"] = Place.ByUnit.PairsApart(), ["end apart"] = Place.EndOfRow.PairsApart(),
        ["at"] = Place.At(row: 2, rack: 2), ["at two"] = Place.At(row: 1, rack: 3).And(row: 3, rack: 1),
    };

    public Cluster Declare() => Cluster.Named("room").Site("dc", site =>
    {
        site.Hall("hall", Hall);
        if (TwoHalls) site.Hall("other", Hall).Tray("hall", "other", 12.Metres());
        site.Nodes("gpu", new NodeModel("GPU", 8, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps())) { Height = Height, Power = 1_000.Watts() }, Nodes, n =>
        {
            if (Unit is { } size) n.ScalableUnits(size);
        });
        if (More > 0)
            site.Nodes("box", new NodeModel("BOX", 0, new Ports("nic", 4, Cage.Qsfp112, 400.Gbps())) { Height = 2, Power = 300.Watts() }, More,
                n => n.Placed(TwoHalls ? Places[Others].In("other") : Places[Others]));
        site.Fabric("net", fabric =>
        {
            var net = fabric.Ethernet(400.Gbps()).RailOptimized().Oversubscribed(4).Connect("gpu")
                .Leaves(Switch, leaves: l => l.Placed(Places[Leaves])).Spines(Switch).Placed(Tier.Spine, Places[Spines]);
            if (More > 0) net.Connect("box");
        });
    });

    static readonly EthernetSwitch Switch = new("SWITCH", new Ports("port", 32, Cage.Qsfp112, 400.Gbps())) { Height = 2, Power = 700.Watts() };

    void Hall(Hall hall)
    {
        if (Declared) hall.Racks(Rows, PerRow).NetworkRacks(row: 2, rack: 1, count: 2).NetworkRacks(row: 3, rack: 3);
        if (CrossTrays > 0) hall.CrossTrays(CrossTrays);
        if (RackGap > 0) hall.RackGap(RackGap, 1.2.Metres());
        if (RowGap > 0) hall.RowGap(RowGap, 1.8.Metres());
        hall.RackUnits(20).RackPower(9.Kilowatts());
    }
}

/// <summary>Where random rooms come from.</summary>
public static class Rooms
{
    public static Arbitrary<Room> Arbitrary() => Arb.From(Any, Smaller);

    static readonly Gen<string> Where = Gen.Elements(Room.Places.Keys.ToArray());

    static readonly Gen<Room> Any =
        from rows in Gen.Choose(3, 40)
        from perRow in Gen.Choose(3, 14)
        from declared in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from nodes in Gen.Choose(1, 120)
        from unit in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(1, 24).Select(n => (int?)n))
        from height in Gen.Choose(1, 9)
        from more in Gen.Choose(0, 20)
        from leaves in Where
        from spines in Where
        from others in Where
        from trays in Gen.Choose(0, 8)
        from rackGap in Gen.Choose(0, 5)
        from rowGap in Gen.Choose(0, 3)
        from two in Gen.Elements(true, false)
        select new Room
        {
            Rows = rows, PerRow = perRow, Declared = declared, Nodes = nodes, Unit = unit, Height = height, More = more, Leaves = leaves, Spines = spines,
            Others = others, CrossTrays = trays, RackGap = rackGap, RowGap = rowGap, TwoHalls = two,
        };

    static IEnumerable<Room> Smaller(Room room) => new[]
    {
        room with { Nodes = room.Nodes / 2 }, room with { Nodes = room.Nodes - 1 }, room with { More = 0 }, room with { Leaves = "unit" }, room with { Spines = "unit" },
        room with { Others = "unit" }, room with { CrossTrays = 0 }, room with { RackGap = 0 }, room with { RowGap = 0 }, room with { TwoHalls = false }, room with { Unit = null },
    }.Where(r => r != room && r.Nodes > 0);
}
