using System.Globalization;
using ClusterDsl.Artifacts.Csv;
using ClusterDsl.Artifacts.Wiring;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>sonic_lab_links.csv</c>: the Ethernet links in the columns of sonic-mgmt. Ports of switches are called as SONiC does, Ethernet and the
/// number of the first lane.
/// </summary>
public sealed class SonicTopology : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "sonic";

    /// <inheritdoc/>
    public override string FileName => "sonic_lab_links.csv";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        var rows = new CsvRows(output);
        rows.Write("StartDevice", "StartPort", "EndDevice", "EndPort", "BandWidth", "VlanID", "VlanMode", "AutoNeg");
        var switches = plan.Switches();
        foreach (var wire in Wire.Of(plan, plan.BundlesOf(f => !f.IsInfiniBand())))
        {
            var (bundle, link) = (wire.Bundle, wire.Link);
            rows.Write(
                wire.DeviceA, switches.Contains(bundle.A.Group) ? SonicPort.Of(plan, bundle.A, link.PortA, wire.PortA) : wire.PortA,
                wire.DeviceB, switches.Contains(bundle.B.Group) ? SonicPort.Of(plan, bundle.B, link.PortB, wire.PortB) : wire.PortB,
                (bundle.SpeedGbps * 1_000).ToString(CultureInfo.InvariantCulture), "", "", "");
        }
        rows.Flush();
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan) =>
        plan.Fabrics.Where(f => f.IsInfiniBand()).Select(f => Without(f.At, $"`{f.Name}` is InfiniBand, which SONiC does not speak"));
}
