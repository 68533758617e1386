namespace ClusterDsl.Artifacts.Drawings;

/// <summary>What joins two sites: each path from what it hangs at on the one side, over routers, multiplexers, amplifiers and fibre, to the other side.</summary>
sealed class InterconnectPanel : IPanel
{
    /// <summary>Paths that are drawn; those beyond are told by their number.</summary>
    const int MostPaths = 8;

    const double Margin = 16, Head = 50, BoxHeight = 44, RowGap = 26, Least = 34;

    readonly Plan _plan;
    readonly InterconnectPlan _line;
    readonly List<Bundle> _bundles;
    readonly List<Chain> _chains;

    public InterconnectPanel(Plan plan, InterconnectPlan line, double width)
    {
        (_plan, _line, Width) = (plan, line, width);
        _bundles = [.. plan.Bundles.Where(b => b.Fabric == line.Name && b.Links > 0)];
        _chains = [.. line.Paths.Take(MostPaths).Select(Chained)];
        Height = Head + _chains.Sum(c => c.Height) + (line.Paths.Count > MostPaths ? 20 : 0) + Margin;
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The groups of a path, column by column from the one site to the other, and the bundles between two columns.</summary>
    sealed record Chain(PathPlan Path, List<List<DeviceGroup>> Columns, List<Bundle> Bundles)
    {
        public double Height => 36 + Columns.Select(c => c.Count).DefaultIfEmpty(1).Max() * (BoxHeight + RowGap) - RowGap;
    }

    Chain Chained(PathPlan path)
    {
        var prefix = $"{_line.Name}/{path.Name}/";
        var bundles = _bundles.FindAll(b => b.A.Group.StartsWith(prefix, StringComparison.Ordinal) || b.B.Group.StartsWith(prefix, StringComparison.Ordinal));
        var groups = bundles.SelectMany(b => new[] { b.A.Group, b.B.Group }).Distinct().ToList();
        var depth = new Dictionary<string, int>();
        // From what it hangs at at the first site; where a carrier is between, on from its other end.
        foreach (var first in groups.OrderBy(g => Site(g) != _line.SiteA).ThenBy(g => g.StartsWith(prefix, StringComparison.Ordinal) == (Site(g) == _line.SiteA)).ThenBy(g => g.EndsWith("/router", StringComparison.Ordinal) != (Site(g) == _line.SiteA)))
            if (depth.TryAdd(first, depth.Count == 0 ? 0 : depth.Values.Max() + 1)) Walk(first);
        var columns = depth.GroupBy(d => d.Value).OrderBy(d => d.Key).Select(column => column.Select(d => _plan.Group(d.Key)).OrderBy(g => g.Id, StringComparer.Ordinal).ToList()).ToList();
        return new Chain(path, columns, bundles);

        void Walk(string first)
        {
            var open = new Queue<string>([first]);
            while (open.Count > 0)
            {
                var at = open.Dequeue();
                foreach (var next in bundles.Where(b => b.A.Group == at || b.B.Group == at).Select(b => b.A.Group == at ? b.B.Group : b.A.Group))
                    if (depth.TryAdd(next, depth[at] + 1)) open.Enqueue(next);
            }
        }
    }

    string? Site(string group) => _plan.Group(group).Placement?.Site ?? (group.Contains($"/{_line.SiteA}/") ? _line.SiteA : null);

    public void Draw(Svg svg)
    {
        svg.Rectangle("panel", 0, 0, Width, Height, 8);
        svg.Text("ink strong", Margin, 24, $"{_line.SiteA} – {_line.SiteB}", 16, most: Width - 2 * Margin);
        svg.Text("soft figure", Margin, 41, $"{_line.Name} · {Tera(_line.CapacityGbps)}, {Tera(_line.AfterLossGbps)} after the worst loss · {Milliseconds(_line.RoundTripNs)} there and back", 12, most: Width - 2 * Margin);
        var y = Head;
        foreach (var chain in _chains)
        {
            Draw(svg, chain, y);
            y += chain.Height;
        }
        if (_line.Paths.Count > MostPaths) svg.Text("soft", Margin, y + 14, $"and {PlanSummary.Count(_line.Paths.Count - MostPaths, "more path")}", 12);
    }

    void Draw(Svg svg, Chain chain, double y)
    {
        var path = chain.Path;
        svg.Text("ink strong", Margin, y + 16, path.Name, 12, most: 200);
        svg.Text("soft figure", Margin + Math.Min(200, Letters.Width(path.Name, 12)) + 12, y + 16,
            $"{path.Kind}{(path.IsProtected ? ", protected" : "")} · {Kilometres(path.LengthMm)} · {path.Wavelengths} × {path.WavelengthGbps}G · {Milliseconds(path.OneWayNs)} one way{(path.MarginHundredthsDb is { } margin ? FormattableString.Invariant($" · margin {margin / 100m:0.##} dB") : "")}", 12, most: Width - 250);
        if (chain.Columns.Count == 0) return;
        var pitch = (Width - 2 * Margin) / chain.Columns.Count;
        var width = Math.Min(150, pitch - Math.Max(Least, pitch * 0.36));
        var places = chain.Columns.SelectMany((column, c) => column.Select((group, r) => (group.Id, X: Margin + pitch * c + (pitch - width) / 2, Y: y + 26 + r * (BoxHeight + RowGap)))).ToDictionary(p => p.Id, p => (p.X, p.Y));
        foreach (var joint in chain.Bundles.Where(b => b.A.Group != b.B.Group).GroupBy(b => Ordered(places, b)))
        {
            var ((x1, y1), (x2, y2)) = (places[joint.Key.From], places[joint.Key.To]);
            var outside = joint.Where(b => b.OutsideMm > 0).ToList();
            var (x, top, count) = ((x1 + width + x2) / 2, Math.Min(y1, y2) + BoxHeight / 2, Math.Min(4, outside.Count > 0 ? joint.Count() : 1));
            using (svg.Group("links", $"{joint.Key.From} – {joint.Key.To}: {string.Join(", ", joint.Select(b => $"{LayerOverview.Number(b.Links)} × {b.SpeedGbps}G"))}"))
                for (var i = 0; i < count; i++)
                    svg.Path(outside.Count > 0 ? "plane1" : "link", $"M{x1 + width} {y1 + BoxHeight / 2 + (i - (count - 1) / 2.0) * 8}L{x2} {y2 + BoxHeight / 2 + (i - (count - 1) / 2.0) * 8}", 2);
            svg.Text("soft figure", x, top - 9, $"{LayerOverview.Number(joint.Sum(b => b.Links))} ×", 10, "middle");
            svg.Text("soft figure", x, top + 17, outside.Count > 0 ? Kilometres(outside.Max(b => b.OutsideMm)) : $"{joint.First().SpeedGbps}G", 10, "middle");
        }
        for (var c = 1; c < chain.Columns.Count; c++)
        {
            // Between two columns that no bundle joins lies what the carrier has.
            if (chain.Bundles.Any(b => chain.Columns[c].Any(g => g.Id == b.A.Group || g.Id == b.B.Group) && chain.Columns[c - 1].Any(g => g.Id == b.A.Group || g.Id == b.B.Group))) continue;
            var (from, to) = (places[chain.Columns[c - 1][0].Id], places[chain.Columns[c][0].Id]);
            svg.Path("plane1 apart", $"M{from.X + width} {from.Y + BoxHeight / 2}L{to.X} {to.Y + BoxHeight / 2}", 2);
        }
        foreach (var group in chain.Columns.SelectMany(c => c))
        {
            var (x, at) = places[group.Id];
            var title = group.Id[(group.Id.LastIndexOf('/') + 1)..];
            using (svg.Group("group", $"{group.Id}: {LayerOverview.Number(group.Count)} × {group.Model}"))
            {
                svg.Rectangle(group.Placement is null ? "frame apart" : "frame", x, at, width, BoxHeight, 6);
                svg.Text("ink strong", x + width / 2, at + 17, title, 11, "middle", width - 8);
                svg.Text("soft figure", x + width / 2, at + 33, $"{LayerOverview.Number(group.Count)} × {group.Model}", 10, "middle", width - 6);
            }
        }
    }

    static (string From, string To) Ordered(Dictionary<string, (double X, double Y)> places, Bundle bundle) =>
        places[bundle.A.Group].X <= places[bundle.B.Group].X ? (bundle.A.Group, bundle.B.Group) : (bundle.B.Group, bundle.A.Group);

    static string Tera(int gbps) => $"{LayerOverview.Decimal(gbps / 1000m)} Tb/s";

    static string Milliseconds(int ns) => $"{LayerOverview.Decimal(ns / 1_000_000m)} ms";

    static string Kilometres(int mm) => mm >= 1_000_000 ? $"{LayerOverview.Decimal(mm / 1_000_000m)} km" : $"{LayerOverview.Decimal(mm / 1_000m)} m";
}
