using System.Globalization;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>&lt;fabric&gt;.simai</c>: the fabric of the GPUs as SimAI's ns-3 front end reads it (aliyun/SimAI, common.h): GPUs, one switch for the links of each scale-up
/// domain, then the fabric's switches, by number; then what joins them, at SimAI's own latencies. The ports of a node belong to its GPUs in the order in which the
/// plan cables them. Links between the same two are one of their bandwidth together: the front end knows one.
/// </summary>
public sealed class SimAiTopology : Artifact
{
    /// <summary>Of gen_Topo_Template.py.</summary>
    const string NvlinkLatency = "0.000025ms", Latency = "0.0005ms";

    static readonly string[] GpuTypes = ["A100", "A800", "H100", "H800"];

    /// <inheritdoc/>
    public override string Format => "simai";

    /// <inheritdoc/>
    public override IEnumerable<ArtifactFile> Files(Plan plan)
    {
        if (SlurmBlocks.Fabric(plan) is { } fabric && Unfit(plan, fabric) is null)
            yield return new ArtifactFile($"{fabric.Name}.simai", output => Write(plan, fabric, output));
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan)
    {
        var told = SlurmBlocks.Fabric(plan);
        foreach (var fabric in plan.Fabrics.Where(f => f != told)) yield return Without(fabric.At, $"SimAI has one fabric{(told is null ? "" : $", `{told.Name}`")}; `{fabric.Name}` is not in it");
        if (told is null) yield break;
        if (Unfit(plan, told) is { } why) yield return Without(told.At, $"`{told.Name}` is not written: {why}");
        else
            foreach (var bundle in plan.Bundles.Where(b => b.Fabric == told.Name && !IsNode(plan, b.A.Group) && !IsSwitch(told, b.A.Group)))
                yield return Without(bundle.At, $"`{bundle.A.Group}` has no GPUs");
    }

    /// <summary>Why SimAI cannot read a fabric; null where it can.</summary>
    static string? Unfit(Plan plan, FabricPlan fabric)
    {
        var groups = Nodes(plan, fabric);
        var domains = groups.Select(g => plan.Domains.FirstOrDefault(d => d.Group == g.Id)).ToList();
        if (domains.Contains(null)) return $"the scale-up links of `{groups[domains.IndexOf(null)].Id}` are not known, and SimAI has no GPU without";
        if (domains.Select(d => (d!.GpusPerDomain, d.PerGpuMbps)).Distinct().Count() > 1) return "its domains are not all alike";
        foreach (var (group, domain) in groups.Zip(domains))
        {
            if (group.Count * plan.Model(group).Gpus % domain!.GpusPerDomain != 0) return $"the GPUs of `{group.Id}` fill no whole domains";
            var ports = Ports(plan, fabric, group).Count;
            if (ports % plan.Model(group).Gpus != 0) return $"{ports} ports of `{group.Id}` are shared by {plan.Model(group).Gpus} GPUs, and SimAI's have their own";
        }
        return null;
    }

    static void Write(Plan plan, FabricPlan fabric, Stream output)
    {
        var nodes = Nodes(plan, fabric);
        var domain = plan.Domains.First(d => d.Group == nodes[0].Id);
        Dictionary<string, int> first = [];
        var gpus = 0;
        foreach (var group in nodes) (first[group.Id], gpus) = (gpus, gpus + group.Count * plan.Model(group).Gpus);
        var domains = gpus / domain.GpusPerDomain;
        var count = gpus + domains;
        foreach (var group in fabric.Tiers.SelectMany(t => t.Groups).Select(plan.Group)) (first[group.Id], count) = (count, count + group.Count);
        var links = Links(plan, fabric, nodes, first);

        using var lines = Lines.On(output);
        var type = GpuTypes.FirstOrDefault(t => nodes[0].Model.Contains(t, StringComparison.Ordinal)) ?? "NONE";
        lines.WriteLine(FormattableString.Invariant($"{count} {domain.GpusPerDomain} {domains} {count - gpus - domains} {gpus + links.Count} {type}"));
        lines.WriteLine(string.Join(" ", Enumerable.Range(gpus, count - gpus).Select(id => id.ToString(CultureInfo.InvariantCulture))));
        for (var gpu = 0; gpu < gpus; gpu++) lines.WriteLine(FormattableString.Invariant($"{gpu} {gpus + gpu / domain.GpusPerDomain} {Rate(domain.PerGpuMbps)} {NvlinkLatency} 0"));
        foreach (var ((a, b), gbps) in links) lines.WriteLine(FormattableString.Invariant($"{a} {b} {Rate(gbps * 1_000)} {Latency} 0"));
    }

    /// <summary>What joins two devices. Held: the links between the same two come in no order.</summary>
    static SortedDictionary<(int A, int B), long> Links(Plan plan, FabricPlan fabric, List<DeviceGroup> nodes, Dictionary<string, int> first)
    {
        var links = new SortedDictionary<(int, int), long>();
        var ports = nodes.ToDictionary(g => g.Id, g => Ports(plan, fabric, g));
        foreach (var wire in Wire.Of(plan, plan.Bundles.Where(b => b.Fabric == fabric.Name && first.ContainsKey(b.A.Group) && first.ContainsKey(b.B.Group))))
        {
            var (end, link) = (wire.Bundle.A, wire.Link);
            var a = first[end.Group] + link.DeviceA;
            if (ports.TryGetValue(end.Group, out var order))
            {
                var ofNode = plan.Model(plan.Group(end.Group)).Gpus;
                a = first[end.Group] + link.DeviceA * ofNode + order[wire.PortA] * ofNode / order.Count;
            }
            var pair = (a, first[wire.Bundle.B.Group] + link.DeviceB);
            links[pair] = links.GetValueOrDefault(pair) + wire.Bundle.SpeedGbps;
        }
        return links;
    }

    /// <summary>The ports of a node in the order in which they are cabled.</summary>
    static Dictionary<string, int> Ports(Plan plan, FabricPlan fabric, DeviceGroup group)
    {
        var order = new Dictionary<string, int>();
        foreach (var wire in Wire.Of(plan, plan.Bundles.Where(b => b.Fabric == fabric.Name && b.A.Group == group.Id))) order.TryAdd(wire.PortA, order.Count);
        return order;
    }

    static List<DeviceGroup> Nodes(Plan plan, FabricPlan fabric) =>
        [.. plan.Bundles.Where(b => b.Fabric == fabric.Name).Select(b => b.A.Group).Distinct().Where(g => IsNode(plan, g) && !IsSwitch(fabric, g)).Order(StringComparer.Ordinal).Select(plan.Group)];

    static bool IsNode(Plan plan, string group) => plan.Model(plan.Group(group)).Gpus > 0;

    static bool IsSwitch(FabricPlan fabric, string group) => fabric.Tiers.Any(t => t.Groups.Contains(group));

    static string Rate(long mbps) => mbps % 1_000 == 0 ? FormattableString.Invariant($"{mbps / 1_000}Gbps") : FormattableString.Invariant($"{mbps}Mbps");
}
