using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>Which installed cabling a link takes, and which cords at its ends.</summary>
static class InstalledCabling
{
    /// <summary>What the author leads a link through, else what its hall has between rows and its connectors go into; null for a cable from end to end.</summary>
    public static ChannelDesign? Of(LinkDraft link, Func<CableFamily, bool> meets) => (link.Media.Channel ?? OfHall(link, meets)) is { } channel
        ? channel with { FarthestMm = Math.Max(FarthestMm(link.Lower.Group), FarthestMm(link.Upper.Group)) } : null;

    static ChannelDesign? OfHall(LinkDraft link, Func<CableFamily, bool> meets)
    {
        if (link.Lower.Group.Hall?.Design?.Structured is not { Channel: var channel } || link.Upper.Group.Hall?.Design?.Structured is null) return null;
        // The legs of one splitter may end in two rows: nobody leads half of a cable through panels without saying so.
        var leg = link.Extents.Count - 1;
        if (link.Legs > 1 && (link.Lower.Device.Moves(leg) || link.Upper.Device.Moves(leg))) return null;
        return meets(channel.Trunk) && LongestRun.Find(link, channel).LengthMm > 0 ? channel : null;
    }

    /// <summary>The longest way of a cord from a device of a group to the panels of its row; 0 where they stand in its rack.</summary>
    static int FarthestMm(GroupDraft group)
    {
        if (group is not { Placement: { } placement, Hall.Plan: { PanelRacks: > 0 } hall }) return 0;
        var racks = placement.Racks(0, group.Count - 1);
        // The frame stands at the end of the row: the first place that may be taken is the farthest.
        return hall.CordMm(hall.Places(racks).First, placement.LowestUnit);
    }

    /// <summary>The straight cord to the connectors that a splitter's legs have; the cord itself where it is straight.</summary>
    public static CableFamily Straight(CableFamily cord) => cord.Legs == 1 ? cord
        : Cables.Preferred.Concat(Cables.OtherGrades).FirstOrDefault(c => c is { HasPlugs: false, Legs: 1 } && c.Grade == cord.Grade && c.Leg == cord.Leg && c.Trunk == cord.Leg) ?? cord;

    /// <summary>Says what was assumed of the panels that a link passes.</summary>
    public static void Assume(Draft draft, LinkDraft link)
    {
        if (Channel.Of(link) is not { Design: { } channel }) return;
        var site = link.Fabric.Site.Name;
        draft.Assumptions.Add($"{site}: trunks assumed to reach the lowest unit of the racks of their panels, with the slack of a cable");
        if (new[] { link.Lower.Group, link.Upper.Group }.Any(g => g.Hall is { Plan.PanelRacks: 0 }))
            draft.Assumptions.Add($"{site}: panels assumed at the top of the racks of the devices they serve");
        if (channel.Panel.Recalled.Count > 0)
            draft.Assumptions.Add($"{channel.Panel.Id}: {Text.Count(channel.Panel.Positions, "position")} in {channel.Panel.Height} U (recalled)");
        if (channel.Panels > 2)
            draft.Assumptions.Add($"{link.Fabric.Name}: of {channel.Panels} panels all but the first assumed in the racks of the upper end's");
    }
}
