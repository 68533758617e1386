using System.Globalization;

namespace ClusterDsl.Artifacts;

/// <summary>The three layers of one design side by side, each figure counted on its plan; "–" where the design has no such layer or nothing is known.</summary>
public static class LayerOverview
{
    /// <summary>The names of the layers, in the order of the columns.</summary>
    public static IReadOnlyList<string> Layers { get; } = ["scale-up", "scale-out", "scale-across"];

    /// <summary>A row for each thing compared, a column for each layer.</summary>
    public static IEnumerable<(string What, IReadOnlyList<string> Columns)> Of(Plan plan)
    {
        var parts = Layers.Select(layer => new LayerParts(plan, layer)).ToList();
        var given = Layers.Select(name => plan.Layers.FirstOrDefault(l => l.Name == name)).ToList();

        yield return ("main goal", Present("a stronger node", "nodes in one pool", "sites in one pool"));
        yield return ("key components", Row(p => p.Components()));
        yield return ("GPUs joined", Given(l => Number(l.Parts)));
        yield return ("more before the next tier", Present(Inside(plan), Tier(plan), Wavelengths(plan)));
        yield return ("more before the next row", Present("–", Free(plan), "–"));
        yield return ("more before the next site", Present("–", Sites(plan, given[1]), "–"));
        yield return ("bandwidth of a GPU, one way", Given(l => $"{Decimal(l.PerGpuMbps / 8_000m)} GB/s"));
        yield return ("latency of a message", Given(l => l.LatencyNs < 1_000_000 ? $"{Decimal(l.LatencyNs / 1_000m)} µs" : $"{Decimal(l.LatencyNs / 1_000_000m)} ms"));
        yield return ("power of a GPU", Row(p => Per(p.Watts, "W", p.Drawing, p.Models, "models known")));
        yield return ("cost of a GPU", Row(p => Per(p.Usd, "USD", p.PricedParts, p.DistinctParts, "parts priced")));
        yield return ("devices", Row(p => Number(p.Devices)));
        yield return ("cables laid", Row(p => Number(p.Cables)));
        yield return ("links that come with the product", Present(Number(plan.Domains.Sum(d => d.AllLinks)), "–", "–"));
        yield return ("distinct parts", Row(p => Number(p.DistinctParts)));
        yield return ("plugs put in on site", Row(p => Number(p.Plugs)));

        IReadOnlyList<string> Row(Func<LayerParts, string> cell) => [.. parts.Select(p => p.IsPresent ? cell(p) : "–")];
        IReadOnlyList<string> Given(Func<LayerPlan, string> cell) => [.. given.Select(l => l is null ? "–" : cell(l))];
        IReadOnlyList<string> Present(params string[] cells) => [.. cells.Zip(parts, (cell, p) => p.IsPresent ? cell : "–")];
        string Per(decimal all, string unit, long known, long of, string what) =>
            plan.Gpus == 0 || of == 0 ? "–" : known == 0 ? "not known" : $"{(known < of ? "at least " : "")}{Rounded(all / plan.Gpus)} {unit}{(known < of ? $": {known} of {of} {what}" : "")}";
    }

    static string Inside(Plan plan) => plan.Layers.FirstOrDefault(l => l.Name == "scale-up") is { } layer
        ? $"none: {Number(layer.Parts)} GPUs are the product" : "–";

    /// <summary>As many more whole nodes as the top tier of the fabric with most GPUs has ports for, what is below growing in proportion.</summary>
    static string Tier(Plan plan)
    {
        if (plan.Fabrics.Where(f => f.Tiers.Count > 0 && f.Tiers[^1] is { Ports: > 0 } top && top.Ports > top.SparePorts && Gpus(plan, f) > 0)
            .OrderByDescending(f => Gpus(plan, f)).ThenBy(f => f.Name, StringComparer.Ordinal).FirstOrDefault() is not { } fabric) return "–";
        var (top, node) = (fabric.Tiers[^1], plan.Groups.Where(g => Attached(plan, fabric).Contains(g.Id)).Max(g => plan.Model(g).Gpus));
        var more = Gpus(plan, fabric) * top.SparePorts / (top.Ports - top.SparePorts) / node * node;
        return $"{(more == 0 ? "none" : $"{Number(more)} GPUs")}: {Number(top.SparePorts)} of {Number(top.Ports)} ports of each {fabric.Called(top.Role)} of {fabric.Name} free";
    }

    static string Free(Plan plan) => plan.Halls.Sum(h => (long)h.Racks) - Racks.Used(plan).Sum(r => (long)r.Count) is > 0 and var free ? $"{Number(free)} racks" : "none";

    /// <summary>As many more whole nodes as the sites have power and racks for.</summary>
    static string Sites(Plan plan, LayerPlan? layer)
    {
        if (layer is not { Room: > 0 }) return "no power or room is declared";
        var node = plan.Groups.Max(g => plan.Model(g).Gpus);
        return $"{Number(Math.Max(0, layer.Room - plan.Gpus) / node * node)} GPUs ({layer.Limits})";
    }

    static long Gpus(Plan plan, FabricPlan fabric) => Attached(plan, fabric).Select(plan.Group).Sum(g => (long)g.Count * plan.Model(g).Gpus);

    /// <summary>The node groups with GPUs that a fabric serves.</summary>
    static HashSet<string> Attached(Plan plan, FabricPlan fabric) =>
        [.. plan.Bundles.Where(b => b.Fabric == fabric.Name).Select(b => b.A.Group).Distinct().Where(g => plan.Model(plan.Group(g)).Gpus > 0)];

    /// <summary>What more the fibres that are lit carry.</summary>
    static string Wavelengths(Plan plan)
    {
        var dark = plan.Interconnects.SelectMany(i => i.Paths).Where(p => p.Channels > 0).ToList();
        return dark.Count == 0 ? "as much as its carrier leases"
            : dark.All(p => p.Channels == p.Wavelengths) ? "none on lit fibres"
            : $"{Number(dark.Sum(p => (long)(p.Channels - p.Wavelengths)))} wavelengths, {Number(dark.Sum(p => (long)(p.Channels - p.Wavelengths) * p.WavelengthGbps))} Gb/s, on lit fibres";
    }

    internal static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Money and watts to the unit; parts of one as they are.</summary>
    static string Rounded(decimal number) => number >= 10 ? Number((long)Math.Round(number, MidpointRounding.AwayFromZero)) : Decimal(number);

    internal static string Decimal(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
