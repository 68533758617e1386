using System.Globalization;
using ClusterDsl.Artifacts.Cabling;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts;

/// <summary><c>devices.csv</c>: one row for each device, where it stands and what it draws; at the end the panels of the installed cabling.</summary>
public sealed class DevicesCsv : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "devices";

    /// <inheritdoc/>
    public override bool IsDefault => true;

    /// <inheritdoc/>
    public override string FileName => "devices.csv";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        var rows = new CsvRows(output);
        rows.Write("device", "role", "group", "model", "site", "hall", "rack", "u", "power_w");
        foreach (var group in plan.Groups) Write(rows, plan, group);
        foreach (var panel in Installed.Of(plan).Panels)
            rows.Write(panel.Name, "panel", "panels", panel.Panel.Id, panel.Hall.Site, panel.Hall.Name, panel.Hall.RackName(panel.Rack),
                panel.Unit.ToString(CultureInfo.InvariantCulture), "0");
        rows.Flush();
    }

    static void Write(CsvRows rows, Plan plan, DeviceGroup group)
    {
        var name = new NameTexts(group.Name);
        var place = new PlaceTexts(plan, group);
        var cell = CsvCell.Of(name.Pieces);
        byte[] afterName = [.. cell.Close, (byte)',', .. CsvCell.Whole(group.Role), (byte)',', .. CsvCell.Whole(group.Id), (byte)',',
            .. CsvCell.Whole(group.Model), (byte)','];
        byte[] power = [.. CsvCell.Whole(plan.Model(group).PowerW.ToString(CultureInfo.InvariantCulture)), (byte)'\n'];
        var capacity = cell.Open.Length + name.MaxLength + afterName.Length + place.MaxLength + power.Length;

        for (var device = 0; device < group.Count; device++)
        {
            var row = rows.Begin(capacity);
            row.Put(cell.Open);
            name.Put(ref row, device);
            row.Put(afterName);
            place.PutCells(ref row, device);
            row.Put(power);
            rows.End(row);
        }
    }
}
