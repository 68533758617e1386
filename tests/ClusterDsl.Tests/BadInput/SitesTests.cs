namespace ClusterDsl.Tests;

/// <summary>Geography, lengths and numbers that cannot be: one finding each, at the argument.</summary>
public sealed class SitesTests
{
    static Plan Site(Action<Site> site) => Cluster.Named("c").Site("a", s => { s.Pod(); site(s); }).Plan;

    [Theory]
    [InlineData(90.1)]
    [InlineData(-91)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_place_beyond_the_poles_is_no_place(double latitude) =>
        Site(s => s.At(latitude.Blamed(), 0)).Blames("CDL1003", "latitude", "-90 to 90");

    [Fact]
    public void A_place_beyond_the_date_line_is_no_place() => Site(s => s.At(0, 180.5.Blamed())).Blames("CDL1003", "longitude of `a` is 180.5", "-180 to 180");

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_site_without_power_is_none(int megawatts) =>
        Cluster.Named("c").Site("a", s => s.Power(megawatts.Megawatts().Blamed()).Nodes("n", Campuses.Node, 1)).Plan.Blames("CDL1003", "power of `a`");

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.1/8")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0/8")]
    [InlineData("256.0.0.0/8")]
    [InlineData("fd00::1::/32")]
    [InlineData("fd00:1/32")]
    [InlineData("")]
    [InlineData(null)]
    public void Addresses_that_are_no_block_are_none(string? prefix) => Site(s => s.Addresses(prefix!)).Says("CDL1003").Naming("no block of addresses");

    [Theory]
    [InlineData(-62)]
    [InlineData(0)]
    [InlineData(2_100)]
    public void A_route_of_no_length_or_of_too_much_is_none(int km) => Campuses.Joined(i => i
        .Path("north", km.Kilometres().Blamed(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32))
        .Optics(Optics.Osfp400Zr, on: Switches.Cisco8223)).Blames("CDL1003", "the length of the path `north`", "km; it must be 0.001 km to 2000 km");

    [Fact]
    public void Spans_are_positive_and_make_up_the_route()
    {
        static Plan Spans(params int[] km) => Campuses.OnePath(p => p.DarkFibre(Fibre.G652D).Wavelengths(32)
            .Spans(Amplifiers.Edfa21, km.Select(k => k.Kilometres()).ToArray().Blamed()), 120.Kilometres(), Optics.Osfp400OpenZr);
        Spans(50, 70).Says();
        Assert.Equal(["km 50"], Spans(50, 70).Groups.Where(g => g.Huts is not null).Select(g => g.Huts!.Place(0)));
        Spans(50, 60).Blames("CDL1003", "110 km together", "120 km");
        Spans(-50, 170).Blames("CDL1003", "-50 km");
        Spans().Blames("CDL1003", "0 km together");
    }

    [Fact]
    public void Numbers_out_of_range_are_one_finding_each()
    {
        static Plan Path(Action<InterconnectPath> more) => Campuses.OnePath(p => { p.DarkFibre(Fibre.G652D).Amplified(); more(p); });
        Path(p => p.Wavelengths(0.Blamed())).Blames("CDL1003", "wavelengths");
        Path(p => p.Wavelengths(4_097.Blamed())).Blames("CDL1003", "4,096");
        Path(p => p.Wavelengths(8).Protected((-1).Kilometres().Blamed())).Blames("CDL1003", "second route");
        Path(p => p.Wavelengths(8).RiskGroup(" ".Blamed())).Blames("CDL1003", "risk group");
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D, pairs: 0.Blamed())).Blames("CDL1003", "pairs of fibres");
        Campuses.OnePath(p => p.DarkFibre((Fibre.G652D with { DbPerKm = -1 }).Blamed())).Blames("CDL1003", "-1 dB/km");
        Campuses.OnePath(p => p.DarkFibre((Fibre.G652D with { DbPerKm = double.NaN }).Blamed())).Blames("CDL1003", "dB/km");
        Campuses.OnePath(p => p.LeasedWavelength(0.Gbps().Blamed())).Blames("CDL1003", "wavelength in Gb/s");
        Campuses.OnePath(also: i => i.Capacity(0.Tbps().Blamed())).Blames("CDL1003", "the traffic");
        Campuses.OnePath(also: i => i.RoundTrip(0.Milliseconds().Blamed())).Blames("CDL1003", "there and back");
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D).Wavelengths(1).Amplified(by: new AmplifierModel("A", double.NaN, 5, 20).Blamed())).Blames("CDL1003", "gain");
    }

    [Fact]
    public void An_interconnect_joins_two_sites_that_there_are()
    {
        static Plan Between(string a, string b) => Cluster.Named("c").Site("a", s => s.Pod()).Site("b", s => s.Pod())
            .Interconnect(a, b, i => i.Path("p", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32)).Optics(Optics.Osfp400Zr, on: Switches.Cisco8223)).Plan;
        Between("a", "b").Says();
        Between("a", "a").Says("CDL1003").Naming("joins `a` with itself");
        Between("a", "d").Says("CDL1004", "CDL6020").Naming("no site `d`");
        Between(null!, "b").Says("CDL1004", "CDL6020");
    }

    [Fact]
    public void Two_of_one_name_and_names_that_are_none_are_found()
    {
        static Cluster Two() => Cluster.Named("c").Site("a", s => s.Pod()).Site("b", s => s.Pod()).Interconnect("a", "b", Line);
        Assert.All(Two().Interconnect("a", "b", Line).Plan.Findings, f => Assert.Contains(f.Rule, new[] { "CDL1001", "CDL1102" }));
        Two().Interconnect("a", "b", Line, name: "other").Plan.Says();
        Two().Interconnect("a", "b", Line, name: "no name").Plan.Says("CDL1002");

        static void Line(Interconnect i) => i.Path("p", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(32)).Optics(Optics.Osfp400Zr, on: Switches.Cisco8223);
    }

    [Fact]
    public void Null_where_something_is_needed_is_one_finding()
    {
        Cluster.Named("c").Site("a", s => s.Pod()).Interconnect("a", "b", null!).Plan.Says("CDL1003").Naming("the interconnect's content is null");
        Campuses.Joined(i => i.Path("p", 62.Kilometres(), null!)).Says("CDL1003").Naming("the path's content is null");
        Campuses.OnePath(p => p.DarkFibre(null!)).Says("CDL1003").Naming("the fibre is null");
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D).Mux(null!)).Says("CDL1003").Naming("the multiplexer is null");
        Campuses.OnePath(p => p.DarkFibre(Fibre.G652D).Spans(null!, [])).Says("CDL1003").Naming("the amplifier is null");
        Campuses.Joined(i => i.Optics(null!, on: Switches.Cisco8223)).Says("CDL1003").Naming("the transceiver is null");
        Campuses.Joined(i => i.Optics(Optics.Osfp400Zr, on: null!)).Says("CDL1003").Naming("the router's model is null");
        Cluster.Named("c").Site("a", s => s.Pod()).Survives(null!, 1.Gpus()).Plan.Says("CDL1003").Naming("the loss is null");
        Campuses.OnePath(also: i => i.Joins(null!)).Says("CDL1004");
    }
}
