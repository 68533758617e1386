using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>An interconnect that lacks something it cannot do without.</summary>
sealed class IncompleteInterconnect() : AcrossRule("CDL6019", "Incomplete interconnect")
{
    public override bool CanBeAccepted => false;

    public override IEnumerable<Finding> Check(Draft draft) =>
        from line in draft.Interconnects
        from missing in line.Missing
        select Report(line.Design, missing.At, $"interconnect `{line.Design.Name}`: {missing.What}. {missing.Remedy}.", missing.Fix);
}
