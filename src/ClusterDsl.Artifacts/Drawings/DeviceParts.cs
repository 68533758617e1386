using System.Globalization;

namespace ClusterDsl.Artifacts.Drawings;

/// <summary>How the devices of a group divide: into units, pods, cells or planes, whose devices follow each other.</summary>
/// <param name="Count">How many parts.</param>
/// <param name="At">The devices of a part.</param>
/// <param name="Name">What a part is called; empty where nobody says.</param>
/// <param name="Above">The group whose parts these stand under; null where they are the group's own.</param>
sealed record DeviceParts(int Count, Func<int, DeviceRun> At, Func<int, string> Name, GroupBox? Above)
{
    /// <summary>No division.</summary>
    public static DeviceParts Whole(int devices) => new(1, _ => new DeviceRun(0, devices - 1), _ => "", null);

    /// <summary>By the first number of the devices' names, where several share it.</summary>
    public static DeviceParts Named(FabricPlan fabric, DeviceGroup group)
    {
        var first = group.Name.Parts.FirstOrDefault(p => p.Digits > 0);
        if (first is null || first.Divisor <= 1 || first.Divisor >= group.Count) return Whole(group.Count);
        var kind = first.Text.StartsWith(fabric.Name + "-", StringComparison.Ordinal) ? first.Text[(fabric.Name.Length + 1)..] : first.Text;
        return new DeviceParts((group.Count + first.Divisor - 1) / first.Divisor,
            part => new DeviceRun(part * first.Divisor, Math.Min(group.Count, (part + 1) * first.Divisor) - 1),
            part => kind + first.Number(part * first.Divisor).ToString(CultureInfo.InvariantCulture).PadLeft(first.Digits, '0'), null);
    }

    /// <summary>By what they are joined to above, where each part there has devices of its own below; null where they are mixed.</summary>
    public static DeviceParts? Below(Joint joint)
    {
        var above = joint.Upper.Parts;
        DeviceRun At(int part) => joint.Between(new DeviceRun(0, joint.Lower.Count - 1), above.At(part)).A;
        var at = -1;
        // The first two, one in the middle and the last tell: parts are alike, but for the last.
        foreach (var run in new[] { 0, 1, above.Count / 2, above.Count - 1 }.Distinct().Order().Select(At))
        {
            if (run.First > run.Last || run.First <= at) return null;
            at = run.Last;
        }
        return new DeviceParts(above.Count, At, _ => "", joint.Upper);
    }
}
