using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Ends that correct errors by different codes, or four-level signalling without any.</summary>
sealed class FecDiffers() : LinkRule("CDL3012", "Error correction differs")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        foreach (var (end, at, part) in BothEnds(link))
            if (end.Optic is { Fec: Fec.None, OpticalLane: not (Lane.Nrz25 or Lane.BaseT) } bare)
                yield return Report(at, $"{Ends(link)}: {bare.Id} sends {PortMatch.LaneName(bare.OpticalLane)} without error correction, which no such lane does without. Choose a module with {Name(Fibre.FecOf(bare.OpticalLane))}.", Substitutes.For(link, part));
        if (link.Lower.Optic is { } lower && link.Upper.Optic is { } upper && lower.Fec != upper.Fec && lower.Fec != Fec.None && upper.Fec != Fec.None
            && MediaPlanner.IsOneStandard(lower, upper, link.Upper.Ports.Mode.Legs))
            yield return Report(EitherAt(link),
                $"{Ends(link)}: {lower.Id} corrects errors by {Name(lower.Fec)}{Recalled.Note(lower.Recalled, "fec")}, {upper.Id} by {Name(upper.Fec)}{Recalled.Note(upper.Recalled, "fec")}: no link comes up between them. Choose modules of one code.", EitherInstead(link));
    }

    static string Name(Fec fec) => fec switch
    {
        Fec.Rs528 => "RS(528,514)", Fec.Rs544 => "RS(544,514)", Fec.Dj => "the code of 802.3dj", Fec.CFec => "C-FEC", Fec.OFec => "oFEC", _ => "none",
    };
}
