namespace ClusterDsl.Tests;

/// <summary>CDL8001 to CDL8010: which layer a declared workload needs. Without one, nothing of it is said.</summary>
public sealed class StrategyRulesTests
{
    /// <summary>One unit of 32 DGX H100, 256 GPUs, on InfiniBand, and a workload.</summary>
    static Cluster Unit(Action<Workload>? workload = null, Action<Site>? also = null, Action<Site>? instead = null)
    {
        var cluster = Cluster.Named("unit").Site("dc", s =>
        {
            s.Nodes("dgx", Nodes.DgxH100, 32, n => n.ScalableUnits(of: 32));
            also?.Invoke(s);
            (instead ?? (t => t.Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect("dgx").Leaves(Switches.Qm9700).Spines(Switches.Qm9700))))(s);
        });
        return workload is null ? cluster : cluster.Workload("job", workload);
    }

    static readonly EthernetSwitch Switch = new("SWITCH", new Ports("port", 64, Cage.Qsfp112, 400.Gbps()));

    /// <summary>The same of HGX H100 on Ethernet.</summary>
    static Plan Ethernet(Action<Workload> workload, NodeModel? model = null, bool scheduled = false) => Cluster.Named("ether").Site("dc", s => s
        .Nodes("hgx", model ?? Nodes.HgxH100, 32, n => n.ScalableUnits(of: 32))
        .Fabric("compute", f =>
        {
            if (scheduled) f.Scheduled(400.Gbps()).Connect("hgx").LineBoxes(Switches.Jericho3Ai).FabricBoxes(Switches.Ramon3);
            else f.Ethernet(400.Gbps()).RoCEv2().RailOptimized().NonBlocking().Connect("hgx").Leaves(Switch).Spines(Switch);
        })).Workload("job", workload).Plan;

    /// <summary>Two sites of 128 GPUs each, joined by 62 km of fibre or not at all.</summary>
    static Plan Sites(Action<Workload> workload, bool joined = true, int wavelengths = 32)
    {
        var cluster = Cluster.Named("campuses").Site("east", s => s.At(39.04, -77.49).Pod()).Site("west", s => s.At(38.75, -77.47).Pod());
        if (joined) cluster.Interconnect("east", "west", i => i.Path("north", 62.Kilometres(), p => p.DarkFibre(Fibre.G652D).Amplified().Wavelengths(wavelengths)).Optics(Optics.Osfp400Zr, on: Switches.Cisco8223));
        return cluster.Workload("job", workload).Plan;
    }

    static string[] Strategy(Plan plan) => [.. plan.Findings.Where(f => f.Rule.StartsWith("CDL8")).Select(f => f.Rule)];

    [Fact]
    public void Without_a_workload_nothing_is_advised() => Unit().Plan.Says();

    [Fact]
    public void A_job_of_one_domain_has_no_use_for_the_fabric()
    {
        Unit(w => w
            .Gpus(8.Blamed())).Plan.Blames("CDL8001", "`job` takes 8 GPUs", "a domain of `dgx` has 8", "450 GB/s", "`compute`");
        Unit(w => w.Gpus(9)).Plan.Says();
    }

    [Fact]
    public void A_job_that_grows_out_of_its_domain_has_use_for_it()
    {
        Unit(w => w.Gpus(4).Growth(2)).Plan.Says("CDL8001").Naming("8 when grown 2 times");
        Unit(w => w.Gpus(4).Growth(2.5)).Plan.Says();
    }

    [Fact]
    public void A_job_of_several_nodes_without_a_fabric_is_told_the_bandwidth_that_keeps_up_with_the_domain()
    {
        // 450 GB/s inside relay eight rings: each 56.25 GB/s outside.
        Unit(w => w
            .Gpus(32.Blamed()), instead: _ => { }).Plan.BlamesAmongOthers("CDL8002", "a domain of `dgx` has 8", "no fabric of `dc`", "at least 450 Gb/s of scale-out");
        Assert.Empty(Strategy(Unit(w => w.Gpus(32)).Plan));
    }

    [Fact]
    public void A_step_too_short_for_what_it_exchanges_is_blamed_with_the_bandwidth_it_needs()
    {
        // A ring of 16 GiB: 2·255/256 of it at eight times 50 GB/s are 85.6 ms, and its start-ups 0.3.
        Unit(w => w.Gpus(256).AllReduce(perStep: 16.Gibibytes()).StepTime(86)).Plan.Says();
        var finding = Unit(w => w.Gpus(256).AllReduce(perStep: 16.Gibibytes())
            .StepTime(80.Blamed())).Plan.Blames("CDL8002", "exchanges for 85.8", "each step of 80 ms");
        // 85.6 ms at 400 Gb/s have to be done in 79.7.
        Assert.Contains("at least 430 Gb/s a GPU", finding.Message);
    }

    [Fact]
    public void No_fabric_makes_up_for_a_domain_that_is_too_slow() =>
        Unit(w => w.Gpus(256).AllReduce(perStep: 16.Gibibytes()).StepTime(60.Blamed())).Plan.Blames("CDL8002", "More bandwidth between domains alone would not be enough");

    [Fact]
    public void Of_several_exchanges_the_longest_is_named() =>
        // 2·7/8 of 640 GiB at 450 GB/s are 2.67 s, before which gradients are little.
        Unit(w => w.Gpus(256).Parallel(tensor: 8).AllReduce(640.Gibibytes(), Parallelism.Tensor).AllReduce(1.Gibibytes()).StepTime(500)).Plan.Says("CDL8002")
            .Naming("2.67 s of it all-reduce of tensor parallelism, inside a domain");

    [Fact]
    public void Without_a_fabric_a_step_says_the_bandwidth_it_needs() =>
        // Four domains of eight: 2·31/32 of 16 GiB in 100 ms at eight rings are 41.6 GB/s a GPU.
        Assert.Contains("at least 333 Gb/s a GPU", Unit(w => w.Gpus(32).AllReduce(16.Gibibytes()).StepTime(100), instead: _ => { }).Plan.Findings.Single(f => f.Rule == "CDL8002").Message);

    [Fact]
    public void Sites_that_are_joined_too_weakly_are_told_how_much_is_missing()
    {
        // A ring of 16 · 2 GPUs passes on 2·31/32 of 16 GiB: in a second 33.3 GB/s, which 16 of a site's GPUs bring across at 16.6 Gb/s each, 128 at 2,130.
        var finding = Sites(w => w.Gpus(256).Parallel(tensor: 8).AllReduce(16.Gibibytes()).StepTime(1_000), wavelengths: 1).Findings.Single(f => f.Rule == "CDL8002");
        Assert.Matches(@"at least 2,13\d Gb/s between the sites, where `east-west` has 400,", finding.Message);
        Assert.Empty(Strategy(Sites(w => w.Gpus(256).Parallel(tensor: 8).AllReduce(16.Gibibytes()).StepTime(1_000), wavelengths: 6)));
    }

    [Fact]
    public void A_site_that_runs_out_of_racks_needs_another_site()
    {
        // 32 nodes, 8 leaves and 4 spines in so many racks; twice as many racks hold twice as many GPUs.
        var racks = Racks.Used(Unit().Plan).Sum(r => r.Count);
        Unit(w => w.Gpus(256).Growth(2), also: s => s.Space(2 * racks)).Plan.Says();
        Unit(w => w.Gpus(256)
            .Growth(2.01.Blamed()), also: s => s.Space(2 * racks)).Plan.Blames("CDL8003", "to 515", $"`dc` ends at 512 by its {2 * racks} racks", "scale-across");
    }

    [Fact]
    public void A_site_that_runs_out_of_power_needs_another_site()
    {
        // 32 · 10.2 kW and 12 · 1.72 kW are 347.04 kW for 256 GPUs.
        Unit(w => w.Gpus(256).Growth(2), also: s => s.Power(695.Kilowatts())).Plan.Says();
        Unit(w => w.Gpus(256)
            .Growth(2.Blamed()), also: s => s.Power(694.Kilowatts())).Plan.Blames("CDL8003", "`dc` ends at 511 by its power of 694 kW");
    }

    [Fact]
    public void A_job_larger_than_a_site_needs_the_sites_joined()
    {
        Assert.Equal(["CDL8003"], Strategy(Sites(w => w.Gpus(200), joined: false)));
        Sites(w => w
            .Gpus(200.Blamed()), joined: false).BlamesAmongOthers("CDL8003", "`east`, has 128", ".Interconnect(…)");
        Assert.Empty(Strategy(Sites(w => w.Gpus(200))));
        Assert.Empty(Strategy(Sites(w => w.Gpus(128), joined: false)));
    }

    [Fact]
    public void A_job_larger_than_all_sites_is_told_what_is_missing()
    {
        Unit(w => w
            .Gpus(257.Blamed())).Plan.Blames("CDL8004", "all sites together have 256", "Add 1 node of `dgx`, or take 256");
        Unit(w => w.Gpus(256)).Plan.Says();
        Assert.Equal(["CDL8004"], Strategy(Sites(w => w.Gpus(257))));
    }

    [Fact]
    public void Latency_with_the_budget_for_it_points_to_InfiniBand()
    {
        Ethernet(w => w.Gpus(64).Budget(BudgetClass.High)
            .LatencySensitive(true.Blamed())).Blames("CDL8005", "waits for single messages", "high budget", "`compute` is Ethernet", "200 ns a switch against 500");
        Ethernet(w => w.Gpus(64).Budget(BudgetClass.Medium).LatencySensitive()).Says();
        Ethernet(w => w.Gpus(64).Budget(BudgetClass.High).LatencySensitive(false)).Says();
        Unit(w => w.Gpus(64).Budget(BudgetClass.High).LatencySensitive()).Plan.Says();
    }

    [Fact]
    public void Cost_without_latency_points_to_RoCEv2_and_says_what_it_asks_for()
    {
        Unit(w => w.Gpus(64)
            .Budget(BudgetClass.Low.Blamed())).Plan.Blames("CDL8006", "low budget", "InfiniBand NDR", "PFC", "ECN", "buffer");
        Unit(w => w.Gpus(64).Budget(BudgetClass.Low).LatencySensitive()).Plan.Says();
        Ethernet(w => w.Gpus(64).Budget(BudgetClass.Low)).Says();
    }

    [Fact]
    public void All_to_all_that_fills_the_step_points_to_scheduled_Ethernet()
    {
        static void Experts(Workload w, int step) => w.Gpus(256).Parallel(expert: 64).AllToAll(perStep: 4.Gibibytes()).StepTime(step);
        // 7/8 of 4 GiB to the other seven domains at 50 GB/s: 75 ms, and what stays inside.
        Ethernet(w => Experts(w, 200)).Says("CDL8007").Naming("all-to-all", "`compute`", "200 ms");
        Ethernet(w => Experts(w, 2_000)).Says();
        Assert.Empty(Strategy(Ethernet(w => Experts(w, 200), model: Nodes.HgxH100, scheduled: true)));
    }

    [Fact]
    public void Training_over_PCIe_is_blamed_and_what_exchanges_nothing_is_not()
    {
        static NodeModel Pcie() => Nodes.L40S;
        static Plan Servers(Action<Workload> workload) => Cluster.Named("pcie").Site("dc", s => s
            .Nodes("gpu", Pcie(), 64).Fabric("compute", f => f.Ethernet(400.Gbps()).RoCEv2().NonBlocking().Connect("gpu").Leaves(Switch).Spines(Switch))).Workload("job", workload).Plan;
        Servers(w => w.AllReduce(perStep: 1.Gibibytes())
            .Gpus(64.Blamed())).BlamesAmongOthers("CDL8008", "1 GiB in a step", "PCIe alone", "32 GB/s");
        Assert.Empty(Strategy(Servers(w => w.Gpus(64))));
    }

    [Fact]
    public void A_job_that_waits_for_messages_is_not_to_span_sites()
    {
        Sites(w => w.Gpus(200).Budget(BudgetClass.High)
            .LatencySensitive(true.Blamed())).BlamesAmongOthers("CDL8009", "`east` has 128", "spans 2 sites", "`east-west`");
        // Faster switches would not be felt.
        Assert.Equal(["CDL8009"], Strategy(Sites(w => w.Gpus(200).Budget(BudgetClass.High).LatencySensitive())));
        Assert.Empty(Strategy(Sites(w => w.Gpus(128).LatencySensitive())));
        Assert.Empty(Strategy(Sites(w => w.Gpus(200))));
    }

    [Fact]
    public void Parts_that_do_not_divide_the_GPUs_are_blamed()
    {
        Unit(w => w.Gpus(250)
            .Parallel(tensor: 8.Blamed(), pipeline: 4)).Plan.Blames("CDL8010", "8 of tensor × 4 of pipeline", "Take 224");
        Unit(w => w.Gpus(256)
            .Parallel(tensor: 8.Blamed(), expert: 12)).Plan.Blames("CDL8010", "32 data-parallel GPUs", "12 of expert", "over 4");
        Unit(w => w.Gpus(256).Parallel(tensor: 8, pipeline: 4, expert: 8)).Plan.Says();
    }

    [Fact]
    public void Experts_that_are_spread_and_not_counted_are_blamed()
    {
        Unit(w => w.Gpus(256).Model(46_700_000_000)
            .Parallel(expert: 8.Blamed())).Plan.Blames("CDL8010", "spread over 8 GPUs", "46,700,000,000 parameters", "`.Model(expertParameters: …)`");
        Unit(w => w.Gpus(256).Model(46_700_000_000, expertParameters: 45_100_000_000).Parallel(expert: 8)).Plan.Says();
        Unit(w => w.Gpus(256).Model(46_700_000_000).Parallel(expert: 8).AllReduce(5.Gibibytes())).Plan.Says();
    }

    [Fact]
    public void A_workload_without_GPUs_is_blamed() => Unit().Workload("job".Blamed(), w => w.AllReduce(1.Gibibytes())).Plan.Blames("CDL8010", "does not say how many GPUs");

    [Fact]
    public void Figures_that_cannot_be_are_out_of_range()
    {
        Unit(w => w.Gpus(0.Blamed())).Plan.Blames("CDL1003", "the GPUs of `job` is 0").Offers("1");
        Unit(w => w.Gpus(64).Growth(0.5.Blamed())).Plan.Blames("CDL1003", "0.5", "1 to 100").Offers("1");
        Unit(w => w.Gpus(64).AllReduce(perStep: 0.Kibibytes().Blamed())).Plan.Blames("CDL1003", "in KiB").Offers("1.Kibibytes()");
        Unit(w => w.Gpus(64).Model(parameters: 12.Blamed())).Plan.Blames("CDL1003", "`parameters` is 12");
        Unit(w => w.Gpus(64).Model(2_000_000, expertParameters: 3_000_000.Blamed())).Plan.Blames("CDL1003", "`expertParameters` is 3,000,000", "0 to 2,000,000");
        Unit(w => w.Gpus(64).Model(2_000_000, layers: 4, expertLayers: 5.Blamed())).Plan.Blames("CDL1003", "the layers that have experts is 5", "0 to 4");
        Unit(w => w.Gpus(64).Growth(double.NaN)).Plan.Says("CDL1003");
        Unit(w => w.Gpus(64)).Workload("job".Blamed(), w => w.Gpus(64)).Plan.Blames("CDL1001", "workload `job`");
        Unit(w => w.Gpus(64).Gpus(128)).Plan.Says("CDL1006");
    }

    [Fact]
    public void What_is_advised_can_be_accepted_on_the_workload() =>
        Assert.Single(Unit(w => w.Gpus(8).Accept("CDL8001", "the fabric is for the other jobs")).Plan.Says().Waivers);
}
