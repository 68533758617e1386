using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Two groups in the same units of a rack: one of them was placed there by name.</summary>
sealed class UnitsTakenTwice() : DesignRule("CDL4004", "Units taken twice", "Placement", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var hall in draft.Halls)
        {
            var said = new HashSet<(GroupDraft, GroupDraft)>();
            foreach (var (rack, contents) in draft.ContentsWherePlaced(hall))
                // From the lowest unit upwards: who begins below the end of one before takes what that one has.
                for (var (i, below) = (0, default(RackContent)); i < contents.Count; i++)
                {
                    var content = contents[i];
                    if (content.BaseU == 0) continue;
                    if (below is not null && content.BaseU < below.BaseU + below.Units)
                    {
                        // The one that names its place is the one that can move.
                        var (named, other) = content.Group.Place is null && below.Group.Place is not null ? (below, content) : (content, below);
                        if (said.Add((named.Group, other.Group)))
                            yield return Report(named.Group.Declared, named.Group.PlacedAt,
                                $"in rack {hall.Plan.RackName(rack)} of `{hall.Plan.Name}`, {Stand(named)} and {Stand(other)}. Place one of them in other units, or in another rack.");
                    }
                    if (below is null || content.BaseU + content.Units > below.BaseU + below.Units) below = content;
                }
        }
    }

    static string Stand(RackContent content) =>
        $"{Text.Count(content.Devices, "device")} of `{content.Group.Id}` {(content.Devices == 1 ? "takes" : "take")} U{content.BaseU}{(content.Units > 1 ? $" to U{content.BaseU + content.Units - 1}" : "")}";
}
