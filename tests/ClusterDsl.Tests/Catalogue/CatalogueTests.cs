using System.Reflection;
using ClusterDsl.Model;

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
    public void Part_numbers_are_unique()
    {
        string[] ids = [.. Models.Select(m => m.Id), .. Optics.Select(o => o.Id), .. Cables.Select(c => c.Id)];
        Assert.Equal(ids.Distinct(StringComparer.OrdinalIgnoreCase), ids);
    }

    [Fact]
    public void Every_plug_fits_some_cage_and_stays_within_its_power() => Assert.All(Optics, optic =>
    {
        var cage = Assert.Single(Cages, c => c.Name == optic.Plug);
        Assert.InRange(optic.PowerW, 0.1, cage.PowerW);
        Assert.True(optic.Lane <= cage.Fastest);
    });

    [Fact]
    public void Every_cable_ends_in_a_plug_or_in_a_connector_of_some_optic() => Assert.All(Cables, cable =>
    {
        foreach (var end in new[] { cable.Trunk, cable.Leg })
            if (cable.Kind == CableKind.Fibre) Assert.Contains(Optics, o => o.Connector == end && o.Medium == cable.Medium);
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
