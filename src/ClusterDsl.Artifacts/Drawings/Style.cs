using System.Text;

namespace ClusterDsl.Artifacts.Drawings;

/// <summary>
/// The colours of drawings, by day and by night. Every rule begins with the drawing's id, so that it says nothing of the page around it; colours are
/// written out, because not every viewer knows variables.
/// </summary>
static class Style
{
    /// <summary>How many colours there are for rails and for planes; those beyond begin again.</summary>
    public const int Hues = 8;

    static readonly string[] Rails = ["#2f7ed8", "#e07b28", "#2a9d6f", "#c2378e", "#7a5cd0", "#b58a00", "#1199ad", "#c0392b"];
    static readonly string[] RailsByNight = ["#6aa9f0", "#f0a25e", "#5cc79b", "#e678bd", "#a892ea", "#dcb63c", "#4fc4d6", "#ec7468"];
    static readonly string[] Planes = ["#0b4f8a", "#9c4a00", "#0f6b4a", "#7d1d5b", "#48309a", "#6e5300", "#07606d", "#7c1f15"];
    static readonly string[] PlanesByNight = ["#9cc9ff", "#ffc48f", "#93e6c3", "#ffa9dc", "#cabaff", "#f4d97c", "#8ce6f2", "#ffa79e"];

    static readonly (string Kinds, string Property, string Day, string Night)[] Colours =
    [
        ("paper", "fill", "#ffffff", "#14181f"),
        ("panel", "fill", "#f7f8fa", "#1b212a"), ("panel", "stroke", "#d5dae1", "#323b47"),
        ("frame", "fill", "#ffffff", "#222a35"), ("frame", "stroke", "#b9c1cc", "#465263"),
        ("section", "fill", "#eef1f5", "#2b3542"), ("section", "stroke", "#cfd6df", "#465263"),
        ("pill", "fill", "#ffffff", "#14181f"), ("pill", "stroke", "#c4ccd6", "#3b4757"),
        ("node", "fill", "#8a96a6", "#8794a6"), ("switch", "fill", "#4d5b6d", "#a3b1c2"), ("other", "fill", "#b0a58f", "#8f8670"),
        ("ink", "fill", "#1c232c", "#e8edf3"), ("soft", "fill", "#56616f", "#a8b4c2"), ("over", "fill", "#ffffff", "#10141a"),
        ("link", "stroke", "#7d8998", "#7f8c9d"), ("tray", "stroke", "#a9b4c2", "#4b586a"), ("way", "stroke", "#d12f2f", "#ff7d72"), ("rule", "stroke", "#56616f", "#a8b4c2"),
        ("rack", "stroke", "#ffffff", "#14181f"), ("free", "fill", "#e4e8ed", "#28303b"), ("nodes", "fill", "#8fb4dd", "#3f6796"), ("leaves", "fill", "#f0b04f", "#b9791a"),
        ("mixed", "fill", "#9fc3a0", "#4c7d51"), ("spines", "fill", "#d97a6c", "#a94a3d"), ("network", "fill", "#b398d6", "#74569c"), ("panels", "fill", "#9aa3ad", "#77818d"),
        ("others", "fill", "#cfc39f", "#867a55"),
    ];

    /// <summary>The rules of a drawing with this id.</summary>
    public static string Of(string id)
    {
        var css = new StringBuilder("\n");
        css.Append($"#{id}{{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"DejaVu Sans\",Arial,sans-serif;max-width:100%;height:auto}}\n");
        css.Append($"#{id} path{{fill:none}}\n#{id} .strong{{font-weight:600}}\n#{id} .figure{{font-variant-numeric:tabular-nums}}\n");
        css.Append($"#{id} .link,#{id} .tray,#{id} .way{{stroke-linecap:round;stroke-opacity:.75}}\n#{id} .way{{stroke-dasharray:7 4;stroke-opacity:1}}\n#{id} .apart{{stroke-dasharray:5 4}}\n");
        foreach (var (kind, property, day, _) in Colours) css.Append($"#{id} .{kind}{{{property}:{day}}}\n");
        Hued(Rails, "rail");
        Hued(Planes, "plane");
        css.Append("@media (prefers-color-scheme:dark){\n");
        foreach (var (kind, property, _, night) in Colours) css.Append($"#{id} .{kind}{{{property}:{night}}}\n");
        Hued(RailsByNight, "rail");
        Hued(PlanesByNight, "plane");
        return css.Append("}\n").ToString();

        // A hue is the stroke of a line and the filling of a shape.
        void Hued(string[] colours, string kind)
        {
            for (var i = 0; i < colours.Length; i++)
                css.Append($"#{id} path.{kind}{i}{{stroke:{colours[i]}}}#{id} rect.{kind}{i}{{fill:{colours[i]}}}\n");
        }
    }
}
