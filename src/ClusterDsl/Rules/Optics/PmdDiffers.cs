using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Two optical standards on one fibre: same fibre, same connector, other wavelengths or lanes.</summary>
sealed class PmdDiffers() : MatingRule("CDL3006", "Optical standard differs")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Lower.Optic is not { } lower || link.Upper.Optic is not { } upper || lower.Medium != upper.Medium || lower.OpticalLane != upper.OpticalLane) yield break;
        if (!MediaPlanner.IsOneStandard(lower, upper, link.Upper.Ports.Mode.Legs))
            yield return Report(EitherAt(link), $"{Ends(link)}: {lower.Id} is {lower.Pmd}, {upper.Id} is {upper.Pmd}: no link comes up between them. Choose modules of one standard.", EitherInstead(link));
        else if (!MediaPlanner.IsOneColour(lower, upper))
            yield return Report(EitherAt(link), $"{Ends(link)}: {lower.Id} sends {lower.Wavelength}, {upper.Id} {upper.Wavelength}: no link comes up between them. Choose modules of one wavelength.", EitherInstead(link));
    }
}
