using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Cables between two halls that no tray joins: nothing says how long they are.</summary>
sealed class NoTrayBetween() : DesignRule("CDL4009", "No tray between two halls", "Placement", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        var said = new HashSet<(HallDraft, HallDraft)>();
        foreach (var link in draft.Links)
            if (link.Lower.Group.Hall is { } a && link.Upper.Group.Hall is { } b && a != b && a.Plan.Site == b.Plan.Site
                && Route.Between(a.Plan, 1, b.Plan, 1, a.Trays) is null && !said.Contains((b, a)) && said.Add((a, b)))
                yield return Report(link.Fabric, link.At,
                    $"`{link.Lower.Group.Id}` stands in hall `{a.Plan.Name}`, `{link.Upper.Group.Id}` in `{b.Plan.Name}`, and no tray joins the two: nobody knows how long {Text.Count(link.Count, "cable")} must be. Declare it on the site: `.Tray({Text.Literal(a.Plan.Name)}, {Text.Literal(b.Plan.Name)}, 30.Metres())`.");
    }
}
