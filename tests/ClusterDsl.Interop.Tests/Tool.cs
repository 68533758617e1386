using System.Diagnostics;

namespace ClusterDsl.Interop.Tests;

/// <summary>A program of others that judges what we write.</summary>
static class Tool
{
    /// <summary>None of them takes longer on what the tests give it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Why a test cannot run; null where it can. Where everything is meant to be tested, a missing program is a failure.</summary>
    public static string? Missing(params string[] programs)
    {
        var missing = programs.Where(p => Find(p) is null).ToList();
        return missing.Count == 0 || Environment.GetEnvironmentVariable("CI") == "true" ? null
            : $"{string.Join(", ", missing)} not installed (.ci/run names Debian's packages)";
    }

    /// <summary>Runs a program to its end; what it prints, errors behind.</summary>
    public static (int Code, string Output) Run(string program, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(program, arguments, folder, environment);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end");
        }
        return (process.ExitCode, output.Result + error.Result);
    }

    /// <summary>Starts a program that goes on.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Find(program) ?? program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Where a program is; an administrator's programs too.</summary>
    static string? Find(string program) =>
        Path.IsPathRooted(program) ? File.Exists(program) ? program : null
        : (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}

/// <summary>A test that asks programs of others; skipped where they are not installed.</summary>
sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] programs) => Skip = Tool.Missing(programs);
}

/// <summary>The same, for several cases.</summary>
sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] programs) => Skip = Tool.Missing(programs);
}
