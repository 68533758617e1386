using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Two connectors of a channel that do not go together: their kind, their polish, their pins, or too few fibres.</summary>
sealed class DoesNotMate() : LinkRule("CDL3021", "Connectors do not mate")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (Channel.Of(link) is not { } channel) yield break;
        var cord = channel.Segments[0];
        foreach (var (end, at, part) in BothEnds(link))
            if (end.Optic is { } flat && flat.Connector.EndsWith("UPC", StringComparison.Ordinal) && Fibre.IsAngled(flat))
                yield return Report(at, $"{Ends(link)}: {flat.Id} has {flat.Connector}; MPO connectors of {(flat.Medium == Medium.Smf ? "single-mode fibre" : PortMatch.LaneName(flat.OpticalLane) + " lanes")} are angled (APC). Choose a module with an angled connector.", Substitutes.For(link, part));
        if (cord.Pinned && Fibre.IsMpo(cord.Leg))
            yield return Report(CableAt(link), $"{Ends(link)}: {cord.Id} has pins, and so have the modules. Choose a cord without pins.", Substitutes.For(link, LinkPart.Cable));
        if (channel.Design is { } design)
        {
            var trunk = design.Trunk;
            if (trunk.Kind != CableKind.Trunk && trunk.HasPlugs)
                yield return Report(design.At.Argument("trunk"), $"{Ends(link)}: {trunk.Id} has plugs of its own and does not go into a panel. Choose a trunk.");
            else if (trunk.Leg != cord.Leg)
                yield return Report(design.At.Argument("trunk"), $"{Ends(link)}: {trunk.Id} ends in {trunk.Leg}, {cord.Id} in {cord.Leg}: they do not mate in a panel. Choose a trunk that ends in {cord.Leg}.");
            else if (trunk.Medium != cord.Medium)
                yield return Report(design.At.Argument("trunk"), $"{Ends(link)}: {trunk.Id} is of {Fibre.Name(trunk.Grade)}, {cord.Id} of {Fibre.Name(cord.Grade)}: light does not pass from one into the other. Choose trunk and optics of one medium.");
            else if (Fibre.IsMpo(cord.Leg) && trunk.Pinned == cord.Pinned)
                yield return Report(design.At.Argument("trunk"), $"{Ends(link)}: {trunk.Id} and {cord.Id} {(trunk.Pinned ? "both have pins" : "are both without pins")}. In a panel one of the two has pins: choose a trunk with, and cords without.");
        }
        foreach (var (end, at, part) in BothEnds(link))
            if (end.Optic is { } optic && channel.Segments.FirstOrDefault(s => s.Fibres / s.Connectors < optic.Fibres) is { } thin)
                yield return Report(channel.Design is null ? CableAt(link) : channel.Design.At, $"{Ends(link)}: {optic.Id} uses {optic.Fibres} fibres, {thin.Id} has {thin.Fibres / thin.Connectors}{(thin.Connectors > 1 ? " on a connector" : "")}. Choose a cable of {optic.Fibres} fibres or more.", Substitutes.For(link, LinkPart.Cable));
    }
}
