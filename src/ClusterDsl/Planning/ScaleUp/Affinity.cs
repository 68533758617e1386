using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>GPUs and compute adapters of a node at its PCI Express switches: each GPU belongs to an adapter of its own switch.</summary>
sealed class Affinity
{
    readonly PcieTree _tree;

    Affinity(PcieTree tree, int gpus, int nics)
    {
        _tree = tree;
        GpuSwitches = Spread(tree.Gpus, gpus, tree.Switches);
        NicSwitches = Spread(tree.Nics, nics, tree.Switches);
        GpuNics = Nearest();
    }

    public Seq<int> GpuSwitches { get; }
    public Seq<int> NicSwitches { get; }

    /// <summary>The adapter of each GPU; -1 where none is at its switch.</summary>
    public Seq<int> GpuNics { get; }

    /// <summary>The affinity inside a node; null where nobody says what hangs where.</summary>
    public static Affinity? Of(NodeModel model) =>
        model is { ScaleUp.Pcie: { } tree, Gpus: > 0 } && model.For(Role.Compute) is { Count: > 0 } role
        && model.Bank(role.Bank) is { } bank && role.Count <= bank.Count(bank.Native) ? new Affinity(tree, model.Gpus, role.Count / tree.PortsPerNic) : null;

    /// <summary>As said; or evenly, those next to each other at one switch.</summary>
    public static Seq<int> Spread(Seq<int> said, int count, int switches) =>
        said.Count > 0 ? said : Enumerable.Range(0, count).Select(i => (int)((long)i * switches / count)).ToSeq();

    /// <summary>Of the GPUs at a switch, as many in turn belong to each of its adapters.</summary>
    Seq<int> Nearest()
    {
        var nics = Enumerable.Range(0, NicSwitches.Count).ToLookup(n => NicSwitches[n]);
        var gpus = Enumerable.Range(0, GpuSwitches.Count).ToLookup(g => GpuSwitches[g]);
        var nearest = Enumerable.Repeat(-1, GpuSwitches.Count).ToArray();
        foreach (var at in gpus)
        {
            var (own, there) = (at.ToList(), nics[at.Key].ToList());
            for (var i = 0; i < own.Count && there.Count > 0; i++) nearest[own[i]] = there[(int)((long)i * there.Count / own.Count)];
        }
        return nearest.ToSeq();
    }

    public AffinityPlan Plan(Draft draft, GroupDraft group) => new(_tree.Link.Name, _tree.Switches, GpuSwitches, NicSwitches, GpuNics, Rails(draft, group));

    /// <summary>Port j of a node lands on leaf j of its unit, beginning again: the rail of an adapter is that of its first port.</summary>
    Seq<int> Rails(Draft draft, GroupDraft group)
    {
        var block = draft.Fabrics.Where(f => f.Design.RailOptimized).SelectMany(f => f.Blocks)
            .FirstOrDefault(b => b.Rails > 1 && b.Units.Any(u => u.Nodes == group));
        return block is null ? Seq<int>.Empty
            : Enumerable.Range(0, NicSwitches.Count).Select(n => n * _tree.PortsPerNic % block.Ways / (block.Ways / block.Rails)).ToSeq();
    }
}
