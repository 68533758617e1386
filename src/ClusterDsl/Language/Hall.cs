using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>A room of equal racks in rows.</summary>
public sealed partial class Hall : Declaration
{
    readonly HallDesign _design;

    internal Hall(HallDesign design) => _design = design;

    ClusterDesign Cluster => _design.Site.Cluster;

    /// <summary>How many racks there are. Left out, as many rows of twelve as the design needs.</summary>
    /// <param name="rows">1 to 1,024 (CDL1003).</param>
    /// <param name="perRow">1 to 1,024 (CDL1003). What does not fit is CDL4003.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Racks(int rows, int perRow, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line));
        var r = Cluster.Within(rows, 1, 1024, "the number of rows", at.Argument("rows"), out var rowsLegal);
        var p = Cluster.Within(perRow, 1, 1024, "the number of racks in a row", at.Argument("perRow"), out var perRowLegal);
        if (rowsLegal && perRowLegal) _design.Racks = (r, p, at);
        return this;
    }

    /// <summary>Distances between middles of racks and between rows. Left out: 0.6 m and 2.4 m.</summary>
    /// <param name="rack">From a rack to the next in its row: 1 mm to 10 km (CDL1003).</param>
    /// <param name="row">From a row to the next: 1 mm to 10 km (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Pitch(Length rack, Length row, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line));
        var racks = Cluster.Within(rack.Millimetres, 1, Limits.Millimetres, "the rack pitch in millimetres", at.Argument("rack"), out var racksLegal, "Metres");
        var rows = Cluster.Within(row.Millimetres, 1, Limits.Millimetres, "the row pitch in millimetres", at.Argument("row"), out var rowsLegal, "Metres");
        if (racksLegal) _design.RackPitchMm = racks;
        if (rowsLegal) _design.RowPitchMm = rows;
        return this;
    }

    /// <summary>The cable tray over the racks. Left out: 0.4 m.</summary>
    /// <param name="aboveRack">From the top of a rack to the tray: 0 to 10 km (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Tray(Length aboveRack, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var height = Cluster.Within(aboveRack.Millimetres, 0, Limits.Millimetres, "the tray's height in millimetres",
            Cluster.Once(_design, Origin.Here(file, line)).Argument("aboveRack"), out var legal, "Metres");
        if (legal) _design.TrayAboveMm = height;
        return this;
    }

    /// <summary>What one rack may draw; CDL4002 compares it with what stands in it. Left out, power is not checked.</summary>
    /// <param name="power">The limit of a rack: 1 W to 10 MW (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall RackPower(Power power, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line));
        var watts = Cluster.Within(power.Watts, 1, Limits.Watts, "the rack power in watts", at.Argument("power"), out var legal, "Watts");
        if (legal) _design.RackPower = (watts, at);
        return this;
    }

    /// <summary>Usable units of a rack; CDL4001 compares them with what stands in it. Left out: 48.</summary>
    /// <param name="units">1 to 60 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall RackUnits(int units, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var usable = Cluster.Within(units, 1, 60, "the units of a rack", Cluster.Once(_design, Origin.Here(file, line)).Argument("units"), out var legal);
        if (legal) _design.RackUnits = usable;
        return this;
    }

    /// <summary>Added to every routed length: both rack entries and a service loop. Left out: 2 m, which the plan lists among its assumptions.</summary>
    /// <param name="length">The slack of a cable: 0 to 100 m (CDL1003). What it adds counts against the reach (CDL3007); what the stock lengths add to it is CDL4016, where a project minds.</param>
    /// <param name="percent">More slack, in percent of the routed length: 0 to 100 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Slack(Length length, int percent = 0, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line));
        var slack = Cluster.Within(length.Millimetres, 0, 100_000, "the slack in millimetres", at.Argument("length"), out var legal, "Metres");
        var more = Cluster.Within(percent, 0, 100, "the slack in percent", at.Argument("percent"), out var percentLegal);
        if (legal && percentLegal) _design.Slack = (slack, more);
        return this;
    }

    /// <summary>A gap in each row after every so many racks: an aisle, a column, a containment door.</summary>
    /// <param name="every">Racks between two gaps, 1 to 1,024 (CDL1003).</param>
    /// <param name="width">How wide it is: 0 to 10 km (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall RackGap(int every, Length width, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (Gap(every, width, "racks", Cluster.Once(_design, Origin.Here(file, line))) is { } gap) _design.RackGap = gap;
        return this;
    }

    /// <summary>More room than the pitch after every so many rows: a corridor, or the wider of two aisles.</summary>
    /// <param name="every">Rows between two gaps, 1 to 1,024 (CDL1003).</param>
    /// <param name="width">What it adds to the pitch: 0 to 10 km (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall RowGap(int every, Length width, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (Gap(every, width, "rows", Cluster.Once(_design, Origin.Here(file, line))) is { } gap) _design.RowGap = gap;
        return this;
    }

    (int Every, int Mm)? Gap(int every, Length width, string what, Origin at)
    {
        var between = Cluster.Within(every, 1, 1_024, $"the {what} between two gaps", at.Argument("every"), out var everyLegal);
        var mm = Cluster.Within(width.Millimetres, 0, Limits.Millimetres, "the width of a gap in millimetres", at.Argument("width"), out var widthLegal, "Metres");
        return everyLegal && widthLegal ? (between, mm) : null;
    }

    /// <summary>Cables cross from row to row on trays over both ends of the rows and over every so many racks alone. Without this call they cross anywhere.</summary>
    /// <param name="everyRacks">From one tray to the next, counted from the first rack: 1 to 1,024 (CDL1003); left out, at the ends of the rows alone.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall CrossTrays(int? everyRacks = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line)).Argument("everyRacks");
        var every = Cluster.Within(everyRacks ?? 1_024, 1, 1_024, "the racks between two trays", at, out var legal);
        if (legal) _design.CrossTrayEvery = every;
        return this;
    }

    /// <summary>Racks kept for what is placed in <see cref="Place.NetworkRacks"/>. Said again, more of them. What does not fit is CDL4007.</summary>
    /// <param name="row">The row, from 1 to 1,024 (CDL1003).</param>
    /// <param name="rack">The first rack of them in the row, from 1 to 1,024 (CDL1003).</param>
    /// <param name="count">How many, 1 to 1,024 (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall NetworkRacks(int row, int rack, int count = 1, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Origin.Here(file, line);
        var r = Cluster.Within(row, 1, 1_024, "the row of the network racks", at.Argument("row"), out var rowLegal);
        var f = Cluster.Within(rack, 1, 1_024, "the first of the network racks", at.Argument("rack"), out var rackLegal);
        var n = Cluster.Within(count, 1, 1_024, "the number of network racks", at.Argument("count"), out var countLegal);
        if (rowLegal && rackLegal && countLegal) _design.NetworkRacks.Add((r, f, n, at));
        return this;
    }

    /// <summary>What may stand in one rack; CDL4005 compares it with what stands there. Left out, weight is not checked.</summary>
    /// <param name="weight">The limit of a rack: 1 kg to 10 t (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall RackWeight(Weight weight, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line));
        var grams = Cluster.Within(weight.Grams, 1_000, Limits.Grams, "the rack weight in grams", at.Argument("weight"), out var legal);
        if (legal) _design.RackWeight = (grams, at);
        return this;
    }

    /// <summary>The power feeds of each rack. What stands in a rack must run when one of them is lost (CDL4006), and of a pair not both by one feed (CDL4010).</summary>
    /// <param name="count">1 to 4 (CDL1003): 2 for a feed A and a feed B.</param>
    /// <param name="each">What one feed carries: 1 W to 10 MW (CDL1003).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Feeds(int count, Power each, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line));
        var n = Cluster.Within(count, 1, 4, "the number of feeds of a rack", at.Argument("count"), out var countLegal);
        var watts = Cluster.Within(each.Watts, 1, Limits.Watts, "the power of a feed in watts", at.Argument("each"), out var wattsLegal, "Watts");
        if (countLegal && wattsLegal) _design.Feeds = (n, watts, at);
        return this;
    }

    /// <summary>What the racks carry heat away with. Liquid-cooled devices in racks declared to have air alone are CDL4011; left out, that is not checked.</summary>
    /// <param name="cooling">Air alone, or coolant at each rack as well.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Cooling(Cooling cooling, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var at = Cluster.Once(_design, Origin.Here(file, line)).Argument("cooling");
        _design.Cooling = (cooling, at);
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _design.Site.Incomplete = true;
}
