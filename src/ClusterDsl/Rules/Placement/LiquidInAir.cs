using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A liquid-cooled device in a hall that has air alone.</summary>
sealed class LiquidInAir() : DesignRule("CDL4011", "Liquid-cooled device in an air-cooled rack", "Placement", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var group in draft.Groups)
            if (group is { Model: { Cooling: Cooling.Liquid } model, Hall: { Design.Cooling: { Cooling: Cooling.Air } air } hall })
                yield return Report(group.Declared, group.Nodes is null ? group.PlacedAt : group.At.Argument("model"),
                    $"{model.Id} is liquid-cooled{Recalled.Note(model.Recalled, "cooling")}; the racks of `{hall.Plan.Name}` have air alone. Place `{group.Id}` in a hall with coolant, or use an air-cooled model.",
                    Fix.Set("Declare coolant at the racks", air.At, "cooling", "Cooling.Liquid"));
    }
}
