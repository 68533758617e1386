using System.Diagnostics;
using System.Globalization;

namespace ClusterDsl.Benchmarks;

/// <summary>
/// Planning and checking one description of each family, promises and rules included, at 1,000 to 1,000,000 GPUs: it costs what the
/// description costs.
/// </summary>
static class PlanningBenchmark
{
    const int Warm = 300, Runs = 300;

    static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    static readonly EthernetSwitch Switch = new("SWITCH", Ports("port", 256)) { Height = 0 };

    static readonly (string Name, Func<int, Cluster> Of)[] Families =
    [
        ("fat tree", gpus => Of(gpus, ports: 1, fabric => fabric.Ethernet(400.Gbps()).NonBlocking().Connect("node")
            .Leaves(Switch).Spines(Switch).Cores(Switch).Pods(128))),
        ("rail-optimised", gpus => Of(gpus / 8, ports: 8, fabric => fabric.Ethernet(400.Gbps()).RailOptimized().NonBlocking().Connect("node")
            .Leaves(Switch).Spines(Switch).Cores(Switch).Pods(8), unit: 64)),
        ("Dragonfly+", gpus => Of(gpus / 8, ports: 8, fabric => fabric.Ethernet(400.Gbps()).NonBlocking().Connect("node")
            .DragonflyPlus().Leaves(Switch).Spines(Switch))),
        // One stage of a million ports takes fabric boxes with a port for each of 4,096 line boxes.
        ("scheduled", gpus => Of(gpus / 8, ports: 8, fabric => fabric.Scheduled(400.Gbps()).Connect("node")
            .LineBoxes(new LineBox("LINE", Ports("host", 256), new Ports("fabric", 144, Cage.OsfpIhs, 200.Gbps(), split: 4)) { Height = 0 })
            .FabricBoxes(new FabricBox("CELLS", new Ports("fabric", 1_024, Cage.OsfpIhs, 200.Gbps(), split: 4)) { Height = 0 }))),
    ];

    public static void Run()
    {
        Console.WriteLine("| planning and checking | 1k GPUs | 10k | 100k | 1M | 1M over 1k (bar: 1.5) | allocated, 1k | 1M | 1M over 1k |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, of) in Families)
        {
            // All sizes in turn, so that whatever else the machine does is shared among them.
            var samples = Sizes.ToDictionary(size => size, _ => new List<(double Ms, long Bytes)>());
            for (var run = -Warm; run < Runs; run++)
                foreach (var size in Sizes)
                    if (Measure(of, size) is var sample && run >= 0) samples[size].Add(sample);
            var ms = Sizes.Select(size => Median(samples[size].Select(s => s.Ms))).ToArray();
            var kib = Sizes.Select(size => Median(samples[size].Select(s => s.Bytes / 1024.0))).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {ms[0]:F2} ms | {ms[1]:F2} ms | {ms[2]:F2} ms | {ms[3]:F2} ms | {ms[3] / ms[0]:F2} | {kib[0]:N0} KiB | {kib[3]:N0} KiB | {kib[3] / kib[0]:F2} |"));
        }
        Console.WriteLine();
    }

    static (double Ms, long Bytes) Measure(Func<int, Cluster> of, int gpus)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var plan = of(gpus).Plan;
        var ms = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return plan.Fabrics is [{ Tiers.Count: > 0, Metrics: not null }] ? (ms, GC.GetAllocatedBytesForCurrentThread() - bytes)
            : throw new InvalidOperationException($"{plan.Name} was not planned: {string.Join(" ", plan.Findings.Select(f => f.Message))}");
    }

    static Cluster Of(int nodes, int ports, Action<Fabric> fabric, int? unit = null) => Cluster.Named($"planning-{nodes}").Site("dc", site => site
        .Nodes("node", new NodeModel("NODE", ports, Ports("nic", ports)) { Height = 0 }, nodes, n => { if (unit is { } size) n.ScalableUnits(size); })
        .Fabric("net", fabric));

    static Ports Ports(string name, int count) => new(name, count, Cage.Qsfp112, 400.Gbps());

    static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);
}
