namespace ClusterDsl.Artifacts.Drawings;

/// <summary>A group of devices as it is drawn: a frame with its parts side by side, and in each a few of its devices.</summary>
sealed class GroupBox(Plan plan, FabricPlan fabric, int level, IReadOnlyList<DeviceGroup> groups)
{
    const double Inset = 8, Caption = 15, Between = 8, Gap = 44;

    public const double Head = 34;

    public IReadOnlyList<DeviceGroup> Groups { get; } = groups;

    public int Level { get; } = level;

    public int Count { get; } = groups.Sum(g => g.Count);

    /// <summary>Whether it is one of the fabric's own tiers.</summary>
    public bool IsTier { get; } = fabric.Tiers.Any(t => t.Groups.Contains(groups[0].Id));

    public bool IsSwitch { get; } = plan.Fabrics.Any(f => f.Tiers.Any(t => t.Groups.Contains(groups[0].Id)));

    public DeviceParts Parts { get; set; } = DeviceParts.Whole(groups.Sum(g => g.Count));

    /// <summary>The parts that are drawn, in order; where one is left out, those up to the next are told by their number.</summary>
    public IReadOnlyList<int> Shown { get; set; } = [0];

    /// <summary>What it is.</summary>
    public string Title { get; } = groups.Count > 1 ? $"{LayerOverview.Number(groups.Count)} more groups"
        : fabric.Tiers.FirstOrDefault(t => t.Groups.Contains(groups[0].Id)) is { } tier && fabric.Called(tier.Role) != tier.Role ? fabric.Called(tier.Role)
        : groups[0].Id.StartsWith(fabric.Name + "/", StringComparison.Ordinal) ? groups[0].Id[(fabric.Name.Length + 1)..] : groups[0].Id;

    /// <summary>How many of what.</summary>
    public string Subtitle { get; } = groups.Count > 1 ? $"{LayerOverview.Number(groups.Sum(g => (long)g.Count))} devices"
        : $"{LayerOverview.Number(groups[0].Count)} × {groups[0].Model}"
            + (plan.Model(groups[0]).Gpus is > 0 and var gpus ? $" · {PlanSummary.Count((long)groups[0].Count * gpus, "GPU")}" : "");

    public double X { get; set; }

    public double Y { get; set; }

    public double PartWidth { get; set; }

    public double Middle => X + Width / 2;

    public double Bottom => Y + Height;

    /// <summary>As wide as what is in it, and as its title where there is not much in it.</summary>
    public double Width => Math.Max(Math.Max(Inside, LeastWidth), Math.Min(220, Math.Max(Letters.Width(Title, 12), Letters.Width(Subtitle, 11)) + 2 * Inset));

    /// <summary>What the label of its links asks for.</summary>
    public double LeastWidth { get; set; }

    double Inside => 2 * Inset + Shown.Count * PartWidth + (Shown.Count - 1) * Between + Gaps * (Gap - Between);

    int Gaps => Shown.Zip(Shown.Skip(1)).Count(pair => pair.Second > pair.First + 1);

    public double Height => Head + Rows * Glyphs.RowHeight(IsSwitch) + 8 + (HasCaptions ? Caption : 0) + Inset;

    bool HasCaptions => Parts.Count > 1;

    int Rows => Glyphs.Rows(Largest, this);

    public bool IsWhole => Parts.Count == 1;

    public int Largest => Parts.At(0).Count;

    /// <summary>The width that its parts ask for.</summary>
    public double WishedPartWidth => Math.Max(IsWhole ? 0 : 64, Glyphs.Width(Largest, this) + 12);

    /// <summary>How wide it would be with so many parts of a width, a gap among them where that is not all.</summary>
    public double WidthOf(int parts, double partWidth) => 2 * Inset + parts * partWidth + (parts - 1) * Between + (parts < Parts.Count ? Gap - Between : 0);

    /// <summary>Where a part begins that is drawn in this place.</summary>
    public double PartX(int place) =>
        X + (Width - Inside) / 2 + Inset + place * (PartWidth + Between) + Shown.Take(place + 1).Zip(Shown.Skip(1).Take(place)).Count(pair => pair.Second > pair.First + 1) * (Gap - Between);

    public double PartMiddle(int place) => PartX(place) + PartWidth / 2;

    /// <summary>The devices of a part that are drawn, and where.</summary>
    public IEnumerable<(int Device, double X, double Y)> Devices(int place) =>
        Glyphs.Places(Parts.At(Shown[place]), this).Select(g => (g.Device, PartMiddle(place) + g.X, Y + Head + 4 + g.Y));

    public void DrawFrame(Svg svg)
    {
        svg.Rectangle(IsTier || Level == 0 ? "frame" : "frame apart", X, Y, Width, Height, 6);
        svg.Text("ink strong", X + Inset, Y + 15, Title, 12, most: Width - 2 * Inset);
        svg.Text("soft figure", X + Inset, Y + 28, Subtitle, 11, most: Width - 2 * Inset);
        for (var place = 0; place < Shown.Count; place++)
        {
            var part = Parts.At(Shown[place]);
            if (!IsWhole) svg.Rectangle("section", PartX(place), Y + Head, PartWidth, Height - Head - Inset, 4);
            if (HasCaptions) svg.Text("soft figure", PartMiddle(place), Bottom - Inset - 4, CaptionOf(Shown[place], part), 10, "middle", PartWidth - 4);
            if (place > 0 && Shown[place] > Shown[place - 1] + 1)
            {
                var middle = (PartX(place - 1) + PartWidth + PartX(place)) / 2;
                svg.Text("ink strong", middle, Y + Head + 14, "⋯", 14, "middle");
                svg.Text("soft figure", middle, Y + Head + 28, $"{LayerOverview.Number(Shown[place] - Shown[place - 1] - 1)}", 10, "middle");
                svg.Text("soft", middle, Y + Head + 39, "more", 10, "middle");
            }
        }
    }

    string CaptionOf(int part, DeviceRun run)
    {
        var count = LayerOverview.Number(run.Count);
        return Parts.Name(part) is { Length: > 0 } name ? $"{name} · {count}" : count;
    }
}
