namespace ClusterDsl.Artifacts.Drawings;

/// <summary>A fabric by tier: nodes below, switches above them, one line for what is bundled, its count beside it.</summary>
sealed class FabricPanel : IPanel
{
    const double Margin = 16, Head = 50, Band = 104, RowGap = 46, Beside = 22, Legend = 26;

    readonly FabricChart _chart;
    readonly Hues _hues;
    readonly string _summary;
    readonly List<List<GroupBox>> _rows = [];
    readonly Dictionary<GroupBox, List<string>> _labels;

    public FabricPanel(Plan plan, FabricChart chart, double width)
    {
        (_chart, Width) = (chart, width);
        _hues = new Hues(chart);
        _summary = PlanSummary.Fabric(plan, chart.Fabric);
        _labels = chart.Boxes.ToDictionary(box => box, box => chart.Joints.Where(j => j.Lower == box).Select(Label).ToList());
        foreach (var box in chart.Boxes) box.LeastWidth = _labels[box].Select(l => Letters.Width(l, 11) + 20).DefaultIfEmpty(0).Max();
        Divide();
        foreach (var level in chart.Boxes.GroupBy(b => b.Level).OrderByDescending(l => l.Key)) _rows.AddRange(Wrapped([.. level]));
        Place();
    }

    public double Width { get; }

    public double Height { get; private set; }

    double Room => Width - 2 * Margin;

    /// <summary>"1,016 × 400G · 8 each · 1:1".</summary>
    string Label(Joint joint)
    {
        var each = joint.Links % joint.Lower.Count == 0 && joint.Lower.Count > 1 && joint.Lower != joint.Upper ? $" · {LayerOverview.Number(joint.Links / joint.Lower.Count)} each" : "";
        var ratio = joint.Upper.Level > joint.Lower.Level && joint.Lower.IsTier && _chart.Ratio(joint.Lower) is { Length: > 0 } of ? $" · {of}" : "";
        var several = joint.Upper == joint.Lower ? "among themselves: " : _chart.Joints.Count(j => j.Lower == joint.Lower) > 1 ? $"{joint.Upper.Title}: " : "";
        return several + joint.Text + each + ratio;
    }

    /// <summary>How many parts of each group are drawn, and how wide: those that stand under each other alike.</summary>
    void Divide()
    {
        foreach (var box in _chart.Boxes.Where(b => b.Parts.Count == 1)) box.PartWidth = Math.Min(box.WishedPartWidth, Room - 32);
        foreach (var family in _chart.Boxes.Where(b => b.Parts.Count > 1).GroupBy(Root))
        {
            var width = Math.Min(family.Max(b => b.WishedPartWidth), Room - 32);
            var room = family.Min(RoomFor);
            var parts = family.Key.Parts.Count;
            var shown = parts <= MostParts && family.Key.WidthOf(parts, width) <= room ? parts
                : Enumerable.Range(2, MostParts - 1).LastOrDefault(n => n < parts && family.Key.WidthOf(n, width) <= room, 1);
            foreach (var box in family)
            {
                box.PartWidth = width;
                box.Shown = shown == parts ? [.. Enumerable.Range(0, parts)] : shown == 1 ? [0] : [.. Enumerable.Range(0, shown - 1), parts - 1];
            }
        }

        double RoomFor(GroupBox box)
        {
            var level = _chart.Boxes.Where(b => b.Level == box.Level).ToList();
            var families = level.Where(b => b.Parts.Count > 1).Select(Root).Distinct().Count();
            // What is left beside the others of its row, but a half at least: others may stand in a row of their own.
            return Math.Max(Room / 2, Room - level.Where(b => b.Parts.Count == 1).Sum(b => b.Width + Beside)) / families;
        }
    }

    const int MostParts = 12;

    static GroupBox Root(GroupBox box) => box.Parts.Above is { } above ? Root(above) : box;

    IEnumerable<List<GroupBox>> Wrapped(List<GroupBox> level)
    {
        var row = new List<GroupBox>();
        foreach (var box in level)
        {
            if (row.Count > 0 && row.Sum(b => b.Width + Beside) + box.Width > Room)
            {
                yield return row;
                row = [];
            }
            row.Add(box);
        }
        yield return row;
    }

    void Place()
    {
        var y = Head;
        for (var r = 0; r < _rows.Count; r++)
        {
            if (r > 0) y += _rows[r][0].Level == _rows[r - 1][0].Level ? RowGap : Band;
            foreach (var box in _rows[r]) box.Y = y;
            y += _rows[r].Max(b => b.Height);
        }
        Height = y + Margin + (HasLegend ? Legend : 0);

        // The widest row stands in the middle; the others, row by row away from it, under or over what they are joined to.
        var widest = Enumerable.Range(0, _rows.Count).MaxBy(r => _rows[r].Sum(b => b.Width + Beside));
        var placed = new HashSet<GroupBox>();
        foreach (var r in Enumerable.Range(0, _rows.Count).OrderBy(r => Math.Abs(r - widest)))
        {
            var wished = _rows[r].ToDictionary(b => b, b => Wished(b, placed));
            if (r != widest) _rows[r] = [.. _rows[r].OrderBy(b => wished[b])];
            var (x, total) = (Margin, _rows[r].Sum(b => b.Width) + (_rows[r].Count - 1) * Beside);
            if (r == widest) x = Margin + (Room - total) / 2;
            var left = total;
            foreach (var box in _rows[r])
            {
                // As near to where it belongs as those before it and the room for those behind it let it.
                box.X = r == widest ? x : Math.Max(x, Math.Min(wished[box] - box.Width / 2, Margin + Room - left));
                x = box.X + box.Width + Beside;
                left -= box.Width + Beside;
                placed.Add(box);
            }
        }
    }

    double Wished(GroupBox box, HashSet<GroupBox> placed)
    {
        var joined = _chart.Joints.Where(j => j.Lower == box || j.Upper == box).Select(j => (Box: j.Lower == box ? j.Upper : j.Lower, Links: (double)j.Links)).Where(j => placed.Contains(j.Box)).ToList();
        return joined.Count == 0 ? Width / 2 : joined.Sum(j => j.Box.Middle * j.Links) / joined.Sum(j => j.Links);
    }

    public void Draw(Svg svg)
    {
        svg.Rectangle("panel", 0, 0, Width, Height, 8);
        svg.Text("ink strong", Margin, 24, _chart.Fabric.Name, 16, most: Room);
        svg.Text("soft figure", Margin, 41, $"{_chart.Fabric.Protocol} · {_summary}", 12, most: Room);
        foreach (var joint in _chart.Joints.OrderByDescending(j => j.Upper.Level - j.Lower.Level))
            using (svg.Group("links", $"{joint.Lower.Title} – {joint.Upper.Title}: {joint.Text}"))
                new JointLines(joint, _hues).Draw(svg);
        foreach (var box in _chart.Boxes)
            using (svg.Group("group", $"{box.Title}: {box.Subtitle}"))
            {
                box.DrawFrame(svg);
                Devices(svg, box);
            }
        foreach (var box in _chart.Boxes) Pill(svg, box, _labels[box]);
        if (HasLegend) DrawLegend(svg);
    }

    void Devices(Svg svg, GroupBox box)
    {
        for (var place = 0; place < box.Shown.Count; place++)
        {
            foreach (var (device, x, y) in box.Devices(place))
            {
                if (!box.IsSwitch)
                {
                    svg.Rectangle("node", x, y, Glyphs.NodeWidth, Glyphs.NodeHeight, 3);
                    continue;
                }
                int? rail = _hues.Rail(box, device), plane = _hues.Plane(box, device);
                svg.Rectangle(rail is { } r ? $"rail{r % Style.Hues}" : plane is { } p ? $"plane{p % Style.Hues}" : "switch", x, y, Glyphs.SwitchSize, Glyphs.SwitchSize, 2);
                if (rail is not null && plane is { } bar) svg.Rectangle($"plane{bar % Style.Hues}", x, y, Glyphs.SwitchSize, 5, 2);
            }
            if (Glyphs.Dots(box.Parts.At(box.Shown[place]), box) is { } dots) svg.Text("soft", box.PartMiddle(place) + dots, box.Y + GroupBox.Head + 15, "⋯", 13, "middle");
        }
    }

    static void Pill(Svg svg, GroupBox box, List<string> lines)
    {
        if (lines.Count == 0) return;
        var (width, height) = (lines.Max(l => Letters.Width(l, 11)) + 14, lines.Count * 14 + 6);
        var y = Math.Max(box.Y - 34 - height / 2.0, box.Y - 40);
        svg.Rectangle("pill", box.Middle - width / 2, y, width, height, 9);
        for (var i = 0; i < lines.Count; i++) svg.Text("ink figure", box.Middle, y + 14 + i * 14, lines[i], 11, "middle");
    }

    IEnumerable<(string Kind, string Name)> Swatches()
    {
        var rails = _chart.Boxes.Select(_hues.Rails).DefaultIfEmpty().Max();
        for (var rail = 0; rail < Math.Min(rails, Style.Hues); rail++) yield return ($"rail{rail}", $"rail {rail + 1}{(rail + Style.Hues < rails ? ", and each eighth on" : "")}");
        if (_hues.Planes is { } planes)
            for (var plane = 0; plane < Math.Min(planes.Parts.Count, Style.Hues); plane++) yield return ($"plane{plane}", planes.Parts.Name(plane) is { Length: > 0 } name ? name : $"part {plane + 1}");
    }

    bool HasLegend => Swatches().Any();

    void DrawLegend(Svg svg)
    {
        var x = Margin;
        foreach (var (kind, name) in Swatches())
        {
            var width = Letters.Width(name, 11) + 32;
            if (x + width > Width - Margin) break;
            svg.Rectangle(kind, x, Height - Margin - 10, 12, 12, 2);
            svg.Text("soft", x + 17, Height - Margin, name, 11);
            x += width;
        }
    }
}

/// <summary>A part of a page that knows its size.</summary>
interface IPanel
{
    double Width { get; }

    double Height { get; }

    /// <summary>Draws it from the origin.</summary>
    void Draw(Svg svg);
}
