namespace ClusterDsl.Tests;

/// <summary>CDL3: optics and cables that the author chose against the cages, each other and the distance.</summary>
public sealed class OpticsRulesTests
{
    static readonly Optic Sr4 = Optics.Mma1z00Ns400, Dr4 = Optics.Mms1x00Ns400;

    static Plan Chosen(Action<LinkChoice> links) => Small.Plan(spines: f => f.Spines(Small.Switch, links: links));

    [Fact]
    public void Parts_that_go_together_are_not_blamed()
    {
        Chosen(l => l.Optics(Sr4, Sr4).Cable(Cables.Mfp7e10)).Says();
        Chosen(l => l.Optics(Dr4, Dr4).Cable(Cables.Mfp7e30)).Says();
        Chosen(l => l.Optics(lower: Dr4)).Says();
    }

    [Fact]
    public void A_plug_of_another_form_factor_is_blamed() => Chosen(l => l
            .Optics(upper: Optics.Mma4z00Ns400.Blamed()))
        .Blames("CDL3001", "MMA4Z00-NS400", "OSFP-RHS", "QSFP112");

    [Fact]
    public void A_plug_of_another_form_factor_is_one_finding_whatever_else_its_module_or_cable_is()
    {
        foreach (var hot in new[] { Dr4 with { Id = "HOT", Plug = "OSFP", PowerW = 99 }, Dr4 with { Id = "SLOW", Plug = "OSFP", Lane = Lane.Pam4x50 }, Dr4 with { Id = "TWIN", Plug = "OSFP", Connectors = 2 } })
            Chosen(l => l.Optics(upper: hot.Blamed())).Blames("CDL3001", hot.Id, "OSFP");
        Chosen(l => l.Cable(Cables.Mcp4y10.Blamed())).Blames("CDL3001", Cables.Mcp4y10.Id);
    }

    [Fact]
    public void Multimode_against_single_mode_is_blamed() => Chosen(l => l
            .Optics(lower: Sr4, upper: Dr4.Blamed()))
        .Blames("CDL3002", Sr4.Id, Dr4.Id, "multimode", "single-mode");

    [Fact]
    public void A_fibre_of_the_other_kind_is_blamed() => Chosen(l => l.Optics(Sr4, Sr4)
            .Cable(Cables.Mfp7e30.Blamed()))
        .Blames("CDL3002", Sr4.Id, Cables.Mfp7e30.Id);

    [Fact]
    public void A_cable_of_another_polish_is_blamed() => Chosen(l => l.Optics(Sr4, Sr4)
            .Cable(Cables.Mpo12Upc.Blamed()))
        .Blames("CDL3003", "MPO-12 APC", "MPO-12 UPC", Sr4.Id);

    [Fact]
    public void A_splitter_between_whole_ports_is_blamed() => Chosen(l => l
            .Cable(Cables.Mfp7e20.Blamed()))
        .Blames("CDL3003", "MFP7E20");

    [Fact]
    public void Lanes_of_another_rate_are_blamed() => Chosen(l => l
            .Optics(lower: (Sr4 with { Id = "SLOW", Lane = Lane.Pam4x50 }).Blamed()))
        .Blames("CDL3004", "SLOW", "50G PAM4", "100G PAM4");

    [Fact]
    public void A_module_for_Ethernet_on_InfiniBand_is_blamed()
    {
        Plan With(Optic optic) => Cluster.Named("c").Site("dc", s => s.Nodes("dgx", Nodes.DgxH100, 64, n => n.ScalableUnits(32))
            .Fabric("net", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().Leaves(Switches.Qm9700).Spines(Switches.Qm9700).NonBlocking().Connect("dgx", links: l => l
                .Optics(upper: optic.Blamed())))).Plan;
        With(Optics.Mma4z00NsT).Blames("CDL3005", "MMA4Z00-NS-T", "InfiniBand NDR");
        With(Optics.Mma4z00Ns).Says();
    }

    [Fact]
    public void Two_standards_on_one_fibre_are_blamed() => Chosen(l => l
            .Optics(lower: Dr4, upper: (Dr4 with { Id = "OTHER", Pmd = "400G-XDR4" }).Blamed()))
        .Blames("CDL3006", "400G-DR4", "400G-XDR4", "OTHER");

    [Fact]
    public void A_cable_shorter_than_the_run_is_blamed()
    {
        // Spines stand a few racks from the leaves: at 30 m a rack that is more than multimode reaches.
        Plan At(double pitch) => Small.Plan(hall: h => h.Pitch(rack: pitch.Metres(), row: 1.Metres()), spines: f => f.Spines(Small.Switch, links: l => l
            .Cable(Cables.Mfp7e10.Blamed())));
        At(pitch: 0.6).Says();
        Assert.Contains(At(pitch: 30).Findings, f => f.Rule == "CDL3007" && f.Message.Contains("50 m"));
    }

    [Fact]
    public void Cages_that_the_catalogue_has_nothing_for_are_blamed()
    {
        var wide = new NodeModel("WIDE", 1, new Ports("xd", 1, Cage.OsfpXd, 1_600.Gbps()));
        var leaf = new EthernetSwitch("WIDE-SWITCH", new Ports("xd", 64, Cage.OsfpXd, 1_600.Gbps()));
        Small.Plan(model: wide, count: 8, instead: f => f.Ethernet(1_600.Gbps()).Leaves(leaf)
                .Connect("node".Blamed()))
            .Blames("CDL3008", "OSFP-XD", "1600G");
    }
}
