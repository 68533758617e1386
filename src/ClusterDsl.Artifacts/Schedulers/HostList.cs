namespace ClusterDsl.Artifacts;

/// <summary>Names in the short form that Slurm reads: "dgx-[001-032,040]".</summary>
static class HostList
{
    public static IEnumerable<string> Of(NameTemplate name, IReadOnlyList<int> devices)
    {
        // Only the last number runs; whatever differs before it starts another list.
        var last = name.Parts[name.Parts.Count - 1];
        if (last is not { Digits: > 0, Divisor: 1 }) return devices.Select(name.Format);
        return devices.GroupBy(d => name.Format(d)[..^Number(last, d).Length], StringComparer.Ordinal).Select(same => same.Count() == 1
            ? name.Format(same.First())
            : $"{same.Key}[{string.Join(",", Runs([.. same]).Select(r => r.First == r.Last ? Number(last, r.First) : $"{Number(last, r.First)}-{Number(last, r.Last)}"))}]");
    }

    static string Number(NamePart part, int device) => part.Number(device).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(part.Digits, '0');

    static IEnumerable<(int First, int Last)> Runs(IReadOnlyList<int> devices)
    {
        for (int i = 0, first = 0; i < devices.Count; i++)
        {
            if (i + 1 < devices.Count && devices[i + 1] == devices[i] + 1) continue;
            yield return (devices[first], devices[i]);
            first = i + 1;
        }
    }
}
