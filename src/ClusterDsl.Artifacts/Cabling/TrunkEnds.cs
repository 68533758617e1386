using System.Globalization;

namespace ClusterDsl.Artifacts.Cabling;

/// <summary>A connector of a trunk and where its two ends are plugged in.</summary>
/// <param name="Trunk">The how manieth trunk of its run, from 0.</param>
/// <param name="Connector">The connector, from 1.</param>
/// <param name="From">The one end.</param>
/// <param name="To">The other; empty where the trunk ends at a device.</param>
sealed record TrunkEnds(int Trunk, int Connector, PanelSpot From, PanelSpot To)
{
    /// <summary>What the label at the one end reads; a trunk that ends at a device is labelled at its panel alone.</summary>
    public string FromLabel => From.Label(To);

    /// <summary>The same at the other end.</summary>
    public string ToLabel => To.Label(From);

    /// <summary>The connectors of a run, trunk by trunk.</summary>
    public static IEnumerable<TrunkEnds> Of(Installed installed, TrunkRun run)
    {
        for (var trunk = 0; trunk < run.Trunks; trunk++)
            for (var connector = 0; connector < run.Trunk.Connectors; connector++)
            {
                var position = trunk * run.Trunk.Connectors + connector;
                yield return new TrunkEnds(trunk, connector + 1, At(run.From, run.FirstFrom + position), run.FirstTo < 0 ? PanelSpot.None : At(run.To, run.FirstTo + position));
            }

        PanelSpot At(PanelPlace place, int position)
        {
            var (panel, at) = installed.At(place, run.Panel, position);
            return new PanelSpot(panel.Hall.Site, panel.Hall.Name, panel.Hall.RackName(panel.Rack), Number(panel.Unit), panel.Name, Number(at));
        }
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A position of a panel; all texts are empty for none.</summary>
sealed record PanelSpot(string Site, string Hall, string Rack, string Unit, string Panel, string Position)
{
    public static PanelSpot None { get; } = new("", "", "", "", "", "");

    /// <summary>Its cells in the order of their names.</summary>
    public string[] Cells => [Site, Hall, Rack, Unit, Panel, Position];

    string Text => Panel.Length == 0 ? "" : $"{Rack}.U{Unit.PadLeft(2, '0')}:{Position.PadLeft(2, '0')}";

    /// <summary>The near end first, as on a cable.</summary>
    public string Label(PanelSpot far) => Text.Length > 0 && far.Text.Length > 0 ? $"{Text}/{far.Text}" : Text;
}
