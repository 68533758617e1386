using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The catalogue has no optics and cable for a link, and the author named none.</summary>
sealed class NoMediaKnown() : LinkRule("CDL3008", "No optics and cable known")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.NoMedia is { } what)
            yield return Report(link.At, $"{Ends(link)}: the catalogue has no optics and cable from {what}. It would take {Lacking.Of(link)}. Name them with `links: l => l.Optics(…).Cable(…)`.");
    }
}
