using System.Globalization;

namespace ClusterDsl.Artifacts.Cabling;

/// <summary>What is written of the links of a bundle beside the connectors they ride on: the fibres, the cable, its leg, and the cords at both ends.</summary>
sealed class RiderTexts
{
    readonly Bundle _bundle;
    readonly ChannelPlan _channel;
    readonly NameTemplate _trunkDevice;
    readonly PortTexts _trunks;
    readonly Placement _a, _b;
    readonly HallPlan _hallA, _hallB;
    readonly Part _cordA, _cordB;

    public RiderTexts(Plan plan, Bundle bundle)
    {
        (_bundle, _channel) = (bundle, bundle.Channel!);
        var end = bundle.TrunkAtB ? bundle.B : bundle.A;
        var group = plan.Group(end.Group);
        _trunkDevice = group.Name;
        _trunks = PortTexts.TrunkOf(plan.Model(group).Bank(end.Bank), end.Split, bundle.Legs);
        (_a, _b) = (plan.Group(bundle.A.Group).Placement!, plan.Group(bundle.B.Group).Placement!);
        (_hallA, _hallB) = (plan.Hall(_a), plan.Hall(_b));
        (_cordA, _cordB) = (plan.Part(_channel.CordA), plan.Part(_channel.CordB));
    }

    /// <summary>The cells used_fibres, cable_id, leg, from_cord and to_cord.</summary>
    public string[] Cells(Rider rider)
    {
        var end = _bundle.TrunkAtB ? _bundle.B : _bundle.A;
        var cable = $"{_trunkDevice.Format(end.Device.At(rider.Index))}:{_trunks.Pieces[end.Port.At(rider.Index)]}";
        var leg = _bundle.Legs == 1 ? 1 : rider.Index[^1] + 1;
        var isLast = rider.Stage == _channel.Trunks - 1;
        // A cord between two panels is written at the trunk that it comes from.
        var lower = rider.Stage > 0 ? "" : Cord(_cordA, _channel.CordMm(_hallA, _a.Rack(_bundle.A.Device.At(rider.Index)), _a.LowestUnit));
        var upper = !isLast ? Cord(_cordA, _channel.PatchMm)
            : _channel.EndsAtDevice ? "" : Cord(_cordB, _channel.CordMm(_hallB, _b.Rack(_bundle.B.Device.At(rider.Index)), _b.LowestUnit));
        return [_channel.Trunk.InUse(_channel.UsedFibres), cable, leg.ToString(CultureInfo.InvariantCulture), rider.FromB ? upper : lower, rider.FromB ? lower : upper];
    }

    static string Cord(Part cord, int mm) => CableRun.PartNumber(cord.Id, cord.StockLength(mm));
}
