using System.Text.Json;

namespace ClusterDsl.Tests;

/// <summary>The catalogue against the figures that were collected from vendors' pages.</summary>
public sealed class PublishedFiguresTests
{
    static readonly JsonElement Figures =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Catalogue", "figures.json"))).RootElement;

    static JsonElement Row(string table, string id) => Figures.GetProperty(table).EnumerateArray().Single(r => r.GetProperty("id").GetString() == id);

    public static TheoryData<string> SwitchIds => ["qm8790", "qm9700", "qm9790", "sn4600c", "sn5600", "juniper-qfx5240-64od"];
    public static TheoryData<string> NodeIds => ["dgx-a100-640", "dgx-h100", "dgx-b200", "dgx-b300"];

    [Theory, MemberData(nameof(SwitchIds))]
    public void A_switch_has_the_published_cages_ports_height_and_power(string id)
    {
        var published = Row("switches", id);
        HardwareModel model = id switch
        {
            "qm8790" => Switches.Qm8790, "qm9700" => Switches.Qm9700, "qm9790" => Switches.Qm9790,
            "sn4600c" => Switches.Sn4600C, "sn5600" => Switches.Sn5600, _ => Switches.Qfx5240,
        };
        var bank = model.Ports[0];
        Assert.Equal(published.GetProperty("cages").GetInt32(), bank.Cages);
        Assert.Equal(published.GetProperty("native_logical_ports").GetInt32(), bank.Count(bank.Native));
        Assert.Equal(published.GetProperty("capacity_tbps").GetDouble(), bank.Count(bank.Native) * bank.Native.Speed.Gbps / 1000.0, precision: 6);
        CheckBody(published, model);
    }

    [Fact]
    public void The_management_switch_has_the_published_ports_and_capacity()
    {
        var published = Row("switches", "sn2201");
        var data = Switches.Sn2201.Ports.Where(p => p.Name != "mgmt").ToList();
        Assert.Equal(published.GetProperty("cages").GetInt32(), data.Sum(p => p.Cages));
        Assert.Equal(published.GetProperty("capacity_tbps").GetDouble(), data.Sum(p => p.Cages * p.Native.Speed.Gbps) / 1000.0, precision: 6);
        CheckBody(published, Switches.Sn2201);
    }

    [Theory, MemberData(nameof(NodeIds))]
    public void A_node_has_the_published_GPUs_ports_height_and_power(string id)
    {
        var published = Row("nodes", id);
        var model = id switch { "dgx-a100-640" => Nodes.DgxA100, "dgx-h100" => Nodes.DgxH100, "dgx-b200" => Nodes.DgxB200, _ => Nodes.DgxB300 };
        Assert.Equal(published.GetProperty("gpus").GetInt32(), model.Gpus);
        CheckBody(published, model);

        var compute = published.GetProperty("nics").EnumerateArray().Single(n => n.GetProperty("role").GetString() == "compute");
        var bank = model.Ports[0];
        Assert.Equal(compute.GetProperty("cages").GetInt32(), bank.Cages);
        // What is one port of 800G can be run as two of 400G: the bandwidth is the same.
        Assert.Equal(compute.GetProperty("logical_ports").GetInt32() * compute.GetProperty("gbps_per_port").GetInt32(),
            bank.Count(bank.Native) * bank.Native.Speed.Gbps);

        var storage = published.GetProperty("nics").EnumerateArray().Single(n => n.GetProperty("role").GetString() == "storage+inband");
        Assert.Equal(storage.GetProperty("logical_ports").GetInt32(), model.Roles.Where(r => r.Role is Role.Storage or Role.InBand).Sum(r => r.Count));
    }

    static void CheckBody(JsonElement published, HardwareModel model)
    {
        Assert.Equal(published.GetProperty("rack_u").GetInt32(), model.Height);
        Assert.Equal(published.GetProperty("max_power_kw").GetDouble().Kilowatts(), model.Power);
    }
}
