namespace ClusterDsl.Plans;

/// <summary>
/// Where the devices of a group stand: they fill slots of one height, <paramref name="PerRack"/> to a rack, in racks that
/// follow each other, or block by block where each scalable unit has racks of its own.
/// </summary>
/// <param name="Site">The site.</param>
/// <param name="Hall">The hall in it.</param>
/// <param name="FirstRack">The rack of device 0, counted from 0 along the rows.</param>
/// <param name="PerRack">Devices of this group in a rack.</param>
/// <param name="BaseU">The lowest unit of device 0, from 1; 0 for devices mounted beside the units.</param>
/// <param name="StepU">Units from one device of a rack to the next.</param>
/// <param name="Blocks">The blocks of racks; null where all devices are in one.</param>
public sealed record Placement(string Site, string Hall, int FirstRack, int PerRack, int BaseU, int StepU, RackBlocks? Blocks = null)
{
    /// <summary>The rack of device <paramref name="index"/>.</summary>
    public int Rack(int index) => Blocks is { } blocks
        ? FirstRack + blocks.Rack(index / blocks.Devices) + index % blocks.Devices / PerRack
        : FirstRack + index / PerRack;

    /// <summary>The lowest unit that device <paramref name="index"/> takes; 0 when it takes none.</summary>
    public int Unit(int index) => BaseU == 0 ? 0 : BaseU + InBlock(index) % PerRack * StepU;

    /// <summary>How many devices, this one among them, follow in the same rack.</summary>
    public int LeftInRack(int index) =>
        Math.Min(PerRack - InBlock(index) % PerRack, Blocks is { } blocks ? blocks.Devices - InBlock(index) : int.MaxValue);

    int InBlock(int index) => Blocks is { } blocks ? index % blocks.Devices : index;
}

/// <summary>Equal blocks of racks, none of which is broken by the end of a row.</summary>
/// <param name="Devices">Devices of the group in a block.</param>
/// <param name="Racks">From one block to the next.</param>
/// <param name="PerRow">Blocks in a row; 0 where rows are shorter than a block and blocks just follow each other.</param>
/// <param name="RowRacks">Racks in a row.</param>
public sealed record RackBlocks(int Devices, int Racks, int PerRow, int RowRacks)
{
    /// <summary>Racks from the first block to block <paramref name="block"/>.</summary>
    public int Rack(int block) => PerRow == 0 ? block * Racks : block / PerRow * RowRacks + block % PerRow * Racks;
}

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
    /// The length a cable needs between two racks: down from the tray to the lowest unit the group uses, along the trays and
    /// down again. One length per pair of racks and groups, so that an installer handles few.
    /// </summary>
    public int RoutedMm(int rackA, int lowestUnitA, int rackB, int lowestUnitB)
    {
        if (rackA == rackB) return SlackMm + Math.Max(DropMm(lowestUnitA), DropMm(lowestUnitB));
        var along = Math.Abs(rackA % PerRow - rackB % PerRow) * RackPitchMm;
        var across = Math.Abs(rackA / PerRow - rackB / PerRow) * RowPitchMm;
        return SlackMm + DropMm(lowestUnitA) + TrayAboveMm + along + across + TrayAboveMm + DropMm(lowestUnitB);
    }

    int DropMm(int unit) => (RackUnits - Math.Max(unit, 1) + 1) * UnitHundredthsMm / 100;
}
