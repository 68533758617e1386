using System.Globalization;
using ClusterDsl.Artifacts.Cabling;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>labels.csv</c>: a row for each label to print, both ends of a cable one behind the other. The text comes first and follows the plan's template; the other columns say where the
/// label belongs, for sorting and for templates of the printer. The one plug of a splitter has one label, that of its first leg. Behind the cables stand the
/// connectors of trunks: <c>leg</c> is the connector, <c>device</c> the panel and <c>port</c> the position.
/// </summary>
public sealed class LabelsCsv : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "labels";

    /// <inheritdoc/>
    public override string FileName => "labels.csv";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        var rows = new CsvRows(output);
        rows.Write("label", "kind", "id", "leg", "end", "site", "hall", "rack", "u", "device", "port");
        Dictionary<string, DeviceTexts> a = [], b = [];
        foreach (var bundle in plan.Bundles.Where(bundle => bundle.Links > 0))
            new LabelRows(plan, bundle, DeviceTexts.Of(a, plan, bundle.A.Group), DeviceTexts.Of(b, plan, bundle.B.Group)).Write(rows);
        var installed = Installed.Of(plan);
        foreach (var run in installed.Runs)
            foreach (var ends in TrunkEnds.Of(installed, run))
                foreach (var (label, end, spot) in new[] { (ends.FromLabel, "from", ends.From), (ends.ToLabel, "to", ends.To) })
                    if (label.Length > 0) rows.Write([label, "trunk", run.Name(ends.Trunk), ends.Connector.ToString(CultureInfo.InvariantCulture), end, .. spot.Cells]);
        rows.Flush();
    }
}
