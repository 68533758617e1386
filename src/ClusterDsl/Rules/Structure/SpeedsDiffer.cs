using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Two ends that have no speed and signalling in common, with or without a breakout.</summary>
sealed class SpeedsDiffer() : DesignRule("CDL1108", "Link speeds differ at the ends", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft) =>
        from fabric in draft.Fabrics
        from mismatch in fabric.Mismatches
        select Report(mismatch.At, $"fabric `{fabric.Name}`: {mismatch.Lower}; {mismatch.Upper}. {mismatch.Remedy}.", mismatch.Fix);
}
