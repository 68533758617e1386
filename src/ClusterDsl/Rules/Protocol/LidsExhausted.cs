using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>More ports and switches than an InfiniBand subnet has addresses for.</summary>
sealed class LidsExhausted() : InfiniBandRule("CDL7001", "More ports than a subnet has addresses", Severity.Error)
{
    /// <summary>Unicast LIDs, 0x0001 to 0xBFFF.</summary>
    const int Unicast = 49_151;

    public override bool CanBeAccepted => true;

    protected override IEnumerable<Finding> Check(Draft draft, FabricDraft fabric, IReadOnlyList<LinkDraft> links)
    {
        // Planes that nothing joins are subnets of their own.
        var subnets = fabric.Design.PlaneCount;
        var ports = links.Where(l => l.Lower.Group.Nodes is not null).Sum(l => l.Count) / subnets;
        var switches = draft.SwitchesOf(fabric.Name).Sum(g => (long)g.Count) / subnets;
        if (ports + switches > Unicast)
            yield return Report(fabric.Design, fabric.Design.At,
                $"`{fabric.Name}`{(subnets > 1 ? " in each of its planes" : "")} has {Text.Number(ports)} ports of nodes and {Text.Number(switches)} switches, {Text.Number(ports + switches)} addresses; a subnet has {Text.Number(Unicast)} (recalled), one to a port and a switch. "
                + "Divide it into planes, or into fabrics joined by routers and accept this.");
    }
}
