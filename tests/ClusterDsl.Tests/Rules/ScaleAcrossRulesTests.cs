namespace ClusterDsl.Tests;

/// <summary>CDL6001 to CDL6020, CDL7006 and CDL7007: each rule at the value it blames, and silent beside it.</summary>
public sealed class ScaleAcrossRulesTests
{
    [Fact]
    public void A_sound_interconnect_has_no_finding()
    {
        Campuses.OnePath().Says();
        Campuses.Joined(i => i.Capacity(12.8.Tbps()).SurvivesLossOfOnePath().RoundTrip(1.Milliseconds(), "synchronous steps")
            .Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().RiskGroup("I-66"))
            .Path("south", 71.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().RiskGroup("VA-28"))
            .Optics(Optics.Osfp400Zr, on: Switches.Cisco8223)).Says();
    }

    // East and west are 32.3 km apart: 0.29 degrees of latitude, 111.2 km each, and 0.02 of longitude.
    [Theory]
    [InlineData(32.0, true)]
    [InlineData(32.4, false)]
    public void A_route_shorter_than_the_earth_is_blamed(double km, bool tooShort)
    {
        var plan = Campuses.Joined(i => i
            .Path("north", km.Kilometres().Blamed(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32))
            .Optics(Optics.Osfp400Zr, on: Switches.Cisco8223));
        if (tooShort) plan.Blames("CDL6001", "32 km", "32.1 km", "`east-west/north`");
        else plan.Says();
    }

    [Fact]
    public void Fibre_that_loses_more_than_400ZR_stands_is_blamed_and_amplifiers_are_offered()
    {
        // 34 km × 0.275 + 0.5 = 9.85 dB of 10; 36 km are 10.4 dB.
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D), 34.Kilometres(), also: i => i.Capacity(400.Gbps())).Says();
        Campuses.OnePath(p => p
                .DarkFibre(Fibre.G652D.Blamed()), 36.Kilometres(), also: i => i.Capacity(400.Gbps()))
            .Blames("CDL6002", "10.4 dB", "10 dB", "-10 dBm", "-20 dBm", "(recalled)").Offers("Amplified()");
    }

    [Fact]
    public void Spans_whose_noise_drowns_the_signal_are_blamed()
    {
        // Four spans of 80 km: each amplifier sees 1 - 22.5 = -21.5 dBm and adds noise at 57.95 - 21.5 - 5.5 = 30.95 dB;
        // four of those, the booster at 36.45 and the transmitter at 34 leave 24.06 dB; OpenZR+ needs 24.5.
        // Spans of 21 dB at most, as the amplifiers have no more gain: 74 km × 0.275 + 0.5 = 20.85.
        Campuses.OnePath(p => p
                .DarkFibre(Fibre.G652D).Wavelengths(32)
                .Amplified(every: 90.Kilometres().Blamed(), by: Amplifiers.Edfa35), 360.Kilometres(), Optics.Osfp400OpenZr)
            .Blames("CDL6003", "4 spans", "90 km", "24.5 dB", "(recalled)");
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D).Wavelengths(32).Amplified(every: 60.Kilometres()), 360.Kilometres(), Optics.Osfp400OpenZr).Says();
    }

    [Fact]
    public void A_span_that_its_amplifier_does_not_make_good_is_blamed()
    {
        // 120 km × 0.275 + 0.5 = 33.5 dB; 1 dBm less that is -32.5, 21 dB of gain and the demultiplexer leave -17.5.
        Campuses.OnePath(p => p
                .DarkFibre(Fibre.G652D).Wavelengths(32)
                .Amplified(every: 120.Kilometres().Blamed()), 120.Kilometres())
            .Blames("CDL6004", "-17.5 dBm", "-12 dBm to 0 dBm", "EDFA-21", "Use shorter spans: behind amplifiers of more gain", "26.5 dB");
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D).Wavelengths(32).Amplified(every: 120.Kilometres(), by: Amplifiers.Edfa35), 120.Kilometres()).Says("CDL6003");
        // The booster leaves -10 - 6 + 15 = -1 dBm: 22.5 dB less, 15 more and the demultiplexer are -14.5, while the noise at 28.95, 36.45 and 34 dB leaves 27.2.
        var weak = new AmplifierModel("WEAK", 15, 5.5, 21);
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D).Wavelengths(32).Amplified(by: weak), 80.Kilometres()).Says("CDL6004").Naming("-14.5 dBm", "or amplifiers of more gain");
    }

    [Fact]
    public void Light_that_overloads_a_receiver_is_blamed()
    {
        // 1 dBm less 2 km × 0.275 + 0.5 is -0.05 dBm, within; 800 m leave 0.28 dBm.
        static Plan Near(Length length) => Cluster.Named("near")
            .Site("a", s => s.Pod()).Site("b", s => s.Pod())
            .Interconnect("a", "b", i => i.Path("p", length, p => p
                .DarkFibre(Fibre.G652D.Blamed())
                .Wavelengths(1))
                .Optics(Optics.QsfpDd400OpenZrHighPower, on: Hot)).Plan;
        Near(2.Kilometres()).Says();
        Near(0.8.Kilometres()).Blames("CDL6004", "0.28 dBm", "0 dBm at most");
    }

    static readonly EthernetSwitch Hot = new("ROUTER", new Ports("port", 32, Cage.QsfpDd.Rated(25), 400.Gbps())) { Power = 1.Kilowatts(), Buffer = "8 GB" };

    [Fact]
    public void More_dispersion_than_a_mode_makes_good_is_blamed()
    {
        // 20 ps/(nm·km): 2,400 ps/nm are 120 km. Fibre of 0.2 dB/km leaves enough light.
        var quiet = Fibre.G652D with { DbPerKm = 0.2 };
        Campuses.OnePath(p => p.DarkFibre(quiet).Amplified(every: 60.Kilometres()).Wavelengths(32), 120.Kilometres()).Says();
        Campuses.OnePath(p => p
                .DarkFibre(quiet.Blamed())
                .Amplified(every: 61.Kilometres()).Wavelengths(32), 121.Kilometres())
            .Blames("CDL6005", "2,420 ps/nm", "2,400");
    }

    [Fact]
    public void Transceivers_without_a_common_mode_are_blamed()
    {
        static Plan Ends(Optic east, Optic west) => Campuses.Joined(i => i
            .Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32))
            .Optics(east, on: Switches.Cisco8223, at: "east")
            .Optics(west.Blamed(), on: Switches.Cisco8223, at: "west"));
        // OpenZR+ modules run 400ZR as well.
        Assert.Equal("400ZR", Ends(Optics.Osfp400OpenZr, Optics.Osfp400Zr).Says().Interconnects[0].Paths[0].Mode);
        Ends(Optics.Osfp400OpenZr, Optics.Osfp800Zr).Blames("CDL6006", "OpenZR+ 400G and 400ZR", "800ZR");
        Ends(Optics.Osfp400Zr, Optics.Osfp800Sr8).Blames("CDL6006", "not coherent");
        Campuses.Joined(i => i
            .Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32))
            .Optics(Optics.Osfp400Zr, on: Switches.Cisco8223, at: "east")
            .Transponders(new TransponderModel("BOX", 4, Cage.Qsfp112, 400.Gbps(), 2, CoherentMode.Zr800).Blamed(), on: Switches.Cisco8223, at: "west")).Blames("CDL6006", "OSFP-400ZR", "BOX at `west` runs 800ZR");
    }

    [Fact]
    public void Transponders_whose_clients_do_not_fill_a_wavelength_or_that_no_router_feeds_are_blamed()
    {
        static Plan With(TransponderModel transponder, SwitchModel? router = null) => Campuses.Joined(i => i
            .Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(2))
            .Transponders(transponder, on: router ?? Campuses.Leaf));
        With(new TransponderModel("BOX", 4, Cage.Qsfp112, 300.Gbps(), 2, CoherentMode.Zr800)).Says("CDL1108").Naming("a wavelength of `east-west/north` carries 800G", "carry 300G each");
        With(new TransponderModel("BOX", 1, Cage.Qsfp112, 400.Gbps(), 2, CoherentMode.Zr800)).Says("CDL1108").Naming("the 1 client of BOX");
        With(new TransponderModel("BOX", 4, Cage.Qsfp112, 400.Gbps(), 2)).Says("CDL1003").Naming("runs no coherent mode");
        With(new TransponderModel("BOX", 4, Cage.Qsfp112, 400.Gbps(), 2, new CoherentMode("mine", 0, Fec.OFec, 75))).Says("CDL1003").Naming("a wavelength of 0 Gb/s");
        Campuses.OnePath(optic: Optics.Osfp400Zr with { Modes = Seq.Of(new CoherentMode("mine", 0, Fec.OFec, 75)) }).Says("CDL1003").Naming("OSFP-400ZR", "a wavelength of 0 Gb/s");
    }

    [Fact]
    public void More_wavelengths_than_the_band_has_channels_are_blamed()
    {
        // 4,800 GHz / 75 = 64.
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(64)).Says();
        Campuses.OnePath(p => p
                .DarkFibre(Fibre.G652D).Amplified()
                .Wavelengths(65.Blamed()))
            .Blames("CDL6007", "65", "64 channels of 75 GHz", "Use 2 pairs").Offers("2");
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D, pairs: 2).Amplified().Wavelengths(65)).Says();
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32)
                .Mux(Muxes.C64.Blamed()), optic: Optics.Osfp800Zr)
            .Blames("CDL6007", "150 GHz", "75 GHz apart");
    }

    [Fact]
    public void Wavelengths_that_carry_less_than_the_traffic_are_blamed()
    {
        static Plan Of(int count) => Campuses.OnePath(p => p.DarkFibre(Fibre.G652D).Amplified()
            .Wavelengths(count.Blamed()), also: i => i.Capacity(12.8.Tbps()));
        Of(32).Says();
        Of(31).Blames("CDL6008", "12,400", "12,800", "Use 32 wavelengths").Offers("32");
    }

    [Fact]
    public void Paths_that_do_not_stand_in_for_each_other_are_blamed()
    {
        static Plan Of(int south) => Campuses.Joined(i => i
            .Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32))
            .Path("south", 71.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(south))
            .Optics(Optics.Osfp400Zr, on: Switches.Cisco8223)
            .Capacity(12.8.Tbps())
            .SurvivesLossOfOnePath());
        Of(32).Says();
        var finding = Assert.Single(Of(31).Says("CDL6009").Findings);
        Assert.Contains("losing `east-west/north` leaves `east-west` 12,400 of 25,200 Gb/s", finding.Message);
    }

    [Fact]
    public void A_single_path_survives_its_loss_by_a_second_route_alone()
    {
        static Plan Of(bool isProtected) => Campuses.Joined(i => i
            .Path("north", 40.Kilometres(), p =>
            {
                p.DarkFibre(Fibre.G652D).Amplified();
                if (isProtected) p.Protected(45.Kilometres());
            })
            .Optics(Optics.Osfp400Zr, on: Switches.Cisco8223).Capacity(12.8.Tbps()).SurvivesLossOfOnePath());
        Of(isProtected: true).Says();
        Of(isProtected: false).Says("CDL6009").Naming("a second path, or a second route");
    }

    [Fact]
    public void Paths_through_one_duct_are_blamed()
    {
        static Plan Through(string north, string south) => Campuses.Joined(i => i
            .Capacity(12.8.Tbps()).SurvivesLossOfOnePath()
            .Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().RiskGroup(north))
            .Path("south", 71.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified()
                .RiskGroup(south.Blamed()))
            .Optics(Optics.Osfp400Zr, on: Switches.Cisco8223));
        Through("I-66", "VA-28").Says();
        Assert.Equal(0, Through("I-66", "I-66").Interconnects[0].AfterLossGbps);
        Through("I-66", "I-66").Blames("CDL6010", "`I-66`", "0 of 25,600 Gb/s");
    }

    [Fact]
    public void A_round_trip_beyond_what_the_use_stands_is_blamed()
    {
        // 2 × (62 km × 4.9 µs + 8 + 0.3) = 624.2 µs.
        static Plan Of(int microseconds) => Campuses.OnePath(also: i => i
            .RoundTrip(microseconds.Microseconds().Blamed(), "tensor parallelism"));
        Of(625).Says();
        Of(624).Blames("CDL6011", "624.2 µs", "607.6 µs", "62 km", "`tensor parallelism`", "624 µs");
    }

    [Fact]
    public void Buffers_that_do_not_hold_what_is_on_its_way_are_blamed()
    {
        static Plan Of(string buffer, bool lossless = true) => Campuses.Joined(i => i
            .Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(16))
            .Optics(Optics.QsfpDd400OpenZrHighPower, on: new EthernetSwitch("ROUTER", Hot.Ports[0]) { Power = 1.Kilowatts(), Buffer = buffer })
            .Joins("net".Blamed(), lossless));
        Of("501 MB").Says();
        // 2 × (303.8 + 5 + 0.3) = 618.2 µs of 50,000 bytes each are 30.91 MB and 76 kB of frames; 16 of them 495.78 MB.
        Of("495 MB").Blames("CDL6012", "618.2 µs", "30.99 MB", "495.78 MB", "495 MB").Offers("false");
        Of("495 MB", lossless: false).Says();
        Of("deep").Blames("CDL6013", "495.78 MB", "\"deep\"").Offers("false");
    }

    [Fact]
    public void A_site_that_draws_more_than_it_has_is_blamed()
    {
        // 16 nodes of 10 kW, and switches and the line.
        Campuses.Joined(Line, east: s => s
                .Power(100.Kilowatts().Blamed()))
            .BlamesAmongOthers("CDL6014", "`east`", "100 kW");
        Cluster.Named("c").Site("a", s => s.Power(160.Kilowatts()).Nodes("node", Campuses.Node, 16)).Plan.Says();
        Cluster.Named("c").Site("a", s => s.Power(159.9.Kilowatts()).Nodes("node", Campuses.Node, 16)).Plan.Says("CDL6014");
    }

    static void Line(Interconnect i) => i
        .Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32))
        .Optics(Optics.Osfp400Zr, on: Switches.Cisco8223);

    [Fact]
    public void A_joined_site_that_does_not_say_its_power_is_blamed() => Cluster.Named("c")
        .Site("a", s => s.Pod())
        .Site("b".Blamed(), s => s.Nodes("node", Campuses.Node, count: 16)
            .Fabric("net", f => f.Ethernet(400.Gbps()).RoCEv2().NonBlocking().Connect("node").Leaves(Campuses.Leaf).Spines(Campuses.Leaf)))
        .Interconnect("a", "b", Line)
        .Plan.BlamesAmongOthers("CDL6015", "`b`", "kW");

    [Fact]
    public void A_power_that_cannot_be_is_said_all_the_same()
    {
        var plan = Cluster.Named("c").Site("a", s => s.Pod()).Site("b", s => s.Power(0.Megawatts()).Pod()).Interconnect("a", "b", Line).Plan;
        Assert.Single(plan.Findings, f => f.Rule == "CDL1003");
        Assert.DoesNotContain(plan.Findings, f => f.Rule == "CDL6015" && f.Message.Contains("`b`", StringComparison.Ordinal));
    }

    [Fact]
    public void A_site_with_fewer_racks_than_are_filled_is_blamed()
    {
        Campuses.Joined(Line, east: s => s.Space(racks: 1_000)).Says();
        Campuses.Joined(Line, east: s => s
                .Space(racks: 1.Blamed()))
            .Blames("CDL6016", "`east`", "room for 1");
    }

    [Theory]
    [InlineData("10.1.0.0/16", "10.2.0.0/16", false)]
    [InlineData("10.0.0.0/8", "10.2.0.0/16", true)]
    [InlineData("fd00:1::/32", "fd00:2::/32", false)]
    [InlineData("fd00::/16", "fd00:2::/32", true)]
    [InlineData("0.0.0.0/0", "fd00:2::/32", false)]
    public void Two_sites_with_the_same_addresses_are_blamed(string east, string west, bool overlap)
    {
        var plan = Campuses.Joined(Line, east: s => s.Addresses(east), west: s => s
            .Addresses(west.Blamed()));
        if (overlap) plan.Blames("CDL6017", east, west);
        else plan.Says();
    }

    static Plan Three(int keeping, int copies = 0, bool closed = true, SiteLoss? loss = null) => Cluster.Named("three")
        .Site("a", s => s.Pod().Nodes("store", Nodes.Storage400G, count: 2).Fabric("storage", Storage))
        .Site("b", s => s.Pod().Nodes("store", Nodes.Storage400G, count: 2).Fabric("storage", Storage))
        .Site("c", s => s.Pod())
        .Interconnect("a", "b", Line).Interconnect("b", "c", Line)
        .Interconnect(closed ? "c" : "b", closed ? "a" : "c", Line, name: "third")
        .Survives(loss ?? SiteLoss.Any, keeping: keeping.Gpus(), copies: copies).Plan;

    static void Storage(Fabric f) => f.Ethernet(400.Gbps()).Connect("store", Role.Storage).Leaves(Campuses.Leaf).Spines(Campuses.Leaf, single: true).NonBlocking();

    [Fact]
    public void GPUs_that_are_left_in_one_pool_when_a_site_is_lost_are_counted()
    {
        // 128 GPUs at each of three sites.
        Three(keeping: 256).Says();
        Three(keeping: 257).Says("CDL6018").Naming("leaves 256 GPUs", "257 must be left", "Put more GPUs");
        // Along a line, the loss of the middle parts the ends.
        Three(keeping: 256, closed: false).Says("CDL6018").Naming("losing `b` leaves 128 GPUs", "do not lead through it");
        Three(keeping: 256, closed: false, loss: SiteLoss.Of("a")).Says();
    }

    [Fact]
    public void Storage_that_is_left_when_a_site_is_lost_is_counted()
    {
        Three(keeping: 1, copies: 1).Says();
        Three(keeping: 1, copies: 2).Says("CDL6018").Naming("losing `a` leaves 1 site with storage nodes", "2 must be left");
        Three(keeping: 1, loss: SiteLoss.Of("d")).Says("CDL1004").Naming("no site `d`");
    }

    [Fact]
    public void What_an_interconnect_cannot_do_without_is_blamed()
    {
        Campuses.Joined(i => i.Capacity(400.Gbps()).Optics(Optics.Osfp400Zr, on: Switches.Cisco8223)).Says("CDL6019").Naming("it has no path");
        Campuses.Joined(i => i.Capacity(400.Gbps()).Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified())).Says("CDL6019", "CDL6019").Naming("ends in at `east`");
        // A site of another name is said once.
        Campuses.Joined(i => i.Capacity(400.Gbps()).Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified()).Optics(Optics.Osfp400Zr, on: Switches.Cisco8223, at: "eest")).Says("CDL1004");
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D).Amplified()).Says("CDL6019").Naming("how much it carries");
        Campuses.OnePath(p => p.Wavelengths(4)).Says("CDL6019").Naming("made of");
        Campuses.OnePath(p => p.LeasedWavelength(400.Gbps()).Amplified().Wavelengths(4)).Says("CDL6019").Naming("a carrier's");
    }

    [Fact]
    public void A_site_that_no_interconnect_reaches_is_blamed() => Cluster.Named("c")
        .Site("a", s => s.Pod())
        .Site("b", s => s.Pod())
        .Site("c".Blamed(), s => s.Pod())
        .Interconnect("a", "b", Line)
        .Plan.Blames("CDL6020", "`c`");

    [Fact]
    public void InfiniBand_goes_as_far_as_its_credits()
    {
        static Site Cell(Site site) => site.Power(1.Megawatts())
            .Nodes("node", Campuses.Node, count: 16)
            .Fabric("ib", f => f.InfiniBand(InfiniBand.Ndr).NonBlocking().Connect("node").Leaves(Switches.Qm9700).Spines(Switches.Qm9700));
        static Plan Over(SwitchModel on, Length length) => Cluster.Named("c").Site("a", s => Cell(s)).Site("b", s => Cell(s))
            .Interconnect("a", "b", i => i
                .Path("p", length, p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(4))
                .Optics(Optics.QsfpDd400OpenZrHighPower with { InfiniBand = true }, on)
                .Joins("ib".Blamed())).Plan;
        var longHaul = new InfiniBandSwitch("LONG-HAUL", Hot.Ports[0], new Ports("osfp", 16, Cage.OsfpIhs, 400.Gbps(), split: 2)) { Power = 1.Kilowatts(), LongHaul = 40.Kilometres() };
        Over(longHaul, 40.Kilometres()).Says();
        Over(longHaul, 41.Kilometres()).Blames("CDL7006", "credits for 40 km", "41 km");
        Over(Hot, 41.Kilometres()).Blames("CDL7007", "InfiniBand NDR", "ROUTER speaks Ethernet");
    }

    [Fact]
    public void Fabrics_of_two_protocols_are_not_joined() => Cluster.Named("c")
        .Site("a", s => s.Pod())
        .Site("b", s => s.Power(1.Megawatts()).Nodes("node", Campuses.Node, count: 16)
            .Fabric("net", f => f.InfiniBand(InfiniBand.Ndr).NonBlocking().Connect("node").Leaves(Switches.Qm9700).Spines(Switches.Qm9700)))
        .Interconnect("a", "b", i => i.Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32))
            .Optics(Optics.Osfp400Zr, on: Switches.Cisco8223)
            .Joins("net".Blamed(), lossless: false))
        .Plan.BlamesAmongOthers("CDL7007", "Ethernet RoCEv2 at `a`", "InfiniBand NDR at `b`");

    [Fact]
    public void A_module_too_hot_for_the_cage_and_a_plug_that_does_not_fit_are_the_rules_of_every_module()
    {
        var cool = new EthernetSwitch("COOL", new Ports("port", 32, Cage.QsfpDd, 400.Gbps())) { Power = 1.Kilowatts() };
        Campuses.Joined(i => i.Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(16))
            .Optics(Optics.QsfpDd400Zr.Blamed(), on: cool)).BlamesAmongOthers("CDL3011", "20 W", "14 W");
        Assert.Contains(Campuses.Joined(i => i.Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(16))
            .Optics(Optics.Osfp400Zr, on: cool)).Findings, f => f.Rule == "CDL3001");
    }

    [Fact]
    public void Of_a_module_that_does_not_go_into_the_router_neither_lanes_nor_heat_are_blamed_too()
    {
        var small = new EthernetSwitch("SMALL", new Ports("port", 64, Cage.Qsfp112, 400.Gbps())) { Power = 1.Kilowatts() };
        var plan = Campuses.Joined(i => i.Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(16)).Optics(Optics.QsfpDd400Zr.Blamed(), on: small));
        plan.BlamesAmongOthers("CDL3001", "QSFP-DD", "takes only QSFP112");
        Assert.DoesNotContain(plan.Findings, f => f.Rule is "CDL3004" or "CDL3011");
        Assert.Single(plan.Findings, f => f.Rule.StartsWith("CDL3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_router_without_ports_of_the_speed_is_blamed() => Assert.Contains(
        Campuses.Joined(i => i.Path("north", 62.Kilometres(), p => p.LeasedWavelength(100.Gbps()).Wavelengths(4))
            .Optics(Optics.Osfp400Zr, on: Switches.Cisco8223)).Findings, f => f.Rule == "CDL1108" && f.Message.Contains("carries 100G"));
}
