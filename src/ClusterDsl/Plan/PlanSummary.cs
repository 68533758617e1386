using System.Globalization;

namespace ClusterDsl.Plans;

/// <summary>A plan in one line, for hovers and logs.</summary>
public static class PlanSummary
{
    /// <summary>"127 nodes, 1,016 GPUs · compute: 32 leaves, 16 spines, 1:1, 2,040 cables · 38 racks · 0 findings, 1 waiver".</summary>
    public static string Line(Plan plan) => string.Join(" · ",
    [
        Nodes(plan),
        .. ScaleUp(plan),
        .. plan.Fabrics.Select(fabric => $"{fabric.Name}: {Fabric(plan, fabric)}"),
        .. plan.Interconnects.Select(Interconnect),
        Count(Racks.Used(plan).Sum(run => (long)run.Count), "rack"),
        Count(plan.Findings.Count, "finding") + ", " + Count(plan.Waivers.Count, "waiver"),
    ]);

    /// <summary>The nodes that hold the GPUs and their GPUs; in a cluster without GPUs, all nodes.</summary>
    public static string Nodes(Plan plan)
    {
        var gpus = plan.Gpus;
        var nodes = plan.Groups.Where(g => g.Role == "node" && (gpus == 0 || plan.Model(g).Gpus > 0)).Sum(g => (long)g.Count);
        return Count(nodes, "node") + ", " + Count(gpus, "GPU");
    }

    /// <summary>"scale-up: 8 domains of 72 GPUs, NVLink 5": node groups with domains alike are told together.</summary>
    static IEnumerable<string> ScaleUp(Plan plan) =>
        from domain in plan.Domains
        where domain.GpusPerDomain > 1
        group (long)domain.Domains by (domain.GpusPerDomain, domain.Link) into alike
        select $"scale-up: {Count(alike.Sum(), "domain")} of {Count(alike.Key.GpusPerDomain, "GPU")}, {alike.Key.Link}";

    /// <summary>"32 leaves, 16 spines, 1:1, 2,040 cables".</summary>
    public static string Fabric(Plan plan, FabricPlan fabric) => string.Join(", ",
    [
        .. fabric.Tiers.GroupBy(tier => tier.Role).Select(role => Count(role.Sum(tier => (long)tier.Devices), fabric.Called(role.Key))),
        .. fabric.Tiers.Select(tier => tier.Ratio).Where(ratio => ratio.Length > 0).Distinct(),
        Count(plan.Bundles.Where(b => b.Fabric == fabric.Name).Sum(b => b.Assemblies), "cable"),
    ]);

    /// <summary>"east-west: 64 wavelengths, 25.6 Tb/s, 0.71 ms there and back".</summary>
    static string Interconnect(InterconnectPlan line) =>
        $"{line.Name}: {Count(line.Paths.Sum(p => (long)p.Wavelengths), "wavelength")}, {(line.CapacityGbps / 1000m).ToString("0.###", CultureInfo.InvariantCulture)} Tb/s, {(line.RoundTripNs / 1_000_000m).ToString("0.##", CultureInfo.InvariantCulture)} ms there and back";

    /// <summary>"1 leaf", "1,016 GPUs".</summary>
    public static string Count(long count, string what) =>
        count.ToString("N0", CultureInfo.InvariantCulture) + " " + (count == 1 ? what : what == "leaf" ? "leaves" : what.EndsWith("x", StringComparison.Ordinal) ? what + "es" : what + "s");
}
