using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The paths that are left when one is lost carry less than the traffic.</summary>
sealed class LossOfPathLeavesTooLittle() : AcrossRule("CDL6009", "Too little left after losing a path")
{
    protected override IEnumerable<Finding> Check(InterconnectDraft line)
    {
        if (line.Design.SurvivesLoss is not { } at || line.Worst is not { } worst) yield break;
        var needed = line.Design.Capacity?.Gbps ?? 1;
        // Too little as it is, is another rule's.
        if (line.AfterLossOfPathGbps >= needed || line.CapacityGbps < needed) yield break;
        yield return Report(line.Design, at,
            $"losing {Name(worst)} leaves `{line.Design.Name}` {Text.Number(line.AfterLossOfPathGbps)} of {Text.Number(line.CapacityGbps)} Gb/s{(line.Design.Capacity is null ? "" : $"; its traffic is {Text.Number(needed)} Gb/s")}. "
            + (line.Paths.Count == 1 ? "Declare a second path, or a second route with `.Protected(…)`." : "Give the other paths more wavelengths, or leave the numbers out so that they are counted."));
    }
}
