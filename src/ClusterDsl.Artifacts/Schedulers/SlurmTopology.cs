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
        var below = new Dictionary<(string Group, int Device), SortedSet<(string Group, int Device)>>();
        foreach (var wire in Wire.Of(plan, bundles.Where(b => switches.Contains(b.B.Group))))
        {
            if (!switches.Contains(wire.Bundle.A.Group) && plan.Model(plan.Group(wire.Bundle.A.Group)).Gpus == 0) continue;
            var upper = (wire.Bundle.B.Group, wire.Link.DeviceB);
            if (!below.TryGetValue(upper, out var set)) below.Add(upper, set = []);
            set.Add((wire.Bundle.A.Group, wire.Link.DeviceA));
        }

        var known = new Dictionary<(string, int), string>();
        foreach (var tier in fabric.Tiers)
            foreach (var same in tier.Groups.SelectMany(g => Enumerable.Range(0, plan.Group(g).Count).Select(d => (Group: g, Device: d)))
                         .Where(below.ContainsKey).GroupBy(Below, StringComparer.Ordinal).Where(same => same.Key.Length > 0))
            {
                var name = plan.Group(same.First().Group).Name.Format(same.First().Device);
                foreach (var one in same) known.Add(one, name);
                lines.WriteLine($"SwitchName={name} {same.Key}");
            }

        string Below((string Group, int Device) upper)
        {
            var set = below[upper];
            var nodes = set.Where(d => !switches.Contains(d.Group)).ToList();
            return nodes.Count > 0
                ? "Nodes=" + string.Join(",", nodes.GroupBy(n => n.Group).SelectMany(g => HostList.Of(plan.Group(g.Key).Name, [.. g.Select(n => n.Device)])))
                : string.Join(",", set.Where(known.ContainsKey).Select(d => known[d]).Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } joined ? $"Switches={joined}"
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
