using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// The longest routed length of a bundle, by branch and bound over its box: a part of the box is only opened while its racks,
/// taken as rectangles, could hold a longer run than the longest one seen. Its cost does not grow with the number of cables.
/// </summary>
static class LongestRun
{
    /// <summary>Parts opened at most; past it the bound itself is the answer, which is never too short.</summary>
    const int Budget = 4_000;

    public static int Of(LinkDraft link) => Find(link).LengthMm;

    /// <summary>The run of the first link of a bundle; 0 where no way leads from the one end to the other.</summary>
    public static int OfFirst(LinkDraft link) =>
        Way.Of(link) is { } way
            ? way.LengthMm(way.A.Rack(link.Lower.Device.At(new int[link.Extents.Count])), way.B.Rack(link.Upper.Device.At(new int[link.Extents.Count]))) : 0;

    /// <summary>The longest run and the racks at its ends; 0 where no way leads from the one end to the other.</summary>
    public static (int LengthMm, int RackA, int RackB) Find(LinkDraft link) => Find(link, link.Channel);

    /// <summary>The longest run by a channel; 0 where no link needs it.</summary>
    public static (int LengthMm, int RackA, int RackB) Find(LinkDraft link, ChannelDesign? channel)
    {
        if (Way.Of(link, channel) is not { } way) return default;
        var (placeA, placeB) = (way.A, way.B);

        int Bound(BoxPart part) => way.AtMostMm(placeA.Racks(part.MinA, part.MaxA), placeB.Racks(part.MinB, part.MaxB));

        var (longest, rackA, rackB) = (0, 0, 0);
        void Exact(int deviceA, int deviceB)
        {
            var (atA, atB) = (placeA.Rack(deviceA), placeB.Rack(deviceB));
            if (way.LengthMm(atA, atB) is var length && length > longest) (longest, rackA, rackB) = (length, atA, atB);
        }

        var open = new List<(int Bound, BoxPart Part)>();
        void Offer(BoxPart part)
        {
            var bound = Bound(part);
            if (bound <= longest) return;
            Exact(part.FirstA, part.FirstB);
            Exact(part.LastA, part.LastB);
            if (bound > longest) open.Add((bound, part));
        }

        // Where both ends go on block by block together, every block is like the first, unless one of them holds a gap.
        Offer(new BoxPart(link.Lower.Device, link.Upper.Device,
            [.. link.Extents.Select((e, d) => (0, way.IsAlikeEverywhere && Together(link, placeA, placeB, d) ? 0 : e - 1))]));
        for (var opened = 0; open.Count > 0; opened++)
        {
            var next = 0;
            for (var i = 1; i < open.Count; i++)
                if (open[i].Bound > open[next].Bound) next = i;
            var (bound, part) = open[next];
            if (bound <= longest) break;
            if (opened == Budget) return (bound, rackA, rackB);
            open.RemoveAt(next);
            var (left, right) = part.Split();
            Offer(left);
            Offer(right);
        }
        return (longest, rackA, rackB);
    }

    /// <summary>Whether a dimension moves both ends on by as many blocks of the same racks.</summary>
    static bool Together(LinkDraft link, Placement a, Placement b, int d)
    {
        if (link.Lower.Device.Round is not null || link.Upper.Device.Round is not null) return false;
        if (a is not { Rest: null, InTurn: 1, Steps.Count: > 1 } || b is not { Rest: null, InTurn: 1 } || a.Steps.Count != b.Steps.Count) return false;
        var (blockA, blockB) = (a.Steps[a.Steps.Count - 1], b.Steps[b.Steps.Count - 1]);
        for (var s = 0; s < a.Steps.Count; s++)
            if (a.Steps[s].Racks != b.Steps[s].Racks || a.Steps[s].Devices / blockA.Devices != b.Steps[s].Devices / blockB.Devices) return false;
        var (strideA, strideB) = (link.Lower.Device.Strides[d], link.Upper.Device.Strides[d]);
        return blockA.Filled && blockB.Filled
            && strideA % blockA.Devices == 0 && strideB % blockB.Devices == 0 && strideA / blockA.Devices == strideB / blockB.Devices
            && (a.Skipped + link.Lower.Device.Offset) / blockA.Devices == (b.Skipped + link.Upper.Device.Offset) / blockB.Devices
            && Math.Abs(a.FirstRack - b.FirstRack) < blockA.Racks;
    }
}
