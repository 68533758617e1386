using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A module with another number of ports than its cage gives: one port in a twin-port cage leaves the other dark.</summary>
sealed class ModuleServesOtherPorts() : LinkRule("CDL3009", "Module does not serve the ports of its cage")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        foreach (var (end, at, part) in BothEnds(link))
        {
            if (end.Optic is not { } optic || !Goes(end, optic.Plug)) continue;
            var (bank, mode) = (end.Ports.Bank, end.Ports.Mode);
            var ports = mode.Split / (part == LinkPart.Upper ? mode.Legs : 1);
            if (optic.Connectors != ports)
                yield return Report(at, $"{Ends(link)}: {optic.Id} has {Text.Count(optic.Connectors, "port")}, each {bank.Cage} cage of `{end.Group.Id}` ({end.Group.Model.Id}) gives {Text.Count(ports, "connector")}. Choose a module of {ports}.", Substitutes.For(link, part));
            else if (optic.Lane == mode.Lane && optic.HostLanes > bank.Cage.Lanes)
                yield return Report(at, $"{Ends(link)}: {optic.Id} takes {optic.HostLanes} lanes, each {bank.Cage} cage of `{end.Group.Id}` has {bank.Cage.Lanes}. Choose a module of fewer lanes.", Substitutes.For(link, part));
        }
    }
}
