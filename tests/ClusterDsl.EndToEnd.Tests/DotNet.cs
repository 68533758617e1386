using System.Diagnostics;

namespace ClusterDsl.EndToEnd.Tests;

/// <summary>Runs the command dotnet as a user would, and lets nothing of it run on.</summary>
static class DotNet
{
    /// <summary>It must succeed.</summary>
    public static string Do(string folder, params string[] arguments)
    {
        var (code, output) = Run(folder, arguments);
        Assert.True(code == 0, output);
        return output;
    }

    public static (int Code, string Output) Run(string folder, params string[] arguments) => Run("dotnet", folder, arguments);

    /// <summary>Runs a command that dotnet installed.</summary>
    public static (int Code, string Output) Run(string command, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var environment = start.Environment;
        // What `dotnet test` sets for its own MSBuild is not for another one.
        foreach (var name in environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            environment.Remove(name);
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["MSBUILDTERMINALLOGGER"] = "off";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // A compiler that stays would hold the analyzers.
        environment["UseSharedCompilation"] = "false";

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
