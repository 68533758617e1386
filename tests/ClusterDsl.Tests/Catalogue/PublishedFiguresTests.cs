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

    public static TheoryData<string, string> OpticIds => new()
    {
        { "800G-2xSR4", "MMA4Z00-NS" }, { "400G-SR4", "MMA4Z00-NS400" }, { "400G-SR4", "MMA1Z00-NS400" }, { "800G-2xDR4-100m", "MMS4X00-NS" },
        { "800G-2xDR4-500m", "MMS4X00-NM" }, { "400G-DR4-NIC", "MMS4X00-NS400" }, { "400G-DR4-NIC", "MMS1X00-NS400" }, { "800G-2xFR4", "MMS4X50-NM" },
        { "800G-SR8", "OSFP-800G-SR8" }, { "800G-DR8", "OSFP-800G-DR8" }, { "200G-SR4", "MMA1T00-VS" }, { "100G-SR4", "MMA1B00-C100D" }, { "100G-LR4", "QSFP28-100G-LR4" },
    };

    [Theory, MemberData(nameof(OpticIds))]
    public void An_optic_has_the_published_rate_reach_connector_and_power(string id, string part)
    {
        var published = Row("optics", id);
        var optic = typeof(Optics).GetProperties().Select(p => p.GetValue(null)).OfType<Optic>().Single(o => o.Id == part);
        Assert.Contains(optic.Plug, published.GetProperty("form_factors").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal(published.GetProperty("rate_gbps").GetInt32(), optic.Connectors * optic.Speeds[0]);
        Assert.EndsWith(optic.Connector, published.GetProperty("connector").GetString());
        Assert.Equal(published.GetProperty("medium").GetString(), optic.Medium.ToString().ToUpperInvariant());
        Assert.Equal(published.GetProperty("power_w_max").GetDouble(), optic.PowerW);
        var reach = published.GetProperty("max_reach_m").GetProperty(optic.Medium == Medium.Mmf ? "OM4" : "OS2");
        Assert.Equal(reach.GetInt32().Metres(), optic.Reach);
    }

    public static TheoryData<string, string> CableIds => new()
    {
        { "mpo12-mm-straight", "MFP7E10" }, { "mpo12-mm-split2", "MFP7E20" }, { "mpo12-sm-straight", "MFP7E30" }, { "mpo12-sm-split2", "MFP7E40" },
        { "mpo12-upc-om4", "MPO12-OM4-UPC" }, { "mpo16-sm", "MPO16-OS2" }, { "lc-duplex-os2", "LC-OS2" }, { "dac-800g-2x400-osfp", "MCP7Y00" },
        { "dac-400g-2x200-q56", "MCP7Y60" }, { "dac-200g", "MCP1650" }, { "dac-100g", "DAC-100G-QSFP28" }, { "cat6a", "CAT6A" },
    };

    [Theory, MemberData(nameof(CableIds))]
    public void A_cable_has_the_published_lengths(string id, string part)
    {
        var cable = typeof(Cables).GetProperties().Select(p => p.GetValue(null)).OfType<CableFamily>().Single(c => c.Id == part);
        Assert.Equal(Row("cables", id).GetProperty("length_skus_m").EnumerateArray().Select(l => l.GetDouble().Metres()), cable.Lengths);
    }

    static void CheckBody(JsonElement published, HardwareModel model)
    {
        Assert.Equal(published.GetProperty("rack_u").GetInt32(), model.Height);
        Assert.Equal(published.GetProperty("max_power_kw").GetDouble().Kilowatts(), model.Power);
    }
}
