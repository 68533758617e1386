using System.Globalization;

namespace ClusterDsl.Artifacts.Verification;

/// <summary>The ends of links with their places and labels, as records and in words.</summary>
sealed class Ends(PlannedNetwork planned)
{
    readonly CableRows _rows = new(planned.Plan);
    readonly bool _hasHalls = planned.Plan.Halls.Count > 1;

    /// <summary>A planned link and where its ports lead to instead.</summary>
    public DifferentLink Of(PlannedLink link, string builtA, string builtB)
    {
        var row = _rows[link];
        return new DifferentLink(row["cable_id"], row["fabric"], End("a"), End("b"), builtA, builtB);

        DifferentEnd End(string side) => new(row[$"{side}_site"], row[$"{side}_hall"], row[$"{side}_rack"], row[$"{side}_u"], row[$"{side}_device"], row[$"{side}_port"], row[$"{side}_label"]);
    }

    /// <summary>An end of which the plan knows the device at least.</summary>
    public DifferentEnd Of(PortRef end)
    {
        var (group, index) = planned.Device(end.Device);
        var (name, port) = (group.Name.Format(index), end.Port < 0 ? "" : planned.PortName(end));
        if (group.Placement is not { } placement) return new("", group.Huts?.Place(index) ?? "", "", "", name, port, "");
        var hall = planned.Plan.Hall(placement);
        return new(hall.Site, hall.Name, hall.RackName(placement.Rack(index)), placement.Unit(index) is > 0 and var unit ? unit.ToString(CultureInfo.InvariantCulture) : "", name, port, "");
    }

    /// <summary>An end that is built: by the plan's name, or as it was read.</summary>
    public DifferentEnd Of(PortRef end, string text) => end.Device >= 0 ? Of(end) : new("", "", "", "", text, "", "");

    /// <summary>"leaf-01 1/3 (A09 U03, label "…")".</summary>
    public string Words(DifferentEnd end)
    {
        var place = end.Place.Length == 0 ? end.Hall : _hasHalls ? $"{end.Site} {end.Hall} {end.Place}" : end.Place;
        var label = end.Label.Length == 0 ? "" : $"label \"{end.Label}\"";
        var inside = string.Join(", ", new[] { place, label }.Where(t => t.Length > 0));
        return $"{Port(end)}{(inside.Length == 0 ? "" : $" ({inside})")}";
    }

    /// <summary>"leaf-01 1/3".</summary>
    public static string Port(DifferentEnd end) => end.Port.Length == 0 ? end.Device : $"{end.Device} {end.Port}";

    /// <summary>The other end of a built link in short, and that it is a stranger where it is one.</summary>
    public string Short(PortRef end, string text) =>
        end.Device < 0 ? $"{text}, which is no device of the plan" : end.Port < 0 ? $"{planned.Name(end.Device)} (reported as {text})" : Words(Of(end));
}
