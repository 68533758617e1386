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
            for (var trunk = 0; trunk < run.Trunks; trunk++)
                for (var connector = 0; connector < run.Trunk.Connectors; connector++)
                {
                    var position = trunk * run.Trunk.Connectors + connector;
                    var (from, to) = (Place(run.From, run.FirstFrom + position), Place(run.To, run.FirstTo < 0 ? -1 : run.FirstTo + position));
                    string[] rider = riding.MoveNext() ? Texts(riding.Current.Bundle).Cells(riding.Current) : ["", "", "", "", ""];
                    rows.Write([run.Name(trunk), Number(connector + 1), CableRun.PartNumber(run.Trunk.Id, run.LengthMm), CableRun.Metres(run.LengthMm),
                        run.Trunk.Polarity, Number(run.Trunk.PerConnector), .. from.Cells, Label(from.Spot, to.Spot), .. to.Cells, Label(to.Spot, from.Spot), .. rider]);
                }

            (string[] Cells, string Spot) Place(PanelPlace place, int position)
            {
                if (position < 0) return (["", "", "", "", "", ""], "");
                var (panel, at) = installed.At(place, run.Panel, position);
                var (rack, unit) = (panel.Hall.RackName(panel.Rack), panel.Unit.ToString(CultureInfo.InvariantCulture));
                return ([panel.Hall.Site, panel.Hall.Name, rack, unit, panel.Name, Number(at)], $"{rack}.U{unit.PadLeft(2, '0')}:{Number(at).PadLeft(2, '0')}");
            }
        }
        rows.Flush();

        RiderTexts Texts(Bundle bundle)
        {
            if (!texts.TryGetValue(bundle, out var known)) texts.Add(bundle, known = new RiderTexts(plan, bundle));
            return known;
        }
    }

    /// <summary>The near end first, as on a cable; a trunk that ends at a device is labelled at its panel alone.</summary>
    static string Label(string near, string far) => near.Length > 0 && far.Length > 0 ? $"{near}/{far}" : near;

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
