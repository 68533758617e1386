using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Fibres of two grades in one link: the lower one counts, and nobody sees it.</summary>
sealed class GradesMixed() : LinkRule("CDL3024", "Grades of fibre mixed", Severity.Warning)
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        if (link is { Channel: { } channel, Cable: { HasPlugs: false } cord } && cord.Medium == channel.Trunk.Medium && cord.Grade != channel.Trunk.Grade)
            yield return Report(link.Fabric, channel.At.Argument("trunk"),
                $"{Ends(link)}: {cord.Id} is {Fibre.Name(cord.Grade)}, {channel.Trunk.Id} is {Fibre.Name(channel.Trunk.Grade)}; the link is as good as the lesser. Use one grade: `.Fibre(FibreGrade.{channel.Trunk.Grade})`, or another trunk.");
    }
}
