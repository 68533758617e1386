using System.Globalization;
using ClusterDsl.Artifacts.Cabling;
using ClusterDsl.Artifacts.Csv;

namespace ClusterDsl.Artifacts;

/// <summary>
/// <c>trunks.csv</c>: one row for each connector of each trunk, with the panels and positions at its ends and the link that rides on it, by its
/// <c>cable_id</c> and leg in <c>cabling.csv</c>; spare connectors have none. Rows of one <c>trunk_id</c> are one cable.
/// </summary>
public sealed class TrunksCsv : SingleFile
{
    /// <inheritdoc/>
    public override string Format => "trunks";

    /// <inheritdoc/>
    public override bool IsDefault => true;

    /// <inheritdoc/>
    public override string FileName => "trunks.csv";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output)
    {
        var rows = new CsvRows(output);
        rows.Write("trunk_id", "connector", "part", "length_m", "polarity", "fibres",
            "from_site", "from_hall", "from_rack", "from_u", "from_panel", "from_position", "from_label",
            "to_site", "to_hall", "to_rack", "to_u", "to_panel", "to_position", "to_label",
            "used_fibres", "cable_id", "leg", "from_cord", "to_cord");
        var installed = Installed.Of(plan);
        var texts = new Dictionary<Bundle, RiderTexts>(ReferenceEqualityComparer.Instance);
        foreach (var run in installed.Runs)
        {
            using var riding = run.Riding().GetEnumerator();
            foreach (var ends in TrunkEnds.Of(installed, run))
            {
                string[] rider = riding.MoveNext() ? Texts(riding.Current.Bundle).Cells(riding.Current) : ["", "", "", "", ""];
                rows.Write([run.Name(ends.Trunk), ends.Connector.ToString(CultureInfo.InvariantCulture), CableRun.PartNumber(run.Trunk.Id, run.LengthMm), CableRun.Metres(run.LengthMm),
                    run.Trunk.Polarity, run.Trunk.PerConnector.ToString(CultureInfo.InvariantCulture), .. ends.From.Cells, ends.FromLabel, .. ends.To.Cells, ends.ToLabel, .. rider]);
            }
        }
        rows.Flush();

        RiderTexts Texts(Bundle bundle)
        {
            if (!texts.TryGetValue(bundle, out var known)) texts.Add(bundle, known = new RiderTexts(plan, bundle));
            return known;
        }
    }
}
