namespace ClusterDsl.Analyzers.Tests.Devices;

/// <summary>What is wrong with a file is underlined in the file, and what can be read of it is used all the same.</summary>
public class DeviceFaultTests
{
    const string Sound = """
        manufacturer: Acme
        model: SW-1
        u_height: 1
        power-ports:
          - { name: PSU1, maximum_draw: 900 }
        interfaces:
          - { name: eth1, type: 400gbase-x-osfp }
          - { name: eth2, type: 400gbase-x-osfp }
        """;

    [Theory]
    [InlineData("a key without its colon", """
        manufacturer: Acme
        model: SW-1
        u_height: 1
        interfaces:
          - name: eth1
            {|CDL0010:type 400gbase-x-osfp|}
        """)]
    [InlineData("a bracket that is not closed", """
        manufacturer: Acme
        model: SW-1
        u_height: 1
        interfaces:
          - name: eth1
            type: 400gbase-x-osfp
        {|CDL0010:module-bays: [a, b|}
        """)]
    [InlineData("a tab", "manufacturer: Acme\n\t{|CDL0010:model: SW-1|}\n")]
    [InlineData("a key that is there twice", """
        manufacturer: Acme
        model: SW-1
        u_height: 1
        {|CDL0010:model|}: SW-2
        power-ports:
          - { name: PSU1, maximum_draw: 900 }
        interfaces:
          - { name: eth1, type: 400gbase-x-osfp }
        """)]
    [InlineData("a list", "{|CDL0010:-|} model: SW-1\n")]
    [InlineData("a text", "{|CDL0010:switch|}\n")]
    [InlineData("nothing", "{|CDL0010:|}# to be written\n")]
    [InlineData("two devices", """
        manufacturer: Acme
        model: SW-1
        u_height: 1
        power-ports:
          - { name: PSU1, maximum_draw: 900 }
        interfaces:
          - { name: eth1, type: 400gbase-x-osfp }
        {|CDL0010:---|}
        model: SW-2
        """)]
    [InlineData("a reference", """
        manufacturer: Acme
        model: SW-1
        u_height: &one 1
        weight: {|CDL0010:*one|}
        power-ports:
          - { name: PSU1, maximum_draw: 900 }
        interfaces:
          - { name: eth1, type: 400gbase-x-osfp }
        """)]
    [InlineData("no model", "{|CDL0011:m|}anufacturer: Acme\nu_height: 1\n")]
    [InlineData("no height", """
        manufacturer: Acme
        model: {|CDL0011:SW-1|}
        power-ports:
          - { name: PSU1, maximum_draw: 900 }
        interfaces:
          - { name: eth1, type: 400gbase-x-osfp }
        """)]
    [InlineData("values that cannot be", """
        manufacturer: Acme
        model: SW-1
        u_height: {|CDL0011:tall|}
        weight: {|CDL0011:-4|}
        weight_unit: kg
        power-ports:
          - { name: PSU1, maximum_draw: {|CDL0011:a lot|} }
          - { name: PSU2, maximum_draw: 900 }
        interfaces:
          - { name: eth1, type: 400gbase-x-osfp }
        """)]
    [InlineData("a weight of no unit", """
        manufacturer: Acme
        model: SW-1
        u_height: 1
        weight: {|CDL0011:12|}
        power-ports:
          - { name: PSU1, maximum_draw: 900 }
        interfaces:
          - { name: eth1, type: 400gbase-x-osfp }
        """)]
    [InlineData("interfaces without a name, without a type, with a name that is taken", """
        manufacturer: Acme
        model: SW-1
        u_height: 1
        power-ports:
          - { name: PSU1, maximum_draw: 900 }
        interfaces:
          - {|CDL0011:{|} type: 400gbase-x-osfp }
          - {|CDL0011:n|}ame: eth2
          - {|CDL0011:eth3|}
          - { name: eth4, type: 400gbase-x-osfp }
          - { name: {|CDL0011:eth4|}, type: 400gbase-x-osfp }
        """)]
    [InlineData("no port at all", """
        manufacturer: Acme
        model: SW-1
        u_height: 1
        {|CDL0011:interfaces|}:
          - { name: vlan1, type: virtual }
        """)]
    [InlineData("types of no known cage", """
        manufacturer: Acme
        model: SW-1
        u_height: 1
        power-ports:
          - { name: PSU1, maximum_draw: 900 }
        interfaces:
          - { name: eth1, type: 400gbase-x-osfp }
          - { name: sfp1, type: {|CDL0012:10gbase-x-sfpp|} }
          - { name: sfp2, type: 10gbase-x-sfpp }
          - { name: ib1, type: {|CDL0012:infiniband-ndr|} }
          - { name: com1, type: {|CDL0012:something|} }
          - { name: lag1, type: lag }
        """)]
    [InlineData("no power", """
        manufacturer: Acme
        model: {|CDL0015:SW-1|}
        u_height: 1
        interfaces:
          - { name: eth1, type: 400gbase-x-osfp }
        """)]
    public async Task A_file_is_underlined_where_it_is_wrong(string what, string marked)
    {
        Assert.NotEmpty(what);
        await Described.Expect(("SW-1.yaml", marked.ReplaceLineEndings("\n")));
    }

    [Theory]
    [InlineData("a field that there is not", "{|CDL0013:pwr|}: 900")]
    [InlineData("values that cannot be", """
        name: {|CDL0013:2nd switch|}
        kind: {|CDL0013:toaster|}
        protocol: {|CDL0013:token ring|}
        cooling: {|CDL0013:wet|}
        power: {|CDL0013:-1|}
        power_supplies: {|CDL0013:two|}
        logical_ports: {|CDL0013:1.5|}
        """)]
    [InlineData("interfaces that there are not", """
        ports:
          - interfaces: {|CDL0013:swp{c}|}
            cage: OSFP
        """)]
    [InlineData("no interfaces", """
        ports:
          - {|CDL0013:c|}age: OSFP
        """)]
    [InlineData("a pattern that is none", """
        ports:
          - interfaces: {|CDL0013:eth{n}|}
        """)]
    [InlineData("a cage that there is not", """
        ports:
          - interfaces: eth{c}
            cage: {|CDL0013:OSPF|}
        """)]
    [InlineData("modes that the cage cannot run", """
        ports:
          - interfaces: eth{c}
            modes: [2x400, {|CDL0013:2x800|}, {|CDL0013:lots|}, {|CDL0013:{|} split: 3, speed: 200, legs: 2 }]
        """)]
    [InlineData("fewer cages than the file", """
        ports:
          - interfaces: eth{c}
            cages: {|CDL0013:1|}
        """)]
    [InlineData("names that do not differ", """
        ports:
          - interfaces: eth{c}
            port_name: {|CDL0013:eth|}
        """)]
    [InlineData("roles that there are not, of ports that there are not", """
        kind: node
        roles:
          {|CDL0013:compte|}: eth
          storage: {|CDL0013:swp|}
          in-band: [eth1, {|CDL0013:eth3|}]
          compute: {|CDL0013:[|}eth2, eth1]
        """)]
    public async Task An_overlay_is_underlined_where_it_does_not_fit(string what, string marked)
    {
        Assert.NotEmpty(what);
        await Described.Expect(("SW-1.yaml", Sound), ("SW-1.overlay.yaml", marked.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task An_overlay_alone_says_whose_it_should_be() =>
        await Described.Expect(("SW-1.yaml", Sound), ("SW-2.overlay.yaml", "{|CDL0013:|}power: 900"));

    [Fact]
    public async Task The_second_of_two_devices_of_one_name_is_told_of_the_first() =>
        Assert.Equal(["`A.yaml` becomes `Hardware.Sw1` already: give this one a `name:` of its own in `B.overlay.yaml`"],
            await Described.Expect(("A.yaml", Sound), ("B.yaml", "{|CDL0014:|}" + Sound)));

    [Fact]
    public async Task With_a_name_of_its_own_it_is_there_too()
    {
        (string, string)[] files = [("A.yaml", Sound), ("B.yaml", Sound), ("B.overlay.yaml", "name: Other")];
        Assert.Empty(await Described.Expect(files));
        Assert.Equal("SW-1", Described.Model("Other", files).Id);
    }

    [Fact]
    public void What_stands_before_a_mistake_is_used()
    {
        var files = ("SW-1.yaml", Sound + "\n  - name: eth3\n    type 400gbase\n  - { name: eth4, type: 400gbase-x-osfp }");
        Assert.Equal(2, Described.Model("Sw1", files).Ports.Single().Cages);
    }

    [Fact]
    public void Ports_of_a_cage_that_the_file_does_not_list_can_be_added()
    {
        var node = (NodeModel)Described.Model("Sw1", ("SW-1.yaml", Sound), ("SW-1.overlay.yaml", """
            kind: node
            ports:
              - interfaces: OSFP{c}P{s}
                cage: OSFP-RHS
                cages: 4
                split: 2
                speed: 400
            roles:
              compute: OSFP
            """));
        Assert.Equal(("OSFP", 4, 2, 400), (node.Ports[0].Name, node.Ports[0].Cages, node.Ports[0].Native.Split, node.Ports[0].Native.Speed.Gbps));
        Assert.Equal(new RolePorts(Role.Compute, "OSFP", 0, 1, 8), node.Roles.Single());
    }

    [Theory]
    [InlineData("QM9700", "Qm9700")]
    [InlineData("Nexus 9336C-FX2", "Nexus9336CFx2")]
    [InlineData("DCS-7060X6-64PE-F", "Dcs7060X6_64PeF")]
    [InlineData("7726-32X-O", "_7726_32XO")]
    [InlineData("hardware", "_Hardware")]
    [InlineData("Équipement", "Équipement")]
    [InlineData("\"<b>\\\"; }\"", "B")]
    public void A_model_is_named_as_the_catalogue_would_name_it(string model, string identifier) =>
        Assert.NotNull(Described.Model(identifier, ("x.yaml", Sound.Replace("SW-1", model))));

    [Theory]
    [InlineData("12.5", "kg", 12_500)]
    [InlineData("500", "g", 500)]
    [InlineData("10", "lb", 4_536)]
    [InlineData("16", "oz", 454)]
    public void A_weight_is_in_the_unit_of_the_file(string weight, string unit, int grams) =>
        Assert.Equal(grams, Described.Model("Sw1", ("x.yaml", $"weight: {weight}\nweight_unit: {unit}\n" + Sound)).Weight.Grams);

    [Fact]
    public void A_half_unit_takes_a_whole_one() =>
        Assert.Equal(2, Described.Model("Sw1", ("x.yaml", Sound.Replace("u_height: 1", "u_height: 1.5"))).Height);

    [Fact]
    public void Every_rule_has_its_page_and_is_shown_here()
    {
        var shown = File.ReadAllText(Path.Combine(Pages.Folder, "../../tests/ClusterDsl.Analyzers.Tests/Devices/DeviceFaultTests.cs"));
        var index = File.ReadAllText(Path.Combine(Pages.Folder, "README.md"));
        Assert.All(Rules.DeviceRules.All, rule =>
        {
            Assert.Contains("{|" + rule.Id, shown);
            var severity = rule.Severity.ToString().ToLowerInvariant();
            var page = File.ReadAllLines(Path.Combine(Pages.Folder, rule.Id + ".md"));
            Assert.Equal($"# {rule.Id}: {rule.Title}", page[0]);
            Assert.Equal($"Category: {rule.Category} · Severity: {severity}", page[2]);
            Assert.Contains($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Category} | {severity} | no |", index);
        });
    }
}
