using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>What a GPU has on each of the three layers: bandwidth when all send at once, and the time to the farthest other.</summary>
sealed class LayerPlanner(Draft draft)
{
    public const string ScaleUp = "scale-up", ScaleOut = "scale-out", ScaleAcross = "scale-across";

    public Seq<LayerPlan> Of()
    {
        var gpus = new Capacity(draft);
        return new[] { Inside(gpus), Outside(gpus), Across(gpus) }.OfType<LayerPlan>().ToSeq();
    }

    /// <summary>The domain of the nodes that hold the most GPUs.</summary>
    static LayerPlan? Inside(Capacity gpus)
    {
        if (gpus is not { Domain: { GpusPerDomain: > 1 } domain, Largest.Nodes.Model: { ScaleUp: { } scaleUp } model }) return null;
        var (recalled, ofLink) = (scaleUp.Recalled, scaleUp.Link.Recalled);
        var note = Recalled.Note(recalled, "speed") + Recalled.Note(recalled, "links per GPU") + Recalled.Note(ofLink, "speed") + Recalled.Note(ofLink, "per GPU");
        return new LayerPlan(ScaleUp, domain.GpusPerDomain, (int)Math.Min(int.MaxValue, domain.PerGpuMbps), scaleUp is PcieScaleUp ? Latencies.PcieNs : Latencies.NvlinkNs,
            $"{model.Id}: {domain.Link}, {domain.LinksPerGpu} × {Text.Decimal(domain.LinkMbps / 8_000.0)} GB/s each way ({(note.Length > 0 ? "recalled" : scaleUp.Link.Source is { Length: > 0 } source ? source : "as declared")})");
    }

    /// <summary>Of several sites, the one with the least; room is in all of them.</summary>
    LayerPlan? Outside(Capacity gpus)
    {
        var rooms = gpus.Sites.Select(s => SiteRoom.Of(draft, s.Site, s.Gpus)).ToList();
        return Worst(gpus) is not { } layer || rooms.Any(r => r.Gpus is null) ? Worst(gpus)
            : layer with { Room = (int)Math.Min(int.MaxValue, rooms.Sum(r => r.Gpus!.Value)), Limits = string.Join(", ", rooms.Select(r => $"{r.Site.Name}: {r.Limit}")) };
    }

    LayerPlan? Worst(Capacity gpus)
    {
        LayerPlan? worst = null;
        foreach (var site in gpus.Sites)
            if (FabricOf(draft, site.Site) is { } fabric && Outside(fabric) is { } layer)
                worst = worst is null ? layer : worst with
                {
                    Parts = Math.Max(worst.Parts, layer.Parts), PerGpuMbps = Math.Min(worst.PerGpuMbps, layer.PerGpuMbps), LatencyNs = Math.Max(worst.LatencyNs, layer.LatencyNs),
                    Basis = layer.PerGpuMbps < worst.PerGpuMbps ? layer.Basis : worst.Basis,
                };
        return worst;
    }

    LayerPlan? Outside(FabricDraft fabric)
    {
        var metrics = draft.IntactOf(fabric);
        var links = FirstLinks(draft, fabric);
        var joined = links.Select(l => l.Lower.Group).Distinct().Sum(g => (long)g.Count * g.Nodes!.Model.Gpus);
        if (joined == 0) return null;
        var injected = links.Sum(l => (decimal)l.Count * l.SpeedGbps) * 1_000 / joined;
        var share = metrics?.FullLoadPpm ?? 1_000_000;
        var (latency, way) = Latency(fabric, metrics);
        return new LayerPlan(ScaleOut, (int)Math.Min(int.MaxValue, joined), (int)Math.Min(int.MaxValue, injected * share / 1_000_000), latency,
            $"`{fabric.Name}`: {Gbps((int)injected)} Gb/s of links, {(metrics?.FullLoadPpm is null ? "what reaches the top at full load is not known" : $"{new Percentage(share / 100)} of it at full load")}; {way}");
    }

    /// <summary>Both adapters, the switches of the longest way, and the longest cables of the tiers that it needs, up and down.</summary>
    (int Ns, string Way) Latency(FabricDraft fabric, FabricMetrics? metrics)
    {
        var tiers = draft.LinksOf(fabric.Design).GroupBy(l => l.Kind).ToDictionary(k => k.Key, k => k.Max(l => (long)l.LongestMm));
        var (most, links, mm) = (metrics?.Hops ?? int.MaxValue, 0, 0L);
        foreach (var (kind, times) in new[] { ("node", 2), ("uplink", 2), ("local", 1), ("global", 1), ("core", 2) })
            if (links < most && tiers.TryGetValue(kind, out var longest)) (links, mm) = (links + times, mm + times * longest);
        if (metrics?.Hops is { } hops) links = hops;
        var (each, source) = fabric.Design.Scheduled is not null ? Latencies.Scheduled : Latencies.Switch(fabric.Design.Protocol, fabric.Design.SpeedGbps);
        return ((int)Math.Round(2 * Latencies.AdapterNs + (links - 1) * each + links * Latencies.FecNs + mm / 1_000.0 * Latencies.NsPerMetre),
            $"2 adapters of {Text.Decimal(Latencies.AdapterNs / 1_000.0)} µs, {Text.Count(links - 1, "switch", "switches")} of {each} ns ({source}), error correction of {Latencies.FecNs} ns a link (recalled), {Text.Decimal(mm / 1_000.0)} m at {Text.Decimal(Latencies.NsPerMetre)} ns");
    }

    /// <summary>What the weakest interconnect carries, shared by the GPUs of the largest site that it joins.</summary>
    LayerPlan? Across(Capacity gpus)
    {
        if (draft.Interconnects.Where(i => i.CapacityGbps > 0).OrderBy(i => i.CapacityGbps).FirstOrDefault() is not { } weakest) return null;
        var sites = gpus.Joined;
        if (sites.Count < 2) return null;
        var slowest = draft.Interconnects.OrderByDescending(i => i.OneWayNs).First();
        var inside = Worst(gpus)?.LatencyNs ?? 0;
        return new LayerPlan(ScaleAcross, (int)Math.Min(int.MaxValue, sites.Sum(s => s.Gpus)), (int)Math.Min(int.MaxValue, weakest.CapacityGbps * 1_000 / sites.Max(s => s.Gpus)), slowest.OneWayNs + inside,
            $"`{weakest.Design.Name}`: {Text.Number(weakest.CapacityGbps)} Gb/s for {Text.Number(sites.Max(s => s.Gpus))} GPUs of a site; {Text.Time(slowest.OneWayNs / 1_000.0)} one way over `{slowest.Design.Name}` beyond the way inside a site");
    }

    /// <summary>The fabric of a site that gives its GPUs the most; the others are for storage, management or the hosts.</summary>
    public static FabricDraft? FabricOf(Draft draft, SiteDesign site) => draft.Fabrics.Where(f => f.Design.Site == site)
        .Select(f => (Fabric: f, Gbps: FirstLinks(draft, f).Sum(l => l.Count * l.SpeedGbps))).Where(f => f.Gbps > 0)
        .OrderByDescending(f => f.Gbps).ThenBy(f => f.Fabric.Name, StringComparer.Ordinal).Select(f => f.Fabric).FirstOrDefault();

    /// <summary>The links of a fabric to nodes with GPUs.</summary>
    static List<LinkDraft> FirstLinks(Draft draft, FabricDraft fabric) =>
        [.. draft.LinksOf(fabric.Design).Where(l => l.Lower.Group.Nodes is { Model.Gpus: > 0 } && l.Upper.Group.Nodes is null)];

    static string Gbps(int mbps) => Text.Decimal(mbps / 1_000.0);
}
