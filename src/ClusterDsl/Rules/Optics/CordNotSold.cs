using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A patch cord longer than its family is sold.</summary>
sealed class CordNotSold() : LinkRule("CDL3030", "Patch cord not sold that long")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (Channel.Of(link) is not { Design: { } design } || link.Cable is not { } cord) yield break;
        foreach (var family in new[] { InstalledCabling.Straight(cord), cord }.Distinct())
            if (family.Longest.Millimetres is > 0 and var longest && longest < design.CordMm)
                yield return Report(design.At.Argument("patch"),
                    $"{Ends(link)}: patch cords are {(design.FarthestMm > design.PatchMm ? "up to " : "")}{Text.Metres(design.CordMm)} m, {family.Id} is sold up to {Text.Metres(longest)} m{Recalled.Note(family.Recalled, "lengths")}. "
                    + (design.FarthestMm > design.PatchMm ? "Make the rows shorter, or choose a cord that is sold longer." : $"Say {Text.Metres(longest)} m or less."),
                    design.FarthestMm > design.PatchMm ? null : Fix.Set($"Use {Text.Metres(longest)} m", design.At, "patch", $"{Text.Metres(longest)}.Metres()"));
    }
}
