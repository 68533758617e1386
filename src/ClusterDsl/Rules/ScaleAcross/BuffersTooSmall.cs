using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>What is on its way when a router says stop does not fit its buffer.</summary>
sealed class BuffersTooSmall() : AcrossRule("CDL6012", "Buffers too small for the way")
{
    protected override IEnumerable<Finding> Check(InterconnectDraft line)
    {
        foreach (var path in line.Paths)
            foreach (var (_, perRouter, model) in path.Ends)
                if (Headroom.IsNeeded(line) && Headroom.BufferOf(model) is { } buffer && Headroom.Of(path) * perRouter > buffer)
                {
                    yield return Report(line.Design, line.Design.Joins!.Value.At,
                        $"{Headroom.Text(line, path)}; {Text.Count(perRouter, "wavelength")} on a router are {Headroom.Megabytes(Headroom.Of(path) * perRouter)}, {model.Id} has {Headroom.Megabytes(buffer)}: it would drop what RoCEv2 takes for lossless. Use routers with deeper buffers, fewer wavelengths on each, or a transport that stands losses, with `lossless: false`.",
                        Fix.Set("Let the transport stand losses", line.Design.Joins.Value.At, "lossless", "false"));
                    yield break;
                }
    }
}

/// <summary>
/// The room that a lossless port needs for what arrives after it has said stop (IEEE 802.1Qbb): what the line holds in both directions,
/// a frame begun at either end, and what is sent until the far end obeys.
/// </summary>
static class Headroom
{
    const long LargestFrame = 9_216, ResponseBits = 463_360;

    public static bool IsNeeded(InterconnectDraft line) => line is { Design.Joins.Lossless: true, Joined.A.ProtocolName: "Ethernet RoCEv2" };

    /// <summary>Bytes for one wavelength.</summary>
    public static long Of(PathDraft path) => 2L * path.OneWayNs * path.WavelengthGbps / 8 + 2 * LargestFrame + ResponseBits / 8;

    public static string Text(InterconnectDraft line, PathDraft path) =>
        $"`{line.Design.Joins!.Value.Fabric}` is kept lossless over `{line.Design.Name}/{path.Design.Name}`: in the {new Duration(2 * path.OneWayNs)} until a pause takes effect, a wavelength of {new Bandwidth(path.WavelengthGbps)} brings {Megabytes(Of(path))}";

    public static string Megabytes(long bytes) => bytes >= 1_000_000_000 ? ClusterDsl.Text.Decimal(bytes / 1e9) + " GB" : ClusterDsl.Text.Decimal(bytes / 1e6) + " MB";

    /// <summary>The buffer of a model that says it as a number and a unit, in bytes; null for any other text.</summary>
    public static long? BufferOf(SwitchModel model)
    {
        var parts = model.Buffer.Split(' ');
        if (parts.Length != 2 || parts[0].Length > 6 || !int.TryParse(parts[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) return null;
        return parts[1] switch { "MB" => number * 1_000_000L, "GB" => number * 1_000_000_000L, _ => null };
    }
}
