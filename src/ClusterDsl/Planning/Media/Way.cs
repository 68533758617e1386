using ClusterDsl.Model;
using ClusterDsl.Plans;

namespace ClusterDsl.Planning;

/// <summary>
/// The way along the trays that the cable of a link has to be long enough for: from rack to rack, or, where installed cabling leads it, from
/// the panels of the one rack to those of the other.
/// </summary>
sealed class Way
{
    readonly Route _route;
    readonly HallPlan _hallA, _hallB;
    readonly ChannelDesign? _channel;

    Way(ChannelDesign? channel, Placement a, HallPlan hallA, Placement b, HallPlan hallB, Route route) =>
        (_channel, A, _hallA, B, _hallB, _route) = (channel, a, hallA, b, hallB, route);

    /// <summary>The way of a link by the channel that it has been given; null where none leads from the one end to the other.</summary>
    public static Way? Of(LinkDraft link) => Of(link, link.Channel);

    public static Way? Of(LinkDraft link, ChannelDesign? channel)
    {
        if (link.Lower.Group is not { Placement: { } a, Hall: { } hallA } || link.Upper.Group is not { Placement: { } b, Hall: { } hallB }) return null;
        // A trunk is long enough for any unit of the racks that its panels stand in.
        var (lowA, lowB) = channel is null ? (a.LowestUnit, b.LowestUnit) : (1, 1);
        return Route.Between(hallA.Plan, lowA, hallB.Plan, lowB, hallA.Trays) is { } route ? new Way(channel, a, hallA.Plan, b, hallB.Plan, route) : null;
    }

    public Placement A { get; }
    public Placement B { get; }

    /// <summary>Whether the way within a block of racks is the same wherever the block is: a block is in one row, and so at one frame of panels.</summary>
    public bool IsAlikeEverywhere => _hallA.RackGapEvery == 0;

    bool HasFrames => _channel is not null && (_hallA.PanelRacks > 0 || _hallB.PanelRacks > 0);

    /// <summary>Between two racks; 0 where they share the panels that the channel begins and ends at.</summary>
    public int LengthMm(int rackA, int rackB)
    {
        if (_channel is null) return _route.LengthMm(rackA, rackB);
        var (a, b) = (_hallA.PanelRack(rackA), _hallB.PanelRack(rackB));
        return _channel.BetweenRows && a == b && _hallA.Name == _hallB.Name ? 0 : _route.LengthMm(a, b);
    }

    /// <summary>No way between racks of these runs is longer.</summary>
    public int AtMostMm((int Lowest, int Highest) a, (int Lowest, int Highest) b)
    {
        if (!HasFrames) return _route.AtMostMm(a, b);
        if (_hallA.PanelRacks > 0 && _hallB.PanelRacks > 0)
            // The frames of all rows are at one place of them: the farthest rows are the longest way.
            return Math.Max(Math.Max(LengthMm(a.Lowest, b.Highest), LengthMm(a.Highest, b.Lowest)), Math.Max(LengthMm(a.Highest, b.Highest), LengthMm(a.Lowest, b.Lowest)));
        return _route.AtMostMm((_hallA.PanelRack(a.Lowest), _hallA.PanelRack(a.Highest)), (_hallB.PanelRack(b.Lowest), _hallB.PanelRack(b.Highest)));
    }
}
