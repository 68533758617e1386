using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Every GPU has equally many links to a switch chip, and the links of a GPU come to those that it has: else some pairs of GPUs have less than others.</summary>
sealed class LinksOffChips() : ScaleUpRule("CDL5001", "Links of a GPU do not divide over the switch chips", Severity.Error)
{
    protected override IEnumerable<Finding> Check(Draft draft, GroupDraft group, NodeModel model, ScaleUp scaleUp)
    {
        if (scaleUp is not SwitchedScaleUp { Spread: null } switched) yield break;
        var (links, chips) = (switched.LinksPerGpu, switched.ChipsPerBoard);
        var note = Recalled.Note(scaleUp.Recalled, "chips") + Recalled.Note(scaleUp.Recalled, "links per chip");
        yield return Report(group, switched.LinksPerChip.Count > 0
            ? $"`{model.Id}`: the links of a GPU to each chip name {Text.Count(switched.LinksPerChip.Count, "chip")} and come to {Text.Number(switched.LinksPerChip.Sum())}; a board has {Text.Count(chips, "chip")}, a GPU {Text.Count(links, "link")}{note}."
            : $"`{model.Id}`: {Text.Count(links, "link")} of a GPU do not divide over {Text.Count(chips, "switch chip")} ({Text.Decimal((double)links / chips)} each){note}. {Remedy(switched, scaleUp.GpusOf(model))}");
    }

    /// <summary>The nearest numbers of chips that divide the links and have the ports for them; and what is always left.</summary>
    static string Remedy(SwitchedScaleUp switched, int gpus)
    {
        var (links, chips) = (switched.LinksPerGpu, switched.ChipsPerBoard);
        var divisors = Enumerable.Range(1, links).Where(d => links % d == 0 && (switched.Link.ChipPorts == 0 || (long)gpus * (links / d) <= switched.Link.ChipPorts)).ToList();
        var around = new[] { divisors.LastOrDefault(d => d < chips), divisors.FirstOrDefault(d => d > chips) }.Where(d => d > 0).Select(d => Text.Number(d)).ToList();
        return $"{(around.Count > 0 ? string.Join(" or ", around) + " chips would; or say" : "Say")} how many go to each with `LinksPerChip`.";
    }
}
