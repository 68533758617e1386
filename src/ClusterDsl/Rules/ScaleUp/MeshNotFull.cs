using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>GPUs without a switch speak over their own links: each needs equally many to each other.</summary>
sealed class MeshNotFull() : ScaleUpRule("CDL5004", "Full mesh that the links cannot make", Severity.Error)
{
    protected override IEnumerable<Finding> Check(Draft draft, GroupDraft group, NodeModel model, ScaleUp scaleUp)
    {
        var gpus = scaleUp.GpusOf(model);
        if (scaleUp is not MeshScaleUp || gpus < 2 || DomainPlanner.PerPair(scaleUp, gpus) is not null) yield break;
        var (links, others) = (scaleUp.LinksPerGpu, gpus - 1);
        // Domains of which a node has whole ones, or that are whole nodes.
        var fits = Enumerable.Range(2, gpus - 2).LastOrDefault(n => DomainPlanner.PerPair(scaleUp, n) is not null && (model.Gpus % n == 0 || n % model.Gpus == 0));
        yield return Report(group, $"`{model.Id}`: {Text.Count(links, "link")} of a GPU make no full mesh of {Text.Number(gpus)}{Recalled.Note(scaleUp.Link.Recalled, "per GPU")}: there are {Text.Number(others)} others ({Text.Decimal((double)links / others)} links each). "
            + (links < others ? $"They reach {Text.Number(links)} of them: join the GPUs through switch chips{(fits > 0 ? $", or make domains of {Text.Number(fits)}" : "")}." : $"{Text.Number(links / others * others)} links would be {Text.Number(links / others)} to each."));
    }
}
