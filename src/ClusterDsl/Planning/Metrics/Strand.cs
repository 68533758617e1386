using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>One way of a bundle, up or down: the links of each device form a box of devices at the other end, the same for each but for its place.</summary>
sealed class Fan
{
    readonly Affine _near;
    readonly Seq<int> _extents, _far;
    readonly int _offset;
    readonly List<(int Stride, int Extent)> _moving = [];

    public Fan(LinkDraft link, bool up)
    {
        var (here, there) = up ? (link.Lower, link.Upper) : (link.Upper, link.Lower);
        (Link, Other, _near, _extents, _far, _offset) = (link, there.Group, here.Device, link.Extents, there.Device.Strides, there.Device.Offset);
        for (var d = 0; d < _extents.Count; d++)
        {
            if (_near.Strides[d] != 0 || _extents[d] == 1) continue;
            if (_far[d] == 0) Each *= _extents[d];
            else _moving.Add((_far[d], _extents[d]));
        }
        Count = _moving.Aggregate(1, (product, d) => product * d.Extent);
    }

    public LinkDraft Link { get; }

    /// <summary>The group of the devices at the other ends.</summary>
    public GroupDraft Other { get; }

    /// <summary>How many devices a device has links to, and how many links to each.</summary>
    public int Count { get; }
    public long Each { get; } = 1;

    /// <summary>The links of a device; null when it has none in this bundle.</summary>
    public Strand? Of(int device)
    {
        // The maps of a tree are mixed-radix numbers: the greatest digit that fits is the digit.
        var left = device - _near.Offset;
        if (left < 0) return null;
        var first = _offset;
        for (var above = int.MaxValue; left > 0;)
        {
            var next = -1;
            for (var d = 0; d < _extents.Count; d++)
                if (_near.Strides[d] is > 0 and var stride && stride < above && _extents[d] > 1 && (next < 0 || stride > _near.Strides[next])) next = d;
            if (next < 0) return null;
            above = _near.Strides[next];
            var digit = Math.Min(left / above, _extents[next] - 1);
            left -= digit * above;
            first += digit * _far[next];
        }
        return new Strand(this, first);
    }

    /// <summary>How far the i-th of the devices at the other end is from the first.</summary>
    public int Offset(int i)
    {
        var offset = 0;
        for (var d = _moving.Count - 1; d >= 0; d--)
        {
            offset += i % _moving[d].Extent * _moving[d].Stride;
            i /= _moving[d].Extent;
        }
        return offset;
    }

    public bool IsRun => _moving.Count == 0 || (_moving.Count == 1 && _moving[0].Stride == 1);

    public IndexSet Set(int first) => new(new Affine(first, _moving.Select(d => d.Stride).ToSeq()), _moving.Select(d => d.Extent).ToSeq());
}

/// <summary>The links of one device in one bundle, in closed form.</summary>
readonly struct Strand(Fan fan, int first)
{
    public Fan Fan => fan;
    public GroupDraft Other => fan.Other;
    public int First => first;
    public int Last => At(Count - 1);
    public int Count => fan.Count;
    public long Each => fan.Each;

    /// <summary>The speed of all its links, in Gb/s.</summary>
    public long Gbps => EachGbps * Count;

    /// <summary>The speed of the links to one of the devices.</summary>
    public long EachGbps => fan.Each * fan.Link.SpeedGbps;

    /// <summary>The i-th of the devices at the other end.</summary>
    public int At(int i) => first + fan.Offset(i);

    /// <summary>The devices at the other end, as a set.</summary>
    public IndexSet Set => fan.Set(first);

    /// <summary>Three of the devices at most: the ends and the middle, which stand for all.</summary>
    public IEnumerable<int> Some() => Count == 1 ? [first] : new[] { first, At(Count / 2), Last }.Distinct();

    public bool Contains(int device)
    {
        if (fan.IsRun) return device >= first && device - first < Count;
        for (var i = 0; i < Count; i++)
            if (At(i) == device) return true;
        return false;
    }
}
