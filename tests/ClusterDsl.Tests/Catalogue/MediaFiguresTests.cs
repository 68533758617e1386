using System.Reflection;
using System.Text.Json;

namespace ClusterDsl.Tests;

/// <summary>Cages, transceivers and cables against the figures that were collected from standards and vendors' pages, row by row.</summary>
public sealed class MediaFiguresTests
{
    static readonly JsonElement Figures =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Catalogue", "media.json"))).RootElement;

    static readonly Optic[] AllOptics = All<Optic>(typeof(Optics));
    static readonly CableFamily[] AllCables = All<CableFamily>(typeof(Cables));

    static T[] All<T>(Type catalogue) =>
        [.. catalogue.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => p.GetValue(null)).OfType<T>()];

    static JsonElement Row(string table, string id) => Figures.GetProperty(table).EnumerateArray().Single(r => r.GetProperty("id").GetString() == id);
    static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
    static string[] Texts(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];
    static string[] Ids(string table) => [.. Figures.GetProperty(table).EnumerateArray().Select(r => Text(r, "id"))];

    public static TheoryData<string, string> CageRows => new()
    {
        { "SFP28", "SFP28" }, { "SFP56", "SFP56" }, { "SFP112", "SFP112" }, { "QSFP28", "QSFP28" }, { "QSFP56", "QSFP56" }, { "QSFP112", "QSFP112" },
        { "QSFP-DD", "QSFP-DD" }, { "QSFP-DD800", "QSFP-DD800" }, { "OSFP-IHS", "OSFP-IHS" }, { "OSFP-RHS", "OSFP-RHS" },
        { "OSFP224 / OSFP1600", "OSFP1600 OSFP1600-RHS" }, { "OSFP-XD", "OSFP-XD" },
    };

    [Theory, MemberData(nameof(CageRows))]
    public void A_cage_has_the_published_lanes_plugs_and_power(string id, string names)
    {
        var row = Row("form_factors", id);
        Assert.All(names.Split(' '), name =>
        {
            var cage = All<Cage>(typeof(Cage)).Single(c => c.Name == name);
            Assert.Equal(row.GetProperty("electrical_lanes").GetInt32(), cage.Lanes);
            Assert.Equal(row.GetProperty("module_power_ceiling_w").GetDouble(), cage.PowerW);
            Assert.EndsWith(Rate(cage.Fastest), Text(row, "max_lane").Replace("100/200", "200"));
            if (!id.StartsWith("OSFP224")) Assert.Equal(Texts(row, "cage_accepts").Order(), cage.Accepts.Order());
            if (Text(row, "status") == "RECALLED") Assert.Contains("all", cage.Recalled);
        });
    }

    /// <summary>Each row and the parts that have its figures: one for each plug that it is sold in.</summary>
    public static TheoryData<string, string> OpticRows => new()
    {
        { "25G-SR", "SFP28-25G-SR" },
        { "25G-LR", "SFP28-25G-LR" },
        { "100G-SR4", "MMA1B00-C100D" },
        { "100G-PSM4", "QSFP28-100G-PSM4" },
        { "100G-CWDM4", "QSFP28-100G-CWDM4" },
        { "100G-LR4", "QSFP28-100G-LR4" },
        { "100G-SR1.2-BiDi", "QSFP28-100G-SR1.2" },
        { "100G-DR1", "QSFP28-100G-DR1 SFP112-100G-DR1" },
        { "100G-FR1", "QSFP28-100G-FR1 SFP112-100G-FR1" },
        { "100G-LR1", "QSFP28-100G-LR1" },
        { "100G-SR1", "SFP112-100G-SR1 QSFP112-100G-SR1" },
        { "200G-SR4", "MMA1T00-VS" },
        { "200G-DR4", "QSFP56-200G-DR4" },
        { "200G-FR4", "QSFP56-200G-FR4" },
        { "400G-SR8", "QSFP-DD-400G-SR8 OSFP-400G-SR8" },
        { "400G-SR4.2-BiDi", "QSFP-DD-400G-SR4.2" },
        { "400G-SR4", "MMA1Z00-NS400 MMA4Z00-NS400" },
        { "400G-VR4", "QSFP112-400G-VR4 OSFP-RHS-400G-VR4" },
        { "400G-DR4", "QSFP-DD-400G-DR4 OSFP-400G-DR4 OSFP-RHS-400G-DR4 QSFP112-400G-DR4" },
        { "400G-DR4-NIC", "MMS4X00-NS400 MMS1X00-NS400" },
        { "400G-DR4+/XDR4", "QSFP-DD-400G-DR4+ OSFP-400G-DR4+ QSFP112-400G-DR4+" },
        { "400G-FR4", "QSFP-DD-400G-FR4 OSFP-400G-FR4 QSFP112-400G-FR4" },
        { "400G-LR4-6", "QSFP-DD-400G-LR4-6 OSFP-400G-LR4-6" },
        { "400G-LR4-10", "QSFP-DD-400G-LR4-10 OSFP-400G-LR4-10" },
        { "400G-FR8", "QSFP-DD-400G-FR8" },
        { "400G-LR8", "QSFP-DD-400G-LR8 OSFP-400G-LR8" },
        { "400G-ER8", "QSFP-DD-400G-ER8" },
        { "400ZR", "QSFP-DD-400ZR OSFP-400ZR" },
        { "400G-OpenZR+", "QSFP-DD-400G-OPENZR+ OSFP-400G-OPENZR+" },
        { "800ZR", "OSFP-800ZR QSFP-DD800-800ZR" },
        { "800G-2xSR4", "MMA4Z00-NS MMA4Z00-NS-T" },
        { "800G-SR8", "OSFP-800G-SR8 QSFP-DD800-800G-SR8" },
        { "800G-VR8", "OSFP-800G-VR8 QSFP-DD800-800G-VR8" },
        { "800G-2xDR4-100m", "MMS4X00-NS" },
        { "800G-2xDR4-500m", "MMS4X00-NM" },
        { "800G-DR8", "OSFP-800G-DR8 QSFP-DD800-800G-DR8" },
        { "800G-DR8-2", "OSFP-800G-DR8-2 QSFP-DD800-800G-DR8-2" },
        { "800G-2xFR4", "MMS4X50-NM" },
        { "800G-2xLR4", "OSFP-2X400G-LR4 QSFP-DD800-2X400G-LR4" },
        { "800G-DR4 (200G/lane)", "OSFP224-RHS-800G-DR4 OSFP224-800G-DR4" },
        { "800G-FR4 (200G/lane)", "OSFP224-800G-FR4" },
        { "1.6T-2xDR4 (XDR)", "OSFP224-2X800G-DR4" },
        { "1.6T-DR8", "OSFP224-1.6T-DR8" },
    };

    [Theory, MemberData(nameof(OpticRows))]
    public void An_optic_has_the_published_rate_lanes_connector_and_power(string id, string parts)
    {
        var row = Row("optics", id);
        Assert.All(parts.Split(' '), part =>
        {
            var optic = AllOptics.Single(o => o.Id == part);
            Assert.Equal(row.GetProperty("rate_gbps").GetInt32(), optic.Connectors * optic.Speeds[0]);
            Assert.Equal(row.GetProperty("power_w_max").GetDouble(), optic.PowerW);
            Assert.Equal(row.GetProperty("fibers_used").GetInt32(), optic.Connectors * optic.Fibres);
            Assert.StartsWith(optic.Medium.ToString().ToUpperInvariant(), Text(row, "medium"));
            // Where a row leaves the polish open, that of its lanes holds.
            Assert.StartsWith(Text(row, "connector").Replace("2x ", "").Replace(" (offset key)", ""), optic.Connector);
            Assert.StartsWith(Rate(optic.OpticalLane), Text(row, "lane_modulation"));
            var colours = Text(row, "lane_modulation").Contains("x2 lambda") ? 2 : 1;
            if (optic.OpticalLane != Lane.Coherent)
                Assert.Equal(row.GetProperty("optical_lanes").GetInt32() * colours, optic.Connectors * optic.Speeds[0] / Fibre.Gbps(optic.OpticalLane));
            Assert.StartsWith(optic.Fec switch { Fec.Rs528 => "RS-528", Fec.Rs544 => "RS-544", Fec.CFec => "C-FEC", Fec.OFec => "oFEC", Fec.None => "none", _ => "" }, Text(row, "fec"));
            // Two fibres a lane, or its lanes share fibres.
            Assert.Equal(row.GetProperty("optical_lanes").GetInt32() * 2 > row.GetProperty("fibers_used").GetInt32() || Text(row, "medium").EndsWith("DWDM"), optic.Wdm);
        });
    }

    [Theory, MemberData(nameof(OpticRows))]
    public void An_optic_is_sold_in_the_published_plugs(string id, string parts)
    {
        // 200 Gb/s lanes need the cages of that generation; the row calls the flat one by the name of its shape.
        var plugs = Texts(Row("optics", id), "form_factors").SelectMany(f => f switch
        {
            "OSFP224 / OSFP1600" => ["OSFP1600"],
            "OSFP-RHS" when id.Contains("200G/lane") => ["OSFP1600-RHS"],
            _ => new[] { f },
        });
        Assert.Equal(plugs.Order(), parts.Split(' ').Select(p => AllOptics.Single(o => o.Id == p).Plug).Distinct().Order());
    }

    [Theory, MemberData(nameof(OpticRows))]
    public void An_optic_reaches_as_far_as_published_on_each_fibre_and_may_lose_as_much(string id, string parts)
    {
        var (reaches, losses) = (Row("optics", id).GetProperty("max_reach_m"), Row("optics", id).GetProperty("channel_insertion_loss_db"));
        Assert.All(parts.Split(' ').Select(p => AllOptics.Single(o => o.Id == p)).Where(o => o.OpticalLane != Lane.Coherent), optic =>
        {
            foreach (var reach in reaches.EnumerateObject())
            {
                var on = optic.On(Enum.Parse<FibreGrade>(reach.Name, ignoreCase: true))!;
                Assert.Equal(reach.Value.GetInt32().Metres(), on.Longest);
                if (losses.TryGetProperty(reach.Name, out var loss)) Assert.Equal(loss.GetDouble(), on.LossDb);
            }
            Assert.Equal(reaches.EnumerateObject().Count(), optic.Reaches.Count);
            Assert.Contains(optic.Reach, optic.Reaches.Select(r => r.Longest));
        });
    }

    [Theory, MemberData(nameof(OpticRows))]
    public void What_was_not_read_in_a_source_is_named(string id, string parts)
    {
        var recalled = Texts(Row("optics", id), "recalled_fields");
        Assert.All(parts.Split(' ').Select(p => AllOptics.Single(o => o.Id == p)), optic => Assert.All(
            new[] { "all", "reach", "loss", "power", "fec" }.Where(f => recalled.Any(r => r.StartsWith(f))), f => Assert.Contains(f, optic.Recalled)));
    }

    [Fact]
    public void Every_row_of_optics_and_cables_is_a_part()
    {
        Assert.Equal(Ids("optics"), OpticRows.Select(r => (string)r[0]));
        Assert.Equal(Ids("cables"), CableRows.Select(r => (string)r[0]));
        Assert.Equal(Ids("form_factors"), CageRows.Select(r => (string)r[0]));
    }

    public static TheoryData<string, string> CableRows => new()
    {
        { "dac-25g", "DAC-25G-SFP28" },
        { "dac-100g", "DAC-100G-QSFP28" },
        { "dac-200g", "MCP1650" },
        { "dac-400g-qdd", "DAC-400G-QSFP-DD" },
        { "dac-400g-qdd-2x200", "DAC-400G-QSFP-DD-2X200" },
        { "dac-400g-qdd-8x50", "MCP7F80" },
        { "dac-800g-osfp", "MCP4Y10" },
        { "dac-800g-2x400-osfp", "MCP7Y00" },
        { "dac-800g-4x200-osfp", "MCP7Y50" },
        { "dac-800g-2x400-q112", "MCP7Y10" },
        { "dac-400g-2x200-q56", "MCP7Y60" },
        { "dac-400g-4x100-q56", "MCP7Y70" },
        { "lacc-800g", "LACC-800G-OSFP" },
        { "lacc-1600g-xdr", "LACC-1600G-OSFP224" },
        { "aec-400g", "AEC-400G-QSFP-DD" },
        { "aec-800g-2x400", "AEC-800G-OSFP-2X400" },
        { "acc-generic", "ACC-800G-OSFP" },
        { "aoc-100g", "MFA1A00" },
        { "aoc-200g", "MFS1S00" },
        { "aoc-400g", "AOC-400G-QSFP-DD" },
        { "aoc-800g", "AOC-800G-OSFP" },
        { "mpo12-mm-straight", "MFP7E10" },
        { "mpo12-mm-split2", "MFP7E20" },
        { "mpo12-sm-straight", "MFP7E30" },
        { "mpo12-sm-split2", "MFP7E40" },
        { "mpo12-upc-om4", "MPO12-OM4-UPC" },
        { "mpo16-sm", "MPO16-OS2" },
        { "mpo16-2xmpo12", "MPO16-2XMPO12-OS2" },
        { "mpo12-4xlc", "MPO12-4XLC-OS2 MPO12-4XLC-OM4" },
        { "mpo16-8xlc", "MPO16-8XLC-OS2" },
        { "lc-duplex-os2", "LC-OS2" },
        { "mpo12-trunk", "MPO12-TRUNK-OS2 MPO12-TRUNK-OM4" },
        { "cat6a", "CAT6A" },
    };

    [Theory, MemberData(nameof(CableRows))]
    public void A_cable_has_the_published_ends_lengths_and_power(string id, string parts)
    {
        var row = Row("cables", id);
        Assert.All(parts.Split(' '), part =>
        {
            var cable = AllCables.Single(c => c.Id == part);
            Assert.Equal(row.GetProperty("length_skus_m").EnumerateArray().Select(l => l.GetDouble().Metres()), cable.Lengths);
            Assert.Equal(row.GetProperty("power_w_per_end").GetDouble(), cable.PowerW);
            Assert.True(cable.Longest.Millimetres <= row.GetProperty("max_length_m").GetDouble() * 1000);
            Assert.Equal(Text(row, "kind").Split(' ')[0] switch
            {
                "DAC" => CableKind.Dac, "LACC" or "ACC" => CableKind.Acc, "AEC" => CableKind.Aec, "AOC" => CableKind.Aoc, "copper" => CableKind.TwistedPair,
                _ => Text(row, "kind").EndsWith("trunk") ? CableKind.Trunk : CableKind.Fibre,
            }, cable.Kind);
            Assert.Equal(Text(row, "kind").Contains("1:") ? int.Parse(Text(row, "kind").Split(':')[1]) : 1, cable.Legs);
            Assert.Contains(cable.Trunk.Replace("1600", ""), Text(row, "end_a").Replace("OSFP224", "OSFP").Replace("any", cable.Trunk) + " OSFP-IHS");
            Assert.Contains(cable.Leg.Replace("1600", ""), Text(row, "end_b").Replace("OSFP224", "OSFP").Replace("any", cable.Leg) + " OSFP-IHS");
            Assert.Equal(Text(row, "end_a").EndsWith(" M"), cable.Pinned);
            if (Text(row, "lane_modulation") is var lane && !lane.Contains('/') && lane.StartsWith("PAM4") || lane == "NRZ25") Assert.Equal(lane, Rate(cable.Lane));
        });
    }

    [Fact]
    public void What_is_discontinued_is_marked_so() =>
        Assert.Equal(["MCP7Y10"], AllCables.Where(c => c.Discontinued.Length > 0).Select(c => c.Id));

    static string Rate(Lane lane) => lane switch
    {
        Lane.Nrz25 => "NRZ25", Lane.Pam4x50 => "PAM4-50", Lane.Pam4x100 => "PAM4-100", Lane.Pam4x200 => "PAM4-200", Lane.Coherent => "DP-16QAM", _ => "",
    };
}
