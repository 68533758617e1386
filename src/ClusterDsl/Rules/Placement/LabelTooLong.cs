using System.Globalization;
using ClusterDsl.Model;
using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>Labels of more characters than were allowed. The longest name, rack and port of each end are added up, not cable by cable.</summary>
sealed class LabelTooLong() : DesignRule("CDL4014", "Label too long", "Placement", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft)
    {
        if (draft.Design.Labels is not { Longest: { } longest } labels) yield break;
        var (most, of) = (0, default(LinkDraft));
        foreach (var link in draft.Links)
            if (Math.Max(Length(labels, link, atUpper: false), Length(labels, link, atUpper: true)) is var length && length > most) (most, of) = (length, link);
        if (of is not null && most > longest)
            yield return Report(labels.At.Argument("longest"),
                $"labels of `{of.Fabric.Name}` between `{of.Lower.Group.Id}` and `{of.Upper.Group.Id}` have up to {most} characters; {longest} are allowed. Leave a field out of the template, or allow {most}.",
                Fix.Set($"Allow {most} characters", labels.At, "longest", most.ToString(CultureInfo.InvariantCulture)));
    }

    static int Length(LabelDesign labels, LinkDraft link, bool atUpper) => labels.Template.Parts.Sum(part => part.Field switch
    {
        "" => part.Text.Length,
        "fabric" => link.Fabric.Name.Length,
        "cable" => Cable(link.Legs > 1 ? link.Upper : link.Lower),
        _ => Length(part.Field, part.End switch { "a" => link.Lower, "b" => link.Upper, "near" => atUpper ? link.Upper : link.Lower, _ => atUpper ? link.Lower : link.Upper }),
    });

    static int Cable(EndDraft end) => Name(end.Group) + 1 + Port(end);

    static int Length(string field, EndDraft end)
    {
        var (group, place) = (end.Group, end.Group.Placement);
        var rack = place is null || group.Hall is null ? "" : group.Hall.Plan.RackName(place.Racks(0, group.Count - 1).Highest);
        return field switch
        {
            "site" => place?.Site.Length ?? 0,
            "hall" => place?.Hall.Length ?? 0,
            "row" => rack.TrimEnd("0123456789".ToCharArray()).Length,
            "rack" => place is null ? Name(group) : rack.Length,
            "u" => place is { BaseU: > 0 } ? 2 : Name(group),
            "port" => Port(end),
            _ => Name(group),
        };
    }

    static int Name(GroupDraft group) => group.Name.Parts.Sum(part => part.Text.Length + (part.Digits == 0 ? 0
        : Math.Max(part.Digits, Digits(part.Modulus == 0 ? (group.Count - 1) / part.Divisor + 1 : Math.Min(part.Modulus, (group.Count - 1) / part.Divisor + 1)))));

    /// <summary>The longest name of a port: that of the last cage.</summary>
    static int Port(EndDraft end)
    {
        var (bank, mode) = (end.Ports.Bank, end.Ports.Mode);
        var name = mode.Split == bank.Native.Split ? bank.PortName : bank.SplitName;
        return name.Replace("{c}", new string('9', Digits(bank.FirstCage + bank.Cages - 1))).Replace("{s}", new string('9', Digits(mode.Split))).Length;
    }

    static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
