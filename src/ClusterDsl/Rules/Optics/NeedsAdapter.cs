using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A plug that goes into the cage by an adapter only: acceptable where the reason names the adapter.</summary>
sealed class NeedsAdapter() : LinkRule("CDL3010", "Adapter needed")
{
    public override bool CanBeAccepted => true;

    /// <summary>Only a reason that names an adapter that is needed accepts it.</summary>
    public override bool Accepts(Finding finding, string reason) => finding.Message.Contains($"`{reason.Split(' ', ',', ';', ':').FirstOrDefault(w => w.Length > 8 && finding.Message.Contains($"`{w}`"))}`");

    public override string Reason(Finding finding) => $"{finding.Message.Split('`').Reverse().Skip(1).First()}, TODO: why is this acceptable?";

    protected override IEnumerable<Finding> Check(LinkDraft link)
    {
        foreach (var (end, at, part) in BothEnds(link))
            if (end.Optic is { } optic && Adapter.For(optic.Plug, end.Ports.Bank.Cage) is { } adapter)
                yield return Report(link.Fabric, at, Message(link, end, optic.Id, optic.Plug, adapter), Substitutes.For(link, part));
        if (link.Cable is not { HasPlugs: true } cable) yield break;
        foreach (var (end, plug) in new[] { (link.Lower, cable.Leg), (link.Upper, cable.Trunk) })
            if (Adapter.For(plug, end.Ports.Bank.Cage) is { } adapter)
                yield return Report(link.Fabric, CableAt(link), Message(link, end, cable.Id, plug, adapter), Substitutes.For(link, LinkPart.Cable));
    }

    static string Message(LinkDraft link, EndDraft end, string part, string plug, Adapter adapter) =>
        $"{Ends(link)}: {part} has the plug {plug}, which goes into the {end.Ports.Bank.Cage} cage of `{end.Group.Id}` ({end.Group.Model.Id}) by an adapter only. Choose a part for that cage, or accept it with a reason that names the adapter (recalled): `{adapter.Id}`.";
}
