namespace ClusterDsl.Tests;

/// <summary>What is published of ways between sites: OIF's 400ZR, a mesh of buildings, and the boxes that are sold for them.</summary>
public sealed class ScaleAcrossTests
{
    static readonly Published Zr = Published.Of("oif-400zr");

    [Fact]
    public void The_figures_of_400ZR_are_those_published()
    {
        var mode = CoherentMode.Zr400;
        Assert.Equal(Zr.Expected("osnrToleranceDbPer0p1nm"), mode.NeedsOsnrDb);
        Assert.Equal((Zr.Expected("rxMinAmplifiedDbm"), Zr.Expected("rxMinUnamplifiedDbm")), (mode.TakesDbm.Least, mode.TakesWithoutNoiseDbm));
        Assert.Equal((Zr.Expected("cdTolerancePsPerNm"), Zr.Expected("pmdTolerancePs"), Zr.Decimal("pathOsnrPenaltyDb")), (mode.PsPerNm, mode.PmdPs, mode.PenaltyDb));
        Assert.Equal(Zr.Derived("datasheetUnamplifiedBudgetDb"), mode.SendsDbm.Least - mode.TakesWithoutNoiseDbm);
        // OIF's headline is a decibel more than the worst case of a data sheet, by which a design is judged.
        Assert.Equal(Zr.Expected("unamplifiedLossBudgetDb") - 1, Zr.Derived("datasheetUnamplifiedBudgetDb"));
        Assert.All([Optics.QsfpDd400Zr, Optics.Osfp400Zr], optic => Assert.True(optic.PowerW <= 20));
    }

    [Fact]
    public void Amplified_400ZR_reaches_as_far_as_published_and_no_farther()
    {
        // By dispersion: the light of 120 km at 0.2 dB/km suffices in one span. 24.5 dB of fibre: 57.95 - 23.5 - 5.5 = 28.95 dB at the
        // preamplifier, 27.21 dB with the booster and the transmitter, where 26.5 are needed.
        var fibre = Fibre.G652D with { DbPerKm = 0.2 };
        Plan Over(int km) => Campuses.OnePath(p => p.DarkFibre(fibre).Amplified(every: km.Kilometres()).Wavelengths(1), km.Kilometres());
        var reach = Zr.Expected("amplifiedReachKm");
        Assert.Equal(Zr.Derived("cdReachKmAt20psPerNmKm"), reach);
        var path = Over(reach).Says().Interconnects[0].Paths[0];
        Assert.InRange(path.OsnrHundredthsDb!.Value, 2_650, 2_800);
        Over(reach + 1).Says("CDL6005");
    }

    [Fact]
    public void Without_amplifiers_the_amplified_reach_is_the_known_error_and_is_found() =>
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D with { DbPerKm = 0.2 }).Wavelengths(1), Zr.Expected("amplifiedReachKm").Kilometres()).Says("CDL6002");

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Buildings_that_are_all_joined_lose_one_and_stay_a_pool(int buildings)
    {
        // Meta's mesh of buildings: with D of them D (D - 1) / 2 adjacencies; each of 128 GPUs here.
        var cluster = Cluster.Named("mesh");
        for (var i = 0; i < buildings; i++) cluster.Site($"b{i}", s => s.Pod());
        for (var i = 0; i < buildings; i++)
            for (var j = i + 1; j < buildings; j++)
                cluster.Interconnect($"b{i}", $"b{j}", l => l.Path("duct", 10.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(8)).Optics(Optics.Osfp400Zr, on: Switches.Cisco8223));
        var plan = cluster.Survives(SiteLoss.Any, keeping: ((buildings - 1) * 128).Gpus()).Plan.Says();
        Assert.Equal(buildings * (buildings - 1) / 2, plan.Interconnects.Count);
    }

    [Fact]
    public void The_router_that_is_sold_for_it_has_its_published_ports()
    {
        var published = Published.Of("scale-across-products");
        var bank = Switches.Cisco8223.Ports[0];
        Assert.Equal(published.Text("cisco8223Ports"), $"{bank.Cages}x{bank.Native.Speed}");
        Assert.Equal(published.Decimal("cisco8223Tbps") * 1_000, Switches.Cisco8223.CapacityGbps);
    }
}
