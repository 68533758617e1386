using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More weight than a rack may carry.</summary>
sealed class RackOverWeight() : DesignRule("CDL4005", "Rack over its weight", "Placement", Severity.Error)
{
    public override bool CanBeAccepted => true;

    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var hall in draft.Halls)
        {
            if (hall.Design?.RackWeight is not { } limit) continue;
            var said = new HashSet<GroupDraft>();
            foreach (var (rack, contents) in draft.Contents(hall))
            {
                if (contents.Sum(c => c.Grams) is var grams && grams <= limit.Grams) continue;
                var heaviest = contents.OrderByDescending(c => c.Grams).First();
                if (!said.Add(heaviest.Group)) continue;
                var model = heaviest.Group.Model;
                var fits = (limit.Grams - (grams - heaviest.Grams)) / model.Weight.Grams;
                yield return Report(heaviest.Group.Declared, heaviest.Group.PlacedAt,
                    $"rack {hall.Plan.RackName(rack)} of `{hall.Plan.Name}` holds {Contents.Sum(contents, c => c.Grams, g => Text.Decimal(g / 1000.0) + " kg")}; it may carry {Text.Decimal(limit.Grams / 1000.0)} kg.{Recalled.Note(model.Recalled, "weight")} {(fits > 0 ? $"Put {fits} of `{heaviest.Group.Id}` in a rack." : "Use racks that carry more.")}",
                    heaviest.Group.Nodes?.PerRack is { } declared && fits > 0 ? Fix.Set($"Put {fits} in a rack", declared.At, "count", fits.ToString()) : null,
                    Fix.Set($"Use racks for {(grams + 999) / 1000} kg", limit.At, "weight", $"{(grams + 999) / 1000}.Kilograms()"));
            }
        }
    }
}
