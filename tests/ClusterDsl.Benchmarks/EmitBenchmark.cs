using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ClusterDsl.Artifacts;

namespace ClusterDsl.Benchmarks;

/// <summary>
/// Each format of a large plan against a small one: time, bytes a second, and the peak memory of a process that does nothing else. <c>cabling.csv</c> stands
/// beside a C program that writes the same bytes.
/// </summary>
static class EmitBenchmark
{
    public const string Child = "emit-child";
    const int Runs = 3, EnoughSeconds = 10;

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("clusterdsl-emit").FullName;
        try
        {
            Console.WriteLine("| emit | cables | time | bytes | MB/s | peak memory | against a small plan |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var format in Artifact.All.Select(a => a.Format))
            {
                var (large, small) = (Best(format, "large", folder), Best(format, "small", folder));
                if (large.Bytes == 0) throw new InvalidOperationException($"{format} cannot express the plan it is measured on.");
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {format} | {large.Cables:N0} | {large.Seconds * 1000:N1} ms | {large.Bytes:N0} | {large.Bytes / large.Seconds / 1e6:N0} | {large.Peak >> 20:N0} MiB | {(large.Peak - small.Peak) / 1048576:+0;-0;0} MiB over {small.Cables:N0} cables |"));
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
        var plan = EmitPlans.For(format.Format, large: args[2] == "large");
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

    static (double Seconds, long Bytes, long Peak, long Cables) Best(string format, string size, string folder)
    {
        var report = Itself.Run(Child, format, size, folder);
        return (double.Parse(report[0], CultureInfo.InvariantCulture), long.Parse(report[1], CultureInfo.InvariantCulture),
            long.Parse(report[2], CultureInfo.InvariantCulture), long.Parse(report[3], CultureInfo.InvariantCulture));
    }

    /// <summary>The same bytes from <c>cabling.c</c>, copied row by row, and put together of texts and numbers.</summary>
    static void InC(string folder, double ours)
    {
        var program = Path.Combine(folder, "write");
        try
        {
            Output("cc", "-O2", "-o", program, Path.Combine(AppContext.BaseDirectory, "cabling.c"));
        }
        catch (Win32Exception)
        {
            Console.WriteLine("| the same bytes from C | | no C compiler here | | | | |");
            return;
        }
        // The file of the small plan was written last: the large one again, to be read.
        ArtifactFolder.Write(EmitPlans.For("cabling", large: true), folder, [new CablingCsv()]);
        var (source, copy) = (Path.Combine(folder, "benchmark", "cabling.csv"), Path.Combine(folder, "copy.csv"));
        var theirs = Output(program, source, copy).Split(' ').Select(s => double.Parse(s, CultureInfo.InvariantCulture)).ToList();
        if (!File.ReadAllBytes(source).AsSpan().SequenceEqual(File.ReadAllBytes(copy))) throw new InvalidOperationException("The C program wrote other bytes.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| the same bytes from C, numbers formatted by hand | | {theirs[1] * 1000:N0} ms | | | | ours over C (bar: 2): {ours / theirs[1]:F2} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| the same bytes from C, copied from memory | | {theirs[0] * 1000:N0} ms | | | | ours over C: {ours / theirs[0]:F2} |"));
    }

    static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
