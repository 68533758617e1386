using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A rule about what joins the GPUs of a node group: it blames the model that the nodes were declared with.</summary>
abstract class ScaleUpRule(string id, string title, Severity severity) : DesignRule(id, title, "Scale-up", severity)
{
    public sealed override IEnumerable<Finding> Check(Draft draft) =>
        from @group in draft.Groups
        where @group.Nodes?.Model is { ScaleUp: not null, Gpus: > 0 }
        from finding in Check(draft, @group, @group.Nodes!.Model, @group.Nodes.Model.ScaleUp!)
        select finding;

    protected abstract IEnumerable<Finding> Check(Draft draft, GroupDraft group, NodeModel model, ScaleUp scaleUp);

    protected Finding Report(GroupDraft group, string message, params Fix?[] fixes) => Report(group.Declared, group.At.Argument("model"), message, fixes);
}
