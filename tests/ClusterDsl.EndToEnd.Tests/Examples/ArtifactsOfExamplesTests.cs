using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>What a build writes for each cluster of each example is whole: nothing is left for whoever orders, racks and plugs to guess.</summary>
public class ArtifactsOfExamplesTests
{
    public static TheoryData<string> Clusters => [.. Built.Clusters];

    [Fact]
    public void Every_example_defines_clusters() =>
        Assert.All(Built.Examples, example => Assert.Contains(Built.Clusters, cluster => cluster.StartsWith(example + "/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Clusters))]
    public void Nothing_is_found(string cluster)
    {
        var built = Built.Of(cluster);

        Assert.Empty(built.Plan.Findings);
        Assert.Empty(JObject.Parse(built.Findings).SelectTokens("runs[*].results[?(@.suppressions == null)]"));
    }

    [Theory]
    [MemberData(nameof(Clusters))]
    public void Every_device_has_a_row_and_a_place_of_its_own(string cluster)
    {
        var built = Built.Of(cluster);
        var devices = built.Devices.ToList();

        foreach (var group in built.Plan.Groups)
            Assert.Equal(Enumerable.Range(0, group.Count).Select(group.Name.Format).Order(StringComparer.Ordinal),
                devices.Where(d => d["group"] == group.Id).Select(d => d["device"]).Order(StringComparer.Ordinal));
        Assert.Equal(devices.Count, devices.DistinctBy(d => d["device"]).Count());

        var placed = devices.Where(d => d["role"] != "external").Select(d => (Row: d, Height: HeightOf(built.Plan, d["model"]))).ToList();
        // What has no height hangs beside the units, and a hut along the line has no racks.
        foreach (var (row, height) in placed) Filled(row, except: row["role"] == "hut" ? ["rack", "u"] : height == 0 ? ["u"] : []);
        var units = (from device in placed
                     where device.Height > 0 && device.Row["role"] != "hut"
                     from unit in Enumerable.Range(int.Parse(device.Row["u"]), device.Height)
                     select (device.Row["site"], device.Row["hall"], device.Row["rack"], unit)).ToList();
        Assert.Equal(units.Count, units.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Clusters))]
    public void Every_link_has_a_row_with_all_that_is_needed_to_plug_it(string cluster)
    {
        var built = Built.Of(cluster);
        var places = built.Devices.ToDictionary(d => d["device"], d => (
            Outside: d["role"] == "external", Hut: d["role"] == "hut", Passive: built.Plan.Models.FirstOrDefault(m => m.Id == d["model"])?.Banks.All(b => b.Cage == "LC") == true, Beside: HeightOf(built.Plan, d["model"]) == 0, At: (d["site"], d["hall"], d["rack"], d["u"])));
        var plugged = new HashSet<(string, string)>();
        var ids = new HashSet<(string, string)>();
        foreach (var link in built.Cabling)
        {
            Assert.True(ids.Add((link["cable_id"], link["leg"])), $"{link["cable_id"]} leg {link["leg"]} comes twice");
            // Copper and active fibre come with their plugs.
            List<string> empty = link["media"] is "copper" or "AOC" ? ["a_optic", "b_optic"] : [];
            foreach (var end in new[] { "a", "b" })
            {
                var place = places[link[end + "_device"]];
                if (place.Outside) empty.AddRange([$"{end}_site", $"{end}_hall", $"{end}_rack", $"{end}_u", "length_m"]);
                if (place.Beside) empty.Add($"{end}_u");
                if (place.Hut) empty.AddRange([$"{end}_rack", $"{end}_u"]);
                // Multiplexers and amplifiers take the cord itself.
                if (place.Passive) empty.Add($"{end}_optic");
                Assert.Equal(place.At, (link[end + "_site"], link[end + "_hall"], link[end + "_rack"], link[end + "_u"]));
                Assert.True(plugged.Add((link[end + "_device"], link[end + "_port"])), $"{link[end + "_device"]} {link[end + "_port"]} is used twice");
            }
            Filled(link, empty);
            if (link["length_m"].Length > 0) Assert.EndsWith($"-{link["length_m"]}m", link["part"]);
        }
        Assert.Equal(built.Plan.Links, ids.Count);
    }

    [Theory]
    [MemberData(nameof(Clusters))]
    public void What_is_bought_is_what_the_cabling_plan_and_the_devices_enumerate(string cluster)
    {
        var built = Built.Of(cluster);
        var devices = built.Devices.Where(d => d["role"] != "external").ToList();
        var installed = built.Trunks.Where(t => t["cable_id"].Length > 0).Select(t => (t["cable_id"], t["leg"])).ToHashSet();
        var cages = devices.Where(d => d["role"] != "panel").DistinctBy(d => d["model"]).ToDictionary(d => d["model"], d => Cages(built.Plan.Models.First(m => m.Id == d["model"])));
        var models = devices.ToDictionary(d => d["device"], d => d["model"]);
        HashSet<(string Part, string Id)> cables = [];
        HashSet<(string Optic, string Device, string Cage)> optics = [];
        foreach (var link in built.Cabling)
        {
            // What is led over panels is no cable from end to end.
            if (!installed.Contains((link["cable_id"], link["leg"]))) cables.Add((link["part"], link["cable_id"]));
            foreach (var end in new[] { "a", "b" })
                if (link[end + "_optic"] is { Length: > 0 } optic && models.TryGetValue(link[end + "_device"], out var model))
                    optics.Add((optic, link[end + "_device"], cages[model](link[end + "_port"])));
        }
        var racks = devices.Where(d => d["role"] != "hut").Select(d => (d["site"], d["hall"], d["rack"])).Distinct().Count();

        var bought = built.Bom.ToList();
        IEnumerable<(string, int)> Bought(params string[] categories) =>
            bought.Where(b => categories.Contains(b["category"])).Select(b => (b["part"], int.Parse(b["quantity"]))).Order();

        Assert.Equal(cables.CountBy(c => c.Part).Select(c => (c.Key, c.Value)).Order(), Bought("cable"));
        Assert.Equal(optics.CountBy(o => o.Optic).Select(o => (o.Key, o.Value)).Order(), Bought("optic"));
        Assert.Equal(devices.CountBy(d => d["model"]).Select(d => (d.Key, d.Value)).Order(),
            Bought([.. bought.Select(b => b["category"]).Distinct().Except(["cable", "optic", "rack", "trunk", "cord"])]));
        Assert.Equal(racks, Bought("rack").Sum(r => r.Item2));
    }

    /// <summary>Each connector of a trunk is a row with a position of its own at both ends; what the rows name is what is bought, and what the cabling plan says of the link.</summary>
    [Theory]
    [MemberData(nameof(Clusters))]
    public void What_is_installed_between_panels_is_bought_and_carries_each_link_that_it_names_once(string cluster)
    {
        var built = Built.Of(cluster);
        var links = built.Cabling.ToDictionary(link => (link["cable_id"], link["leg"]), link => (link["part"], link["length_m"]));
        var places = built.Devices.ToDictionary(d => d["device"], d => (d["role"], d["site"], d["hall"], d["rack"], d["u"]));
        Dictionary<string, (string Part, string Fibres, int Connectors)> trunks = [];
        HashSet<(string, string)> positions = [];
        HashSet<(string, string)> riding = [];
        List<(string Part, string Id)> cords = [];
        foreach (var row in built.Trunks)
        {
            trunks[row["trunk_id"]] = (row["part"], row["fibres"], trunks.GetValueOrDefault(row["trunk_id"]).Connectors + 1);
            Assert.Equal(row["connector"], trunks[row["trunk_id"]].Connectors.ToString());
            foreach (var end in new[] { "from", "to" })
            {
                Assert.Equal(("panel", row[end + "_site"], row[end + "_hall"], row[end + "_rack"], row[end + "_u"]), places[row[end + "_panel"]]);
                Assert.True(positions.Add((row[end + "_panel"], row[end + "_position"])), $"{row[end + "_panel"]} {row[end + "_position"]} is taken twice");
                Assert.StartsWith($"{row[end + "_rack"]}.U", row[end + "_label"]);
            }
            if (row["cable_id"].Length == 0) continue;
            Assert.True(riding.Add((row["cable_id"], row["leg"])), $"{row["cable_id"]} rides twice");
            Assert.Equal((row["part"], row["length_m"]), links[(row["cable_id"], row["leg"])]);
            cords.AddRange([(row["from_cord"], row["cable_id"]), (row["to_cord"], row["cable_id"])]);
        }

        var installed = built.Plan.Bundles.Where(bundle => bundle.Channel is not null).Select(bundle => bundle.Channel!.Trunk.Id).ToHashSet();
        Assert.Equal(links.Where(link => installed.Any(trunk => link.Value.Item1.StartsWith($"{trunk}-", StringComparison.Ordinal))).Select(link => link.Key).Order(), riding.Order());
        Assert.Equal(trunks.Values.CountBy(trunk => trunk.Part).Select(t => (t.Key, t.Value)).Order(), Bought("trunk"));
        Assert.Equal(cords.CountBy(cord => cord.Part).Select(c => (c.Key, c.Value)).Order(), Bought("cord"));
        Assert.All(trunks.Values, trunk => Assert.Equal(
            built.Plan.Bundles.Select(bundle => bundle.Channel?.Trunk).First(t => t is not null && trunk.Part.StartsWith($"{t.Id}-", StringComparison.Ordinal))!.Fibres,
            int.Parse(trunk.Fibres) * trunk.Connectors));

        IEnumerable<(string, int)> Bought(string category) =>
            built.Bom.Where(b => b["category"] == category).Select(b => (b["part"], int.Parse(b["quantity"]))).Order();
    }

    static int HeightOf(Plan plan, string model) => plan.Models.FirstOrDefault(m => m.Id == model)?.HeightU
        ?? plan.Bundles.Select(bundle => bundle.Channel?.Panel).First(panel => panel?.Id == model)!.HeightU;

    /// <summary>Finds the cage in the name of a port, as a person would who knows how the model names its ports.</summary>
    static Func<string, string> Cages(DeviceModel model)
    {
        var names = from bank in model.Banks
                    from template in new[] { bank.PortName, bank.SplitName }.Distinct()
                    select (bank.Name, new Regex($"^{Regex.Escape(template).Replace(@"\{c}", "(?<cage>\\d+)").Replace(@"\{s}", "\\d+")}$"));
        var known = names.ToList();
        return port => known.Select(k => (k.Name, Match: k.Item2.Match(port))).Where(k => k.Match.Success).Select(k => $"{k.Name} {k.Match.Groups["cage"]}").First();
    }

    static void Filled(CsvTable.Row row, IReadOnlyCollection<string> except)
    {
        foreach (var (column, i) in row.Columns)
            if (row.Cells[i].Length == 0) Assert.True(except.Contains(column), $"{column} is empty: {string.Join(",", row.Cells)}");
    }
}
