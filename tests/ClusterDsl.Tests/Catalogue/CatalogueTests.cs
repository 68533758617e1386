using System.Reflection;
using ClusterDsl.Model;
using ClusterDsl.Planning;

namespace ClusterDsl.Tests;

/// <summary>The catalogue keeps the rules that models of an author's own have to keep.</summary>
public sealed class CatalogueTests
{
    static T[] All<T>(Type catalogue) =>
        [.. catalogue.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => p.GetValue(null)).OfType<T>()];

    static readonly HardwareModel[] Models = [.. All<HardwareModel>(typeof(Nodes)), .. All<HardwareModel>(typeof(Switches))];
    static readonly Optic[] Optics = All<Optic>(typeof(Optics));
    static readonly CableFamily[] Cables = All<CableFamily>(typeof(Cables));
    static readonly Cage[] Cages = All<Cage>(typeof(Cage));

    [Fact]
    public void Every_model_is_possible() => Assert.All(Models, model =>
    {
        var design = new ClusterDesign("catalogue", new Origin("", 0));
        Assert.True(design.Possible(model, design.At), string.Join("; ", design.Violations.Select(v => v.What)));
    });

    [Fact]
    public void How_many_supplies_a_model_can_lose_was_read_or_is_marked()
    {
        // Of these the maker says it: 5+1, 5+5, 3+3.
        HardwareModel[] read = [Nodes.DgxB200, Nodes.AsusXaNb3i, Nodes.DellXe9680];
        Assert.All(Models.Where(m => m.SparePowerSupplies > 0).Except(read), m => Assert.NotEqual("", Recalled.Note(m.Recalled, "spare supplies")));
        Assert.All(read, m => Assert.Equal("", Recalled.Note(m.Recalled, "spare supplies")));
    }

    [Fact]
    public void Every_role_has_its_ports() => Assert.All(Models.OfType<NodeModel>().SelectMany(m => m.Roles.Select(r => (m, r))), x =>
    {
        var bank = x.m.Ports.Single(b => b.Name == x.r.Bank);
        Assert.InRange(x.r.First + x.r.Stride * (x.r.Count - 1), 0, bank.Count(bank.Native) - 1);
    });

    [Fact]
    public void No_port_of_a_DGX_serves_two_roles() => Assert.All(Models.OfType<NodeModel>().Where(m => m.Gpus > 0), model =>
    {
        var ports = model.Roles.SelectMany(r => Enumerable.Range(0, r.Count).Select(i => (r.Bank, r.First + r.Stride * i))).ToList();
        Assert.Equal(ports.Distinct(), ports);
    });

    [Fact]
    public void Every_order_names_each_port_once() => Assert.All(Models.SelectMany(m => m.Ports).Where(b => b.Order.Count > 0),
        bank => Assert.Equal(Enumerable.Range(0, bank.Count(bank.Native)), bank.Order.Order()));

    [Fact]
    public void Every_mode_uses_no_more_lanes_than_the_cage_has() => Assert.All(Models.SelectMany(m => m.Ports).SelectMany(b => b.Modes.Select(m => (b, m))), x =>
    {
        Assert.InRange(x.m.Split * x.m.Lanes, 1, x.b.Cage.Lanes);
        Assert.True(x.m.Lane <= x.b.Cage.Fastest);
    });

    [Fact]
    public void Every_mode_s_lanes_carry_its_speed() => Assert.All(
        Models.SelectMany(m => m.Ports).SelectMany(b => b.Modes).Where(m => m.Lane != Lane.BaseT),
        mode => Assert.Equal(mode.Speed.Gbps, mode.Lanes * Gbps(mode.Lane)));

    [Fact]
    public void No_model_delivers_more_ports_than_its_chip_runs() => Assert.All(Models.OfType<SwitchModel>().Where(m => m.LogicalPorts > 0), model =>
        Assert.InRange(model.FabricPorts.Sum(p => p.Count(p.Native)), 1, model.LogicalPorts));

    [Fact]
    public void A_mode_that_would_exceed_the_chip_in_every_cage_is_one_of_those_known_to() => Assert.Equal(
        ["AIS800-64D 8x100G", "AIS800-64O 8x100G", "CX864E-N 8x100G", "DCS-7060X6-64PE 8x100G", "DCS-7060XE7-128PE 8x100G", "DS5000 8x100G", "Q3400-RA 4x400G",
            "QFX5240-64OD 8x100G", "S9321-64E 8x100G", "S9321-64EO 8x100G", "SN4700 8x50G"],
        Models.OfType<SwitchModel>().Where(m => m.LogicalPorts > 0).SelectMany(m => m.FabricPorts.SelectMany(p => p.Modes
            .Where(mode => (mode.Cages.Count > 0 ? mode.Cages.Count : p.Cages) * mode.Split > m.LogicalPorts)
            .Select(mode => $"{m.Id} {mode.Split}x{mode.Speed}"))).Order());

    [Fact]
    public void Every_port_has_a_name_of_its_own() => Assert.All(Models, model =>
    {
        string[] names = [.. model.Ports.SelectMany(p => Enumerable.Range(0, p.Count(p.Native)).Select(i => PlanBuilder.Bank(p).NameOf(i, p.Native.Split)))];
        Assert.Equal(names.Distinct(), names);
    });

    [Fact]
    public void Every_figure_has_a_source_or_is_recalled() => Assert.All(Models, model =>
        Assert.True(model.Source.Length > 0 || model.Recalled.Contains("all"), model.Id));

    [Fact]
    public void Every_price_says_where_it_was_read() => Assert.All(Models, model => Assert.Equal(model.PriceUsd.Length > 0, model.PriceSource.Length > 0));

    [Fact]
    public void Part_numbers_are_unique()
    {
        string[] ids = [.. Models.Select(m => m.Id), .. Optics.Select(o => o.Id), .. Cables.Select(c => c.Id)];
        Assert.Equal(ids.Distinct(StringComparer.OrdinalIgnoreCase), ids);
    }

    /// <summary>Modules that need a cage which is cooled better than its kind; CDL3011 says so where it is not.</summary>
    // A DR1 and an FR1 in an SFP112 are here because both figures are recalled and do not agree: 4.5 W in a cage of 4 W.
    static readonly string[] Hot = ["OSFP-2X400G-LR4", "QSFP-DD-400ZR", "OSFP-400ZR", "QSFP-DD-400G-OPENZR+", "QSFP-DD-400G-OPENZR+-HP", "OSFP-400G-OPENZR+", "OSFP-800ZR", "QSFP-DD800-800ZR"];

    [Fact]
    public void Every_plug_fits_some_cage_and_stays_within_its_power() => Assert.All(Optics, optic =>
    {
        var cage = Assert.Single(Cages, c => c.Name == optic.Plug);
        Assert.Equal(Hot.Contains(optic.Id), optic.PowerW > cage.PowerW);
        Assert.True(optic.Lane <= cage.Fastest);
        Assert.InRange(optic.HostLanes, 1, cage.Lanes);
    });

    [Fact]
    public void The_polish_of_every_connector_is_that_of_its_lanes() => Assert.All(Optics, optic => Assert.Equal(
        // Angled for single mode, for 100 Gb/s a lane and for the sixteen fibres of SR8; flat for slower multimode and for LC.
        optic.Connector.StartsWith("MPO") && (optic.Medium == Medium.Smf || optic.OpticalLane >= Lane.Pam4x100 || optic.Connector.StartsWith("MPO-16")),
        optic.Connector.EndsWith("APC")));

    [Fact]
    public void Every_optic_finds_its_own_standard_and_a_cable_for_it() => Assert.All(Optics, optic =>
    {
        Assert.True(ClusterDsl.Planning.MediaPlanner.Understand(optic, optic, legs: 1));
        Assert.Contains(Cables, c => !c.HasPlugs && c.Kind == CableKind.Fibre && c.Legs == 1 && c.Leg == optic.Connector && c.Medium == optic.Medium);
    });

    [Fact]
    public void Every_child_that_a_module_parts_into_is_slower_and_on_the_same_lanes() => Assert.All(Optics.SelectMany(o => o.Breakouts.Select(b => (o, b))), x =>
    {
        Assert.Equal(x.o.Speeds[0], x.b.Legs * x.b.Gbps);
        Assert.All(Optics.Where(o => o.Pmd == x.b.Pmd), child => Assert.Equal((x.o.OpticalLane, x.o.Medium), (child.OpticalLane, child.Medium)));
        Assert.False(x.o.Wdm);
    });

    [Fact]
    public void Every_cable_ends_in_a_plug_or_in_a_connector_of_some_optic() => Assert.All(Cables, cable =>
    {
        foreach (var end in new[] { cable.Trunk, cable.Leg })
            if (!cable.HasPlugs) Assert.Contains(Optics, o => o.Connector == end && o.Medium == cable.Medium);
            else Assert.Contains(Cages, c => c.Name == end);
    });

    [Fact]
    public void Lengths_of_every_cable_ascend() => Assert.All(Cables, cable =>
    {
        Assert.NotEmpty(cable.Lengths);
        Assert.Equal(cable.Lengths.Select(l => l.Millimetres).Distinct().Order(), cable.Lengths.Select(l => l.Millimetres));
    });

    static int Gbps(Lane lane) => lane switch { Lane.Nrz25 => 25, Lane.Pam4x50 => 50, Lane.Pam4x100 => 100, _ => 200 };
}
