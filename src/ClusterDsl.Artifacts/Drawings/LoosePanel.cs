namespace ClusterDsl.Artifacts.Drawings;

/// <summary>What is in no network, told in words.</summary>
sealed class LoosePanel(Plan plan, double width) : IPanel
{
    /// <summary>Groups that are named; those beyond are told by their number.</summary>
    const int Most = 12;

    const double Margin = 16, Head = 34, Line = 18;

    readonly List<DeviceGroup> _groups = [.. Groups(plan)];

    public double Width { get; } = width;

    public double Height => Head + Line * Math.Min(_groups.Count, Most + 1) + Margin / 2;

    /// <summary>The groups that no cable leads to.</summary>
    public static IEnumerable<DeviceGroup> Groups(Plan plan)
    {
        var joined = plan.Bundles.SelectMany(b => new[] { b.A.Group, b.B.Group }).Concat(plan.Fabrics.SelectMany(f => f.Tiers).SelectMany(t => t.Groups)).ToHashSet();
        return plan.Groups.Where(g => g.Count > 0 && !joined.Contains(g.Id));
    }

    public void Draw(Svg svg)
    {
        svg.Rectangle("panel", 0, 0, Width, Height, 8);
        svg.Text("ink strong", Margin, 24, "in no network", 16);
        var y = Head + 12;
        foreach (var group in _groups.Take(Most))
        {
            var text = $"{group.Id}: {LayerOverview.Number(group.Count)} × {group.Model}";
            using (svg.Group("group", text)) svg.Text("soft figure", Margin, y, text, 12, most: Width - 2 * Margin);
            y += Line;
        }
        if (_groups.Count > Most) svg.Text("soft", Margin, y, $"and {PlanSummary.Count(_groups.Count - Most, "more group")}", 12);
    }
}
