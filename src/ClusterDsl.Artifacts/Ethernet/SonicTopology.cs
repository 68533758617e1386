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
                wire.DeviceA, switches.Contains(bundle.A.Group) ? Port(plan, bundle.A, link.PortA, wire.PortA) : wire.PortA,
                wire.DeviceB, switches.Contains(bundle.B.Group) ? Port(plan, bundle.B, link.PortB, wire.PortB) : wire.PortB,
                (bundle.SpeedGbps * 1_000).ToString(CultureInfo.InvariantCulture), "", "", "");
        }
        rows.Flush();
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan) =>
        plan.Fabrics.Where(f => f.IsInfiniBand()).Select(f => Without(f.At, $"`{f.Name}` is InfiniBand, which SONiC does not speak"));

    /// <summary>"Ethernet8" for the second port of eight lanes; lanes are counted over the banks as they follow each other on the panel.</summary>
    static string Port(Plan plan, BundleEnd end, int port, string name)
    {
        var banks = plan.Model(plan.Group(end.Group)).Banks.Where(b => Lanes(b) > 0).ToList();
        var bank = plan.Bank(end);
        var lanes = Lanes(bank);
        // The management port is eth0, whatever is printed beside it.
        if (lanes == 0) return end.Bank == "mgmt" ? "eth0" : name;
        var first = banks.TakeWhile(b => b.Name != end.Bank).Sum(b => b.Cages * Lanes(b));
        return FormattableString.Invariant($"Ethernet{first + bank.Position(port, end.Split) * lanes / end.Split}");
    }

    /// <summary>The electrical lanes of a cage: SFF-8024 and the MSAs of each form factor; none of the management port.</summary>
    static int Lanes(PortBank bank) => bank.Name == "mgmt" ? 0
        : bank.Cage.StartsWith("OSFP", StringComparison.Ordinal) || bank.Cage.StartsWith("QSFP-DD", StringComparison.Ordinal) ? 8
        : bank.Cage.StartsWith("QSFP", StringComparison.Ordinal) ? 4
        : 1;
}
