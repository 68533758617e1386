using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClusterDsl.Tests;

/// <summary>Every node and every switch of the catalogue against the figures that were collected from vendors' pages.</summary>
public sealed class PublishedHardwareTests
{
    static readonly JsonElement Figures =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Catalogue", "hardware.json"))).RootElement;

    static JsonElement Row(string table, string id) => Figures.GetProperty(table).EnumerateArray().Single(r => r.GetProperty("id").GetString() == id);

    /// <summary>The row of each switch, and the boxes of scheduled fabrics, which are planned otherwise.</summary>
    static readonly Dictionary<string, SwitchModel?> SwitchOf = new()
    {
        ["qm8700"] = Switches.Qm8700, ["qm8790"] = Switches.Qm8790, ["qm9700"] = Switches.Qm9700, ["qm9790"] = Switches.Qm9790,
        ["q3400-ra"] = Switches.Q3400, ["q3200-ra"] = Switches.Q3200,
        ["sn2201"] = Switches.Sn2201, ["sn3700"] = Switches.Sn3700, ["sn4600c"] = Switches.Sn4600C, ["sn4700"] = Switches.Sn4700,
        ["sn5400"] = Switches.Sn5400, ["sn5600"] = Switches.Sn5600, ["sn5610"] = Switches.Sn5610,
        ["arista-7050dx4-32s"] = Switches.Dcs7050Dx4, ["arista-7060dx5-64s"] = Switches.Dcs7060Dx5, ["arista-7060x6-64pe"] = Switches.Dcs7060X6,
        ["arista-7060xe7-64ps"] = Switches.Dcs7060Xe7Ps, ["arista-7060xe7-128pe"] = Switches.Dcs7060Xe7Pe, ["arista-7816r4"] = Switches.Dcs7816R4,
        ["cisco-8101-32fh"] = Switches.Cisco8101, ["cisco-8111-32eh"] = Switches.Cisco8111, ["cisco-n9364e-sg2"] = Switches.Nexus9364E, ["cisco-8223"] = Switches.Cisco8223,
        ["juniper-qfx5130-32cd"] = Switches.Qfx5130, ["juniper-qfx5220-32cd"] = Switches.Qfx5220, ["juniper-qfx5230-64cd"] = Switches.Qfx5230,
        ["juniper-qfx5240-64od"] = Switches.Qfx5240, ["juniper-ptx10008"] = Switches.Ptx10008,
        ["edgecore-ais800-64d"] = Switches.Ais800D, ["edgecore-ais800-64o"] = Switches.Ais800O, ["ufispace-s9321-64e"] = Switches.S9321E,
        ["celestica-ds5000"] = Switches.Ds5000, ["th6-64x1600"] = Switches.Tomahawk6,
        ["arista-7700r4c-38pe"] = Switches.Dcs7700R4C, ["arista-7720r4-128pe"] = Switches.Dcs7720R4, ["ddc-ncp-j3ai"] = Switches.Jericho3Ai, ["ddc-ncf-ramon3"] = Switches.Ramon3,
    };

    static readonly Dictionary<string, NodeModel> NodeOf = new()
    {
        ["dgx-2"] = Nodes.Dgx2, ["hgx2-16gpu-oem"] = Nodes.Hgx2, ["dgx-a100-640"] = Nodes.DgxA100, ["dgx-h100"] = Nodes.DgxH100, ["dgx-h200"] = Nodes.DgxH200,
        ["dgx-b200"] = Nodes.DgxB200, ["dgx-b300"] = Nodes.DgxB300, ["hgx-b300-asus"] = Nodes.AsusXaNb3i, ["hgx-h100-8u-oem"] = Nodes.HgxH100,
        ["dell-xe9680"] = Nodes.DellXe9680, ["smc-mi300x"] = Nodes.SupermicroMi300X, ["mi355x-8"] = Nodes.Mi355X, ["gaudi3-hls3"] = Nodes.Gaudi3,
        ["gb200-nvl72"] = Nodes.Gb200Nvl72, ["gb300-nvl72"] = Nodes.Gb300Nvl72, ["l40s-8-pcie"] = Nodes.L40S,
        ["storage-2u4n-400g"] = Nodes.Storage400G, ["storage-ai400x2"] = Nodes.StorageAppliance, ["mgmt-1u"] = Nodes.ManagementServer,
    };

    public static TheoryData<string> SwitchIds => [.. SwitchOf.Where(s => s.Value is not null).Select(s => s.Key)];
    public static TheoryData<string> NodeIds => [.. NodeOf.Keys];

    [Fact]
    public void No_row_is_without_its_model()
    {
        Assert.Equal(Figures.GetProperty("nodes").EnumerateArray().Select(r => r.GetProperty("id").GetString()!).Order(), NodeOf.Keys.Order());
        // The NVLink tray has no port that a cable fits; it is a device of the rack.
        Assert.Equal(Figures.GetProperty("switches").EnumerateArray().Select(r => r.GetProperty("id").GetString()!).Order(), SwitchOf.Keys.Append("nvlink5-tray").Order());
    }

    [Theory, MemberData(nameof(SwitchIds))]
    public void A_switch_has_the_published_cages_ports_capacity_and_ceiling(string id)
    {
        var (published, model) = (Row("switches", id), SwitchOf[id]!);
        var banks = model.Ports.Where(p => p.Name != "mgmt" && !p.IsService).ToList();
        Assert.Equal(published.GetProperty("cages").GetInt32(), banks.Sum(b => b.Cages));
        Assert.Equal(published.GetProperty("native_logical_ports").GetInt32(), model.DownPorts.Sum(b => b.Count(b.Native)));
        Assert.Equal(published.GetProperty("native_gbps").GetInt32(), banks[0].Native.Speed.Gbps * banks[0].Native.Split);
        Assert.Equal(published.GetProperty("capacity_tbps").GetDouble(), model.CapacityGbps / 1000.0, precision: 6);
        // What a scheduled box runs at most is what its side for what is below can be cut into; the chip's own ceiling is not published.
        Assert.Equal(Number(published, "max_logical_ports") ?? 0, model is LineBox or FabricBox ? model.DownPorts.Max(p => p.Modes.Max(p.Count)) : model.LogicalPorts);
        Assert.Equal(published.GetProperty("protocol").GetString()!.StartsWith("ib-"), model is InfiniBandSwitch);
        Assert.Contains(banks[^1].Cage.Name.Replace("OSFP-IHS", "OSFP").Replace("OSFP1600", "OSFP"), published.GetProperty("cage").GetString());
    }

    [Theory, MemberData(nameof(SwitchIds))]
    public void A_switch_splits_its_cages_as_published(string id)
    {
        var published = Row("switches", id).GetProperty("breakout").EnumerateArray()
            .Select(b => Regex.Match(b.GetString()!, @"^(\d+)x(\d+)")).Select(m => (int.Parse(m.Groups[1].Value), int.Parse(m.Groups[2].Value)));
        var modes = SwitchOf[id]!.Ports.SelectMany(p => p.Modes).Select(m => (m.Split, m.Speed.Gbps)).ToList();
        Assert.All(published, mode => Assert.Contains(mode, modes));
    }

    [Theory, MemberData(nameof(SwitchIds))]
    public void A_switch_has_the_published_height_power_and_weight(string id) => CheckBody(Row("switches", id), SwitchOf[id]!);

    [Theory, MemberData(nameof(NodeIds))]
    public void A_node_has_the_published_GPUs_height_power_weight_and_cooling(string id)
    {
        var (published, model) = (Row("nodes", id), NodeOf[id]);
        Assert.Equal(published.GetProperty("gpus").GetInt32(), model.Gpus);
        Assert.Equal(published.GetProperty("cooling").GetString()!.Contains("liquid"), model.Cooling == Cooling.Liquid);
        CheckBody(published, model);
    }

    [Theory, MemberData(nameof(NodeIds))]
    public void The_ports_of_each_role_carry_what_is_published(string id)
    {
        var model = NodeOf[id];
        foreach (var nic in Row("nodes", id).GetProperty("nics").EnumerateArray())
        {
            Role[] roles = nic.GetProperty("role").GetString() switch
            {
                "compute" when model.Roles.Any(r => r.Role == Role.Compute) => [Role.Compute],
                "storage+inband" => [Role.Storage, Role.InBand],
                "storage" => [Role.Storage],
                "inband" => [Role.InBand],
                "oob" => [Role.OutOfBand],
                _ => [], // optional adapters and ports of the mainboard, which serve no role unless the author says so
            };
            if (roles.Length == 0) continue;
            var served = model.Roles.Where(r => roles.Contains(r.Role)).Select(r => (r, Bank: model.Ports.Single(p => p.Name == r.Bank))).ToList();
            var (ports, speed) = (nic.GetProperty("logical_ports").GetInt32(), nic.GetProperty("gbps_per_port").GetInt32());
            // What is one port of 800G can be run as two of 400G: the bandwidth is the same.
            Assert.Equal(ports * speed, served.Sum(s => s.r.Count * s.Bank.Native.Speed.Gbps));
            // Adapters of two ports are published as one cage or as two.
            if (roles is [Role.Compute]) Assert.Equal(nic.GetProperty("cages").GetInt32(), served[0].Bank.Cages);
            if (nic.GetProperty("protocol").GetString() is "eth" or "eth RoCEv2") Assert.All(served, s => Assert.Equal(Ethernet(model, s.Bank), s.Bank.Speaks));
        }
    }

    /// <summary>Ethernet alone, but for models that are whatever an author puts into their slots.</summary>
    static Protocols Ethernet(NodeModel model, Ports bank) => model == Nodes.ManagementServer ? bank.Speaks : Protocols.Ethernet;

    static double? Number(JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    static void CheckBody(JsonElement published, HardwareModel model)
    {
        Assert.Equal(published.GetProperty("rack_u").GetInt32(), model.Height);
        Assert.Equal((Number(published, "max_power_kw") ?? 0).Kilowatts(), model.Power);
        // Where no weight is published here, a device-type file may have one.
        if (Number(published, "weight_kg") is { } weight) Assert.Equal(weight.Kilograms(), model.Weight);
        foreach (var (field, ours) in new[] { ("max_power_kw", "power"), ("weight_kg", "weight"), ("rack_u", "height") })
            if (published.GetProperty("recalled_fields").EnumerateArray().Any(f => f.GetString()!.StartsWith(field)) && Number(published, field) is not null)
                Assert.Contains(model.Recalled, r => r == ours || r == "all");
        // Of what was recalled altogether, a device-type file gave some figures since; no source has the power.
        if (published.GetProperty("recalled_fields").EnumerateArray().Any(f => f.GetString()!.StartsWith("all")) && model.Power.Watts > 0)
            Assert.Contains(model.Recalled, r => r is "power" or "all");
    }
}
