using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Two managers of a subnet that one leaf takes down together.</summary>
sealed class ManagersOnOneLeaf() : InfiniBandRule("CDL7003", "Managers on one leaf", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(Draft draft, FabricDraft fabric, IReadOnlyList<LinkDraft> links)
    {
        var managers = links.Where(IsManager).ToList();
        if (managers.Sum(l => l.Count) < 2 || draft.SwitchesOf(fabric.Name).Sum(g => (long)g.Count) < 2) yield break;
        var leaf = managers[0].Upper.Group;
        var device = managers[0].UpperSets.Devices.Min;
        if (managers.Any(l => l.Upper.Group != leaf || l.UpperSets.Devices.Min != device || l.UpperSets.Devices.Max != device)) yield break;
        Declared about = fabric.Blocks.FirstOrDefault(b => b.Leaves == leaf) is { } block ? block.Design : fabric.Design;
        yield return Report(about, managers[0].At,
            $"all {Text.Count(managers.Sum(l => l.Count), "link")} of the managers of `{fabric.Name}` end at `{leaf.Name.Format((int)device)}`: without that leaf nobody manages the subnet. Connect them to two leaves, or accept this.");
    }
}
