namespace ClusterDsl;

/// <summary>A time.</summary>
/// <param name="Nanoseconds">The time in nanoseconds, up to about two seconds.</param>
public readonly record struct Duration(int Nanoseconds)
{
    /// <inheritdoc/>
    public override string ToString() => Nanoseconds >= 1_000_000 ? Text.Kilometres(Nanoseconds) + " ms" : Text.Thousandths(Nanoseconds) + " µs";
}

/// <summary>A number of GPUs.</summary>
/// <param name="Count">How many.</param>
public readonly record struct GpuCount(int Count)
{
    /// <inheritdoc/>
    public override string ToString() => Text.Count(Count, "GPU");
}

/// <content>Units of what lies between sites.</content>
partial class Units
{
    /// <summary>A length in kilometres.</summary>
    public static Length Kilometres(this double value) => new(Saturate(value * 1_000_000));

    /// <summary>A length in kilometres.</summary>
    public static Length Kilometres(this int value) => new(Saturate(value * 1_000_000.0));

    /// <summary>A bandwidth in terabits per second, one way.</summary>
    public static Bandwidth Tbps(this double value) => new(Saturate(value * 1000));

    /// <summary>A bandwidth in terabits per second, one way.</summary>
    public static Bandwidth Tbps(this int value) => new(Saturate(value * 1000.0));

    /// <summary>A power in megawatts.</summary>
    public static Power Megawatts(this double value) => new(Saturate(value * 1_000_000));

    /// <summary>A power in megawatts.</summary>
    public static Power Megawatts(this int value) => new(Saturate(value * 1_000_000.0));

    /// <summary>A time in milliseconds.</summary>
    public static Duration Milliseconds(this double value) => new(Saturate(value * 1_000_000));

    /// <summary>A time in milliseconds.</summary>
    public static Duration Milliseconds(this int value) => new(Saturate(value * 1_000_000.0));

    /// <summary>A time in microseconds.</summary>
    public static Duration Microseconds(this int value) => new(Saturate(value * 1_000.0));

    /// <summary>A number of GPUs.</summary>
    public static GpuCount Gpus(this int value) => new(value);
}
