using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Multimode at one end and single-mode at the other, or a fibre of the wrong kind between them.</summary>
sealed class MediumDiffers() : MatingRule("CDL3002", "Medium differs")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Lower.Optic is not { } lower || link.Upper.Optic is not { } upper) yield break;
        if (lower.Medium != upper.Medium)
            yield return Report(EitherAt(link),
                $"{Ends(link)}: {lower.Id} needs {Name(lower.Medium)}, {upper.Id} needs {Name(upper.Medium)}. Choose modules of one medium.", EitherInstead(link));
        else if (link.Cable is { } cable && cable.Medium != lower.Medium)
            yield return Report(CableAt(link), $"{Ends(link)}: {lower.Id} needs {Name(lower.Medium)}, {cable.Id} is {Name(cable.Medium)}. Choose {Name(lower.Medium)}.", Substitutes.For(link, LinkPart.Cable));
    }

    static string Name(Medium medium) => medium switch { Medium.Mmf => "multimode fibre", Medium.Smf => "single-mode fibre", _ => "copper" };
}
