using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>
/// Switches of one rack that blow against each other: one breathes what the other has heated. Servers are no part of it: a switch is often mounted
/// with its ports to their rear. Only where the definition places one of them.
/// </summary>
sealed class AirflowMixed() : DesignRule("CDL4012", "Airflow mixed in a rack", "Placement", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var hall in draft.Halls)
        {
            var said = new HashSet<(GroupDraft, GroupDraft)>();
            foreach (var (rack, contents) in draft.ContentsWherePlaced(hall))
            {
                // One that the definition places is the one that can move, or can be bought with other fans.
                var blowing = contents.Where(c => c.Group is { Nodes: null } && c.BaseU > 0 && c.Group.Model.Airflow is Airflow.FrontToRear or Airflow.RearToFront or Airflow.LeftToRight or Airflow.RightToLeft)
                    .OrderBy(c => c.Group.Place is not null).ToList();
                if (blowing.Count < 2 || blowing.LastOrDefault(c => c.Group.Model.Airflow != blowing[0].Group.Model.Airflow) is not { Group.Place: not null } other || !said.Add((blowing[0].Group, other.Group))) continue;
                var (first, second) = (blowing[0].Group, other.Group);
                yield return Report(second.Declared, second.PlacedAt,
                    $"in rack {hall.Plan.RackName(rack)} of `{hall.Plan.Name}`, `{first.Id}` ({first.Model.Id}) blows {Way(first.Model.Airflow)}{Recalled.Note(first.Model.Recalled, "airflow")} and `{second.Id}` ({second.Model.Id}) {Way(second.Model.Airflow)}{Recalled.Note(second.Model.Recalled, "airflow")}. Order one of them with reversed fans, or place them in different racks.");
            }
        }
    }

    static string Way(Airflow flow) => flow switch
    {
        Airflow.FrontToRear => "front to rear",
        Airflow.RearToFront => "rear to front",
        Airflow.LeftToRight => "left to right",
        _ => "right to left",
    };
}
