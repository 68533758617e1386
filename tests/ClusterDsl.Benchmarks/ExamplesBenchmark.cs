using System.Diagnostics;
using System.Globalization;

namespace ClusterDsl.Benchmarks;

/// <summary>The whole build of each example, compiled and written from nothing, and once more with nothing changed.</summary>
static class ExamplesBenchmark
{
    public static void Run()
    {
        Console.WriteLine("| example | build | of an unchanged project |");
        Console.WriteLine("| --- | ---: | ---: |");
        foreach (var project in Directory.EnumerateFiles(Path.Combine(Repository(), "examples"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            Build(project);
            var full = Build(project, "--no-incremental", "-p:BuildProjectReferences=false");
            var again = Build(project, "-p:BuildProjectReferences=false");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Path.GetFileNameWithoutExtension(project)} | {full:F1} s | {again:F1} s |"));
        }
        Console.WriteLine();
    }

    static double Build(string project, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", ["build", project, "-c", "Release", "--nologo", "-v", "q", .. options]) { RedirectStandardOutput = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException(output);
    }

    static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ClusterDsl.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("The repository is in no folder above the benchmarks.");
    }
}
