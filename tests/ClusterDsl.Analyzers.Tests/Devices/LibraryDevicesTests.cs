namespace ClusterDsl.Analyzers.Tests.Devices;

/// <summary>Device types of the library become models with the ports, the height, the weight and the power that their files say.</summary>
public class LibraryDevicesTests
{
    [Fact]
    public async Task An_Ethernet_switch_needs_nothing_but_its_file()
    {
        await Becomes("Dcs7060X6_64PeF", LibraryDevice.Arista7060X6, "", "EthernetSwitch DCS-7060X6-64PE-F, 2 U, 21 kg, 4.8 kW, FrontToRear",
            "Management1 1 × RJ45 1G Management1",
            "SFP 2 × SFP28 25G SFP1…SFP2",
            "Ethernet 64 × OSFP-IHS 800G Ethernet1/1…Ethernet64/1");
    }

    [Fact]
    public async Task Types_that_are_not_of_the_schema_are_read_by_their_parts() =>
        await Becomes("As9817_64OOAcF", LibraryDevice.As9817, "", "EthernetSwitch FP6ZZ9664xxxx, 2 U, 21.5 kg, 3 kW, FrontToRear",
            "mgmt 1 × RJ45 1G Management",
            "ASIC Management Port 2 × SFP28 25G ASIC Management Port 1…ASIC Management Port 2",
            "Port 64 × OSFP-IHS 800G Port 1…Port 64");

    [Fact]
    public async Task A_plug_that_the_catalogue_does_not_have_is_left_out_and_said() =>
        await Becomes("Qfx5220_32CdAfo", LibraryDevice.Qfx5220, "power: 1200", "EthernetSwitch QFX5220-32CD-AFO, 1 U, 11.11 kg, 1.2 kW, FrontToRear",
            "CDL0012 10gbase-x-sfpp",
            "mgmt 1 × RJ45 1G re0:mgmt-0",
            "et-0/0 32 × QSFP-DD 400G et-0/0/0…et-0/0/31");

    [Fact]
    public async Task A_port_of_management_has_its_bank_wherever_it_is_listed() =>
        await Becomes("Nexus9336CFx2", LibraryDevice.Nexus9336, "power: 600", "EthernetSwitch N9K-C9336C-FX2, 1 U, 8.5 kg, 0.6 kW, Unknown",
            "Ethernet1 36 × QSFP28 100G Ethernet1/1…Ethernet1/36",
            "mgmt 1 × RJ45 1G mgmt0");

    [Fact]
    public async Task A_file_without_a_power_is_asked_for_it() =>
        await Becomes("Sn5600", LibraryDevice.Sn5600, "", "EthernetSwitch SN5600, 2 U, 23.5 kg, 0 kW, RearToFront",
            "CDL0015 SN5600",
            "mgmt 1 × RJ45 1G eth0",
            "swp 64 × OSFP-IHS 800G swp1…swp64");

    [Fact]
    public async Task Cages_of_two_kinds_that_are_numbered_through_are_two_banks() =>
        await Becomes("Sn2201", LibraryDevice.Sn2201, """
            power: 100
            ports:
              - interfaces: eth0
                bank: mgmt
            """, "EthernetSwitch SN2201, 1 U, 7.41 kg, 0.1 kW, Unknown",
            "mgmt 1 × RJ45 1G eth0",
            "swp 48 × RJ45 1G swp1…swp48",
            "swp-2 4 × QSFP28 100G swp49…swp52");

    [Fact]
    public async Task What_the_overlay_says_instead_of_the_file_counts() =>
        await Becomes("Sn4600C", LibraryDevice.Sn4600C, "u_height: 2\npower: 800", "EthernetSwitch SN4600C, 2 U, 0 kg, 0.8 kW, Unknown",
            "mgmt 1 × RJ45 1G eth0",
            "swp 64 × QSFP28 100G swp1…swp64");

    [Fact]
    public async Task A_file_without_an_ending_has_an_overlay_like_any_other() =>
        await Becomes("Qm8790", LibraryDevice.Qm8790, "protocol: infiniband\npower: 600", "InfiniBandSwitch QM8790, 1 U, 11.4 kg, 0.6 kW, Unknown",
            "swp 40 × QSFP56 200G swp1…swp40");

    [Fact]
    public async Task Ports_counted_from_0_two_to_a_cage_become_those_of_the_panel() =>
        await Becomes("Qm9700", LibraryDevice.Qm9700, """
            protocol: infiniband
            power: 1720
            power_supplies: 1+1
            ports:
              - interfaces: P{c}.{s}
                bank: osfp
                cages: 32
                first: 1
                port_name: IB1/{c}/{s}
                split_name: IB1/{c}s{s}
                module_power: 17
                modes: [2x400, { split: 4, speed: 200, legs: 2 }, { split: 2, speed: 200, lane: 50, legs: 2 }]
            """, "InfiniBandSwitch QM9700, 1 U, 14.8 kg, 1.72 kW, RearToFront",
            "osfp 32 × OSFP-IHS 2 × 400G IB1/1/1…IB1/32/2, 4 × 200G, 2 × 200G");

    [Fact]
    public async Task Ports_that_the_file_forgets_are_named_and_are_there() =>
        await Becomes("Qm9700", LibraryDevice.Qm9700, """
            protocol: infiniband
            power: 1720
            ports:
              - interfaces: P{c}.{s}
                port_name: IB1/{c}/{s}
            """, "InfiniBandSwitch QM9700, 1 U, 14.8 kg, 1.72 kW, RearToFront",
            "CDL0015 P23.1",
            "IB1 32 × OSFP-IHS 2 × 400G IB1/0/1…IB1/31/2");

    [Fact]
    public async Task Two_numbers_in_a_name_may_be_a_cage_and_a_port_and_are_asked_about()
    {
        var found = await FoundIn(LibraryDevice.Qm9700, "power: 1720");
        Assert.Contains("`P0.0`, `P0.1` … may be 2 ports of one cage each, and are taken for cages: if they are ports, write `- interfaces: P{c}.{s}`", found.Single().Message);
    }

    [Fact]
    public async Task Cages_that_a_type_does_not_tell_come_from_the_overlay()
    {
        const string overlay = """
            ports:
              - interfaces: sw{c}p{s}
                cage: OSFP1600
              - interfaces: fnm1
                ignore: true
            """;
        await Becomes("Q3400Ra", LibraryDevice.Q3400, overlay, "InfiniBandSwitch 920-9B36F-00RX-8S0, 4 U, 60 kg, 7 kW, FrontToRear",
            "sw 72 × OSFP1600 2 × 800G sw1p1…sw72p2",
            "mgmt 1 × RJ45 1G eth0",
            "eth1 1 × RJ45 1G eth1");
    }

    [Fact]
    public async Task Without_it_they_are_left_out_and_it_is_said_what_to_write()
    {
        var found = await FoundIn(LibraryDevice.Q3400, "");
        Assert.Equal(["CDL0012 fnm1", "CDL0012 sw1p1"], found.Select(f => $"{f.Id} {f.Message.Split('`')[3]}").Order());
        Assert.Contains(found, f => f.Message == "`infiniband-xdr` does not say which cage the port has: `sw1p1` and 143 more are left out; "
            + "under `ports:` in `Q3400-RA.overlay.yaml` write `- interfaces: sw{c}p{s}` with its `cage:`, or with `ignore: true`");
    }

    [Fact]
    public async Task Names_that_count_lanes_need_the_names_of_the_panel()
    {
        var found = await FoundIn(LibraryDevice.As7726, "power: 500");
        Assert.Contains(found, f => f.Message.StartsWith("`Ethernet0`, `Ethernet4` … do not count by one"));
        await Becomes("_7726_32XO", LibraryDevice.As7726, """
            power: 500
            ports:
              - interfaces: Ethernet{c}
                step: 4
                port_name: Eth{c}
              - interfaces: eth0
              - interfaces: eth{c}
                ignore: true
            """, "EthernetSwitch FP3ZZ7632xxxx, 1 U, 0 kg, 0.5 kW, Unknown",
            "Eth 32 × QSFP28 100G Eth1…Eth32",
            "mgmt 1 × RJ45 1G eth0");
    }

    [Fact]
    public async Task A_server_has_roles()
    {
        const string overlay = """
            kind: node
            gpus: 8
            power: 10000
            power_supplies: 4+2
            roles:
              compute: eth
              storage: [eno0]
              in-band: [eno1]
            """;
        await Becomes("As8125GsTnmr2", LibraryDevice.As8125, overlay, "NodeModel AS-8125GS-TNMR2, 8 U, 75.3 kg, 10 kW, FrontToRear",
            "mgmt 1 × RJ45 1G BMC",
            "eno 2 × QSFP112 400G eno0…eno1",
            "enp81s0f1np 2 × RJ45 10G enp81s0f1np0…enp81s0f1np1",
            "eth 8 × QSFP112 400G eth0…eth7");
        var node = (NodeModel)Described.Model("As8125GsTnmr2", Files(LibraryDevice.As8125, overlay));
        Assert.Equal((8, "node", 6, 2), (node.Gpus, node.Kind, node.PowerSupplies, node.SparePowerSupplies));
        Assert.Equal(
            [
                new RolePorts(Role.Compute, "eth", 0, 1, 8), new RolePorts(Role.Storage, "eno", 0, 1, 1),
                new RolePorts(Role.InBand, "eno", 1, 1, 1), new RolePorts(Role.OutOfBand, "mgmt", 0, 1, 1),
            ], node.Roles);
    }

    /// <summary>The model is this, and nothing is found but what is expected before its banks.</summary>
    static async Task Becomes(string identifier, LibraryDevice device, string overlay, params string[] expected)
    {
        var found = await FoundIn(device, overlay);
        Assert.Equal(expected.Where(e => e.StartsWith("CDL")), found.Select(f => $"{f.Id} {f.Text}"));

        var model = Described.Model(identifier, Files(device, overlay));
        string[] actual =
        [
            $"{model.GetType().Name} {model.Id}, {model.Height} U, {model.Weight.Grams / 1000.0} kg, {model.Power.Watts / 1000.0} kW, {model.Airflow}",
            .. model.Ports.Select(Shown),
        ];
        Assert.Equal(expected.Where(e => !e.StartsWith("CDL")), actual);
    }

    static string Shown(Ports bank)
    {
        string Name(int cage, int port) => bank.PortName.Replace("{c}", $"{bank.FirstCage + cage}").Replace("{s}", $"{port + 1}");
        var (first, last) = (Name(0, 0), Name(bank.Cages - 1, bank.Native.Split - 1));
        return $"{bank.Name} {bank.Cages} × {bank.Cage} {Mode(bank.Native)} {first}{(first == last ? "" : "…" + last)}"
            + string.Concat(bank.Modes.Skip(1).Select(m => ", " + Mode(m)));
    }

    static string Mode(PortMode mode) => (mode.Split > 1 ? mode.Split + " × " : "") + mode.Speed;

    static Task<IReadOnlyList<(string Id, string File, string Text, string Message)>> FoundIn(LibraryDevice device, string overlay) =>
        new Described(Source.Compile(), Files(device, overlay)).Found();

    static (string, string)[] Files(LibraryDevice device, string overlay) =>
        overlay.Length == 0 ? [(device.Name, device.Text)] : [(device.Name, device.Text), (device.Name.Split(".y")[0] + ".overlay.yaml", overlay)];
}
