using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A module, or the plug of an active cable, that draws more than its cage can carry away.</summary>
sealed class ModuleTooHot() : LinkRule("CDL3011", "Module too hot for its cage")
{
    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        foreach (var (end, at, part) in BothEnds(link))
            if (end.Optic is { } optic && Goes(end, optic.Plug) && optic.PowerW > end.Ports.Bank.Cage.PowerW)
                yield return Report(at, Message(link, end, optic.Id, optic.PowerW, optic.Recalled), Substitutes.For(link, part));
            else if (link.Cable is { HasPlugs: true } cable && cable.PowerW > end.Ports.Bank.Cage.PowerW)
                yield return Report(CableAt(link), Message(link, end, cable.Id, cable.PowerW, cable.Recalled), Substitutes.For(link, LinkPart.Cable));
    }

    static string Message(LinkDraft link, EndDraft end, string part, double watts, Seq<string> recalled)
    {
        var cage = end.Ports.Bank.Cage;
        return $"{Ends(link)}: {part} draws {Text.Decimal(watts)} W{Recalled.Note(recalled, "power")}, each {cage} cage of `{end.Group.Id}` ({end.Group.Model.Id}) carries {Text.Decimal(cage.PowerW)} W away{Recalled.Note(cage.Recalled, "power")}. "
            + $"Choose a cooler module, or a switch whose cages are rated for it.";
    }
}
