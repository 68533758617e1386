namespace ClusterDsl.EndToEnd.Tests;

/// <summary>
/// What NetBox' bulk import asks of its files: the columns of its forms, the choices of their fields, and that whatever a row names was imported before.
/// Forms and choices were read in netbox/dcim/forms/bulk_import.py and netbox/dcim/choices.py of v4.0.0, v4.4.0, v4.6.8 and v4.7.0-beta1.
/// </summary>
public class NetBoxTests
{
    /// <summary>The columns that the forms of all versions from 4.0 have, those first that a row must have.</summary>
    static readonly Dictionary<string, (string[] Needed, string[] Known)> Forms = new()
    {
        ["01-manufacturers"] = (["name", "slug"], []),
        ["02-device-types"] = (["manufacturer", "model", "slug"], ["part_number", "u_height", "is_full_depth"]),
        ["03-module-types"] = (["manufacturer", "model"], ["part_number", "description"]),
        ["04-device-roles"] = (["name", "slug", "color"], ["vm_role"]),
        ["05-sites"] = (["name", "slug", "status"], []),
        ["06-locations"] = (["site", "name", "slug", "status"], []),
        // RackImportForm.clean: a rack without a type needs both its width and its height.
        ["07-racks"] = (["site", "name", "status", "width", "u_height"], ["location"]),
        ["08-devices"] = (["name", "role", "manufacturer", "device_type", "status", "site"], ["location", "rack", "position", "face"]),
        ["09-module-bays"] = (["device", "name"], ["position"]),
        ["10-modules"] = (["device", "module_bay", "module_type", "status"], []),
        ["11-interfaces"] = (["device", "name", "type"], ["speed", "mgmt_only"]),
        ["12-cables"] = (["side_a_type", "side_a_name", "side_b_type", "side_b_name"],
            ["side_a_device", "side_b_device", "type", "status", "label", "length", "length_unit", "description"]),
    };

    static readonly Dictionary<string, string[]> Since47 = new() { ["11-interfaces"] = ["parent", "channels", "channel_id"], ["12-cables"] = ["profile"] };

    static readonly string[] InterfaceTypes =
    [
        "1000base-t", "10gbase-t", "25gbase-x-sfp28", "50gbase-x-sfp56", "100gbase-x-qsfp28", "200gbase-x-qsfp56", "400gbase-x-qsfp112", "400gbase-x-qsfpdd",
        "400gbase-x-osfp-rhs", "800gbase-x-qsfpdd", "800gbase-x-osfp", "infiniband-edr", "infiniband-hdr", "infiniband-ndr", "infiniband-xdr", "other",
    ];

    static readonly string[] CableTypes = ["", "cat6a", "dac-active", "dac-passive", "mmf", "smf", "aoc"];

    public static TheoryData<string, bool> Clusters => new()
    {
        { "DgxSuperPod/superpod-whole", false }, { "DgxSuperPod/superpod-whole", true }, { "TwoSites/two-campuses", false }, { "Federation/federation", true },
        { "Nvl72Row/nvl72-row", false }, { "StructuredHall/structured-hall", true }, { "DgxB200B300/b300-infiniband-1su", false }, { "AlibabaHpn/hpn-segment", true },
    };

    [Theory]
    [MemberData(nameof(Clusters))]
    public void Every_file_has_the_columns_of_its_form_in_the_order_of_the_imports(string cluster, bool since47)
    {
        var files = Written.Files(Format(since47), Built.Of(cluster).Plan);

        Assert.Equal(Forms.Keys.Select(form => $"{Format(since47).Format}-{form}.csv"), files.Keys);
        foreach (var (form, (needed, known)) in Forms)
        {
            var columns = files[$"{Format(since47).Format}-{form}.csv"].Split('\n')[0].Split(',');
            Assert.Equal([.. needed.Concat(known).Concat(since47 ? Since47.GetValueOrDefault(form, []) : []).Order(StringComparer.Ordinal)], columns.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Clusters))]
    public void Whatever_a_row_names_was_imported_before(string cluster, bool since47)
    {
        var files = Written.Files(Format(since47), Built.Of(cluster).Plan);
        IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string form) => Written.Rows(files[$"{Format(since47).Format}-{form}.csv"]);

        HashSet<string> Keys(string form, params string[] columns)
        {
            var keys = Rows(form).Select(row => string.Join('\t', columns.Select(column => row[column]))).ToList();
            Assert.Equal(keys.Count, keys.Distinct().Count());
            return [.. keys];
        }

        var makers = Keys("01-manufacturers", "name");
        Keys("01-manufacturers", "slug");
        var types = Keys("02-device-types", "manufacturer", "model");
        Keys("02-device-types", "slug");
        var modules = Keys("03-module-types", "model");
        var roles = Keys("04-device-roles", "name");
        var sites = Keys("05-sites", "name");
        var locations = Keys("06-locations", "site", "name");
        var racks = Keys("07-racks", "site", "location", "name");
        var devices = Keys("08-devices", "name");
        var bays = Keys("09-module-bays", "device", "name");
        Keys("10-modules", "device", "module_bay");
        Keys("11-interfaces", "device", "name");

        Assert.All(Rows("02-device-types").Concat(Rows("03-module-types")), row => Assert.Contains(row["manufacturer"], makers));
        Assert.All(Rows("06-locations"), row => Assert.Contains(row["site"], sites));
        Assert.All(Rows("07-racks"), row => Assert.Contains($"{row["site"]}\t{row["location"]}", locations));
        foreach (var row in Rows("08-devices"))
        {
            Assert.Contains(row["role"], roles);
            Assert.Contains($"{row["manufacturer"]}\t{row["device_type"]}", types);
            Assert.Contains(row["site"], sites);
            if (row["location"].Length > 0) Assert.Contains($"{row["site"]}\t{row["location"]}", locations);
            if (row["rack"].Length > 0) Assert.Contains($"{row["site"]}\t{row["location"]}\t{row["rack"]}", racks);
            // A position needs a rack and a face (Device.clean).
            Assert.Equal(row["position"].Length > 0, row["face"] == "front");
            if (row["position"].Length > 0) Assert.NotEqual("", row["rack"]);
            Assert.True(row["name"].Length <= 64);
        }
        Assert.All(Rows("09-module-bays"), row => Assert.Contains(row["device"], devices));
        foreach (var row in Rows("10-modules"))
        {
            Assert.Contains($"{row["device"]}\t{row["module_bay"]}", bays);
            Assert.Contains(row["module_type"], modules);
        }
    }

    /// <summary>Each port of the plan is cabled once, by the interface itself or as a channel of the port that a splitter is in.</summary>
    [Theory]
    [MemberData(nameof(Clusters))]
    public void Every_link_is_a_cable_between_two_interfaces_that_have_no_other(string cluster, bool since47)
    {
        var plan = Built.Of(cluster).Plan;
        var files = Written.Files(Format(since47), plan);
        Dictionary<string, int> channels = [];
        HashSet<string> children = [];
        foreach (var row in Written.Rows(files[$"{Format(since47).Format}-11-interfaces.csv"]))
        {
            var name = $"{row["device"]}\t{row["name"]}";
            if (since47 && row["type"] == "channel")
            {
                // The parent is imported before, and has so many channels.
                Assert.InRange(int.Parse(row["channel_id"]), 1, channels[$"{row["device"]}\t{row["parent"]}"]);
                children.Add(name);
                continue;
            }
            Assert.Contains(row["type"], InterfaceTypes);
            channels.Add(name, since47 && row["channels"].Length > 0 ? int.Parse(row["channels"]) : 1);
        }

        var links = 0L;
        var cabled = new HashSet<string>();
        foreach (var row in Written.Rows(files[$"{Format(since47).Format}-12-cables.csv"]))
        {
            var (a, b) = (Ends(row, "a"), Ends(row, "b"));
            Assert.All(a.Concat(b), end =>
            {
                Assert.Contains(end, channels.Keys);
                Assert.True(cabled.Add(end), $"{end} is already connected");
            });
            Assert.Single(a);
            Assert.Equal(channels[a[0]], b.Count);
            if (b.Count > 1) Assert.Equal($"breakout-1c{b.Count}p-{b.Count}c1p", row["profile"]);
            Assert.Contains(row["type"], CableTypes);
            Assert.Equal(row["length"].Length > 0, row["length_unit"] == "m");
            links += b.Count;
        }
        Assert.Equal(plan.Links, links);
        Assert.Equal(2 * plan.Links, cabled.Count - channels.Count(c => c.Value > 1) + children.Count);

        static List<string> Ends(IReadOnlyDictionary<string, string> row, string side)
        {
            var (devices, names) = (row[$"side_{side}_device"].Split(','), row[$"side_{side}_name"].Split(','));
            Assert.Equal("dcim.interface", row[$"side_{side}_type"]);
            Assert.True(devices.Length == names.Length || devices.Length == 1);
            return [.. names.Select((name, i) => $"{devices[devices.Length == 1 ? 0 : i]}\t{name}")];
        }
    }

    [Fact]
    public void Cables_have_the_names_parts_and_lengths_of_the_cabling_plan()
    {
        var planned = Written.Rows(new CablingCsv(), Samples.Tiny())
            .Select(row => (row["a_device"], row["a_port"], row["b_device"], row["b_port"], row["cable_id"], row["part"], row["length_m"]));
        var imported = Written.Rows(Written.Files(NetBoxImport.Until46, Samples.Tiny())["netbox-12-cables.csv"])
            .Select(row => (row["side_a_device"], row["side_a_name"], row["side_b_device"], row["side_b_name"], row["label"], row["description"], row["length"]));
        Assert.Equal(planned, imported);
    }

    /// <summary>The first port of the leaf's last cage, which takes a splitter, shares its name with the first that it is split into.</summary>
    [Fact]
    public void From_4_7_a_splitter_is_one_cable_and_its_port_has_channels()
    {
        var files = Written.Files(NetBoxImport.Since47, Samples.Tiny());
        var splitter = Assert.Single(files["netbox-4.7-12-cables.csv"].Split('\n'), line => line.Contains("breakout", StringComparison.Ordinal));
        Assert.StartsWith("leaf-1,dcim.interface,4/1 trunk,\"store-1,store-2\",dcim.interface,\"eth0,eth0\",mmf,planned,leaf-1:4/1,", splitter);
        Assert.EndsWith(",breakout-1c2p-2c1p", splitter);
        Assert.Equal(
            ["store-1,eth0,infiniband-ndr,200000000,false,,,", "leaf-1,4/1 trunk,infiniband-ndr,400000000,false,,2,", "leaf-1,4/1,channel,200000000,false,4/1 trunk,,1",
             "store-2,eth0,infiniband-ndr,200000000,false,,,", "leaf-1,4/2,channel,200000000,false,4/1 trunk,,2", ""],
            files["netbox-4.7-11-interfaces.csv"].Split('\n')[^6..]);
    }

    [Fact]
    public void What_an_import_cannot_say_is_said()
    {
        var until46 = NetBoxImport.Until46.LeftOut(Samples.Tiny()).Select(f => f.Message).ToList();
        Assert.Contains(until46, m => m.Contains("the legs of the 1 splitters between `store` and `compute/leaf` are cables of their own"));
        Assert.Contains(until46, m => m.Contains("`store` stands in no hall"));
        Assert.DoesNotContain(NetBoxImport.Since47.LeftOut(Samples.Tiny()), f => f.Message.Contains("legs"));
    }

    static NetBoxImport Format(bool since47) => since47 ? NetBoxImport.Since47 : NetBoxImport.Until46;
}
