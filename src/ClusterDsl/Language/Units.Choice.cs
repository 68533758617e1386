namespace ClusterDsl;

/// <summary>An amount of data.</summary>
/// <param name="Kibibytes">The amount in units of 1,024 bytes, up to two tebibytes.</param>
public readonly record struct DataSize(int Kibibytes)
{
    /// <inheritdoc/>
    public override string ToString() => Text.Bytes(Kibibytes);
}

/// <content>Units of what GPUs exchange.</content>
partial class Units
{
    /// <summary>An amount of data in units of 1,024 bytes.</summary>
    public static DataSize Kibibytes(this int value) => new(value);

    /// <summary>An amount of data in units of 1,024² bytes.</summary>
    public static DataSize Mebibytes(this int value) => new(Saturate(value * 1024.0));

    /// <summary>An amount of data in units of 1,024² bytes.</summary>
    public static DataSize Mebibytes(this double value) => new(Saturate(value * 1024));

    /// <summary>An amount of data in units of 1,024³ bytes.</summary>
    public static DataSize Gibibytes(this int value) => new(Saturate(value * 1024.0 * 1024));

    /// <summary>An amount of data in units of 1,024³ bytes.</summary>
    public static DataSize Gibibytes(this double value) => new(Saturate(value * 1024 * 1024));
}
