using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More links between two rows than the trunks that were said to lie there have connectors.</summary>
sealed class TooFewTrunks() : DesignRule("CDL3028", "Too few trunks", "Optics", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        var lacking = draft.Panels.Trunks.Where(t => t.Riders.Said > 0 && t.Riders.Needed(t.Key.Trunk) > t.Riders.Said);
        // The two rows with the most speak for the others: what they need is enough for all.
        foreach (var hall in lacking.GroupBy(t => t.Link.Channel!.At))
        {
            var (key, riders, link) = hall.OrderByDescending(t => t.Riders.Links).First();
            var needed = riders.Needed(key.Trunk);
            yield return Report(hall.Key.Argument("trunks"),
                $"{(draft.Panels.MayBeMore ? "at least " : "")}{Text.Count(riders.Links, "link")} between the panels in {key.From.Hall.RackName(key.From.Rack)} and {key.To.Hall.RackName(key.To.Rack)} of `{key.From.Hall.Name}` need {Text.Count(needed, "trunk")} of {key.Trunk.Id} with {Text.Count(key.Trunk.Connectors, "connector")} each; {Text.Number(riders.Said)} {(riders.Said == 1 ? "lies" : "lie")} there. Lay {Text.Number(needed)}, or leave the number out.",
                Fix.Set($"Lay {Text.Count(needed, "trunk")}", hall.Key, "trunks", needed.ToString()));
        }
    }
}
