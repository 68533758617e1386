using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A rule about the parts of a link: asked once for each bundle, whatever its size.</summary>
abstract class LinkRule(string id, string title, Severity severity = Severity.Error) : DesignRule(id, title, "Optics", severity)
{
    public sealed override IEnumerable<Finding> Check(Draft draft) =>
        // The bundles of one connection have the same parts: one finding speaks for them.
        Asked(draft).SelectMany(Check).GroupBy(f => (f.At, f.Message)).Select(f => f.First());

    /// <summary>The bundles that are looked at: all of them, unless one speaks for others. One call plugs the same into both ends of every line between two sites.</summary>
    protected virtual IEnumerable<LinkDraft> Asked(Draft draft) => draft.Interconnects.Count == 0 ? draft.Links
        : draft.Links.Where(l => l.Kind != "line").Concat(draft.Links.Where(l => l.Kind == "line").GroupBy(l => (l.At, l.Lower.Optic, l.Lower.Group.Model, l.Cable)).Select(same => same.First()));

    protected abstract IEnumerable<Finding> Check(LinkDraft link);

    protected static Origin LowerAt(LinkDraft link) => link.Media.Lower?.At ?? link.At;
    protected static Origin UpperAt(LinkDraft link) => link.Media.Upper?.At ?? link.At;
    protected static Origin CableAt(LinkDraft link) => link.Media.Cable?.At ?? link.At;

    /// <summary>The end to blame for two that do not agree: one that the author chose.</summary>
    protected static Origin EitherAt(LinkDraft link) => link.Media.Upper?.At ?? link.Media.Lower?.At ?? link.At;

    /// <summary>The part that would serve in its place.</summary>
    protected static Fix? EitherInstead(LinkDraft link) => Substitutes.For(link, link.Media.Upper is null ? LinkPart.Lower : LinkPart.Upper);

    /// <summary>Both ends, each with the place to blame for its module.</summary>
    protected static IEnumerable<(EndDraft End, Origin At, LinkPart Part)> BothEnds(LinkDraft link) =>
        [(link.Lower, LowerAt(link), LinkPart.Lower), (link.Upper, UpperAt(link), LinkPart.Upper)];

    /// <summary>Whether a plug goes into the cages of an end, if need be in an adapter. What else is wrong with one that does not, the right one cures.</summary>
    protected static bool Goes(EndDraft end, string? plug) =>
        plug is null || end.Ports.Bank.Cage.Accepts.Contains(plug) || Adapter.For(plug, end.Ports.Bank.Cage) is not null;

    internal static string Ends(LinkDraft link) => $"`{link.Lower.Group.Id}` to `{link.Upper.Group.Id}`";
}
