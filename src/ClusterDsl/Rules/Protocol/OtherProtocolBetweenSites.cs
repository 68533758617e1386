using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A fabric that is to go over routers that do not speak its protocol, or to a fabric of another.</summary>
sealed class OtherProtocolBetweenSites() : DesignRule("CDL7007", "Fabric of another protocol than what joins it", "Protocol", Severity.Error)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        foreach (var line in draft.Interconnects)
        {
            if (line.Joined is not { } joined || joined.A.Protocol.Length == 0 || joined.B.Protocol.Length == 0) continue;
            var (name, at) = (line.Design.Joins!.Value.Fabric, line.Design.Joins.Value.At);
            if (joined.A.Protocol != joined.B.Protocol)
                yield return Report(line.Design, at, $"`{name}` is {joined.A.ProtocolName} at `{line.A.Name}` and {joined.B.ProtocolName} at `{line.B.Name}`: nothing joins the two. Build both in one protocol.");
            else if (line.Paths.SelectMany(p => p.Ends).Select(e => e.Model).FirstOrDefault(m => m.Protocol != joined.A.Protocol) is { } other)
                yield return Report(line.Design, at, $"`{name}` is {joined.A.ProtocolName}, {other.Id} speaks {other.Protocol}. {(other.Protocol == "Ethernet" ? "Use long-haul InfiniBand equipment" : "Use an Ethernet router")}, or leave the fabric to its site.");
        }
    }
}
