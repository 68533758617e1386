using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ClusterDsl.Artifacts;

namespace ClusterDsl.Benchmarks;

/// <summary>
/// Each format of a plan of 1,000,000 cables against one of 3,000: time, bytes a second, and the peak memory of a process that does nothing else. Formats
/// of InfiniBand have a subnet of 33,280 adapters, near the most addresses that one has. <c>cabling.csv</c> stands beside a C program that writes the same bytes.
/// </summary>
static class EmitBenchmark
{
    public const string Child = "emit-child";
    const int Small = 128, Large = 41_664, Subnet = 4_160, Runs = 3, EnoughSeconds = 10;

    static readonly string[] OfInfiniBand = ["ibnet", "ibdm"];

    static readonly EthernetSwitch Switch = new("SWITCH", new Ports("port", 256, Cage.Qsfp112, 400.Gbps())) { Power = 3.Kilowatts() };
    static readonly InfiniBandSwitch Quantum = new("QUANTUM", new Ports("port", 256, Cage.Qsfp112, 400.Gbps())) { Power = 3.Kilowatts() };
    static readonly NodeModel Node = new("NODE", 8, new Ports("nic", 8, Cage.Qsfp112, 400.Gbps())) { Height = 4, Power = 5.Kilowatts() };

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("clusterdsl-emit").FullName;
        try
        {
            Console.WriteLine("| emit | cables | time | bytes | MB/s | peak memory | over that of 3,000 cables |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var format in Artifact.All.Select(a => a.Format))
            {
                var large = Best(format, OfInfiniBand.Contains(format) ? Subnet : Large, folder);
                var more = large.Peak - Best(format, Small, folder).Peak;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {format} | {large.Cables:N0} | {large.Seconds * 1000:N0} ms | {large.Bytes:N0} | {large.Bytes / large.Seconds / 1e6:N0} | {large.Peak / 1048576.0:N0} MiB | {more / 1048576.0:+0;-0} MiB |"));
                if (format == "cabling") InC(folder, large.Seconds);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>In a process of its own: emits once cold and, where that is quick, <see cref="Runs"/> times more, and reports the best and the peak.</summary>
    public static int RunChild(string[] args)
    {
        var format = Artifact.All.Single(a => a.Format == args[1]);
        var plan = Plan(int.Parse(args[2], CultureInfo.InvariantCulture), OfInfiniBand.Contains(format.Format));
        var best = double.MaxValue;
        IReadOnlyList<string> files = [];
        for (var (run, all) = (0, Stopwatch.StartNew()); run == 0 || run <= Runs && all.Elapsed.TotalSeconds < EnoughSeconds; run++)
        {
            // Written anew each time: a file that would not change is only compared.
            foreach (var file in files) File.Delete(file);
            var clock = Stopwatch.StartNew();
            files = ArtifactFolder.Write(plan, args[3], [format]);
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{best:R} {files.Sum(f => new FileInfo(f).Length)} {peak} {plan.Cables}"));
        return 0;
    }

    static (double Seconds, long Bytes, long Peak, long Cables) Best(string format, int nodes, string folder)
    {
        var report = Itself.Run(Child, format, nodes.ToString(CultureInfo.InvariantCulture), folder);
        return (double.Parse(report[0], CultureInfo.InvariantCulture), long.Parse(report[1], CultureInfo.InvariantCulture),
            long.Parse(report[2], CultureInfo.InvariantCulture), long.Parse(report[3], CultureInfo.InvariantCulture));
    }

    /// <summary>Units of 64 nodes on rails, in three tiers and a hall, dense enough that fibre reaches.</summary>
    static Plan Plan(int nodes, bool infiniBand)
    {
        var plan = Cluster.Named("benchmark").Site("dc", site => site
            .Hall("h1", hall => hall.Racks(rows: 90, perRow: 90).Pitch(0.6.Metres(), 1.8.Metres()).RackPower(60.Kilowatts()))
            .Nodes("node", Node, nodes, n => n.ScalableUnits(64).PerRack(8))
            .Fabric("net", fabric =>
            {
                if (infiniBand) fabric.InfiniBand(InfiniBand.Ndr).RailOptimized().NonBlocking().Connect("node").Leaves(Quantum).Spines(Quantum).Cores(Quantum).Pods(8);
                else fabric.Ethernet(400.Gbps()).RailOptimized().NonBlocking().Connect("node").Leaves(Switch).Spines(Switch).Cores(Switch).Pods(8);
            })).Plan;
        return plan.Findings.All(f => f.Severity != Severity.Error) ? plan : throw new InvalidOperationException(string.Join(" ", plan.Findings.Select(f => f.Message)));
    }

    /// <summary>The rows of the table, held in memory before the clock starts, copied one by one into a buffer that is written when it is full.</summary>
    static void InC(string folder, double ours)
    {
        var (source, program) = (Path.Combine(folder, "write.c"), Path.Combine(folder, "write"));
        File.WriteAllText(source, """
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <time.h>
            #include <fcntl.h>
            #include <unistd.h>
            static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + t.tv_nsec / 1e9; }
            int main(int argc, char **argv) {
                static char buffer[1 << 16];
                FILE *in = fopen(argv[1], "rb");
                fseek(in, 0, SEEK_END);
                long size = ftell(in);
                rewind(in);
                char *all = malloc(size);
                if (fread(all, 1, size, in) != (size_t)size) return 1;
                double best = 1e9;
                for (int run = 0; run < 4; run++) {
                    unlink(argv[2]);
                    double start = now();
                    int out = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
                    size_t used = 0;
                    for (char *row = all; row < all + size;) {
                        char *end = (char *)memchr(row, '\n', all + size - row) + 1;
                        size_t length = end - row;
                        if (used + length > sizeof buffer) { if (write(out, buffer, used) < 0) return 1; used = 0; }
                        memcpy(buffer + used, row, length);
                        used += length;
                        row = end;
                    }
                    if (write(out, buffer, used) < 0) return 1;
                    close(out);
                    if (now() - start < best) best = now() - start;
                }
                printf("%.6f", best);
                return 0;
            }
            """);
        try
        {
            Output("cc", "-O2", "-o", program, source);
        }
        catch (Win32Exception)
        {
            Console.WriteLine("| the same bytes from C | | no C compiler here | | | | |");
            return;
        }
        // The file of the small plan was written last: the large one again, to be copied.
        ArtifactFolder.Write(Plan(Large, infiniBand: false), folder, [new CablingCsv()]);
        var theirs = double.Parse(Output(program, Path.Combine(folder, "benchmark", "cabling.csv"), Path.Combine(folder, "copy.csv")), CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| the same bytes from C | | {theirs * 1000:N0} ms | | | | ours over C (bar: 2): {ours / theirs:F2} |"));
    }

    static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
