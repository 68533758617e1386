using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A fabric that lacks something it cannot do without.</summary>
sealed class IncompleteFabric() : DesignRule("CDL1005", "Incomplete fabric", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft) =>
        from fabric in draft.Fabrics
        from missing in fabric.Missing
        select Report(missing.At, $"fabric `{fabric.Name}`: {missing.What}. {missing.Remedy}.", missing.Fix);
}
