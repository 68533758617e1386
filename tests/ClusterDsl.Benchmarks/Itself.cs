using System.Diagnostics;
using System.Text;

namespace ClusterDsl.Benchmarks;

/// <summary>This program again, in a process of its own, for what must be measured in a fresh one.</summary>
static class Itself
{
    /// <summary>What it prints, cut at the spaces.</summary>
    public static string[] Run(params string[] arguments) => Output(Start(arguments));

    /// <summary>The same without profiles for later, as the command runs, which lives for a moment.</summary>
    public static string[] RunBriefly(params string[] arguments)
    {
        var start = Start(arguments);
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Output(start);
    }

    static ProcessStartInfo Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        // Run as `dotnet ClusterDsl.Benchmarks.dll`, the process is dotnet and wants to be told the program again.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(Itself).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    static string[] Output(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var report = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}");
        return report;
    }
}
