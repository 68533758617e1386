namespace ClusterDsl.Plans;

/// <summary>
/// Walks the links of a bundle in order, from any of them, without computing each from its number: a step adds one stride
/// to each map, as an odometer turns.
/// </summary>
public sealed class LinkCursor
{
    readonly int[] _extents;
    readonly int[] _index;
    readonly Track _deviceA, _portA, _deviceB, _portB;

    /// <summary>Stands on link <paramref name="start"/>, which must be there.</summary>
    public LinkCursor(Bundle bundle, long start = 0)
    {
        if (start < 0 || start >= bundle.Links) throw new ArgumentOutOfRangeException(nameof(start));
        _extents = [.. bundle.Extents];
        _index = new int[_extents.Length];
        for (var d = _index.Length - 1; d >= 0; d--)
        {
            _index[d] = (int)(start % _extents[d]);
            start /= _extents[d];
        }
        _deviceA = new Track(bundle.A.Device, _extents, _index);
        _portA = new Track(bundle.A.Port, _extents, _index);
        _deviceB = new Track(bundle.B.Device, _extents, _index);
        _portB = new Track(bundle.B.Port, _extents, _index);
    }

    /// <summary>The link it stands on.</summary>
    public Link Current => new(_deviceA.Value, _portA.Value, _deviceB.Value, _portB.Value);

    /// <summary>Goes to the next link; from the last one, to the first.</summary>
    public void Next()
    {
        var d = _index.Length - 1;
        while (d >= 0 && ++_index[d] == _extents[d]) _index[d--] = 0;
        _deviceA.Step(d);
        _portA.Step(d);
        _deviceB.Step(d);
        _portB.Step(d);
    }

    /// <summary>The value of one map as the index moves.</summary>
    sealed class Track
    {
        readonly int[] _index;
        /// <summary>At d + 1, what turning dimension d by one adds, all faster ones falling back to 0; at 0, going round.</summary>
        readonly int[] _steps;
        readonly Round? _round;
        int _sum;

        public Track(Affine map, int[] extents, int[] index)
        {
            _steps = new int[extents.Length + 1];
            (_round, _index) = (map.Round, index);
            _sum = map.Offset;
            var fallBack = 0;
            for (var d = extents.Length - 1; d >= 0; d--)
            {
                _sum += map.Strides[d] * index[d];
                _steps[d + 1] = map.Strides[d] - fallBack;
                fallBack += map.Strides[d] * (extents[d] - 1);
            }
            _steps[0] = -fallBack;
        }

        public int Value => _round is null ? _sum : _sum + _round.Unit * _round.At(_index);

        public void Step(int d) => _sum += _steps[d + 1];
    }
}
