using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Copper over a longer way than its kind carries at the rate of its lanes, whatever its maker sells.</summary>
sealed class CopperTooLong() : LinkRule("CDL3015", "Copper too long for its lane rate")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link.Cable is not { IsTwinax: true } cable || cable.Legs != link.Upper.Ports.Mode.Legs) yield break;
        var (most, recalled) = Most(cable);
        if (most is { } limit && (link.LongestMm <= limit || cable.Longest.Millimetres < link.LongestMm)) yield break;
        var kind = cable.Kind switch { CableKind.Dac => "passive copper", CableKind.Acc => "linear active copper", _ => "retimed copper" };
        yield return Report(CableAt(link), most is null
            ? $"{Ends(link)}: {cable.Id} is passive copper on {PortMatch.LaneName(cable.Lane)} lanes, and none is made for them. Choose active copper or fibre."
            : $"{Ends(link)}: the longest run is {Text.Metres(link.LongestMm)} m, {kind} carries {PortMatch.LaneName(cable.Lane)} lanes over {Text.Metres(most.Value)} m{recalled}. Choose {(cable.Kind == CableKind.Dac ? "active copper or fibre" : "fibre")}, or place the racks nearer.",
            Substitutes.For(link, LinkPart.Cable));
    }

    /// <summary>In millimetres; null where no such copper is made.</summary>
    static (int? Mm, string Recalled) Most(CableFamily cable) => (cable.Kind, cable.Lane) switch
    {
        (CableKind.Dac, Lane.Nrz25) => (5_000, " (recalled)"),
        (CableKind.Dac, Lane.Pam4x50) => (3_000, ""),
        (CableKind.Dac, Lane.Pam4x100) => (cable.Legs == 1 ? 2_000 : 3_000, ""),
        (CableKind.Dac, Lane.Pam4x200) => (null, ""),
        (CableKind.Acc, Lane.Pam4x200) => (2_000, " (recalled)"),
        _ => (7_000, cable.Kind == CableKind.Aec ? " (recalled)" : ""),
    };
}
