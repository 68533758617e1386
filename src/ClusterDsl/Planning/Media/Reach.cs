using ClusterDsl.Model;

namespace ClusterDsl.Planning;

/// <summary>What limits the length of a link: its stock lengths, what its kind of cable may be part of, and each module on the fibre that lies there.</summary>
static class Reach
{
    /// <summary>One limit, with whose it is.</summary>
    public sealed record Limit(string Part, int Mm, LinkPart Which, string Recalled)
    {
        /// <summary>Whether a source says how far: where none does, nothing is promised.</summary>
        public bool IsKnown => Mm > 0;
    }

    /// <summary>The fibre between the modules: the way along the trays, and the cords before and behind the trunks.</summary>
    public static int Needed(LinkDraft link) => Needed(link, link.LongestMm);

    static int Needed(LinkDraft link, int routedMm) => routedMm == 0 ? 0 : routedMm + (link.Channel is { } channel ? channel.Patches * channel.CordMm : 0);

    public static int Of(LinkDraft link, MediaPlanner.Choice choice) => Limits(link, choice.Lower, choice.Upper, choice.Cable).Min(l => l.Mm);

    public static IEnumerable<Limit> Limits(LinkDraft link, Optic? lower, Optic? upper, CableFamily cable)
    {
        var channel = link.Channel;
        // In a channel the cords are short and the trunk covers the way.
        if (channel is null || cable.HasPlugs) yield return new Limit(cable.Id, cable.Longest.Millimetres, LinkPart.Cable, Recalled.Note(cable.Recalled, "lengths"));
        else yield return new Limit(channel.Trunk.Id, Needed(link, channel.Trunk.Longest.Millimetres), LinkPart.Cable, Recalled.Note(channel.Trunk.Recalled, "lengths"));
        if (cable.LinkLimit.Millimetres > 0) yield return new Limit($"a link over {cable.Id}", cable.LinkLimit.Millimetres, LinkPart.Cable, "");
        foreach (var (optic, which) in new[] { (lower, LinkPart.Lower), (upper, LinkPart.Upper) })
            foreach (var grade in Grades(cable, channel))
                if (optic is not null && optic.Medium == Fibre.MediumOf(grade))
                    yield return new Limit($"{optic.Id} on {Fibre.Name(grade)}", optic.On(grade)?.Longest.Millimetres ?? 0, which, Recalled.Note(optic.Recalled, "reach"));
    }

    /// <summary>The grades of the fibres a link passes.</summary>
    public static IEnumerable<FibreGrade> Grades(CableFamily cable, ChannelDesign? channel) =>
        channel is null || channel.Trunk.Grade == cable.Grade ? [cable.Grade] : [cable.Grade, channel.Trunk.Grade];
}
