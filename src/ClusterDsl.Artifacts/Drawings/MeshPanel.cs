using System.Text;

namespace ClusterDsl.Artifacts.Drawings;

/// <summary>A fabric whose switches are joined to each other: its cells round, a chord for each two that are joined. What is within a cell is told by numbers.</summary>
sealed class MeshPanel : IPanel
{
    const double Margin = 16, Head = 50, CellWidth = 112, Line = 15;

    readonly FabricChart _chart;
    readonly string _summary;
    readonly List<GroupBox> _tiers;
    readonly List<int> _cells;
    readonly int _count;
    readonly double _cellHeight;

    public MeshPanel(Plan plan, FabricChart chart, double width)
    {
        (_chart, Width) = (chart, width);
        _summary = PlanSummary.Fabric(plan, chart.Fabric);
        _tiers = [.. chart.Boxes.Where(b => b.IsTier).OrderBy(b => b.Level)];
        _count = _tiers.Max(t => t.Parts.Count);
        var most = width > 900 ? 24 : 12;
        _cells = _count <= most ? [.. Enumerable.Range(0, _count)] : [.. Enumerable.Range(0, most - 2), -1, _count - 1];
        Contents = [.. _cells.Select(cell => cell < 0 ? [] : ContentsOf(cell).ToList())];
        _cellHeight = 22 + Line * Contents.Max(c => c.Count);
        RingHeight = _cells.Count < 4 ? 260 : _cells.Count <= 12 ? 460 : Math.Max(700, _cells.Count * _cellHeight / 2.4);
        Height = Head + RingHeight + _cellHeight + Lines().Count() * 18 + 3 * Margin;
    }

    public double Width { get; }

    public double Height { get; }

    double RingHeight { get; }

    /// <summary>What stands in each cell that is drawn.</summary>
    List<List<string>> Contents { get; }

    IEnumerable<string> ContentsOf(int cell)
    {
        foreach (var tier in _tiers.Where(t => t.Parts.Count == _count)) yield return PlanSummary.Count(tier.Parts.At(cell).Count, _chart.Fabric.Called(tier.Groups[0].Role));
        foreach (var joint in _chart.Joints.Where(j => !j.Lower.IsTier && j.Upper.IsTier && j.Upper.Parts.Count == _count))
            if (joint.Between(new DeviceRun(0, joint.Lower.Count - 1), joint.Upper.Parts.At(cell)) is { Links: > 0 } span)
                yield return $"{LayerOverview.Number(span.A.Count)} {joint.Lower.Title}";
    }

    /// <summary>What is said of the links under the ring: each two groups that are joined.</summary>
    IEnumerable<string> Lines()
    {
        foreach (var joint in _chart.Joints.Where(j => j.Lower != j.Upper)) yield return $"{joint.Lower.Title} ({joint.Lower.Subtitle}) – {joint.Upper.Title} ({joint.Upper.Subtitle}): {joint.Text}{Ratio(joint.Lower)}";
        foreach (var joint in _chart.Among) yield return $"{joint.Upper.Title} – {joint.Upper.Title}: {joint.Text}{Ratio(joint.Lower)}{Each(joint)}";
    }

    string Ratio(GroupBox box) => box.IsTier && _chart.Ratio(box) is { Length: > 0 } ratio ? $", {ratio}" : "";

    /// <summary>How many links lead from cell to cell, where that is the same for all that are drawn.</summary>
    string Each(Joint joint)
    {
        if (joint.Upper.Parts.Count != _count) return "";
        var counts = Pairs().Select(pair => Links(joint, pair.First, pair.Second)).Where(n => n > 0).Distinct().ToList();
        return counts.Count == 1 ? $", {LayerOverview.Number(counts[0])} between each two cells that are joined" : "";
    }

    IEnumerable<(int First, int Second)> Pairs() => from a in _cells from b in _cells where a >= 0 && a < b select (a, b);

    static long Links(Joint joint, int a, int b) =>
        joint.Between(joint.Upper.Parts.At(a), joint.Upper.Parts.At(b)).Links + joint.Between(joint.Upper.Parts.At(b), joint.Upper.Parts.At(a)).Links;

    public void Draw(Svg svg)
    {
        svg.Rectangle("panel", 0, 0, Width, Height, 8);
        svg.Text("ink strong", Margin, 24, _chart.Fabric.Name, 16, most: Width - 2 * Margin);
        svg.Text("soft figure", Margin, 41, $"{_chart.Fabric.Protocol} · {_summary}", 12, most: Width - 2 * Margin);
        var places = _cells.Select((_, i) => Place(i)).ToList();
        var chords = new StringBuilder();
        foreach (var (a, b) in Pairs())
            if (_chart.Among.Any(j => j.Upper.Parts.Count == _count && Links(j, a, b) > 0))
            {
                var ((x1, y1), (x2, y2)) = (places[_cells.IndexOf(a)], places[_cells.IndexOf(b)]);
                chords.Append(Svg.Figures($"M{x1} {y1}L{x2} {y2}"));
            }
        using (svg.Group("links", string.Join("; ", _chart.Among.Select(j => $"{j.Upper.Title} – {j.Upper.Title}: {j.Text}")))) svg.Outline("link", chords.ToString(), 0.7);
        for (var i = 0; i < _cells.Count; i++) DrawCell(svg, places[i], _cells[i], Contents[i]);
        var y = Height - Margin - (Lines().Count() - 1) * 18;
        foreach (var line in Lines())
        {
            using (svg.Group("group", line)) svg.Text("ink figure", Margin, y, line, 12, most: Width - 2 * Margin);
            y += 18;
        }
    }

    (double X, double Y) Place(int i)
    {
        var angle = 2 * Math.PI * i / _cells.Count - Math.PI / 2;
        return (Width / 2 + (Width / 2 - Margin - CellWidth / 2) * Math.Cos(angle), Head + Margin + _cellHeight / 2 + RingHeight / 2 + RingHeight / 2 * Math.Sin(angle));
    }

    void DrawCell(Svg svg, (double X, double Y) at, int cell, List<string> contents)
    {
        if (cell < 0)
        {
            svg.Text("ink strong", at.X, at.Y - 4, "⋯", 16, "middle");
            svg.Text("soft figure", at.X, at.Y + 12, $"{LayerOverview.Number(_count - _cells.Count + 1)} more", 11, "middle");
            return;
        }
        var name = _tiers.First(t => t.Parts.Count == _count).Parts.Name(cell);
        var (x, y, height) = (at.X - CellWidth / 2, at.Y - _cellHeight / 2, 22 + Line * contents.Count);
        using (svg.Group("group", $"{name}: {string.Join(", ", contents)}"))
        {
            svg.Rectangle("frame", x, y, CellWidth, height, 6);
            svg.Text("ink strong", at.X, y + 15, name, 12, "middle", CellWidth - 8);
            for (var i = 0; i < contents.Count; i++) svg.Text("soft figure", at.X, y + 29 + i * Line, contents[i], 11, "middle", CellWidth - 8);
        }
    }
}
