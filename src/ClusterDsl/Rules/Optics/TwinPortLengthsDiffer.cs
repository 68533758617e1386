using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>The two fibres of a twin-port module lead to racks far apart from each other, so that they are of two lengths. No vendor prints a figure: a project says what it minds.</summary>
sealed class TwinPortLengthsDiffer() : DesignRule("CDL3027", "Fibres of one module differ in length", "Optics", Severity.Info)
{
    public override IEnumerable<Finding> Check(Draft draft) => draft.Thresholds.MaxLengthDifferenceMm is > 0 and var most
        ? draft.Links.SelectMany(link => Check(link, most)).GroupBy(f => (f.At, f.Message)).Select(f => f.First()) : [];

    IEnumerable<Finding> Check(LinkDraft link, int mostMm)
    {
        foreach (var (end, other) in new[] { (link.Lower, link.Upper), (link.Upper, link.Lower) })
        {
            if (end.Optic is not { Connectors: 2 } optic || end.Ports.Mode.Split != 2 || end.Ports.Bank.Order.Count > 0 || end.Group.Placement is not { } place || other.Group.Placement is not { } far
                || end.Group.Hall is not { } hall || other.Group.Hall is not { } farHall || Route.Between(hall.Plan, place.LowestUnit, farHall.Plan, far.LowestUnit, hall.Trays) is not { } route) continue;
            // A map that goes round leads from one connector to the next by no one stride.
            if (end.Port.Round is not null || end.Device.Round is not null || other.Device.Round is not null) continue;
            // The dimension that leads from one connector to the next, walked once: a switch has few ports.
            var along = Enumerable.Range(0, link.Extents.Count).Where(d => end.Port.Strides[d] == 1 && end.Device.Strides[d] == 0 && link.Extents[d] > 1).DefaultIfEmpty(-1).First();
            if (along < 0 || other.Device.Strides[along] == 0) continue;
            var rack = place.Rack(end.Device.Offset);
            for (var i = end.Port.Offset % 2; i + 1 < link.Extents[along]; i += 2)
            {
                var (a, b) = (far.Rack(other.Device.Offset + i * other.Device.Strides[along]), far.Rack(other.Device.Offset + (i + 1) * other.Device.Strides[along]));
                var apart = Math.Abs(route.LengthMm(rack, a) - route.LengthMm(rack, b));
                if (apart <= mostMm) continue;
                yield return Report(link.Fabric, link.At,
                    $"{LinkRule.Ends(link)}: the two fibres of one {optic.Id} in `{end.Group.Name.Format(end.Device.Offset)}` lead to racks {farHall.Plan.RackName(a)} and {farHall.Plan.RackName(b)}, {Text.Metres(apart)} m apart by the trays; this project minds more than {Text.Metres(mostMm)} m (clusterdsl.max_length_difference_metres): what they carry arrives at two times. Place the two nearer, or accept it.");
                break;
            }
        }
    }
}
