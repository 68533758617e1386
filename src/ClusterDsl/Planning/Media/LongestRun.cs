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
        link.Lower.Group is { Placement: { } a, Hall: { } hallA } && link.Upper.Group is { Placement: { } b, Hall: { } hallB }
        && Route.Between(hallA.Plan, a.LowestUnit, hallB.Plan, b.LowestUnit, hallA.Trays) is { } route
            ? route.LengthMm(a.Rack(link.Lower.Device.At(new int[link.Extents.Count])), b.Rack(link.Upper.Device.At(new int[link.Extents.Count]))) : 0;

    /// <summary>The longest run and the racks at its ends; 0 where no way leads from the one end to the other.</summary>
    public static (int LengthMm, int RackA, int RackB) Find(LinkDraft link)
    {
        var (a, b) = (link.Lower, link.Upper);
        if (a.Group.Placement is not { } placeA || b.Group.Placement is not { } placeB || a.Group.Hall is not { } hallA || b.Group.Hall is not { } hallB
            || Route.Between(hallA.Plan, placeA.LowestUnit, hallB.Plan, placeB.LowestUnit, hallA.Trays) is not { } route) return default;

        int Bound(Part part) => route.AtMostMm(placeA.Racks(part.MinA, part.MaxA), placeB.Racks(part.MinB, part.MaxB));

        var (longest, rackA, rackB) = (0, 0, 0);
        void Exact(int deviceA, int deviceB)
        {
            var (atA, atB) = (placeA.Rack(deviceA), placeB.Rack(deviceB));
            if (route.LengthMm(atA, atB) is var length && length > longest) (longest, rackA, rackB) = (length, atA, atB);
        }

        var open = new List<(int Bound, Part Part)>();
        void Offer(Part part)
        {
            var bound = Bound(part);
            if (bound <= longest) return;
            Exact(part.FirstA, part.FirstB);
            Exact(part.LastA, part.LastB);
            if (bound > longest) open.Add((bound, part));
        }

        // Where both ends go on block by block together, every block is like the first, unless one of them holds a gap.
        Offer(new Part(link, [.. link.Extents.Select((e, d) => (0, hallA.Plan.RackGapEvery == 0 && Together(link, placeA, placeB, d) ? 0 : e - 1))]));
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

    /// <summary>A part of the box: for each dimension the first and the last index.</summary>
    sealed class Part
    {
        readonly LinkDraft _link;
        readonly (int First, int Last)[] _ranges;

        public Part(LinkDraft link, (int First, int Last)[] ranges)
        {
            (_link, _ranges) = (link, ranges);
            (FirstA, LastA, MinA, MaxA) = Ends(link.Lower.Device);
            (FirstB, LastB, MinB, MaxB) = Ends(link.Upper.Device);
        }

        public int FirstA { get; }
        public int FirstB { get; }
        public int LastA { get; }
        public int LastB { get; }
        public int MinA { get; }
        public int MaxA { get; }
        public int MinB { get; }
        public int MaxB { get; }

        /// <summary>The devices at the first and the last index, and their bounds, without a list of either: parts are made by the hundred.</summary>
        (int First, int Last, int Min, int Max) Ends(Affine device)
        {
            var (first, last) = (device.Offset, device.Offset);
            for (var d = 0; d < _ranges.Length; d++)
            {
                first += device.Strides[d] * _ranges[d].First;
                last += device.Strides[d] * _ranges[d].Last;
            }
            var (min, max) = (Math.Min(first, last), Math.Max(first, last));
            if (device.Round is not { } round) return (first, last, min, max);
            var (least, most) = round.Bounds(_ranges);
            return (first + round.Unit * round.At([.. _ranges.Select(r => r.First)]), last + round.Unit * round.At([.. _ranges.Select(r => r.Last)]),
                min + round.Unit * least, max + round.Unit * most);
        }

        /// <summary>Halves the dimension that moves the devices most.</summary>
        public (Part Left, Part Right) Split()
        {
            var widest = -1;
            var width = 0L;
            for (var d = 0; d < _ranges.Length; d++)
            {
                var steps = _ranges[d].Last - _ranges[d].First;
                var moves = steps * (Step(_link.Lower.Device, d) + Step(_link.Upper.Device, d));
                if (steps > 0 && moves >= width) (widest, width) = (d, moves);
            }
            var (first, last) = _ranges[widest];
            var middle = first + (last - first) / 2;
            var (left, right) = (((int, int)[])_ranges.Clone(), ((int, int)[])_ranges.Clone());
            left[widest] = (first, middle);
            right[widest] = (middle + 1, last);
            return (new Part(_link, left), new Part(_link, right));
        }

        static long Step(Affine device, int d) => Math.Abs((long)device.Strides[d]) + (device.Round?.Moves(d) == true ? device.Round.Unit : 0);
    }
}
