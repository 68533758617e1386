using System.Text;

namespace ClusterDsl.Artifacts.Drawings;

/// <summary>A hall from above, to scale: its rows and racks, coloured by what stands in them, the trays with what lies on them, and the longest way of a cable.</summary>
sealed class HallPanel : IPanel
{
    /// <summary>Rows that are drawn: the first and the last ones in use. Those between are told by numbers.</summary>
    const int MostRows = 12;

    /// <summary>Racks of a row that are drawn one by one; in longer rows a box stands for several.</summary>
    const int MostBoxes = 240;

    /// <summary>How deep racks are drawn: no plan says it.</summary>
    const int RackDepthMm = 1_200;

    const double Margin = 16, Head = 66, Letters = 34, Aside = 70, Skipped = 58, Foot = 52, Note = 15, LeastRowPitch = 52, Closest = 0.065, Named = 26, Told = 36;

    readonly HallPlan _hall;
    readonly RackStock _stock;
    readonly TrayLoads _loads;
    readonly List<(int Row, double Y)> _rows = [];
    readonly List<(int First, int Last, double Y)> _gaps = [];
    readonly Dictionary<string, int> _racks;
    readonly int _lastRow;
    readonly (Bundle Bundle, int LengthMm, int RackA, int RackB)? _longest;
    readonly double _scale, _pitch;
    readonly List<string> _notes;

    public HallPanel(Plan plan, HallPlan hall, Installed installed, double room)
    {
        _hall = hall;
        _stock = new RackStock(plan, hall, installed);
        _loads = new TrayLoads(plan, hall, installed);
        _longest = Longest(plan, hall);
        _racks = Enumerable.Range(0, hall.Racks).GroupBy(_stock.Kind).ToDictionary(k => k.Key, k => k.Count());
        _lastRow = Enumerable.Range(0, hall.Rows).LastOrDefault(row => Enumerable.Range(row * hall.PerRow, hall.PerRow).Any(rack => _stock.Kind(rack) != "free"));

        var width = hall.PlaceMm(hall.PerRow - 1) + hall.RackPitchMm;
        _scale = Math.Min(Closest, (room - 2 * Margin - Letters - Aside) / width);
        _pitch = Math.Max(_scale, LeastRowPitch / hall.RowPitchMm);
        Width = Math.Min(room, Math.Max(600, 2 * Margin + Letters + Aside + width * _scale));
        _notes = [.. Notes()];
        Height = Rows() + Foot + Note * _notes.Count;
    }

    public double Width { get; }

    public double Height { get; }

    double Left => Margin + Letters;

    double RackWidth => _hall.RackPitchMm * _scale;

    double Depth => Math.Min(RackDepthMm, _hall.RowPitchMm * 0.5) * _pitch;

    /// <summary>Racks that one box stands for.</summary>
    int Each => (_hall.PerRow + MostBoxes - 1) / MostBoxes;

    double X(int place) => Left + _hall.PlaceMm(place) * _scale;

    /// <summary>Which rows are drawn and where; how far down they reach.</summary>
    double Rows()
    {
        var all = _lastRow + 1;
        var shown = Enumerable.Range(0, all).ToHashSet();
        if (all > MostRows)
        {
            shown = [.. Enumerable.Range(0, MostRows - 5), .. Enumerable.Range(all - 3, 3)];
            if (_longest is { } run) shown.UnionWith([run.RackA / _hall.PerRow, run.RackB / _hall.PerRow]);
        }
        var y = Head + 20;
        for (var row = 0; row < all; row++)
        {
            if (shown.Contains(row))
            {
                _rows.Add((row, y));
                y += Math.Max(LeastRowPitch, (_hall.RowMm(row + 1) - _hall.RowMm(row)) * _pitch);
                continue;
            }
            var first = row;
            while (!shown.Contains(row + 1)) row++;
            _gaps.Add((first, row, y - 8));
            y += Skipped;
        }
        return _rows[^1].Y + Depth + (all < _hall.Rows ? 24 : 8);
    }

    static (Bundle, int, int, int)? Longest(Plan plan, HallPlan hall)
    {
        bool IsHere(BundleEnd end) => plan.Group(end.Group).Placement is { } p && p.Site == hall.Site && p.Hall == hall.Name;
        return plan.Bundles.Where(b => b.Channel is null && IsHere(b.A) && IsHere(b.B)).Select(b => (Bundle: b, Run: plan.LongestRun(b))).Where(b => b.Run.RackA != b.Run.RackB)
            .OrderByDescending(b => b.Run.LengthMm).ThenBy(b => b.Bundle.Id, StringComparer.Ordinal).Select(b => ((Bundle, int, int, int)?)(b.Bundle, b.Run.LengthMm, b.Run.RackA, b.Run.RackB)).FirstOrDefault();
    }

    public void Draw(Svg svg)
    {
        svg.Rectangle("panel", 0, 0, Width, Height, 8);
        svg.Text("ink strong", Margin, 24, $"{_hall.Site} / {_hall.Name}", 16, most: Width - 2 * Margin);
        svg.Text("soft figure", Margin, 41, $"{PlanSummary.Count(_hall.Rows, "row")} of {PlanSummary.Count(_hall.PerRow, "rack")}, {LayerOverview.Number(_hall.Racks - _racks.GetValueOrDefault("free"))} in use · racks {Metres(_hall.RackPitchMm)}, rows {Metres(_hall.RowPitchMm)} apart, trays {Metres(_hall.TrayAboveMm)} above",
            12, most: Width - 2 * Margin);
        if (_hall.CrossTrayEvery > 0) CrossTrays(svg);
        Headings(svg);
        foreach (var (row, y) in _rows) DrawRow(svg, row, y);
        foreach (var (first, last, y) in _gaps) DrawGap(svg, first, last, y);
        if (_lastRow + 1 < _hall.Rows) svg.Text("soft figure", Left, _rows[^1].Y + Depth + 18, $"{PlanSummary.Count(_hall.Rows - _lastRow - 1, "more row")} of free racks", 11);
        if (_loads.IsCounted) foreach (var (row, y) in _rows) Tray(svg, row, y);
        if (_longest is { } run) Way(svg, run.LengthMm, run.RackA, run.RackB, run.Bundle);
        Legend(svg);
    }

    /// <summary>The numbers of the racks over the first row: every rack, or every fifth or tenth.</summary>
    void Headings(Svg svg)
    {
        var every = RackWidth >= 18 ? 1 : RackWidth >= 7 ? 5 : RackWidth >= 3 ? 10 : 50;
        for (var place = 0; place < _hall.PerRow; place++)
            if (place == 0 || (place + 1) % every == 0) svg.Text("soft figure", X(place) + RackWidth / 2, Head - 4, LayerOverview.Number(place + 1), 10, "middle");
    }

    void DrawRow(Svg svg, int row, double y)
    {
        var first = row * _hall.PerRow;
        svg.Text("ink strong", Left - 8, y + Depth / 2 + 4, _hall.RackName(first).TrimEnd("0123456789".ToCharArray()), 12, "end");
        var ticks = new StringBuilder();
        for (var place = 0; place < _hall.PerRow;)
        {
            // Racks with the same in them are one shape, as long as they stand side by side.
            var (kind, contents, next) = (_stock.Kind(first + place), Contents(first + place), place + Each);
            while (next < _hall.PerRow && IsBeside(next) && _stock.Kind(first + next) == kind && Contents(first + next) == contents) next += Each;
            next = Math.Min(next, _hall.PerRow);
            var name = next - place == 1 ? _hall.RackName(first + place) : $"{_hall.RackName(first + place)} – {_hall.RackName(first + next - 1)}";
            using (svg.Group("racks", $"{name}: {(contents.Length > 0 ? contents : "free")}{(next - place > 1 && contents.Length > 0 ? " in each" : "")}"))
                svg.Rectangle($"rack {kind}", X(place), y, X(next - 1) + RackWidth - X(place), Depth);
            for (var tick = place + Each; tick < next; tick += Each) ticks.Append(Svg.Figures($"M{X(tick)} {y}v{Depth}"));
            place = next;
        }
        if (RackWidth >= 3) svg.Outline("rack", ticks.ToString(), 1);
        if (RackWidth < Named) return;
        for (var place = 0; place < _hall.PerRow; place++)
        {
            svg.Text("ink figure", X(place) + RackWidth / 2, y + 12, _hall.RackName(first + place), Math.Min(10, RackWidth / 3.4), "middle");
            if (RackWidth < Told || Depth < 50) continue;
            var line = y + 25;
            foreach (var (what, count) in _stock.At(first + place).Take(4))
            {
                svg.Text("soft figure", X(place) + RackWidth / 2, line, $"{count} {Short(what)}", 8.5, "middle", RackWidth - 3);
                line += 10;
            }
        }
    }

    /// <summary>Whether no gap of the row is before a place.</summary>
    bool IsBeside(int place) => _hall.PlaceMm(place) - _hall.PlaceMm(place - 1) == _hall.RackPitchMm;

    string Contents(int rack) => string.Join(", ", _stock.At(rack).Select(c => $"{c.Count} {c.What}"));

    /// <summary>What a group is called among those of its hall.</summary>
    string Short(string group)
    {
        var name = group[(group.LastIndexOf('/') + 1)..];
        return name.StartsWith(_hall.Site + "-", StringComparison.Ordinal) ? name[(_hall.Site.Length + 1)..] : name;
    }

    void DrawGap(Svg svg, int first, int last, double y)
    {
        var racks = Enumerable.Range(first * _hall.PerRow, (last - first + 1) * _hall.PerRow).GroupBy(_stock.Kind).ToDictionary(k => k.Key, k => k.Count());
        var (from, to) = (_hall.RackName(first * _hall.PerRow), _hall.RackName((last + 1) * _hall.PerRow - 1));
        svg.Text("ink strong", Left, y + 14, "⋯", 14);
        svg.Text("soft figure", Left + 24, y + 14, $"{PlanSummary.Count(last - first + 1, "row")} not drawn, {from} to {to}: {string.Join(", ", RackStock.Kinds.Where(k => racks.ContainsKey(k.Kind)).Select(k => $"{LayerOverview.Number(racks[k.Kind])} {k.Name}"))}", 11, most: Width - Left - 40);
    }

    void CrossTrays(Svg svg)
    {
        var crossings = new StringBuilder();
        for (var place = 0; place < _hall.PerRow; place += Math.Max(_hall.CrossTrayEvery, Each)) crossings.Append(Svg.Figures($"M{X(place) + RackWidth / 2} {TrayY(_rows[0].Y)}V{_rows[^1].Y}"));
        crossings.Append(Svg.Figures($"M{X(_hall.PerRow - 1) + RackWidth / 2} {TrayY(_rows[0].Y)}V{_rows[^1].Y}"));
        using (svg.Group("trays", $"a tray crosses the rows over every {_hall.CrossTrayEvery} racks")) svg.Outline("tray", crossings.ToString(), 4);
    }

    static double TrayY(double row) => row - 7;

    static double Thick(long cables) => Math.Min(9, 1 + 0.9 * Math.Log2(1 + cables / 8.0));

    /// <summary>The tray over a row, as thick as what lies on it, and what goes on to the next row.</summary>
    void Tray(Svg svg, int row, double y)
    {
        double Middle(int place) => (X(Math.Min(place * _loads.RacksEach, _hall.PerRow - 1)) + X(Math.Min((place + 1) * _loads.RacksEach, _hall.PerRow) - 1) + RackWidth) / 2;
        var busiest = Enumerable.Range(0, Math.Max(1, _loads.Places - 1)).MaxBy(place => _loads.Along(row, place));
        for (var place = 0; place + 1 < _loads.Places;)
        {
            var (load, next) = (_loads.Along(row, place), place + 1);
            while (next + 1 < _loads.Places && _loads.Along(row, next) == load) next++;
            var (from, to) = (Middle(place), Middle(next));
            if (load > 0)
            {
                var text = LayerOverview.Number(load);
                using (svg.Group("trays", $"{PlanSummary.Count(load, "cable")} over {_hall.RackName(row * _hall.PerRow + place * _loads.RacksEach)} to {_hall.RackName(row * _hall.PerRow + Math.Min(next * _loads.RacksEach, _hall.PerRow - 1))}"))
                    svg.Path("tray", $"M{from} {TrayY(y)}H{to}", Thick(load));
                if (Drawings.Letters.Width(text, 9) + 4 < to - from || (busiest >= place && busiest < next)) svg.Text("soft figure", (from + to) / 2, TrayY(y) - 6, text, 9, "middle");
            }
            place = next;
        }
        if (_rows.Find(r => r.Row == row + 1) is not { Y: > 0 } below || _loads.Across(row) is not (> 0 and var across)) return;
        var x = X(_hall.PerRow - 1) + RackWidth + 14;
        using (svg.Group("trays", $"{PlanSummary.Count(across, "cable")} between rows {row + 1} and {row + 2}")) svg.Path("tray", $"M{x} {TrayY(y)}V{TrayY(below.Y)}", Thick(across));
        svg.Text("ink figure", x + 8, (TrayY(y) + TrayY(below.Y)) / 2 + 4, LayerOverview.Number(across), 11);
        svg.Text("soft", x + 8, (TrayY(y) + TrayY(below.Y)) / 2 + 16, "across", 9);
    }

    void Way(Svg svg, int lengthMm, int rackA, int rackB, Bundle bundle)
    {
        var (yA, yB) = (_rows.Find(r => r.Row == rackA / _hall.PerRow).Y, _rows.Find(r => r.Row == rackB / _hall.PerRow).Y);
        // Beside the names of the racks.
        double Beside(int rack) => X(rack % _hall.PerRow) + RackWidth * 0.12;
        var (xA, xB) = (Beside(rackA), Beside(rackB));
        var (across, offset) = (Beside(rackA / _hall.PerRow == rackB / _hall.PerRow ? rackB : Crossing(rackA % _hall.PerRow, rackB % _hall.PerRow)), -3.0);
        using (svg.Group("way", $"the longest way: {bundle.A.Group} in {_hall.RackName(rackA)} to {bundle.B.Group} in {_hall.RackName(rackB)}, {Metres(lengthMm)}"))
            svg.Path("way", $"M{xA} {yA + Depth - 8}V{TrayY(yA) + offset}H{across}V{TrayY(yB) + offset}H{xB}V{yB + Depth - 8}", 2);
    }

    /// <summary>The place over which a cable between two rows crosses: its upper end's, or the crossing tray nearest on its way.</summary>
    int Crossing(int a, int b)
    {
        if (_hall.CrossTrayEvery == 0) return b;
        var (left, right) = (Math.Min(a, b), Math.Max(a, b));
        var before = left / _hall.CrossTrayEvery * _hall.CrossTrayEvery;
        var behind = Math.Min(before + (before == left ? 0 : _hall.CrossTrayEvery), _hall.PerRow - 1);
        return behind <= right || _hall.PlaceMm(left) - _hall.PlaceMm(before) > _hall.PlaceMm(behind) - _hall.PlaceMm(right) ? behind : before;
    }

    void Legend(Svg svg)
    {
        var (x, y) = (Margin, Height - Note * _notes.Count - 32);
        foreach (var (kind, name) in RackStock.Kinds.Where(k => _racks.ContainsKey(k.Kind)))
        {
            var text = $"{name} ({LayerOverview.Number(_racks[kind])})";
            svg.Rectangle($"rack {kind}", x, y - 10, 12, 12, 2);
            svg.Text("soft figure", x + 16, y, text, 11);
            x += Drawings.Letters.Width(text, 11) + 30;
        }
        y += 22;
        var metres = new[] { 1, 2, 5, 10, 20, 50, 100 }.LastOrDefault(m => m * 1000 * _scale <= 150, 1);
        var bar = metres * 1000 * _scale;
        svg.Path("rule", $"M{Margin} {y - 8}v6h{bar}v-6", 1.5);
        svg.Text("soft figure", Margin + bar + 8, y, $"{metres} m", 11);
        foreach (var note in _notes)
        {
            svg.Text("soft figure", Margin + bar + 50, y, note, 11, most: Width - 2 * Margin - bar - 50);
            y += Note;
        }
    }

    IEnumerable<string> Notes()
    {
        if (_longest is { } run) yield return $"dashed: the longest way, {Metres(run.LengthMm)}: {run.Bundle.A.Group} in {_hall.RackName(run.RackA)} to {run.Bundle.B.Group} in {_hall.RackName(run.RackB)}";
        yield return _loads.IsCounted ? "on trays: cables, along the row of their lower end, then across" : "how many cables lie on the trays was not counted";
        if (_loads.Leaving > 0) yield return $"{PlanSummary.Count(_loads.Leaving, "cable")} to other halls, over the first rack of the first row";
        yield return $"racks are drawn {Metres(RackDepthMm)} deep at most; no plan says it" + (_pitch > _scale ? ", and rows farther apart than they are" : "") + (Each > 1 ? $"; a box is {Each} racks" : "");
    }

    static string Metres(int mm) => $"{LayerOverview.Decimal(mm / 1000m)} m";
}
