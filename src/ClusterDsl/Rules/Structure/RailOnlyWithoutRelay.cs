using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Rails that share no switch need something in the node that relays from rail to rail: GPUs joined by a scale-up network.</summary>
sealed class RailOnlyWithoutRelay() : DesignRule("CDL1121", "Rail-only nodes that cannot relay", "Structure", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft) =>
        from fabric in draft.Fabrics
        where fabric.Design.RailOnly is not null
        from block in fabric.Blocks
        where block.Ways > 1
        from units in block.Units
        where units.Nodes.Nodes?.Model.Gpus is < 2
        select Report(fabric.Design, fabric.Design.RailOnly!,
            $"`{fabric.Name}` joins its {block.Ways} rails nowhere, and `{units.Nodes.Id}` has {(units.Nodes.Nodes!.Model.Gpus == 0 ? "no GPUs" : "a single GPU")} to relay from one to another: two of its nodes reach each other only on the same rail. Use `.RailOptimized()` with spines instead.");
}
