namespace ClusterDsl.Plans;

/// <summary>
/// The values of an affine map over a box, in closed form: an offset and strides with extents. All questions cost what the
/// number of dimensions costs, not the number of values.
/// </summary>
sealed class IndexSet
{
    readonly int _offset;
    readonly (long Stride, long Extent)[] _dimensions; // ascending strides, adjacent runs merged

    public IndexSet(Affine map, Seq<int> extents)
    {
        map = map.Straight(extents, _ => true);
        var dimensions = new List<(long Stride, long Extent)>();
        for (var d = 0; d < extents.Count; d++)
            if (extents[d] > 1 && map.Strides[d] != 0) dimensions.Add((map.Strides[d], extents[d]));
        dimensions.Sort((a, b) => a.Stride.CompareTo(b.Stride));

        IsUnique = true;
        var merged = new List<(long Stride, long Extent)>();
        long reach = 0; // how far the dimensions so far can go from the offset
        foreach (var (stride, extent) in dimensions)
        {
            if (stride <= reach) IsUnique = false;
            var last = merged.Count - 1;
            if (last >= 0 && merged[last].Stride * merged[last].Extent == stride) merged[last] = (merged[last].Stride, merged[last].Extent * extent);
            else merged.Add((stride, extent));
            reach += stride * (extent - 1);
        }
        (_offset, _dimensions) = (map.Offset, [.. merged]);
        Max = _offset + reach;
        Extents = extents;
        Map = map;
    }

    public Affine Map { get; }
    public Seq<int> Extents { get; }

    public long Min => _offset;
    public long Max { get; }

    /// <summary>Whether no value comes twice from the dimensions that have a stride.</summary>
    public bool IsUnique { get; }

    /// <summary>Whether the values follow each other without a gap.</summary>
    public bool IsRun => IsRunUpTo(_dimensions.Length - 1);

    /// <summary>How many values there are, when they are unique.</summary>
    public long Count => _dimensions.Aggregate(1L, (product, d) => product * d.Extent);

    /// <summary>How many indices of the box give the same value.</summary>
    public long Multiplicity
    {
        get
        {
            var product = 1L;
            for (var d = 0; d < Extents.Count; d++)
                if (Map.Strides[d] == 0) product *= Extents[d];
            return product;
        }
    }

    public bool Contains(long value) => Contains(value - _offset, _dimensions.Length - 1);

    /// <summary>A value that both sets have, each value standing for a run of <c>scale</c> finer ones; null when there is none.</summary>
    public long? Common(IndexSet other, long scale = 1, long otherScale = 1) =>
        Meet(_offset * scale, _dimensions.Length - 1, scale, other, other._offset * otherScale, other._dimensions.Length - 1, otherScale);

    /// <summary>How many values both sets have; both have each of theirs once.</summary>
    public long CommonCount(IndexSet other) => CountCommon(_offset, _dimensions.Length - 1, other, other._offset, other._dimensions.Length - 1);

    /// <summary>The values at the corners of the box.</summary>
    public IEnumerable<long> Corners()
    {
        IEnumerable<long> corners = [_offset];
        foreach (var (stride, extent) in _dimensions) corners = corners.SelectMany(c => new[] { c, c + stride * (extent - 1) });
        return corners;
    }

    bool Contains(long value, int d)
    {
        if (value < 0) return false;
        if (d < 0) return value == 0;
        var (stride, extent) = _dimensions[d];
        // Strides ascend and, for a unique set, a lower dimension never reaches a higher stride: the quotient is the only candidate.
        var quotient = Math.Min(value / stride, extent - 1);
        return Contains(value - quotient * stride, d - 1);
    }

    long Reach(int d)
    {
        var reach = 0L;
        for (var i = 0; i <= d; i++) reach += _dimensions[i].Stride * (_dimensions[i].Extent - 1);
        return reach;
    }

    long? Meet(long a, int da, long scaleA, IndexSet other, long b, int db, long scaleB)
    {
        if (a + Reach(da) * scaleA + scaleA <= b || b + other.Reach(db) * scaleB + scaleB <= a) return null;
        if (da < 0 && db < 0) return Math.Max(a, b);
        // A dense run against a dense run: their ranges touch, so they meet.
        if (IsRunUpTo(da) && other.IsRunUpTo(db)) return Math.Max(a, b);
        if (db < 0 || (da >= 0 && Reach(da) * scaleA >= other.Reach(db) * scaleB))
        {
            var (stride, extent) = _dimensions[da];
            var step = stride * scaleA;
            var inner = Reach(da - 1) * scaleA + scaleA;
            var (first, last) = Overlapping(a, step, inner, extent, b, other.Reach(db) * scaleB + scaleB);
            for (var i = first; i <= last; i++)
                if (Meet(a + i * step, da - 1, scaleA, other, b, db, scaleB) is { } value) return value;
            return null;
        }
        else
        {
            var (stride, extent) = other._dimensions[db];
            var step = stride * scaleB;
            var inner = other.Reach(db - 1) * scaleB + scaleB;
            var (first, last) = Overlapping(b, step, inner, extent, a, Reach(da) * scaleA + scaleA);
            for (var i = first; i <= last; i++)
                if (Meet(a, da, scaleA, other, b + i * step, db - 1, scaleB) is { } value) return value;
            return null;
        }
    }

    long CountCommon(long a, int da, IndexSet other, long b, int db)
    {
        var (endA, endB) = (a + Reach(da), b + other.Reach(db));
        if (endA < b || endB < a) return 0;
        if (IsRunUpTo(da) && other.IsRunUpTo(db)) return Math.Min(endA, endB) - Math.Max(a, b) + 1;
        if (db >= 0 && (da < 0 || Reach(da) < other.Reach(db))) return other.CountCommon(b, db, this, a, da);
        var (stride, extent) = _dimensions[da];
        var (first, last) = Overlapping(a, stride, Reach(da - 1) + 1, extent, b, endB - b + 1);
        var count = 0L;
        for (var i = first; i <= last; i++) count += CountCommon(a + i * stride, da - 1, other, b, db);
        return count;
    }

    bool IsRunUpTo(int d) => d < 0 || (d == 0 && _dimensions[0].Stride == 1);

    /// <summary>Which steps of a run of blocks can touch a window.</summary>
    static (long First, long Last) Overlapping(long start, long step, long block, long extent, long window, long length)
    {
        var first = Math.Max(0, (window - start - block) / step + (window - start - block >= 0 ? 1 : 0));
        var last = Math.Min(extent - 1, (window + length - 1 - start) / step);
        return window + length - 1 < start ? (0, -1) : (first, last);
    }
}
