namespace ClusterDsl.Artifacts.Drawings;

/// <summary>The small signs that devices are drawn as. Of many, the first few and the last stand for all.</summary>
static class Glyphs
{
    public const double SwitchSize = 14, NodeWidth = 24, NodeHeight = 14;

    public static double RowHeight(bool isSwitch) => (isSwitch ? SwitchSize : NodeHeight) + 4;

    static double Step(GroupBox box) => (box.IsSwitch ? SwitchSize : NodeWidth) + 4;

    static int PerRow(GroupBox box) => (box.IsSwitch, box.IsWhole) switch { (true, true) => 32, (true, false) => 8, (false, true) => 8, _ => 4 };

    static int Most(GroupBox box) => (box.IsSwitch, box.IsWhole) switch { (true, true) => 32, (true, false) => 16, (false, true) => 8, _ => 4 };

    public static bool Hides(int count, GroupBox box) => count > Most(box);

    /// <summary>Of more than are drawn: a few, dots, and the last.</summary>
    static int Cells(int count, GroupBox box) => Hides(count, box) ? box.IsSwitch ? 6 : 4 : Math.Min(count, PerRow(box));

    public static int Rows(int count, GroupBox box) => Hides(count, box) ? 1 : (count + PerRow(box) - 1) / PerRow(box);

    public static double Width(int count, GroupBox box) => Cells(count, box) * Step(box) - 4;

    /// <summary>The devices that are drawn, from the middle of their part.</summary>
    public static IEnumerable<(int Device, double X, double Y)> Places(DeviceRun run, GroupBox box)
    {
        var cells = Cells(run.Count, box);
        var left = -(cells * Step(box) - 4) / 2;
        if (Hides(run.Count, box))
        {
            for (var i = 0; i < cells - 2; i++) yield return (run.First + i, left + i * Step(box), 0);
            yield return (run.Last, left + (cells - 1) * Step(box), 0);
        }
        else
        {
            for (var i = 0; i < run.Count; i++) yield return (run.First + i, left + i % cells * Step(box), i / cells * RowHeight(box.IsSwitch));
        }
    }

    /// <summary>Where the dots are between those that are drawn and the last.</summary>
    public static double? Dots(DeviceRun run, GroupBox box)
    {
        if (!Hides(run.Count, box)) return null;
        var cells = Cells(run.Count, box);
        return -(cells * Step(box) - 4) / 2 + (cells - 2) * Step(box) + (Step(box) - 4) / 2;
    }
}
