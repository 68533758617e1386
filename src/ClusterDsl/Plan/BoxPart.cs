namespace ClusterDsl.Plans;

/// <summary>A part of a bundle's box: for each dimension the first and the last index, and which devices it holds at both ends.</summary>
sealed class BoxPart
{
    readonly Affine _a, _b;
    readonly (int First, int Last)[] _ranges;

    public BoxPart(Affine a, Affine b, (int First, int Last)[] ranges)
    {
        (_a, _b, _ranges) = (a, b, ranges);
        (FirstA, LastA, MinA, MaxA) = Ends(a);
        (FirstB, LastB, MinB, MaxB) = Ends(b);
    }

    /// <summary>All of a box.</summary>
    public BoxPart(Affine a, Affine b, IEnumerable<int> extents) : this(a, b, [.. extents.Select(e => (0, e - 1))]) { }

    public int FirstA { get; }
    public int FirstB { get; }
    public int LastA { get; }
    public int LastB { get; }
    public int MinA { get; }
    public int MaxA { get; }
    public int MinB { get; }
    public int MaxB { get; }

    /// <summary>How many links it holds.</summary>
    public long Links => _ranges.Aggregate(1L, (product, range) => product * (range.Last - range.First + 1));

    /// <summary>Its indices, the last dimension fastest: one array, turned from one to the next.</summary>
    public IEnumerable<int[]> Indices()
    {
        var index = _ranges.Select(r => r.First).ToArray();
        for (var d = index.Length; d >= 0;)
        {
            yield return index;
            for (d = index.Length - 1; d >= 0 && ++index[d] > _ranges[d].Last; d--) index[d] = _ranges[d].First;
        }
    }

    /// <summary>Halves the dimension that moves the devices most.</summary>
    public (BoxPart Left, BoxPart Right) Split()
    {
        var widest = -1;
        var width = 0L;
        for (var d = 0; d < _ranges.Length; d++)
        {
            var steps = _ranges[d].Last - _ranges[d].First;
            var moves = steps * (Step(_a, d) + Step(_b, d));
            if (steps > 0 && moves >= width) (widest, width) = (d, moves);
        }
        var (first, last) = _ranges[widest];
        var middle = first + (last - first) / 2;
        var (left, right) = (((int, int)[])_ranges.Clone(), ((int, int)[])_ranges.Clone());
        left[widest] = (first, middle);
        right[widest] = (middle + 1, last);
        return (new BoxPart(_a, _b, left), new BoxPart(_a, _b, right));
    }

    /// <summary>The parts whose links all lead from one place to one: racks, or what stands for them. A place never comes before that of a rack before it.</summary>
    public IEnumerable<(int PlaceA, int PlaceB, BoxPart Part)> ByPlaces(Placement a, Func<int, int> placeA, Placement b, Func<int, int> placeB)
    {
        var open = new Stack<BoxPart>();
        open.Push(this);
        while (open.Count > 0)
        {
            var part = open.Pop();
            var (racksA, racksB) = (a.Racks(part.MinA, part.MaxA), b.Racks(part.MinB, part.MaxB));
            var (atA, atB) = (placeA(racksA.Lowest), placeB(racksB.Lowest));
            if (atA == placeA(racksA.Highest) && atB == placeB(racksB.Highest))
            {
                yield return (atA, atB, part);
                continue;
            }
            var (left, right) = part.Split();
            open.Push(right);
            open.Push(left);
        }
    }

    /// <summary>Parts opened at most in search of the longest run; past it the bound itself is the answer, which is never too short.</summary>
    const int MostOpened = 4_000;

    /// <summary>
    /// The longest run of its links and the racks at its ends, by branch and bound: a part is only opened while its racks, taken as rectangles, could hold a
    /// longer run than the longest one seen.
    /// </summary>
    public (int LengthMm, int RackA, int RackB) Farthest(Placement a, Placement b, Func<(int Lowest, int Highest), (int Lowest, int Highest), int> atMostMm, Func<int, int, int> lengthMm)
    {
        var (longest, rackA, rackB) = (0, 0, 0);
        void Exact(int deviceA, int deviceB)
        {
            var (atA, atB) = (a.Rack(deviceA), b.Rack(deviceB));
            if (lengthMm(atA, atB) is var length && length > longest) (longest, rackA, rackB) = (length, atA, atB);
        }

        var open = new List<(int Bound, BoxPart Part)>();
        void Offer(BoxPart part)
        {
            var bound = atMostMm(a.Racks(part.MinA, part.MaxA), b.Racks(part.MinB, part.MaxB));
            if (bound <= longest) return;
            Exact(part.FirstA, part.FirstB);
            Exact(part.LastA, part.LastB);
            if (bound > longest) open.Add((bound, part));
        }

        Offer(this);
        for (var opened = 0; open.Count > 0; opened++)
        {
            var next = 0;
            for (var i = 1; i < open.Count; i++)
                if (open[i].Bound > open[next].Bound) next = i;
            var (bound, part) = open[next];
            if (bound <= longest) break;
            if (opened == MostOpened) return (bound, rackA, rackB);
            open.RemoveAt(next);
            var (left, right) = part.Split();
            Offer(left);
            Offer(right);
        }
        return (longest, rackA, rackB);
    }

    /// <summary>The devices at the first and the last index, and their bounds, without a list of either: parts are made by the hundred.</summary>
    (int First, int Last, int Min, int Max) Ends(Affine device)
    {
        var (first, last) = (device.Offset, device.Offset);
        var (min, max) = (device.Offset, device.Offset);
        for (var d = 0; d < _ranges.Length; d++)
        {
            var (atFirst, atLast) = (device.Strides[d] * _ranges[d].First, device.Strides[d] * _ranges[d].Last);
            (first, last) = (first + atFirst, last + atLast);
            (min, max) = (min + Math.Min(atFirst, atLast), max + Math.Max(atFirst, atLast));
        }
        if (device.Round is not { } round) return (first, last, min, max);
        var (least, most) = round.Bounds(_ranges);
        return (first + round.Unit * round.At([.. _ranges.Select(r => r.First)]), last + round.Unit * round.At([.. _ranges.Select(r => r.Last)]),
            min + round.Unit * least, max + round.Unit * most);
    }

    static long Step(Affine device, int d) => Math.Abs((long)device.Strides[d]) + (device.Round?.Moves(d) == true ? device.Round.Unit : 0);
}
