using System.Globalization;
using ClusterDsl.Artifacts.Wiring;
using ClusterDsl.Artifacts.Workbooks;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>point-to-point.xlsx</c>: the Ethernet fabrics, a sheet each, for NVIDIA's cable validation tool, by the columns of its "P2P File" (docs.nvidia.com, cablevalidationtool 1.4 to
/// 1.6): hosts and switches with rack, unit and port. The ports of a host are rail1, rail2 … in the order in which the fabric's links are planned, those of a switch swp and its cage.
/// </summary>
public sealed class PointToPoint : SingleFile
{
    static readonly SheetColumn[] Columns =
    [
        new("A-Rack", 9, false), new("A-U", 6, true), new("A-Node Name", 24, false), new("A-Type", 9, false), new("A-Port", 12, false),
        new("Z-Rack", 9, false), new("Z-RU", 6, true), new("Z-Node Name", 24, false), new("Z-Type", 9, false), new("Z-Port", 12, false),
    ];

    /// <inheritdoc/>
    public override string Format => "cvt";

    /// <inheritdoc/>
    public override string FileName => "point-to-point.xlsx";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        using var workbook = new WorkbookWriter(output);
        var fabrics = plan.Fabrics.Where(f => !f.IsInfiniBand()).ToList();
        foreach (var fabric in fabrics) Write(plan, fabric, workbook);
        // A workbook without a sheet is none.
        if (fabrics.Count == 0) new SheetWriter(workbook.Sheet("links"), Columns, 0).Dispose();
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> LeftOut(Plan plan)
    {
        foreach (var fabric in plan.Fabrics.Where(f => f.IsInfiniBand()))
            yield return Without(fabric.At, $"`{fabric.Name}` is InfiniBand, for whose sheets NVIDIA prints one header over both the unit and the name of a switch: which of them the tool reads is not known");
        foreach (var fabric in plan.Fabrics.Where(f => !f.IsInfiniBand()))
            if (plan.Bundles.Where(b => b.Fabric == fabric.Name).Sum(b => b.Links) >= SheetWriter.MostRows)
                yield return Without(fabric.At, $"the links of `{fabric.Name}` beyond the {SheetWriter.MostRows - 1}th: a sheet has no more rows");
    }

    static void Write(Plan plan, FabricPlan fabric, WorkbookWriter workbook)
    {
        using var sheet = new SheetWriter(workbook.Sheet(fabric.Name), Columns, 0);
        var switches = plan.Switches();
        var rails = new Dictionary<string, Dictionary<string, int>>();
        foreach (var wire in Wire.Of(plan, plan.Bundles.Where(b => b.Fabric == fabric.Name)).Take(SheetWriter.MostRows - 1))
            sheet.Write([.. End(wire.Bundle.A, wire.Link.DeviceA, wire.DeviceA, wire.Link.PortA, wire.PortA), .. End(wire.Bundle.B, wire.Link.DeviceB, wire.DeviceB, wire.Link.PortB, wire.PortB)]);

        string[] End(BundleEnd end, int device, string name, int port, string portName)
        {
            var group = plan.Group(end.Group);
            var rack = group.Placement is { } placement ? plan.Hall(placement).RackName(placement.Rack(device)) : "";
            var unit = group.Placement?.Unit(device) is > 0 and var u && plan.Model(group).HeightU > 0 ? u.ToString(CultureInfo.InvariantCulture) : "";
            return switches.Contains(end.Group) ? [rack, unit, name, "Switch", SwitchPort(plan.Bank(end), port, end.Split, portName)] : [rack, unit, name, "Host", Rail(end.Group, portName)];
        }

        string Rail(string group, string port)
        {
            if (!rails.TryGetValue(group, out var known)) rails.Add(group, known = []);
            if (!known.TryGetValue(port, out var rail)) known.Add(port, rail = known.Count + 1);
            return FormattableString.Invariant($"rail{rail}");
        }
    }

    /// <summary>"swp1s0" for the first part of the first cage, "swp1" for a cage that is not split; the management port as it is.</summary>
    static string SwitchPort(PortBank bank, int port, int split, string name) =>
        bank.Name == "mgmt" ? name
        : split == 1 ? FormattableString.Invariant($"swp{bank.CageOf(port, split) + bank.FirstCage}")
        : FormattableString.Invariant($"swp{bank.CageOf(port, split) + bank.FirstCage}s{bank.Position(port, split) % split}");
}
