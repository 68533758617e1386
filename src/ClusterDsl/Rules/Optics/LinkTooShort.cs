using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A fibre so short that the receiver is overloaded.</summary>
sealed class LinkTooShort() : LinkRule("CDL3019", "Fibre shorter than its optics allow", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Cable is not { HasPlugs: false } cable || link.Lower.Optic is not { } lower || link.Upper.Optic is not { } upper || link.Channel is not null) yield break;
        var least = Math.Max(lower.Shortest.Millimetres, upper.Shortest.Millimetres);
        var nearest = LongestRun.OfFirst(link);
        if (nearest == 0 || cable.Lengths.FirstOrDefault(l => l.Millimetres >= nearest) is not { Millimetres: > 0 } stock || stock.Millimetres >= least) yield break;
        yield return Report(link.Fabric, link.Media.Cable?.At ?? link.At,
            $"{Ends(link)}: a run of {Text.Metres(nearest)} m takes {cable.Id} of {stock}, {(lower.Shortest.Millimetres == least ? lower : upper).Id} needs {Text.Metres(least)} m at least. State more slack, or choose copper.");
    }
}
