using System.Text.Json;

namespace ClusterDsl.Artifacts.Report;

/// <summary>
/// The panels of the installed cabling for the page's elevations: for each hall the runs of equal panels in a rack, as rack, part, height, lowest
/// unit of the topmost, how many, the place they are named by, and the number of the first. Which panels there are is counted here and nowhere else.
/// </summary>
static class PanelRuns
{
    public static string Json(Plan plan)
    {
        var halls = plan.Halls.Select(_ => new List<object[]>()).ToList();
        PanelUnit? last = null;
        foreach (var panel in Installed.Of(plan).Panels)
        {
            var runs = halls[plan.Halls.ToList().IndexOf(panel.Hall)];
            var dash = panel.Name.LastIndexOf("-P", StringComparison.Ordinal);
            var place = panel.Name[..dash];
            if (last is not null && last.Hall == panel.Hall && last.Rack == panel.Rack && last.Panel == panel.Panel && runs[^1][5].Equals(place)) runs[^1][4] = (int)runs[^1][4] + 1;
            else runs.Add([panel.Rack, panel.Panel.Id, panel.Panel.HeightU, panel.Unit, 1, place, int.Parse(panel.Name[(dash + 2)..], System.Globalization.CultureInfo.InvariantCulture)]);
            last = panel;
        }
        return JsonSerializer.Serialize(halls);
    }
}
