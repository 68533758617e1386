namespace ClusterDsl.Tests;

/// <summary>What a plan says of its layers and its workloads: counted by hand, and written down as it is read.</summary>
public sealed class WorkloadTests
{
    static Plan Unit(Action<Workload> workload) => Cluster.Named("unit").Site("dc", s => s
        .Nodes("dgx", Nodes.DgxH100, 32, n => n.ScalableUnits(of: 32))
        .Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect("dgx").Leaves(Switches.Qm9700).Spines(Switches.Qm9700)))
        .Workload("job", workload).Plan;

    [Fact]
    public void A_unit_of_DGX_H100_has_two_layers()
    {
        var layers = Unit(w => w.Gpus(256)).Layers;
        // 18 links of 25 GB/s; one port of 400 Gb/s a GPU, all of it at full load.
        Assert.Equal([("scale-up", 8, 3_600_000), ("scale-out", 256, 400_000)], layers.Select(l => (l.Name, l.Parts, l.PerGpuMbps)));
        Assert.Equal(400, layers[0].LatencyNs);
        // All nodes share the leaf of each rail: two adapters, a switch of 200 ns, two links of 100 ns, and 4.9 ns for each metre of two cables of at most 50 m.
        Assert.InRange(layers[1].LatencyNs, 1_500 + 5, 1_500 + 4.9 * 100);
        Assert.Contains("recalled", layers[1].Basis);
    }

    [Fact]
    public void Oversubscription_divides_what_a_GPU_has_outside_its_domain()
    {
        var plan = Cluster.Named("unit").Site("dc", s => s.Nodes("dgx", Nodes.DgxH100, 32, n => n.ScalableUnits(of: 32))
            .Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().Oversubscribed(2, 1, "enough").Connect("dgx").Leaves(Switches.Qm9700, uplinks: 16).Spines(Switches.Qm9700))).Plan;
        Assert.Equal(200_000, plan.Layers.Single(l => l.Name == "scale-out").PerGpuMbps);
    }

    [Fact]
    public void Sites_are_a_layer_of_what_is_between_them()
    {
        // 32 wavelengths of 400 Gb/s for 128 GPUs of a site; 62 km are 303.8 µs.
        var across = Campuses.OnePath().Layers.Single(l => l.Name == "scale-across");
        Assert.Equal((256, 100_000), (across.Parts, across.PerGpuMbps));
        Assert.InRange(across.LatencyNs, 303_800, 330_000);
    }

    [Fact]
    public void What_follows_from_a_model_is_the_formulas()
    {
        // 70 billion parameters over 8 × 4 parts leave 8 data-parallel ranks; 4 Mi tokens, 80 layers, 8,192 wide.
        var exchanges = Unit(w => w.Gpus(256).Parallel(tensor: 8, pipeline: 4, expert: 2)
            .Model(parameters: 70_000_000_000, tokensPerStep: 4 << 20, layers: 80, hidden: 8_192, expertsPerToken: 2, expertParameters: 50_000_000_000)).Workloads.Single().Exchanges;
        const double Activations = (4 << 20) / 8.0 * 8_192 * 2;
        Assert.Equal(
            [("all-reduce", "data", 20e9 / 32 * 2, 1), ("all-reduce", "expert data", 50e9 / (2 * 32) * 2, 1), ("all-reduce", "tensor", 80 * Activations, 80), ("send", "pipeline", 2 * Activations, 2), ("all-to-all", "expert", 160 * Activations, 80)],
            exchanges.Select(e => (e.Collective, e.Across, Kib(e), e.Calls)), Near);
        // Tensor groups are inside a domain; data-parallel GPUs are a domain apart, those with the same experts two, the next stage eight.
        Assert.Equal(["[1, 8, 1]", "[1, 4, 1]", "[8, 1, 1]", "[1, 4, 1]", "[1, 2, 1]"], exchanges.Select(e => e.Widths.ToString()));

        static double Kib(ExchangePlan e) => e.Kibibytes * 1_024.0;
        static bool Near((string, string, double Bytes, int) a, (string, string, double Bytes, int) b) =>
            a.Item1 == b.Item1 && a.Item2 == b.Item2 && a.Item4 == b.Item4 && Math.Abs(a.Bytes - b.Bytes) < 1_024;
    }

    /// <summary>61 layers, 58 of them with 256 experts of three matrices of 7,168 × 2,048, 8 for a token; 2,048 GPUs, 16 stages, experts over 64 GPUs (DeepSeek-AI, DeepSeek-V3 Technical Report, 2024, sections 3.2 and 4.2).</summary>
    [Fact]
    public void Experts_of_DeepSeek_V3_are_reduced_between_the_two_GPUs_that_hold_them()
    {
        const long Parameters = 671_000_000_000, Experts = 58L * 256 * 3 * 7_168 * 2_048;
        // What the report says a token activates, 37 billion, is everybody's and 8 of 256 experts: the figure counts the right parameters.
        Assert.InRange((Parameters - Experts + Experts * 8 / 256) / 1e9, 36.5, 38);

        var workload = Pod(w => w.Gpus(2_048).Parallel(pipeline: 16, expert: 64)
            .Model(Parameters, tokensPerStep: 15_360 * 4_096, layers: 61, hidden: 7_168, expertsPerToken: 8, expertParameters: Experts, expertLayers: 58)).Workloads.Single();
        var (data, experts, tokens) = (workload.Exchanges[0], workload.Exchanges[1], workload.Exchanges.Single(e => e.Across == "expert"));
        Assert.Equal(("all-reduce", "data", Kibibytes((Parameters - Experts) / 16.0 * 2)), (data.Collective, data.Across, data.Kibibytes));
        Assert.Equal(("all-reduce", "expert data", Kibibytes(Experts / (64.0 * 16) * 2)), (experts.Collective, experts.Across, experts.Kibibytes));
        // 128 ranks in domains of 8; the two with the same experts are eight domains apart; 64 GPUs with all experts are eight domains.
        Assert.Equal(["[8, 16, 1]", "[1, 2, 1]", "[8, 8, 1]"], new[] { data, experts, tokens }.Select(e => e.Widths.ToString()));
        // Four layers with experts in the fullest stage, tokens out and back, forward and backward.
        Assert.Equal(16, tokens.Calls);
        Assert.Equal(Kibibytes(16 * (15_360 * 4_096 / 128.0) * 7_168 * 2 * 8), tokens.Kibibytes);
        Assert.Contains("on 2 GPUs each", workload.Basis);
        Assert.Contains("8 experts in each of 58 layers", workload.Basis);
    }

    /// <summary>32 layers of 8 experts of three matrices of 4,096 × 14,336, 2 for a token (A. Q. Jiang et al., Mixtral of Experts, 2024).</summary>
    [Fact]
    public void Experts_of_Mixtral_that_no_two_GPUs_share_are_reduced_by_nobody()
    {
        const long Parameters = 46_700_000_000, Experts = 32L * 8 * 3 * 4_096 * 14_336;
        Assert.InRange((Parameters - Experts + Experts * 2 / 8) / 1e9, 12.5, 13.5);

        var exchange = Assert.Single(Unit(w => w.Gpus(8).Parallel(expert: 8).Model(Parameters, expertParameters: Experts)).Workloads.Single().Exchanges);
        Assert.Equal(("data", Kibibytes((Parameters - Experts) * 2.0)), (exchange.Across, exchange.Kibibytes));
        // Not spread, every GPU holds all of them.
        Assert.Equal(Kibibytes(Parameters * 2.0), Unit(w => w.Gpus(8).Model(Parameters, expertParameters: Experts)).Workloads.Single().Exchanges.Single().Kibibytes);
    }

    static long Kibibytes(double bytes) => (long)Math.Round(bytes / 1_024);

    static Plan Pod(Action<Workload> workload) => Cluster.Named("pod").Site("dc", s => s
        .Nodes("dgx", Nodes.DgxH100, 256, n => n.ScalableUnits(of: 32))
        .Fabric("compute", f => f.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect("dgx").Leaves(Switches.Qm9700).Spines(Switches.Qm9700)))
        .Workload("job", workload).Plan;

    [Fact]
    public void Large_data_is_as_fast_as_its_rings_and_its_time_is_the_closed_form()
    {
        var exchange = Unit(w => w.Gpus(256).AllReduce(perStep: 16.Gibibytes())).Workloads.Single().Exchanges.Single();
        Assert.Equal("[8, 32, 1]", exchange.Widths.ToString());
        Assert.Equal("ring", exchange.Fastest!.Algorithm);
        const double Bytes = 16.0 * (1 << 30);
        // Eight rings of 50 GB/s; 255 steps, 31 of them over the fabric in under 2 µs.
        Assert.InRange(exchange.Fastest.Microseconds, 2 * 255 / 256.0 * Bytes / 400_000, 2 * 255 / 256.0 * Bytes / 400_000 + 2 * (224 * 0.4 + 31 * 2) + 1);
        // Stage after stage: 2·7/8 inside, 2·31/32 of an eighth outside.
        var stages = 2 * 7 / 8.0 * Bytes / 450_000 + 2 * 31 / 32.0 * Bytes / 8 / 50_000;
        Assert.InRange(exchange.Estimates.Single(e => e.Algorithm == "hierarchical").Microseconds, stages, stages + 2 * (3 * 0.4 + 5 * 2) + 1);
    }

    [Fact]
    public void Small_messages_are_all_latency()
    {
        var exchange = Unit(w => w.Gpus(8).AllReduce(perStep: 160.Kibibytes(), across: Parallelism.All, calls: 160)).Workloads.Single().Exchanges.Single();
        // 160 operations of 1 KiB: six start-ups of 0.4 µs, and 4 ns for the bytes.
        Assert.Equal(Math.Ceiling(160 * (6 * 0.4 + 2 * 7 / 8.0 * 1_024 / 450_000)), exchange.Estimates.Single(e => e.Algorithm == "hierarchical").Microseconds);
    }

    [Fact]
    public void A_plan_with_workloads_is_read_as_it_was_written()
    {
        var plan = Unit(w => w.Gpus(256).AllReduce(1.Gibibytes()).StepTime(1_000).LatencySensitive().Growth(1.5).Budget(BudgetClass.High));
        Assert.Equal(plan, PlanJson.Read(PlanJson.Write(plan)));
        var experts = Unit(w => w.Gpus(256).Parallel(expert: 8).Model(70_000_000_000, expertParameters: 50_000_000_000));
        Assert.NotEmpty(experts.Workloads.Single().Basis);
        // More KiB than an int holds.
        var large = Unit(w => w.Gpus(256).Parallel(tensor: 8).Model(70_000_000_000, tokensPerStep: 1 << 30, layers: 80, hidden: 8_192));
        Assert.Equal(320L * (1 << 30) / 32 * 8_192 * 2 / 1_024, large.Workloads.Single().Exchanges.Single(e => e.Across == "tensor").Kibibytes);
        Assert.Equal(large, PlanJson.Read(PlanJson.Write(large)));
        Assert.Equal(experts, PlanJson.Read(PlanJson.Write(experts)));
    }
}
