using ClusterDsl.Artifacts.Simulators;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>&lt;fabric&gt;.htsim.topo</c>: a fabric of two or three tiers as htsim's fat tree reads it (Broadcom/csg-htsim, fat_tree_topology.cpp): counts and speeds, from which it
/// makes the tree itself. A host of htsim has one port: each port of a node is one, and hosts are counted leaf by leaf. Latencies are those of htsim's examples.
/// </summary>
public sealed class HtsimTopology : Artifact
{
    /// <inheritdoc/>
    public override string Format => "htsim";

    /// <inheritdoc/>
    public override IEnumerable<ArtifactFile> Files(Plan plan)
    {
        foreach (var fabric in plan.Fabrics)
            if (RegularTree.Of(plan, fabric, out _) is { } tree) yield return new ArtifactFile($"{fabric.Name}.htsim.topo", output => Write(tree, output));
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan)
    {
        foreach (var fabric in plan.Fabrics)
            if (RegularTree.Of(plan, fabric, out var why) is null) yield return Without(fabric.At, $"`{fabric.Name}` is not written: {why}");
    }

    static void Write(RegularTree tree, Stream output)
    {
        using var lines = Lines.On(output);
        lines.WriteLine(FormattableString.Invariant($"Nodes {tree.Hosts}"));
        lines.WriteLine(FormattableString.Invariant($"Tiers {tree.Tiers.Count}"));
        lines.WriteLine(FormattableString.Invariant($"Podsize {tree.HostsPerPod}"));
        for (var t = 0; t < tree.Tiers.Count; t++)
        {
            var tier = tree.Tiers[t];
            lines.WriteLine();
            lines.WriteLine(FormattableString.Invariant($"Tier {t}"));
            lines.WriteLine(FormattableString.Invariant($"Downlink_speed_Gbps {tier.DownGbps}"));
            lines.WriteLine(FormattableString.Invariant($"Radix_Down {tier.Down}"));
            if (tier.Up > 0) lines.WriteLine(FormattableString.Invariant($"Radix_Up {tier.Up}"));
            if (tier.Up > 0) lines.WriteLine(FormattableString.Invariant($"Oversubscribed {tier.Oversubscription}"));
            lines.WriteLine(FormattableString.Invariant($"Bundle {tier.Parallel}"));
            lines.WriteLine("Downlink_Latency_ns 1000");
            lines.WriteLine("Switch_Latency_ns 0");
        }
    }
}
