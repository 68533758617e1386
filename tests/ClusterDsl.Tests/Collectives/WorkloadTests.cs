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
            .Model(parameters: 70_000_000_000, tokensPerStep: 4 << 20, layers: 80, hidden: 8_192, expertsPerToken: 2)).Workloads.Single().Exchanges;
        const double Activations = (4 << 20) / 8.0 * 8_192 * 2;
        Assert.Equal(
            [("all-reduce", "data", 70e9 / 32 * 2, 1), ("all-reduce", "tensor", 80 * Activations, 80), ("send", "pipeline", 2 * Activations, 2), ("all-to-all", "expert", 160 * Activations, 80)],
            exchanges.Select(e => (e.Collective, e.Across, Kib(e), e.Calls)), Near);
        // Tensor groups are inside a domain; data-parallel GPUs are a domain apart, the next stage eight domains.
        Assert.Equal(["[1, 8, 1]", "[8, 1, 1]", "[1, 4, 1]", "[1, 2, 1]"], exchanges.Select(e => e.Widths.ToString()));

        static double Kib(ExchangePlan e) => e.Kibibytes * 1_024.0;
        static bool Near((string, string, double Bytes, int) a, (string, string, double Bytes, int) b) =>
            a.Item1 == b.Item1 && a.Item2 == b.Item2 && a.Item4 == b.Item4 && (Math.Abs(a.Bytes - b.Bytes) < 1_024 || b.Bytes == int.MaxValue * 1_024.0 && a.Bytes > b.Bytes);
    }

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
    }
}
