using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClusterDsl.Artifacts;

namespace ClusterDsl.Benchmarks;

/// <summary>
/// <c>cabling.csv</c> of 1,000,000 cables against 1,000: time, bytes a second, and the peak memory of a process that does
/// nothing else.
/// </summary>
static class EmitBenchmark
{
    public const string Child = "emit-child";
    const int Small = 1_000, Large = 1_000_000, Runs = 5;

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("clusterdsl-emit").FullName;
        try
        {
            var small = Best(Small, folder);
            var large = Best(Large, folder);
            Console.WriteLine("| emit cabling.csv | time | bytes | MB/s | peak memory |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
            Print($"{Small:N0} cables", small);
            Print($"{Large:N0} cables", large);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| peak memory, large over small (bar: + 32 MiB) | | | | {(large.Peak - small.Peak) / 1048576.0:+0.0;-0.0} MiB |"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>In a process of its own: emits once cold and <see cref="Runs"/> times more, and reports the best and the peak.</summary>
    public static int RunChild(string[] args)
    {
        var plan = Plan(int.Parse(args[1], CultureInfo.InvariantCulture));
        var best = double.MaxValue;
        for (var run = 0; run <= Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            ArtifactFolder.Write(plan, args[2], [new CablingCsv()]);
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var bytes = new FileInfo(Path.Combine(args[2], plan.Name, "cabling.csv")).Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{best:R} {bytes} {peak}"));
        return 0;
    }

    static (double Seconds, long Bytes, long Peak) Best(int cables, string folder)
    {
        var report = Itself.Run(Child, cables.ToString(CultureInfo.InvariantCulture), folder);
        return (double.Parse(report[0], CultureInfo.InvariantCulture), long.Parse(report[1], CultureInfo.InvariantCulture),
            long.Parse(report[2], CultureInfo.InvariantCulture));
    }

    static void Print(string what, (double Seconds, long Bytes, long Peak) row) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {row.Seconds * 1000:N1} ms | {row.Bytes:N0} | {row.Bytes / row.Seconds / 1e6:N0} | {row.Peak / 1048576.0:N1} MiB |"));

    /// <summary>Rail-optimised units of 25 nodes with 8 rails: node n's rail r goes to port n of its unit's leaf r.</summary>
    static Plan Plan(int cables)
    {
        const int Rails = 8, PerUnit = 25;
        var (units, at) = (cables / (Rails * PerUnit), new Origin("Benchmark.cs", 1));
        var (nodes, leaves) = (units * PerUnit, units * Rails);
        var nodeRacks = (nodes + 3) / 4;
        var empty = Seq<int>.Empty;
        return new Plan(
            "benchmark",
            Seq.Of(new HallPlan("dc1", "h1", (nodeRacks + units + 23) / 24, 24, 600, 2400, 400, 48, 44_000, 1500)),
            Seq.Of(
                new DeviceModel("DGXH100", 8, 10_200, 8, Seq.Of(new PortBank("compute", "OSFP", 4, 2, "osfp{c}/{s}", "osfp{c}/{s}", 1, empty))),
                new DeviceModel("MQM9700", 1, 1_700, 0, Seq.Of(new PortBank("osfp", "OSFP", 32, 2, "{c}/{s}", "{c}/{s}", 1, empty)))),
            Seq.Of(
                new DeviceGroup("dgx", "node", "DGXH100", nodes,
                    new NameTemplate(Seq.Of(new NamePart("su", PerUnit, 0, 4), new NamePart("-dgx", 1, PerUnit, 2))),
                    new Placement("dc1", "h1", 0, 4, 1, 8), at),
                new DeviceGroup("compute/leaf", "leaf", "MQM9700", leaves,
                    new NameTemplate(Seq.Of(new NamePart("su", Rails, 0, 4), new NamePart("-leaf", 1, Rails, 1))),
                    new Placement("dc1", "h1", nodeRacks, Rails, 20, 2), at)),
            Seq<FabricPlan>.Empty,
            Seq.Of(new Bundle("compute/down", "compute", Seq.Of(units, PerUnit, Rails),
                new BundleEnd("dgx", "compute", new Affine(0, Seq.Of(PerUnit, 1, 0)), new Affine(0, Seq.Of(0, 0, 1)), 2, "MMA4Z00-NS"),
                new BundleEnd("compute/leaf", "osfp", new Affine(0, Seq.Of(Rails, 0, 1)), new Affine(0, Seq.Of(0, 1, 0)), 2, "MMA4Z00-NS"),
                400, 1, false, "MFP7E10-N", "MMF", at)),
            Seq.Of(new Part("MFP7E10-N", "cable", "MPO-12 trunk",
                Seq.Of(3_000, 5_000, 7_000, 10_000, 15_000, 20_000, 30_000, 50_000, 100_000, 500_000), "", "")),
            Seq<Finding>.Empty, Seq<Waiver>.Empty, Seq<string>.Empty);
    }
}
