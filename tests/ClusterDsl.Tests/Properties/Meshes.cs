using FsCheck;
using FsCheck.Fluent;

namespace ClusterDsl.Tests;

/// <summary>Where random topologies of equals come from: most of them legal, some left to the planner, some that cannot be.</summary>
public static class Meshes
{
    public static Arbitrary<Mesh> Arbitrary() => Arb.From(Any, Smaller);

    static readonly Gen<Mesh> Any =
        from kind in Gen.Elements(Mesh.Shape.DragonflyPlus, Mesh.Shape.DragonflyPlus, Mesh.Shape.Dragonfly, Mesh.Shape.SlimFly)
        from nodes in Gen.Choose(1, 200)
        from ports in Gen.Elements(1, 1, 2, 4)
        from cells in Maybe(kind == Mesh.Shape.SlimFly ? Gen.Elements(3, 4, 5, 7, 8, 9, 6) : Gen.Choose(2, 14))
        from perCell in Maybe(Gen.Choose(1, 9))
        from spines in Maybe(Gen.Choose(1, 8))
        from each in Gen.Choose(1, 3)
        from uplinks in Maybe(Gen.Constant((spines ?? 4) * each))
        from multiple in Gen.Choose(1, 3)
        from wild in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(1, 20)))
        from radix in Gen.Choose(16, 96)
        from splitters in Gen.Elements(false, false, true)
        from unit in Maybe(Gen.Choose(1, 40))
        from few in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 20)))
        from row in Gen.Choose(1, 20)
        select new Mesh
        {
            Kind = kind, Nodes = nodes, NodePorts = splitters && ports > 1 ? 4 : ports, Cells = cells, PerCell = perCell, Spines = spines, Uplinks = uplinks,
            Global = wild > 0 ? wild : Legal(kind, cells, perCell, spines) is { } step ? step * multiple : null,
            Radix = radix, Splitters = splitters, Unit = unit, Few = few, RacksPerRow = row,
        };

    /// <summary>The smallest number of links that can be shared evenly; null where that is the planner's to know.</summary>
    static int? Legal(Mesh.Shape kind, int? cells, int? perCell, int? spines) => (kind, cells, perCell, spines) switch
    {
        (Mesh.Shape.DragonflyPlus, { } c, _, { } s) => Enumerable.Range(1, s).First(l => (c - 1) * l % s == 0),
        (Mesh.Shape.Dragonfly, { } c, { } r, _) => Enumerable.Range(1, c - 1).First(h => r * h % (c - 1) == 0),
        _ => null,
    };

    static Gen<int?> Maybe(Gen<int> some) => Gen.Frequency((1, Gen.Constant<int?>(null)), (2, some.Select(n => (int?)n)));

    static IEnumerable<Mesh> Smaller(Mesh mesh)
    {
        IEnumerable<Mesh> candidates =
        [
            mesh with { Nodes = mesh.Nodes / 2 }, mesh with { Nodes = mesh.Nodes - 1 }, mesh with { Few = 0 }, mesh with { Unit = null }, mesh with { Splitters = false },
            mesh with { NodePorts = 1 }, mesh with { Cells = mesh.Cells is > 3 ? mesh.Cells - 1 : mesh.Cells }, mesh with { Global = null }, mesh with { Uplinks = null }, mesh with { Spines = null },
        ];
        return candidates.Where(m => m != mesh && m.Nodes > 0);
    }
}
