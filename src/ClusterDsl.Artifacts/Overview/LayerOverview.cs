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
        yield return ("scalability left", Present(Inside(plan), Outside(plan), Across(plan)));
        yield return ("bandwidth of a GPU, one way", Given(l => $"{Decimal(l.PerGpuMbps / 8_000m)} GB/s"));
        yield return ("latency of a message", Given(l => $"{Decimal(l.LatencyNs / 1_000m)} µs"));
        yield return ("power of a GPU", Row(p => Per(p.Watts, "W")));
        yield return ("cost of a GPU", Row(p => p.Price is { Priced: > 0 } price ? $"{Per(price.Usd, "USD")}, {Decimal(100m * price.Priced / price.Parts)} % of its parts have a price" : "no part has a price"));
        yield return ("devices", Row(p => Number(p.Devices)));
        yield return ("cables", Row(p => Number(p.Cables)));
        yield return ("distinct parts", Row(p => Number(p.DistinctParts)));
        yield return ("plugs put in on site", Row(p => Number(p.Plugs)));

        IReadOnlyList<string> Row(Func<LayerParts, string> cell) => [.. parts.Select(p => p.IsPresent ? cell(p) : "–")];
        IReadOnlyList<string> Given(Func<LayerPlan, string> cell) => [.. given.Select(l => l is null ? "–" : cell(l))];
        IReadOnlyList<string> Present(params string[] cells) => [.. cells.Zip(parts, (cell, p) => p.IsPresent ? cell : "–")];
        string Per(decimal all, string unit) => plan.Gpus == 0 ? "–" : $"{Decimal(all / plan.Gpus)} {unit}";
    }

    static string Inside(Plan plan) => plan.Layers.FirstOrDefault(l => l.Name == "scale-up") is { } layer
        ? $"none: {Number(layer.Parts)} GPUs are the product" : "–";

    /// <summary>As many more as the top tier has ports for, what is below growing in proportion; and the racks that are free.</summary>
    static string Outside(Plan plan)
    {
        var free = plan.Halls.Sum(h => (long)h.Racks) - Racks.Used(plan).Sum(r => (long)r.Count);
        var growth = plan.Fabrics
            .Where(f => f.Tiers.Count > 0 && f.Tiers[^1] is { Ports: > 0 } top && top.Ports > top.SparePorts && Gpus(plan, f) > 0)
            .Select(f => (Fabric: f, Top: f.Tiers[^1], More: Gpus(plan, f) * f.Tiers[^1].SparePorts / (f.Tiers[^1].Ports - f.Tiers[^1].SparePorts)))
            .OrderByDescending(f => Gpus(plan, f.Fabric)).ThenBy(f => f.Fabric.Name, StringComparer.Ordinal).FirstOrDefault();
        var tier = growth.Fabric is null ? "" : $"{Number(growth.More)} GPUs until the ports of {growth.Fabric.Name}'s {growth.Top.Role} tier are full, then a tier more; ";
        return tier + $"{Number(free)} racks free";
    }

    static long Gpus(Plan plan, FabricPlan fabric) => plan.Bundles.Where(b => b.Fabric == fabric.Name).Select(b => b.A.Group).Distinct().Select(plan.Group).Sum(g => (long)g.Count * plan.Model(g).Gpus);

    static string Across(Plan plan) => $"{Number(plan.Interconnects.Sum(i => (long)i.CapacityGbps))} Gb/s now; a site more needs {(plan.Interconnects.Count == 1 ? "an interconnect" : "interconnects")} of its own";

    internal static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Decimal(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
