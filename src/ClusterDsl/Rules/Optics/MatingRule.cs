using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>
/// A rule that compares the parts of a link with each other: asked only where they could be joined at all. Of a module whose colours no
/// splitter parts, everything else differs too, and the right one cures all of it.
/// </summary>
abstract class MatingRule(string id, string title) : LinkRule(id, title, Severity.Error)
{
    protected sealed override IEnumerable<LinkDraft> Asked(Draft draft) => base.Asked(draft).Where(l => !SplitColours.IsOn(l));
}
