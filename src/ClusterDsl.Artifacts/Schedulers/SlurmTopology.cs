using System.Runtime.InteropServices;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>topology.conf</c>: the fabric of the GPUs for Slurm's <c>topology/tree</c>. Slurm's tree has each node under one switch: leaves that
/// serve the same nodes, the rails of a unit or the two of a pair, are one there.
/// </summary>
public sealed class SlurmTopology : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "slurm";

    /// <inheritdoc/>
    public override string FileName => "topology.conf";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        using var lines = Lines.On(output);
        if (Fabric(plan) is not { } fabric) return;
        var switches = fabric.Tiers.SelectMany(t => t.Groups).ToHashSet();
        var bundles = plan.Bundles.Where(b => b.Fabric == fabric.Name).ToList();

        // Below a switch are nodes, or switches; what has the same below it is one.
        var numbers = new DeviceNumbers(plan);
        var below = new Dictionary<int, List<int>>();
        foreach (var bundle in bundles.Where(b => switches.Contains(b.B.Group)))
        {
            if (!switches.Contains(bundle.A.Group) && plan.Model(plan.Group(bundle.A.Group)).Gpus == 0) continue;
            foreach (var link in bundle.InOrder())
            {
                ref var lower = ref CollectionsMarshal.GetValueRefOrAddDefault(below, numbers.Of(bundle.B.Group, link.DeviceB), out _);
                DeviceNumbers.Add(ref lower, numbers.Of(bundle.A.Group, link.DeviceA));
            }
        }

        var known = new Dictionary<int, string>();
        foreach (var tier in fabric.Tiers)
            foreach (var same in tier.Groups.SelectMany(g => Enumerable.Range(0, plan.Group(g).Count).Select(d => numbers.Of(g, d)))
                         .Where(below.ContainsKey).GroupBy(Below, StringComparer.Ordinal).Where(same => same.Key.Length > 0))
            {
                var (group, device) = numbers.At(same.First());
                var name = group.Name.Format(device);
                foreach (var one in same) known.Add(one, name);
                lines.WriteLine($"SwitchName={name} {same.Key}");
            }

        string Below(int upper)
        {
            var all = DeviceNumbers.Sorted(below[upper]).ToList();
            var nodes = all.Select(numbers.At).Where(d => !switches.Contains(d.Group.Id)).ToList();
            return nodes.Count > 0
                ? "Nodes=" + string.Join(",", nodes.GroupBy(n => n.Group.Id).SelectMany(g => HostList.Of(g.First().Group.Name, [.. g.Select(n => n.Device)])))
                : string.Join(",", all.Where(known.ContainsKey).Select(d => known[d]).Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } joined ? $"Switches={joined}"
                : "";
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan)
    {
        var told = Fabric(plan);
        foreach (var fabric in plan.Fabrics.Where(f => f != told))
            yield return Without(fabric.At, $"a tree has one fabric: {(told is null ? "none connects GPUs as a tree" : $"`{told.Name}`, whose links give the GPUs the most bandwidth")}; `{fabric.Name}` is not in it");
    }

    /// <summary>The tree whose links give the GPUs the most bandwidth.</summary>
    static FabricPlan? Fabric(Plan plan) => plan.Fabrics.Where(f => IsTree(plan, f) && Bandwidth(plan, f) > 0).OrderByDescending(f => Bandwidth(plan, f)).FirstOrDefault();

    /// <summary>No switch is joined to another of its own tier.</summary>
    static bool IsTree(Plan plan, FabricPlan fabric)
    {
        var tiers = fabric.Tiers.SelectMany(t => t.Groups.Select(g => (Group: g, t.Role))).ToLookup(t => t.Group, t => t.Role);
        return !plan.Bundles.Any(b => b.Fabric == fabric.Name && tiers[b.A.Group].Intersect(tiers[b.B.Group]).Any());
    }

    internal static long Bandwidth(Plan plan, FabricPlan fabric) =>
        plan.Bundles.Where(b => b.Fabric == fabric.Name && plan.Model(plan.Group(b.A.Group)).Gpus > 0).Sum(b => b.Links * b.SpeedGbps);
}
