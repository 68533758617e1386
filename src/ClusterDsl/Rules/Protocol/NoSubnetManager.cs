using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Switches without a processor of their own, and no appliance that would manage them.</summary>
sealed class NoSubnetManager() : InfiniBandRule("CDL7002", "No subnet manager", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, FabricDraft fabric, IReadOnlyList<LinkDraft> links)
    {
        if (links.Any(IsManager) || draft.SwitchesOf(fabric.Name).Any(g => g.Model is not InfiniBandSwitch { ExternallyManaged: true })) yield break;
        var models = string.Join(", ", draft.SwitchesOf(fabric.Name).Select(g => g.Model.Id).Distinct());
        yield return Report(fabric.Design, fabric.Design.At,
            $"every switch of `{fabric.Name}` is managed from outside ({models}), and no appliance is connected to it. Connect a pair of UFM appliances, use managed switches, or accept this where a node runs the subnet manager.");
    }
}
