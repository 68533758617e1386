using System.Globalization;

namespace ClusterDsl.Artifacts.Report;

/// <summary>How a report writes numbers.</summary>
static class Figures
{
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>At most two decimals.</summary>
    public static string Decimal(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Millionths as percents; nothing where they are not known.</summary>
    public static string Percent(int? millionths) => millionths is { } part ? Decimal(part / 10_000m) + " %" : "";

    /// <summary>A bit rate in the unit that suits it.</summary>
    public static string Rate(long gbps) => gbps >= 1_000_000 ? $"{Decimal(gbps / 1_000_000m)} Pb/s" : gbps >= 1_000 ? $"{Decimal(gbps / 1_000m)} Tb/s" : $"{gbps} Gb/s";
}
