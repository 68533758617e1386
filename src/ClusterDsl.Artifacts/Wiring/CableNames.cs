using ClusterDsl.Artifacts.Cabling;

namespace ClusterDsl.Artifacts.Wiring;

/// <summary>What the cables of a bundle are called: the <c>cable_id</c> of the cabling plan.</summary>
sealed class CableNames
{
    readonly Bundle _bundle;
    readonly IReadOnlyList<string> _trunks, _legs;

    public CableNames(Plan plan, Bundle bundle)
    {
        _bundle = bundle;
        var end = bundle.TrunkAtB ? bundle.B : bundle.A;
        _trunks = PortTexts.TrunkOf(plan.Bank(end), end.Split, bundle.Legs).Pieces;
        _legs = PortTexts.Of(plan.Bank(end), end.Split).Pieces;
    }

    /// <summary>Whether an end is the single plug of splitters.</summary>
    public bool IsTrunk(bool atB) => _bundle.Legs > 1 && _bundle.TrunkAtB == atB;

    /// <summary>The cable that a link is, or is a leg of.</summary>
    public string Of(in Wire wire) => $"{(_bundle.TrunkAtB ? wire.DeviceB : wire.DeviceA)}:{_trunks[Port(wire)]}";

    /// <summary>What its single plug is in, with a name that none of the ports it is split into has.</summary>
    public string TrunkPort(in Wire wire) => _trunks[Port(wire)] is var trunk && _bundle.Legs > 1 && _legs.Contains(trunk) ? $"{trunk} trunk" : trunk;

    int Port(in Wire wire) => _bundle.TrunkAtB ? wire.Link.PortB : wire.Link.PortA;
}
