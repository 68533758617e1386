using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Paths that are to stand in for each other fail together.</summary>
sealed class PathsShareRisk() : AcrossRule("CDL6010", "Paths share a risk")
{
    protected override IEnumerable<Finding> Check(InterconnectDraft line)
    {
        if (line.Design.SurvivesLoss is null) yield break;
        foreach (var (risk, paths) in line.Shared)
        {
            var second = paths[1].Design;
            yield return Report(second, second.Risks.First(r => r.Name == risk).At,
                $"{string.Join(" and ", paths.Select(Name))} share {Text.Shown(risk)}: one cut there leaves {Text.Number(line.CapacityGbps - paths.Sum(p => p.Gbps))} of {Text.Number(line.CapacityGbps)} Gb/s, though the loss of one path is to be survived. Lead one of them another way.");
        }
    }
}
