using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Two optical standards on one fibre: same fibre, same connector, other wavelengths or lanes.</summary>
sealed class PmdDiffers() : LinkRule("CDL3006", "Optical standard differs")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Lower.Optic is { } lower && link.Upper.Optic is { } upper && lower.Medium == upper.Medium && lower.Lane == upper.Lane && lower.Pmd != upper.Pmd)
            yield return Report(EitherAt(link), $"{Ends(link)}: {lower.Id} is {lower.Pmd}, {upper.Id} is {upper.Pmd}: no link comes up between them. Choose modules of one standard.", EitherInstead(link));
    }
}
