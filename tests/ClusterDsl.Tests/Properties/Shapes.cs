using FsCheck;
using FsCheck.Fluent;

namespace ClusterDsl.Tests;

/// <summary>Where random designs come from: rail-optimised or spread, one to four planes, two or three tiers, whole or irregular units.</summary>
public static class Shapes
{
    public static Arbitrary<Shape> Arbitrary() => Arb.From(Any, Smaller);

    static readonly Gen<Shape> Any =
        from nodes in Gen.Choose(1, 90)
        from planes in Gen.Frequency((3, Gen.Constant(1)), (2, Gen.Choose(2, 4)))
        from rails in Gen.Choose(1, 4)
        from railOptimized in Flip
        from perRail in Gen.Elements(1, 1, 2, 3, 4)
        from cores in Flip
        from unit in Maybe(Gen.Choose(1, 24))
        from more in OrZero(Gen.Choose(1, 20))
        from appliances in OrZero(Gen.Choose(1, 5))
        from servers in OrZero(Gen.Choose(1, 40))
        from dgx in OrZero(Gen.Choose(1, 24))
        from leaf in Gen.Choose(4, 48)
        from spine in Gen.Choose(2, 48)
        from twin in Flip
        from ratio in Gen.Elements((1, 1), (1, 1), (2, 1), (3, 1), (4, 3))
        from uplinks in Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 24).Select(n => (int?)n)))
        from spines in Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 12).Select(n => (int?)n)))
        from form in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)), (2, Gen.Constant(3)))
        from inRack in Gen.Elements((1, 2), (1, 4), (2, 4), (2, 6), (4, 2))
        from downlinks in Gen.Frequency((9, Gen.Constant<int?>(null)), (1, Gen.Choose(8, 40).Select(n => (int?)n)))
        from scheduled in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from spineRatio in Gen.Elements(1, 1, 2, 3)
        from height in Gen.Choose(0, 10)
        from row in Gen.Choose(1, 20)
        select new Shape
        {
            Nodes = nodes, Planes = planes, RailsPerPlane = rails, RailOptimized = railOptimized, PerRail = perRail, Cores = cores, Unit = form == 3 ? null : unit,
            MoreNodes = more, Appliances = appliances, Servers = servers, Dgx = dgx, LeafCages = leaf, SpineCages = spine, Twin = twin,
            Scheduled = scheduled, RailOnly = form == 1, DualTor = form == 2 && planes * rails % 2 == 0, InRack = form == 3 ? inRack : null, Downlinks = downlinks, SpineRatio = spineRatio,
            Down = ratio.Item1, Up = ratio.Item2, Uplinks = uplinks, Spines = spines, NodeHeight = height, RacksPerRow = row,
        };

    static Gen<bool> Flip => Gen.Elements(true, false);

    static Gen<int?> Maybe(Gen<int> some) => Gen.OneOf(Gen.Constant<int?>(null), some.Select(n => (int?)n));

    static Gen<int> OrZero(Gen<int> some) => Gen.Frequency((2, Gen.Constant(0)), (1, some));

    static IEnumerable<Shape> Smaller(Shape shape)
    {
        IEnumerable<Shape> candidates =
        [
            shape with { Nodes = shape.Nodes / 2 }, shape with { Nodes = shape.Nodes - 1 }, shape with { MoreNodes = 0 }, shape with { Appliances = 0 },
            shape with { Servers = 0 }, shape with { Dgx = 0 }, shape with { Dgx = shape.Dgx / 2 }, shape with { Planes = 1 }, shape with { RailsPerPlane = 1 }, shape with { Cores = false },
            shape with { PerRail = 1 }, shape with { RailOnly = false }, shape with { Scheduled = false }, shape with { DualTor = false }, shape with { InRack = null }, shape with { Downlinks = null }, shape with { SpineRatio = 1 },
            shape with { Uplinks = null }, shape with { Spines = null }, shape with { Unit = null }, shape with { Twin = false },
            shape with { NodeHeight = 0 }, shape with { Cables = shape.Cables.Take(shape.Cables.Count - 1).ToSeq() },
        ];
        return candidates.Where(s => s != shape && s.Nodes > 0);
    }
}

/// <summary>Random designs with cables placed by hand, most of them where a port is taken already.</summary>
public static class HandCabledShapes
{
    public static Arbitrary<Shape> Arbitrary() => Arb.From(
        from shape in Shapes.Arbitrary().Generator
        from count in Gen.Choose(1, 3)
        from cables in (
            from node in Gen.Choose(1, shape.Nodes)
            from port in Gen.Choose(1, shape.Planes * shape.RailsPerPlane)
            from toSpine in Gen.Elements(true, false)
            from device in Gen.Choose(1, 4)
            from switchPort in Gen.Choose(1, shape.SpineCages)
            select new Shape.Cable(node, port, toSpine, device, switchPort)).ListOf(count)
        select shape with { Cables = cables.ToSeq(), Dgx = 0 }, Shapes.Arbitrary().Shrinker);
}
