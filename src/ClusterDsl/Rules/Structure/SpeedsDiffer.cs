using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Two ends that have no speed and signalling in common, with or without a breakout.</summary>
sealed class SpeedsDiffer() : DesignRule("CDL1108", "Link speeds differ at the ends", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft) =>
        from network in draft.Fabrics.Select(f => (Name: $"fabric `{f.Name}`", f.Mismatches)).Concat(draft.Interconnects.Select(i => (Name: $"interconnect `{i.Design.Name}`", i.Mismatches)))
        from mismatch in network.Mismatches.GroupBy(m => (m.At, m.Lower, m.Upper)).Select(same => same.First())
        select Report(mismatch.At, $"{network.Name}: {mismatch.Lower}; {mismatch.Upper}. {mismatch.Remedy}.", mismatch.Fix);
}
