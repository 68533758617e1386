using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More host ports than one scheduled system has: every receiver has a queue at every sender, and their number is bounded.</summary>
sealed class SystemTooLarge() : DesignRule("CDL7203", "Scheduled fabric beyond its limit", "Protocol", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft) =>
        from fabric in draft.Fabrics
        from block in fabric.Blocks
        let model = block.Design.Model as LineBox
        where model is { SystemPorts: > 0 }
        let ports = (long)block.Leaves.Count * model.Host.Count(model.Host.Native)
        where ports > model.SystemPorts
        select Report(block.Design, block.Design.At,
            $"{Text.Count(block.Leaves.Count, "line box", "line boxes")} have {Text.Number(ports)} host ports; one system of {model.Id} has at most {Text.Number(model.SystemPorts)}{Recalled.Note(model.Recalled, "system ports")}. Split the nodes over several fabrics.");
}
