namespace ClusterDsl.Artifacts.Drawings;

/// <summary>The halls of a plan from above.</summary>
static class FloorDrawing
{
    /// <summary>What its ids begin with.</summary>
    public const string Id = "floor";

    const double Width = 1280, Margin = 20, Gap = 16, Head = 64;

    /// <summary>Whether there is a hall to draw.</summary>
    public static bool IsFor(Plan plan) => plan.Halls.Any(h => h.Racks > 0);

    /// <summary>Writes it as one <c>svg</c> element.</summary>
    public static void Write(Plan plan, TextWriter output)
    {
        var installed = Installed.Of(plan);
        var placed = new List<(double X, double Y, HallPanel Panel)>();
        var (x, y, height) = (Margin, Head, 0.0);
        foreach (var hall in plan.Halls.Where(h => h.Racks > 0))
        {
            var panel = new HallPanel(plan, hall, installed, Width - 2 * Margin);
            if (x > Margin && x + panel.Width > Width - Margin) (x, y, height) = (Margin, y + height + Gap, 0);
            placed.Add((x, y, panel));
            (x, height) = (x + panel.Width + Gap, Math.Max(height, panel.Height));
        }
        using var svg = new Svg(output, Id, Width, y + height + Margin, $"Floor plan of {plan.Name}",
            string.Join(" ", plan.Halls.Select(h => $"Hall {h.Name} of {h.Site}: {PlanSummary.Count(h.Rows, "row")} of {PlanSummary.Count(h.PerRow, "rack")}.")));
        svg.Text("ink strong", Margin, 32, plan.Name, 20, most: Width - 2 * Margin);
        svg.Text("soft figure", Margin, 51, $"{PlanSummary.Count(plan.Halls.Count, "hall")} · {PlanSummary.Count(Racks.Used(plan).Sum(run => (long)run.Count), "rack")} in use · {PlanSummary.Count(plan.Cables, "cable")}", 12);
        foreach (var (at, top, panel) in placed)
            using (svg.At(at, top)) panel.Draw(svg);
    }
}
