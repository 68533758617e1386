namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>System.Index as this assembly's framework does not have it.</summary>
internal readonly struct IndexValue(int value, bool fromEnd)
{
    public int Of(int length) => fromEnd ? length - value : value;

    /// <summary>The position an index names, of a plain number too; null for anything else.</summary>
    public static IndexValue? From(object? value)
    {
        if (value is int number) return new IndexValue(number, false);
        if (value?.GetType() is not { FullName: "System.Index" } type) return null;
        return new IndexValue((int)type.GetProperty("Value")!.GetValue(value)!, (bool)type.GetProperty("IsFromEnd")!.GetValue(value)!);
    }
}

/// <summary>System.Range likewise.</summary>
internal readonly struct RangeValue(IndexValue start, IndexValue end)
{
    /// <summary>Where the range begins and how long it is, whether or not there is as much.</summary>
    public (int Start, int Length) Unchecked(int length)
    {
        var first = start.Of(length);
        return (first, end.Of(length) - first);
    }

    public static RangeValue? From(object? value)
    {
        if (value?.GetType() is not { FullName: "System.Range" } type) return null;
        return new RangeValue(
            IndexValue.From(type.GetProperty("Start")!.GetValue(value))!.Value,
            IndexValue.From(type.GetProperty("End")!.GetValue(value))!.Value);
    }
}
