namespace ClusterDsl.Plans;

/// <summary>A room of equal racks in rows.</summary>
/// <param name="Site">The site it belongs to.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Rows of racks.</param>
/// <param name="PerRow">Racks in a row.</param>
/// <param name="RackPitchMm">From the middle of one rack to the next in its row.</param>
/// <param name="RowPitchMm">From one row to the next.</param>
/// <param name="TrayAboveMm">The cable tray above the top of the racks.</param>
/// <param name="RackUnits">Usable units of a rack.</param>
/// <param name="RackPowerW">What a rack may draw, in watts; 0 when nothing was declared.</param>
/// <param name="SlackMm">Added to every routed length: both rack entries and a service loop.</param>
public sealed record HallPlan(
    string Site, string Name, int Rows, int PerRow, int RackPitchMm, int RowPitchMm, int TrayAboveMm,
    int RackUnits, int RackPowerW, int SlackMm)
{
    /// <summary>A rack unit, in hundredths of a millimetre (EIA-310: 1.75 inch).</summary>
    const int UnitHundredthsMm = 4445;

    /// <summary>Added to every routed length besides, in percent of it.</summary>
    public int SlackPercent { get; init; }

    /// <summary>After how many racks of a row there is a gap; 0 for none.</summary>
    public int RackGapEvery { get; init; }

    /// <summary>The width of a gap in a row.</summary>
    public int RackGapMm { get; init; }

    /// <summary>After how many rows there is a gap beyond the pitch; 0 for none.</summary>
    public int RowGapEvery { get; init; }

    /// <summary>The width of a gap between rows.</summary>
    public int RowGapMm { get; init; }

    /// <summary>A tray crosses the rows over their ends and over every so many racks; 0 where cables cross anywhere.</summary>
    public int CrossTrayEvery { get; init; }

    /// <summary>How many racks at the end of each row are kept for panels; 0 where panels stand in the racks that they serve.</summary>
    public int PanelRacks { get; init; }

    /// <summary>The rack with the first panels of what stands in a rack: the frame of its row, or the rack itself.</summary>
    public int PanelRack(int rack) => PanelRacks == 0 ? rack : (rack / PerRow + 1) * PerRow - PanelRacks;

    /// <summary>The length of a patch cord from a rack to the panels of its row.</summary>
    public int CordMm(int rack, int lowestUnit) => RoutedMm(rack, lowestUnit, PanelRack(rack), 1);

    /// <summary>The racks of the hall.</summary>
    public int Racks => Rows * PerRow;

    /// <summary>What rack <paramref name="rack"/> is called: the row's letters and the place in the row, "B07".</summary>
    public string RackName(int rack)
    {
        var row = rack / PerRow;
        var letters = "";
        for (row++; row > 0; row = (row - 1) / 26) letters = (char)('A' + (row - 1) % 26) + letters;
        var place = (rack % PerRow + 1).ToString();
        return letters + place.PadLeft(PerRow > 99 ? PerRow.ToString().Length : 2, '0');
    }

    /// <summary>
    /// The length a cable needs between two racks: up from the lowest unit the group uses to the tray, along the trays and down
    /// again. One length per pair of racks and groups, so that an installer handles few.
    /// </summary>
    public int RoutedMm(int rackA, int lowestUnitA, int rackB, int lowestUnitB) => WithSlack(rackA == rackB
        ? Math.Max(DropMm(lowestUnitA), DropMm(lowestUnitB))
        : DropMm(lowestUnitA) + 2L * TrayAboveMm + TrayMm(rackA, rackB) + DropMm(lowestUnitB));

    /// <summary>The way over the trays from one rack to another.</summary>
    long TrayMm(int rackA, int rackB)
    {
        var (rowA, rowB, a, b) = (rackA / PerRow, rackB / PerRow, rackA % PerRow, rackB % PerRow);
        return Math.Abs(RowMm(rowA) - RowMm(rowB)) + (rowA == rowB ? Math.Abs(PlaceMm(a) - PlaceMm(b)) : AlongMm(Math.Min(a, b), Math.Max(a, b)));
    }

    /// <summary>Along the rows from one place to another by way of a tray that crosses them.</summary>
    long AlongMm(int left, int right)
    {
        var straight = PlaceMm(right) - PlaceMm(left);
        if (CrossTrayEvery == 0 || right == PerRow - 1 || (left + CrossTrayEvery - 1) / CrossTrayEvery * CrossTrayEvery <= right) return straight;
        // None between the two: back to the one before or on to the one behind.
        var before = left / CrossTrayEvery * CrossTrayEvery;
        var behind = Math.Min(before + CrossTrayEvery, PerRow - 1);
        return straight + 2 * Math.Min(PlaceMm(left) - PlaceMm(before), PlaceMm(behind) - PlaceMm(right));
    }

    /// <summary>The way from a device down in a rack to where the tray from another hall comes in: over the first rack of the first row.</summary>
    internal long ToEntryMm(int rack, int lowestUnit) =>
        DropMm(lowestUnit) + TrayAboveMm + RowMm(rack / PerRow) + PlaceMm(rack % PerRow);

    /// <summary>No rack of the run is farther from there.</summary>
    internal long FarthestFromEntryMm((int Lowest, int Highest) racks, int lowestUnit) =>
        DropMm(lowestUnit) + TrayAboveMm + RowMm(racks.Highest / PerRow) + PlaceMm(Places(racks).Last);

    /// <summary>No cable between two racks of these runs of racks needs more.</summary>
    internal int AtMostMm((int Lowest, int Highest) a, int lowestUnitA, (int Lowest, int Highest) b, int lowestUnitB)
    {
        var (firstA, lastA) = Places(a);
        var (firstB, lastB) = Places(b);
        var along = Math.Max(PlaceMm(lastA) - PlaceMm(firstB), PlaceMm(lastB) - PlaceMm(firstA));
        var across = Math.Max(RowMm(a.Highest / PerRow) - RowMm(b.Lowest / PerRow), RowMm(b.Highest / PerRow) - RowMm(a.Lowest / PerRow));
        // Two places between the same two crossings go round by one of them: no farther than these are apart.
        if (across > 0 && CrossTrayEvery > 0 && firstA / CrossTrayEvery <= lastB / CrossTrayEvery && firstB / CrossTrayEvery <= lastA / CrossTrayEvery)
            along = Math.Max(along, Math.Min(CrossTrayEvery, PerRow) * (long)RackPitchMm + (RackGapEvery == 0 ? 0 : (Math.Min(CrossTrayEvery, PerRow) / RackGapEvery + 1L) * RackGapMm));
        return WithSlack(DropMm(lowestUnitA) + 2L * TrayAboveMm + along + across + DropMm(lowestUnitB));
    }

    /// <summary>Over a row's end the places in the row begin again, so any of them may occur.</summary>
    internal (int First, int Last) Places((int Lowest, int Highest) racks) =>
        racks.Lowest / PerRow == racks.Highest / PerRow ? (racks.Lowest % PerRow, racks.Highest % PerRow) : (0, PerRow - 1);

    /// <summary>A length with the slack of this hall.</summary>
    internal int WithSlack(long mm) => (int)Math.Min(int.MaxValue, mm + (mm * SlackPercent + 99) / 100 + SlackMm);

    /// <summary>How far a place of a row is from the first.</summary>
    public long PlaceMm(int place) => (long)place * RackPitchMm + (RackGapEvery == 0 ? 0 : (long)(place / RackGapEvery) * RackGapMm);

    /// <summary>How far a row is from the first.</summary>
    public long RowMm(int row) => (long)row * RowPitchMm + (RowGapEvery == 0 ? 0 : (long)(row / RowGapEvery) * RowGapMm);

    int DropMm(int unit) => (RackUnits - Math.Max(unit, 1) + 1) * UnitHundredthsMm / 100;
}

/// <summary>A tray that joins two halls of a site.</summary>
/// <param name="Site">The site.</param>
/// <param name="HallA">One hall; the tray begins over the first rack of its first row.</param>
/// <param name="HallB">The other.</param>
/// <param name="LengthMm">How long it is.</param>
public sealed record HallTray(string Site, string HallA, string HallB, int LengthMm);
