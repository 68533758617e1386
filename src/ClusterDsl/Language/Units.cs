namespace ClusterDsl;

/// <summary>A length, kept in millimetres so that sums are exact.</summary>
/// <param name="Millimetres">The length in millimetres; negative lengths are refused where they are used (CDL1003).</param>
public readonly record struct Length(int Millimetres)
{
    /// <summary>The sum of two lengths.</summary>
    public static Length operator +(Length a, Length b) => new(Units.Saturate((double)a.Millimetres + b.Millimetres));

    /// <summary>A multiple of a length.</summary>
    public static Length operator *(Length a, int times) => new(Units.Saturate((double)a.Millimetres * times));

    /// <inheritdoc/>
    public override string ToString() => Text.Metres(Millimetres) + " m";
}

/// <summary>The speed of a link.</summary>
/// <param name="Gbps">Gigabits per second, one way.</param>
public readonly record struct Bandwidth(int Gbps)
{
    /// <inheritdoc/>
    public override string ToString() => Gbps + "G";
}

/// <summary>Electrical power.</summary>
/// <param name="Watts">The power in watts.</param>
public readonly record struct Power(int Watts)
{
    /// <inheritdoc/>
    public override string ToString() => Text.Thousandths(Watts) + " kW";
}

/// <summary>How heavy something is.</summary>
/// <param name="Grams">The weight in grams, kept so that sums are exact.</param>
public readonly record struct Weight(int Grams)
{
    /// <inheritdoc/>
    public override string ToString() => Text.Thousandths(Grams) + " kg";
}

/// <summary>A part of a whole.</summary>
/// <param name="Hundredths">The part in hundredths of a percent.</param>
public readonly record struct Percentage(int Hundredths)
{
    /// <inheritdoc/>
    public override string ToString() => Text.Hundredths(Hundredths) + " %";
}

/// <summary>Numbers with their unit: <c>0.6.Metres()</c>, <c>44.Kilowatts()</c>, <c>400.Gbps()</c>, <c>75.Percent()</c>.</summary>
public static partial class Units
{
    /// <summary>A length in metres.</summary>
    public static Length Metres(this double value) => new(Saturate(value * 1000));

    /// <summary>A length in metres.</summary>
    public static Length Metres(this int value) => new(Saturate(value * 1000.0));

    /// <summary>A power in kilowatts.</summary>
    public static Power Kilowatts(this double value) => new(Saturate(value * 1000));

    /// <summary>A power in kilowatts.</summary>
    public static Power Kilowatts(this int value) => new(Saturate(value * 1000.0));

    /// <summary>A power in watts.</summary>
    public static Power Watts(this int value) => new(value);

    /// <summary>A weight in kilograms.</summary>
    public static Weight Kilograms(this double value) => new(Saturate(value * 1000));

    /// <summary>A weight in kilograms.</summary>
    public static Weight Kilograms(this int value) => new(Saturate(value * 1000.0));

    /// <summary>A link speed in gigabits per second, one way.</summary>
    public static Bandwidth Gbps(this int value) => new(value);

    /// <summary>A part of a whole.</summary>
    public static Percentage Percent(this double value) => new(Saturate(value * 100));

    /// <summary>A part of a whole.</summary>
    public static Percentage Percent(this int value) => new(Saturate(value * 100.0));

    // What does not fit an int is out of every range that a rule allows, so it may as well be the nearest int.
    internal static int Saturate(double value) =>
        double.IsNaN(value) ? int.MinValue
        : value >= int.MaxValue ? int.MaxValue
        : value <= int.MinValue ? int.MinValue
        : (int)Math.Round(value);
}
