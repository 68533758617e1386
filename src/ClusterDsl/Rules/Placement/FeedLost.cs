using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A rack that draws more than its feeds carry when one of them is lost.</summary>
sealed class FeedLost() : DesignRule("CDL4006", "Rack that does not survive the loss of a feed", "Placement", Severity.Error)
{
    public override bool CanBeAccepted => true;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var hall in draft.Halls)
        {
            if (hall.Design?.Feeds is not { Count: > 1 } feeds) continue;
            var left = (feeds.Count - 1L) * feeds.Watts;
            var said = new HashSet<GroupDraft>();
            foreach (var (rack, contents) in draft.Contents(hall))
            {
                if (contents.Sum(c => c.Watts) is var watts && watts <= left) continue;
                var most = contents.OrderByDescending(c => c.Watts).First();
                if (!said.Add(most.Group)) continue;
                var fits = (left - (watts - most.Watts)) / most.Group.Model.Power.Watts;
                var each = (watts + feeds.Count - 2) / (feeds.Count - 1);
                yield return Report(most.Group.Declared, most.Group.PlacedAt,
                    $"rack {hall.Plan.RackName(rack)} of `{hall.Plan.Name}` draws {Contents.Sum(contents, c => c.Watts, w => Text.Decimal(w / 1000.0) + " kW")}; when one of its {feeds.Count} feeds is lost, {Text.Decimal(left / 1000.0)} kW {(feeds.Count == 2 ? "is" : "are")} left.{Recalled.Note(most.Group.Model.Recalled, "power")} {(fits > 0 ? $"Put {fits} of `{most.Group.Id}` in a rack, or" : "Use")} feeds of {Text.Decimal(each / 1000.0)} kW.",
                    most.Group.Nodes?.PerRack is { } declared && fits > 0 ? Fix.Set($"Put {fits} in a rack", declared.At, "count", fits.ToString()) : null,
                    Fix.Set($"Use feeds of {Text.Decimal(each / 1000.0)} kW", feeds.At, "each", $"{each}.Watts()"));
            }
        }
    }
}
