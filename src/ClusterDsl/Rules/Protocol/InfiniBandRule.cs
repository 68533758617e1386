using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A rule about an InfiniBand fabric: its addresses, and who manages them.</summary>
abstract class InfiniBandRule(string id, string title, Severity severity) : DesignRule(id, title, "Protocol", severity)
{
    public sealed override IEnumerable<Finding> Check(Draft draft)
    {
        var links = draft.Links.ToLookup(l => l.Fabric);
        return draft.Fabrics.Where(f => f.Design.Protocol == "InfiniBand" && f.Blocks.Count > 0).SelectMany(f => Check(draft, f, [.. links[f.Design]]));
    }

    protected abstract IEnumerable<Finding> Check(Draft draft, FabricDraft fabric, IReadOnlyList<LinkDraft> links);

    /// <summary>Whether a link ends in an appliance that manages the subnet.</summary>
    protected static bool IsManager(LinkDraft link) => link.Lower.Group.Nodes is { Model.Kind: "appliance" };
}
