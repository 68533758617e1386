using System.ComponentModel;
using System.Runtime.CompilerServices;
using ClusterDsl.Language;
using ClusterDsl.Model;

namespace ClusterDsl;

/// <summary>A room of equal racks in rows.</summary>
public sealed class Hall : Declaration
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

    /// <summary>Added to every routed length: both rack entries and a service loop. Left out: 2 m.</summary>
    /// <param name="length">The slack of a cable: 0 to 100 m (CDL1003). What it adds counts against the reach (CDL3007).</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Hall Slack(Length length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var slack = Cluster.Within(length.Millimetres, 0, 100_000, "the slack in millimetres", Cluster.Once(_design, Origin.Here(file, line)).Argument("length"), out var legal, "Metres");
        if (legal) _design.SlackMm = slack;
        return this;
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override void MarkIncomplete() => _design.Site.Incomplete = true;
}
