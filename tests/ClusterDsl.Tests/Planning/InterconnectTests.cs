namespace ClusterDsl.Tests;

/// <summary>What joins two sites, counted and measured by hand.</summary>
public sealed class InterconnectTests
{
    static readonly Plan TwoPaths = Campuses.Joined(i => i
        .Capacity(12.8.Tbps()).SurvivesLossOfOnePath()
        .Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().RiskGroup("I-66"))
        .Path("south", 71.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().RiskGroup("VA-28"))
        .Optics(Optics.Osfp400Zr, on: Switches.Cisco8223));

    static InterconnectPlan Line(Plan plan) => Assert.Single(plan.Interconnects);

    [Fact]
    public void Either_of_two_paths_carries_all_of_the_traffic()
    {
        var line = Line(TwoPaths);
        // 12,800 / 400 = 32 wavelengths on each path.
        Assert.All(line.Paths, p => Assert.Equal((32, 400, "400ZR"), (p.Wavelengths, p.WavelengthGbps, p.Mode)));
        Assert.Equal((12_800, 25_600, 12_800), (line.DeclaredGbps, line.CapacityGbps, line.AfterLossGbps));
        Assert.DoesNotContain(TwoPaths.Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void The_time_is_that_of_light_of_the_transceivers_and_of_the_amplifiers()
    {
        // 62,000 m × 4.9 ns + 8 µs of 400ZR + 2 × 150 ns; the round trip is that of the longer path.
        Assert.Equal([312_100, 356_200], Line(TwoPaths).Paths.Select(p => p.OneWayNs));
        Assert.Equal(2 * 356_200, Line(TwoPaths).RoundTripNs);
    }

    [Fact]
    public void The_budget_of_an_amplified_span_is_that_of_a_hand_calculation()
    {
        // 62 km × 0.275 + 2 × 0.25 = 17.55 dB of fibre, and two multiplexers of 6 dB.
        // The booster sees -10 - 6 = -16 dBm: 57.95 - 16 - 5.5 = 36.45 dB. It sends 1 dBm, the preamplifier sees -16.55 dBm: 35.90 dB.
        // With the 34 dB of the transmitter: -10 log10(10^-3.4 + 10^-3.645 + 10^-3.59) = 30.55 dB, where 26 + 0.5 are needed.
        var north = Line(TwoPaths).Paths[0];
        Assert.Equal((2_955, 3_055, 405), (north.LossHundredthsDb, north.OsnrHundredthsDb, north.MarginHundredthsDb));
        // The preamplifier sends 0 dBm, so that -6 dBm, the middle of -12 to 0, are left behind the demultiplexer.
        Assert.Equal(-600, north.ReceivedHundredthsDbm);
    }

    [Fact]
    public void Every_device_and_every_cable_of_it_is_in_the_plan()
    {
        Assert.Equal(
            ["amplifier 1", "mux 1", "router 1"],
            TwoPaths.Groups.Where(g => g.Id.StartsWith("east-west/north/east/")).Select(g => $"{g.Role} {g.Count}").Order());
        Assert.All(TwoPaths.Groups.Where(g => g.Id.StartsWith("east-west/")), g => Assert.NotNull(g.Placement));
        // At each site 32 cords to the multiplexer and one to the amplifier; between the sites one pair of fibres.
        var north = TwoPaths.Bundles.Where(b => b.Id.StartsWith("east-west/north/")).ToList();
        Assert.Equal(2 * (32 + 1) + 1, north.Sum(b => b.Links));
        Assert.Equal([62_000_000], north.Select(b => b.OutsideMm).Where(mm => mm > 0));
    }

    /// <summary>Two wavelengths of 800G, each of two clients of 400G.</summary>
    static readonly TransponderModel Muxponder = new("MUXPONDER", clients: 4, Cage.Qsfp112, 400.Gbps(), wavelengths: 2, CoherentMode.Zr800) { Power = 300.Watts() };

    [Fact]
    public void Transponders_stand_between_the_routers_and_the_fibre()
    {
        var plan = Campuses.Joined(i => i.Capacity(4.8.Tbps())
            .Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified())
            .Transponders(Muxponder, on: Campuses.Leaf).Joins("net", lossless: false)).Says();

        // Six wavelengths on three boxes, twelve clients of 400G on one router of 64 ports, and as many of its other ports into the spines.
        Assert.Equal("800ZR", Line(plan).Paths[0].Mode);
        Assert.Equal(["amplifier 1", "mux 1", "router 1", "transponder 3"],
            plan.Groups.Where(g => g.Id.StartsWith("east-west/north/east/")).Select(g => $"{g.Role} {g.Count}").Order());
        var clients = plan.Bundles.Where(b => b.Id.StartsWith("east-west/north/east/client-")).ToList();
        Assert.Equal((12, true), (clients.Sum(b => b.Links), clients.All(b => b is { SpeedGbps: 400, A.Optic.Length: > 0, B.Optic.Length: > 0 })));
        var ends = clients.SelectMany(b => Enumerable.Range(0, (int)b.Links).Select(k => b.LinkAt(k))).ToList();
        Assert.Equal(Enumerable.Range(0, 12), ends.Select(l => l.PortA).Order());
        Assert.Equal(12, ends.Select(l => (l.DeviceB, l.PortB)).Distinct().Count());
        // Each wavelength leaves a port of its own, and takes a channel of its own.
        var waves = plan.Bundles.Where(b => b.Id.StartsWith("east-west/north/east/wave-")).SelectMany(b => Enumerable.Range(0, (int)b.Links).Select(k => b.LinkAt(k))).ToList();
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)], waves.Select(l => (l.DeviceA, l.PortA)).Order());
        Assert.Equal(Enumerable.Range(0, 6), waves.Select(l => l.PortB).Order());
        Assert.Equal(12, plan.Bundles.Where(b => b.B.Group == "east-net/spine" && b.A.Group == "east-west/north/east/router").Sum(b => b.Links));
    }

    [Fact]
    public void A_transponder_at_one_site_and_a_coherent_module_at_the_other_run_one_mode()
    {
        var one = new TransponderModel("TRANSPONDER", clients: 8, Cage.Qsfp112, 400.Gbps(), wavelengths: 8, CoherentMode.OpenZr400, CoherentMode.Zr400);
        var plan = Campuses.Joined(i => i.Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(9))
            .Transponders(one, on: Campuses.Leaf, at: "east").Optics(Optics.Osfp400Zr, on: Switches.Cisco8223, at: "west")).Says();
        Assert.Equal("400ZR", Line(plan).Paths[0].Mode);
        Assert.Equal(["transponder 2"], plan.Groups.Where(g => g.Role == "transponder").Select(g => $"{g.Role} {g.Count}"));
    }

    [Fact]
    public void Huts_stand_between_equal_spans()
    {
        var plan = Campuses.OnePath(p => p.DarkFibre(Fibre.G652D, pairs: 2).Amplified().Wavelengths(40), length: 200.Kilometres(), optic: Optics.Osfp400OpenZr);
        var huts = Assert.Single(plan.Groups, g => g.Role == "hut");
        // Three spans of 66.67 km; an amplifier for each of two pairs of fibres in each of two huts.
        Assert.Equal(4, huts.Count);
        Assert.Equal(["km 66.666", "km 66.666", "km 133.333", "km 133.333"], Enumerable.Range(0, 4).Select(huts.Huts!.Place));
        Assert.Equal(200_000_000, plan.Bundles.Sum(b => (long)b.OutsideMm));
        Assert.Equal(6, plan.Bundles.Where(b => b.OutsideMm > 0).Sum(b => b.Links));
        // 20 wavelengths on each pair, 2,000 µs of light through four amplifiers and two transceivers.
        Assert.Equal(980_000 + 4 * 150 + 5_000, Line(plan).Paths[0].OneWayNs);
    }

    [Fact]
    public void A_single_wavelength_needs_no_multiplexer()
    {
        var plan = Campuses.OnePath(p => p.DarkFibre(Fibre.G652D, pairs: 4).Wavelengths(3), length: 33.Kilometres());
        Assert.DoesNotContain(plan.Groups, g => g.Role is "mux" or "amplifier");
        // 33 × 0.275 + 0.5 = 9.575 dB; -10 dBm less that is 0.425 dB over -20.
        var path = Line(plan).Paths[0];
        Assert.Equal((958, -1_958, 42), (path.LossHundredthsDb, path.ReceivedHundredthsDbm, path.MarginHundredthsDb));
        Assert.Null(path.OsnrHundredthsDb);
    }

    [Fact]
    public void The_routers_of_a_joined_fabric_go_into_its_spines()
    {
        // Sixteen nodes of eight ports are 128 links: on leaves of 32 down and 32 up four leaves and, filled to the last port, two spines of 64.
        Assert.Equal(2, Campuses.OnePath().Groups.Single(g => g.Id == "east-net/spine").Count);
        var plan = Campuses.OnePath(also: i => i.Joins("net", lossless: false)).Says();
        // 32 wavelengths of 400G need as many ports of 400G: four spines have them.
        var clients = plan.Bundles.Where(b => b.Fabric == "east-west" && b.A.Group.EndsWith("/router") && b.B.Group.EndsWith("/spine")).ToList();
        Assert.Equal(["east-net/spine 32", "west-net/spine 32"], clients.Select(b => $"{b.B.Group} {b.Links}"));
        Assert.All(clients, b => Assert.Equal(400, b.SpeedGbps));
        Assert.Equal(4, plan.Group("east-net/spine").Count);
        // Every spine takes as many, and no port of a router twice.
        var links = clients[0];
        Assert.Equal([8, 8, 8, 8], Enumerable.Range(0, 32).Select(k => links.LinkAt(k).DeviceB).CountBy(d => d).OrderBy(c => c.Key).Select(c => c.Value));
        // Whether that is promised of the fabric is no question of its routers: it was compared without them.
        Assert.Equal("net", plan.Interconnects[0].Fabric);
    }

    [Fact]
    public void A_plan_with_interconnects_is_read_back_as_it_was_written() =>
        Assert.Equal(TwoPaths.Interconnects, PlanJson.Read(PlanJson.Write(TwoPaths)).Interconnects);
}
