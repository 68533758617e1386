using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More is connected to a switch than it has ports.</summary>
sealed class TooFewPorts() : DesignRule("CDL1101", "Too few switch ports", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft) =>
        from fabric in draft.Fabrics
        from shortage in fabric.Shortages
        select Report(shortage.At, $"`{shortage.Device}` needs {shortage.Needs}; {shortage.Has}. {shortage.Remedy}.", shortage.Fix);
}
