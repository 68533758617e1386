using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Equal stretches of neighbouring racks: one or two in each of some rows.</summary>
/// <param name="First">The first rack.</param>
/// <param name="Length">Racks of a stretch.</param>
/// <param name="Stretches">How many stretches.</param>
/// <param name="PerRow">Stretches in a row: 2 where the middle of the rows is kept free.</param>
/// <param name="Stride">From the first stretch of a row to the second.</param>
/// <param name="Row">Racks in a row.</param>
sealed record RackZone(int First, int Length, int Stretches, int PerRow, int Stride, int Row)
{
    public long Racks => (long)Length * Stretches;

    /// <summary>Whether all its racks follow each other.</summary>
    public bool IsRun => Stretches == 1 || (PerRow == 1 && Length == Row);

    public int Rack(long n) => (int)(First + n / Length / PerRow * Row + n / Length % PerRow * Stride + n % Length);
}

/// <summary>Blocks of racks that a strip gave: the steps count blocks.</summary>
sealed record BlockRun(int Blocks, int FirstRack, int Skipped, IReadOnlyList<(int Blocks, int Racks, bool Filled)> Steps);

/// <summary>Racks in the order in which groups fill them, without those that are kept for others.</summary>
sealed class RackStrip(string site, string hall, IReadOnlyList<RackZone> zones)
{
    int _zone;
    long _next; // racks of the zone that are taken

    /// <summary>Whether there is no rack left.</summary>
    public bool IsFull
    {
        get
        {
            while (_zone < zones.Count && _next >= zones[_zone].Racks) (_zone, _next) = (_zone + 1, 0);
            return _zone == zones.Count;
        }
    }

    /// <summary>The rack that was begun last and may be shared, with the units and the power in use.</summary>
    public (int Rack, int Units, long Watts)? Open { get; set; }

    /// <summary>The next racks for devices of one kind; null where the strip ends before.</summary>
    public Placement? Take(int count, int perRack, int height, int inTurn)
    {
        if (zones.Count > 0 && zones[zones.Count - 1] is { IsRun: false } last && last.Length < inTurn) return null;
        var pieces = new List<(int Devices, Placement Placement)>();
        var left = count;
        while (left > 0 && !IsFull)
        {
            var (devices, piece) = Piece(zones[_zone], left, perRack, height, inTurn);
            if (devices == 0) continue;
            pieces.Add((devices, piece!));
            left -= devices;
        }
        return left > 0 ? null : Joined(pieces);
    }

    /// <summary>The first piece, with the others as its rest.</summary>
    public static Placement? Joined(IReadOnlyList<(int Devices, Placement Placement)> pieces)
    {
        Placement? joined = null;
        for (var i = pieces.Count - 1; i >= 0; i--) joined = joined is null ? pieces[i].Placement : Followed(pieces[i].Placement, pieces[i].Devices, joined);
        return joined;
    }

    static Placement Followed(Placement first, int devices, Placement next) => first with
    {
        Rest = first.Rest is { } rest && rest.From < devices ? rest with { Placement = Followed(rest.Placement, devices - rest.From, next) } : new PlacementRest(devices, next),
    };

    (int Devices, Placement? Placement) Piece(RackZone zone, int count, int perRack, int height, int inTurn)
    {
        var needed = RacksFor(count, perRack, inTurn);
        var run = zone.IsRun ? zone.Racks - _next : zone.Length - _next % zone.Length;
        var first = zone.Rack(_next);
        if (needed <= run || zone.IsRun)
        {
            var racks = needed <= run ? needed : run / inTurn * inTurn;
            var devices = (int)Math.Min(count, racks * perRack);
            _next += needed <= run ? needed : run;
            return (devices, At(first, perRack, height, inTurn));
        }

        // Stretch by stretch, whole turns in each, from the row that is begun.
        var length = zone.Length / inTurn * inTurn;
        var (stretch, taken) = (_next / zone.Length, (_next % zone.Length + inTurn - 1) / inTurn * inTurn);
        if (taken >= length) (stretch, taken) = (stretch + 1, 0);
        var row = stretch / zone.PerRow;
        var skipped = (stretch - row * zone.PerRow) * length + taken;
        var room = length == 0 ? 0 : (zone.Stretches - row * zone.PerRow) * (long)length - skipped;
        var stepped = (int)Math.Min(count, room * perRack);
        if (stepped <= 0)
        {
            _next = zone.Racks;
            return (0, null);
        }
        var end = skipped + RacksFor(stepped, perRack, inTurn) - 1;
        _next = (row * zone.PerRow + end / length) * zone.Length + end % length + 1;
        var perStretch = length * perRack;
        return (stepped, At((int)(zone.First + row * zone.Row), perRack, height, inTurn) with
        {
            Skipped = (int)(skipped * perRack),
            Steps = zone.PerRow == 1 ? Seq.Of(new RackStep(perStretch, zone.Row))
                : Seq.Of(new RackStep(perStretch * zone.PerRow, zone.Row), new RackStep(perStretch, zone.Stride)),
        });
    }

    /// <summary>The next blocks of racks, none broken by the end of a stretch; null where no stretch is long enough for one.</summary>
    public IReadOnlyList<BlockRun>? TakeBlocks(int blocks, int racks)
    {
        if (zones[zones.Count - 1] is { IsRun: false } last && last.Length < racks) return null;
        var runs = new List<BlockRun>();
        for (var left = blocks; left > 0 && !IsFull;)
        {
            var zone = zones[_zone];
            var perStretch = zone.Length / racks;
            if (perStretch == 0)
            {
                // Rows shorter than a block: the blocks just follow each other.
                var follow = zone.IsRun ? (int)Math.Min(left, (zone.Racks - _next) / racks) : 0;
                if (follow > 0) runs.Add(new BlockRun(follow, zone.Rack(_next), 0, [(1, racks, true)]));
                _next = follow == left ? _next + (long)follow * racks : zone.Racks;
                left -= follow;
                continue;
            }
            // Blocks begin where the last group ended, as long as no fewer go into a stretch.
            var (stretch, taken, spare) = (_next / zone.Length, (int)(_next % zone.Length), zone.Length - perStretch * racks);
            var block = Math.Max(0, (taken - spare + racks - 1) / racks);
            var shift = Math.Max(0, taken - block * racks);
            if (block >= perStretch) (stretch, block, shift) = (stretch + 1, 0, 0);
            var row = stretch / zone.PerRow;
            var skipped = (int)((stretch - row * zone.PerRow) * perStretch + block);
            var take = (int)Math.Min(left, (zone.Stretches - row * zone.PerRow) * (long)perStretch - skipped);
            if (take <= 0)
            {
                _next = zone.Racks;
                continue;
            }
            var end = skipped + take - 1L;
            _next = (row * zone.PerRow + end / perStretch) * zone.Length + shift + (end % perStretch + 1) * racks;
            runs.Add(skipped % perStretch + take <= perStretch
                ? new BlockRun(take, zone.Rack(stretch * zone.Length + shift + block * racks), 0, [(1, racks, true)])
                : new BlockRun(take, (int)(zone.First + row * zone.Row + shift), skipped, zone.PerRow == 1
                    ? [(perStretch, zone.Row, false), (1, racks, true)]
                    : [(perStretch * zone.PerRow, zone.Row, false), (perStretch, zone.Stride, false), (1, racks, true)]));
            left -= take;
        }
        return runs;
    }

    Placement At(int rack, int perRack, int height, int inTurn) => new(site, hall, rack, perRack, 1, height) { InTurn = inTurn };

    public static int RacksFor(int devices, int perRack, int inTurn = 1)
    {
        var turn = perRack * inTurn;
        return devices / turn * inTurn + Math.Min(devices % turn, inTurn);
    }
}
