using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ClusterDsl.Artifacts;

namespace ClusterDsl.Benchmarks;

/// <summary>
/// From a definition to <c>cabling.csv</c> in a process of its own, start of the process included: 102,400 GPUs planned, checked and written, beside a loop in Python that
/// writes as many links without names, parts or checks.
/// </summary>
static class WholeBenchmark
{
    public const string Child = "whole-child";
    const int Runs = 7, Nodes = 12_800;

    // 0.4 s where the loop takes 0.28 s.
    const double Bar = 0.4 / 0.28;

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("clusterdsl-whole").FullName;
        try
        {
            Console.WriteLine("| definition to `cabling.csv`, one process | cables | time |");
            Console.WriteLine("| --- | ---: | ---: |");
            var (cables, run) = (0L, 0);
            // Each time into another folder: a file that would not change is only compared.
            var ours = Best(() => cables = long.Parse(Itself.RunBriefly(Child, Path.Combine(folder, $"{run++}"))[0], CultureInfo.InvariantCulture));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ours, planned and checked | {cables:N0} | {ours:N0} ms |"));
            var file = Path.Combine(folder, "loop.csv");
            var loop = Best(() => Python(file));
            if (File.ReadLines(file).LongCount() is var links && links != cables) throw new InvalidOperationException($"The loop wrote {links} links, the plan has {cables}.");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| a loop in Python | {cables:N0} | {loop:N0} ms |"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ours over the loop (bar: {Bar:F2}) | | {ours / loop:F2} |"));
        }
        catch (Win32Exception)
        {
            Console.WriteLine("| no Python here | | |");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        Console.WriteLine();
    }

    public static int RunChild(string[] args)
    {
        var plan = EmitPlans.Of(Nodes);
        ArtifactFolder.Write(plan, args[1], [new CablingCsv()]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan.Cables}"));
        return 0;
    }

    static void Python(string file)
    {
        using var loop = Process.Start("python3", [Path.Combine(AppContext.BaseDirectory, "cabling.py"), $"{Nodes}", file]);
        loop.WaitForExit();
    }

    static double Best(Action action) => Enumerable.Range(0, Runs).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });
}
