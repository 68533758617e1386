using System.Reflection;
using CsvHelper;

namespace ClusterDsl.Browser.Tests;

/// <summary>What is shown in the tests, and its rows as <c>cabling.csv</c> has them.</summary>
static class Shown
{
    /// <summary>The plan of an example's cluster.</summary>
    public static Plan Example(string example, string cluster) => PlanJson.Read(File.ReadAllText(
        Path.Combine(Metadata("Repository"), "examples", example, "bin", Metadata("Configuration"), "net10.0", "clusters", cluster, "plan.json")));

    public static string Metadata(string key) => typeof(Shown).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    /// <summary>Two scalable units in a hall.</summary>
    public static Plan Small { get; } = Cluster.Named("small").Site("dc1", site => site
        .Hall("h1", hall => hall.Racks(rows: 2, perRow: 12).Pitch(rack: 0.6.Metres(), row: 2.4.Metres()).RackPower(44.Kilowatts()))
        .Nodes("dgx", Nodes.DgxH100, count: 64, nodes => nodes.ScalableUnits(of: 32).PerRack(4))
        .Fabric("compute", fabric => fabric.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect("dgx", Role.Compute).Leaves(Switches.Qm9700).Spines(Switches.Qm9700))
        .Fabric("storage", fabric => fabric.InfiniBand(InfiniBand.Ndr).NonBlocking().Connect("dgx", Role.Storage).Leaves(Switches.Qm9700).Spines(Switches.Qm9700))).Plan;

    /// <summary>A little more than 1,000,000 cables: rails of 41,984 nodes through three tiers.</summary>
    public static Plan Million { get; } = Cluster.Named("million").Site("dc", site => site
        .Hall("h1", hall => hall.Racks(rows: 260, perRow: 60).Pitch(rack: 0.6.Metres(), row: 2.4.Metres()).RackPower(80.Kilowatts()))
        .Nodes("node", new NodeModel("NODE", 8, Ports("nic", 8)) { Height = 6, Power = 10.Kilowatts() }, 41_984, nodes => nodes.ScalableUnits(64).PerRack(4))
        .Fabric("net", fabric => fabric.Ethernet(400.Gbps()).RailOptimized().NonBlocking().Connect("node").Leaves(Switch).Spines(Switch).Cores(Switch).Pods(8))).Plan;

    static EthernetSwitch Switch => new("SWITCH", Ports("port", 256)) { Height = 2, Power = 2.Kilowatts() };

    public static Ports Ports(string name, int count) => new(name, count, Cage.Qsfp112, 400.Gbps());

    /// <summary>The rows of <c>cabling.csv</c>, one by one; a cell's apostrophe, which stops spreadsheets, is none of its text.</summary>
    public static IEnumerable<string[]> CablingCsv(Plan plan)
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var output = File.Create(file)) new CablingCsv().Write(plan, output);
            using var csv = CsvReader.FromFile(file, CsvReaderOptions.Default);
            while (csv.Read()) yield return [.. Enumerable.Range(0, csv.Headers!.Count).Select(column => Text(csv.GetString(column)))];
        }
        finally
        {
            File.Delete(file);
        }
    }
    static string Text(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? cell[1..] : cell;
}
