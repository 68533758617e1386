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

    public static int Of(LinkDraft link)
    {
        var (a, b) = (link.Lower, link.Upper);
        if (a.Group.Placement is not { } placeA || b.Group.Placement is not { } placeB || a.Group.Hall is not { } hall || hall != b.Group.Hall) return 0;
        var (unitA, unitB) = (placeA.BaseU, placeB.BaseU);
        var plan = hall.Plan;

        int Exact(int deviceA, int deviceB) => plan.RoutedMm(placeA.Rack(deviceA), unitA, placeB.Rack(deviceB), unitB);

        // The farthest two racks of two runs of racks can be apart: along the row and across the rows, each by itself.
        int Bound(Part part)
        {
            var (a0, a1) = (placeA.Rack(part.MinA), placeA.Rack(part.MaxA));
            var (b0, b1) = (placeB.Rack(part.MinB), placeB.Rack(part.MaxB));
            if (a0 == a1 && b0 == b1) return plan.RoutedMm(a0, unitA, b0, unitB);
            var along = Math.Max(Spread(a0, a1, b0, b1, plan.PerRow), Spread(b0, b1, a0, a1, plan.PerRow));
            var across = Math.Max(a1 / plan.PerRow - b0 / plan.PerRow, b1 / plan.PerRow - a0 / plan.PerRow);
            // Two racks so far apart, wherever they are, route as long as these two.
            return plan.RoutedMm(0, unitA, Math.Abs(across) * plan.PerRow + Math.Abs(along), unitB);
        }

        var best = 0;
        var open = new List<(int Bound, Part Part)>();
        void Offer(Part part)
        {
            var bound = Bound(part);
            if (bound <= best) return;
            best = Math.Max(best, Math.Max(Exact(part.FirstA, part.FirstB), Exact(part.LastA, part.LastB)));
            if (bound > best) open.Add((bound, part));
        }

        // Where both ends go on block by block together, every block is like the first.
        Offer(new Part(link, [.. link.Extents.Select((e, d) => (0, Together(link, placeA, placeB, d) ? 0 : e - 1))]));
        for (var opened = 0; open.Count > 0; opened++)
        {
            var next = 0;
            for (var i = 1; i < open.Count; i++)
                if (open[i].Bound > open[next].Bound) next = i;
            var (bound, part) = open[next];
            if (bound <= best) break;
            if (opened == Budget) return bound;
            open.RemoveAt(next);
            var (left, right) = part.Split();
            Offer(left);
            Offer(right);
        }
        return best;
    }

    static bool Together(LinkDraft link, Placement a, Placement b, int d)
    {
        if (a.Blocks is not { PerRow: > 0 } blocksA || b.Blocks is not { } blocksB) return false;
        var (strideA, strideB) = (link.Lower.Device.Strides[d], link.Upper.Device.Strides[d]);
        return blocksA.Racks == blocksB.Racks && blocksA.PerRow == blocksB.PerRow && blocksA.RowRacks == blocksB.RowRacks
            && strideA % blocksA.Devices == 0 && strideB % blocksB.Devices == 0 && strideA / blocksA.Devices == strideB / blocksB.Devices
            && link.Lower.Device.Offset / blocksA.Devices == link.Upper.Device.Offset / blocksB.Devices
            && Math.Abs(a.FirstRack - b.FirstRack) < blocksA.Racks;
    }

    static int Spread(int a0, int a1, int b0, int b1, int perRow)
    {
        // Over a row's end the places in the row wrap, so any place may occur.
        var (left, _) = Places(a0, a1, perRow);
        var (_, right) = Places(b0, b1, perRow);
        return right - left;
    }

    static (int Left, int Right) Places(int first, int last, int perRow) =>
        first / perRow == last / perRow ? (first % perRow, last % perRow) : (0, perRow - 1);

    /// <summary>A part of the box: for each dimension the first and the last index.</summary>
    sealed class Part
    {
        readonly LinkDraft _link;
        readonly (int First, int Last)[] _ranges;

        public Part(LinkDraft link, (int First, int Last)[] ranges)
        {
            (_link, _ranges) = (link, ranges);
            (FirstA, LastA) = Ends(link.Lower.Device);
            (FirstB, LastB) = Ends(link.Upper.Device);
            (MinA, MaxA) = (Math.Min(FirstA, LastA), Math.Max(FirstA, LastA));
            (MinB, MaxB) = (Math.Min(FirstB, LastB), Math.Max(FirstB, LastB));
        }

        public int FirstA { get; }
        public int FirstB { get; }
        public int LastA { get; }
        public int LastB { get; }
        public int MinA { get; }
        public int MaxA { get; }
        public int MinB { get; }
        public int MaxB { get; }

        /// <summary>The devices at the first and the last index, without a list of either: parts are made by the hundred.</summary>
        (int First, int Last) Ends(Affine device)
        {
            var (first, last) = (device.Offset, device.Offset);
            for (var d = 0; d < _ranges.Length; d++)
            {
                first += device.Strides[d] * _ranges[d].First;
                last += device.Strides[d] * _ranges[d].Last;
            }
            return (first, last);
        }

        /// <summary>Halves the dimension that moves the devices most.</summary>
        public (Part Left, Part Right) Split()
        {
            var widest = -1;
            var width = 0L;
            for (var d = 0; d < _ranges.Length; d++)
            {
                var steps = _ranges[d].Last - _ranges[d].First;
                var moves = steps * (Math.Abs((long)_link.Lower.Device.Strides[d]) + Math.Abs((long)_link.Upper.Device.Strides[d]));
                if (steps > 0 && moves >= width) (widest, width) = (d, moves);
            }
            var (first, last) = _ranges[widest];
            var middle = first + (last - first) / 2;
            var (left, right) = (((int, int)[])_ranges.Clone(), ((int, int)[])_ranges.Clone());
            left[widest] = (first, middle);
            right[widest] = (middle + 1, last);
            return (new Part(_link, left), new Part(_link, right));
        }
    }
}
