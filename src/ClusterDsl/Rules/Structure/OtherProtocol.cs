using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A port that cannot be set to the protocol of the fabric that it is connected to.</summary>
sealed class OtherProtocol() : DesignRule("CDL1134", "Port speaks another protocol", "Structure", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft) =>
        draft.Links.SelectMany(l => new[] { (Link: l, End: l.Lower), (Link: l, End: l.Upper) })
            // A cage that no setting makes speak InfiniBand is another rule's.
            .Where(e => e.Link.Fabric.Protocol != "InfiniBand" || e.End.Ports.Bank.Cage.CarriesInfiniBand)
            .Where(e => Enum.TryParse<Protocols>(e.Link.Fabric.Protocol, out var spoken) && (e.End.Ports.Bank.Speaks & spoken) == 0)
            .Select(e => Report(e.Link.At,
                $"the {e.End.Ports.Bank.Name} ports of `{e.End.Group.Id}` ({e.End.Group.Model.Id}) speak {e.End.Ports.Bank.Speaks}; `{e.Link.Fabric.Name}` is {e.Link.Fabric.ProtocolName}. "
                + "Connect ports of another role, or another fabric."))
            .GroupBy(f => (f.At, f.Message)).Select(f => f.First());
}
