namespace ClusterDsl.Plans;

/// <summary>The way of the cables between two groups: through one hall, or through two that a tray joins.</summary>
public sealed class Route
{
    readonly HallPlan _a, _b;
    readonly int _lowestA, _lowestB;
    readonly HallTray? _tray;

    Route(HallPlan a, int lowestA, HallPlan b, int lowestB, HallTray? tray) =>
        (_a, _lowestA, _b, _lowestB, _tray) = (a, lowestA, b, lowestB, tray);

    /// <summary>The way between the devices of two groups; null where there is none.</summary>
    public static Route? Between(HallPlan a, int lowestUnitA, HallPlan b, int lowestUnitB, IEnumerable<HallTray> trays)
    {
        if (a.Site != b.Site) return null;
        var tray = a.Name == b.Name ? null
            : trays.FirstOrDefault(t => t.Site == a.Site && ((t.HallA == a.Name && t.HallB == b.Name) || (t.HallA == b.Name && t.HallB == a.Name)));
        return a.Name != b.Name && tray is null ? null : new Route(a, lowestUnitA, b, lowestUnitB, tray);
    }

    /// <summary>The length a cable needs between a rack of the one group and a rack of the other, slack included.</summary>
    public int LengthMm(int rackA, int rackB) => _tray is null
        ? _a.RoutedMm(rackA, _lowestA, rackB, _lowestB)
        : Through(_a.ToEntryMm(rackA, _lowestA) + _tray.LengthMm + _b.ToEntryMm(rackB, _lowestB));

    /// <summary>No cable between racks of these runs needs more.</summary>
    internal int AtMostMm((int Lowest, int Highest) a, (int Lowest, int Highest) b) =>
        a.Lowest == a.Highest && b.Lowest == b.Highest ? LengthMm(a.Lowest, b.Lowest)
        : _tray is null ? _a.AtMostMm(a, _lowestA, b, _lowestB)
        : Through(_a.FarthestFromEntryMm(a, _lowestA) + _tray.LengthMm + _b.FarthestFromEntryMm(b, _lowestB));

    /// <summary>Of two halls, the larger slack.</summary>
    int Through(long mm) => Math.Max(_a.WithSlack(mm), _b.WithSlack(mm));
}
