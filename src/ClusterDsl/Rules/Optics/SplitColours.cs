using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A splitter on a module whose lanes are colours in one fibre: nothing parts them.</summary>
sealed class SplitColours() : LinkRule("CDL3014", "Splitter on wavelengths of one fibre")
{
    public static bool IsOn(LinkDraft link) => link.Cable is { HasPlugs: false, Legs: > 1 } && (link.Lower.Optic is { Wdm: true } || link.Upper.Optic is { Wdm: true });

    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Cable is not { HasPlugs: false, Legs: > 1 } cable) yield break;
        foreach (var (end, at, part) in BothEnds(link))
            if (end.Optic is { Wdm: true } optic)
                yield return Report(at, $"{Ends(link)}: {optic.Id} sends its lanes as colours in one fibre, which {cable.Id}, a 1:{cable.Legs} splitter, does not part. Choose a module of parallel fibres, or a straight cable.", Substitutes.For(link, part));
    }
}
