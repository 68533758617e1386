using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>topology-block.conf</c>: the nodes with GPUs for Slurm's <c>topology/block</c> (from 23.11; installed as <c>topology.conf</c>). A block is a scale-up domain
/// that joins several nodes, or a device that fills a rack; where domains are smaller, the nodes that share their leaves. Blocks are as large as the smallest,
/// and two, four, eight of them are planned together.
/// </summary>
public sealed class SlurmBlocks : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "slurm-block";

    /// <inheritdoc/>
    public override string FileName => "topology-block.conf";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        using var lines = Lines.On(output);
        var blocks = Blocks(plan).ToList();
        if (blocks.Count == 0) return;
        for (var b = 0; b < blocks.Count; b++)
            lines.WriteLine($"BlockName={FormattableString.Invariant($"block{b + 1:000}")} Nodes={string.Join(",", HostList.Of(blocks[b].Group.Name, blocks[b].Devices))}");
        // Each size is a power of two of the first, and no block has fewer nodes than that (block_record.c).
        var smallest = blocks.Min(b => b.Devices.Count);
        lines.WriteLine($"BlockSizes={string.Join(",", Enumerable.Range(0, MostLevels).Select(level => 1 << level).TakeWhile(count => count <= blocks.Count).Select(count => smallest * count))}");
    }

    /// <summary>Slurm plans with no more levels than these.</summary>
    const int MostLevels = 16;

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan)
    {
        foreach (var group in WithGpus(plan).Where(g => FillsRack(plan, g)))
            yield return Without(group.At, $"a device of `{group.Id}` is a rack of several hosts, whose names the plan does not know: put them in place of its own");
        if (Fabric(plan) is not { } told) yield break;
        foreach (var fabric in plan.Fabrics.Where(f => f != told && SlurmTopology.Bandwidth(plan, f) > 0))
            yield return Without(fabric.At, $"blocks follow `{told.Name}`, whose links give the GPUs the most bandwidth; `{fabric.Name}` is not in them");
    }

    static IEnumerable<(DeviceGroup Group, IReadOnlyList<int> Devices)> Blocks(Plan plan)
    {
        foreach (var group in WithGpus(plan))
            foreach (var block in FillsRack(plan, group) ? Every(group, 1)
                     : plan.Domains.FirstOrDefault(d => d.Group == group.Id) is { NodesPerDomain: > 1 and var nodes } ? Every(group, nodes)
                     : UnderLeaves(plan, group)) yield return (group, block);
    }

    static IEnumerable<DeviceGroup> WithGpus(Plan plan) => plan.Groups.Where(g => g.Count > 0 && plan.Model(g).Gpus > 0);

    static bool FillsRack(Plan plan, DeviceGroup group) => group.Placement is { } placement && 2 * plan.Model(group).HeightU > plan.Hall(placement).RackUnits;

    static IEnumerable<IReadOnlyList<int>> Every(DeviceGroup group, int nodes) => Enumerable.Range(0, group.Count).Chunk(nodes);

    /// <summary>The nodes of a group that are joined to the same leaves: a scalable unit, a segment.</summary>
    static IEnumerable<IReadOnlyList<int>> UnderLeaves(Plan plan, DeviceGroup group)
    {
        if (Fabric(plan) is not { } fabric) return [[.. Enumerable.Range(0, group.Count)]];
        var numbers = new DeviceNumbers(plan);
        var leaves = new List<int>?[group.Count];
        foreach (var bundle in plan.Bundles.Where(b => b.Fabric == fabric.Name && b.A.Group == group.Id))
            foreach (var link in bundle.InOrder()) DeviceNumbers.Add(ref leaves[link.DeviceA], numbers.Of(bundle.B.Group, link.DeviceB));
        return Enumerable.Range(0, group.Count).GroupBy(d => string.Join(" ", DeviceNumbers.Sorted(leaves[d] ?? [])), StringComparer.Ordinal).Select(b => b.ToList());
    }

    /// <summary>The fabric whose links give the GPUs the most bandwidth.</summary>
    internal static FabricPlan? Fabric(Plan plan) => plan.Fabrics.Where(f => SlurmTopology.Bandwidth(plan, f) > 0).MaxBy(f => SlurmTopology.Bandwidth(plan, f));
}
