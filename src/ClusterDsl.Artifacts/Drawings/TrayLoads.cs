namespace ClusterDsl.Artifacts.Drawings;

/// <summary>
/// How many cables lie on the trays of a hall: on each stretch of a row, and between each two rows. A cable is counted along the row of its lower end and then across; one that
/// leaves the hall, to over the first rack, where the tray to the other hall begins. Counted from rectangles of the bundles' boxes, not cable by cable.
/// </summary>
sealed class TrayLoads
{
    /// <summary>Stretches of a row that are told apart.</summary>
    const int MostStretches = 36;

    /// <summary>Rectangles looked at, at most: beyond, nothing is said of loads.</summary>
    const int MostParts = 2_000_000;

    readonly HallPlan _hall;
    readonly Dictionary<int, long[]> _along = [];
    readonly long[] _across;

    public TrayLoads(Plan plan, HallPlan hall, Installed installed)
    {
        _hall = hall;
        RacksEach = (hall.PerRow + MostStretches - 1) / MostStretches;
        Places = (hall.PerRow + RacksEach - 1) / RacksEach;
        _across = new long[Math.Max(1, hall.Rows)];
        var left = MostParts;
        foreach (var bundle in plan.Bundles.Where(b => plan.Route(b) is not null))
        {
            var (a, b) = (plan.Group(bundle.A.Group).Placement!, plan.Group(bundle.B.Group).Placement!);
            var (fromHere, toHere) = (IsHere(a), IsHere(b));
            if (!fromHere && !toHere) continue;
            foreach (var (placeA, placeB, links) in bundle.ByPlaces(a, fromHere ? Place : _ => 0, b, toHere ? Place : _ => 0))
            {
                if (left-- == 0)
                {
                    IsCounted = false;
                    return;
                }
                if (!fromHere || !toHere) Leaving += links;
                if (bundle.Channel is { } channel && fromHere && toHere && hall.PanelRacks > 0 && (!channel.BetweenRows || placeA / Places != placeB / Places))
                {
                    // Cords to the panels of both rows; what lies between these is counted by trunks.
                    Add(placeA, Frame(placeA), links);
                    Add(placeB, Frame(placeB), links);
                }
                else if (bundle.Channel is null || hall.PanelRacks > 0 || placeA == placeB) Add(placeA, placeB, links);
            }
        }
        foreach (var run in installed.Runs.Where(r => r.From.Hall == hall || r.To.Hall == hall))
            Add(run.From.Hall == hall ? Place(run.From.Rack) : 0, run.To.Hall == hall ? Place(run.To.Rack) : 0, run.Trunks);
        foreach (var row in _along.Values)
            for (var i = 1; i < row.Length; i++) row[i] += row[i - 1];
        for (var i = 1; i < _across.Length; i++) _across[i] += _across[i - 1];
    }

    /// <summary>Whether all was counted.</summary>
    public bool IsCounted { get; } = true;

    /// <summary>Racks of one place of a row.</summary>
    public int RacksEach { get; }

    /// <summary>Places of a row.</summary>
    public int Places { get; }

    /// <summary>Cables to other halls.</summary>
    public long Leaving { get; }

    /// <summary>The cables between two places of a row that follow each other.</summary>
    public long Along(int row, int place) => _along.TryGetValue(row, out var loads) ? loads[place] : 0;

    /// <summary>The cables between a row and the next.</summary>
    public long Across(int row) => row < _across.Length ? _across[row] : 0;

    bool IsHere(Placement placement) => placement.Site == _hall.Site && placement.Hall == _hall.Name;

    int Place(int rack) => rack / _hall.PerRow * Places + rack % _hall.PerRow / RacksEach;

    int Frame(int place) => Place(_hall.PanelRack(place / Places * _hall.PerRow));

    /// <summary>Where loads begin and end; summed up when all are known.</summary>
    void Add(int from, int to, long cables)
    {
        var row = from / Places;
        if (!_along.TryGetValue(row, out var loads)) _along.Add(row, loads = new long[Places + 1]);
        loads[Math.Min(from % Places, to % Places)] += cables;
        loads[Math.Max(from % Places, to % Places)] -= cables;
        var (first, last) = (Math.Min(row, to / Places), Math.Max(row, to / Places));
        if (first == last) return;
        _across[first] += cables;
        if (last < _across.Length) _across[last] -= cables;
    }
}
