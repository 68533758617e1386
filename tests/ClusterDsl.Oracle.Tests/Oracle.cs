using System.Diagnostics;
using System.Text.Json;

namespace ClusterDsl.Oracle.Tests;

/// <summary>
/// The judge: a Python program on networkx and scipy that reads cabling.csv, devices.csv and the promises of plan.json, and shares no
/// code with what wrote them.
/// </summary>
static class Oracle
{
    /// <summary>The first Python that has what the program needs; null where none has.</summary>
    static readonly string? Python = new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(python => Run(python, ["-c", "import networkx, scipy"], "").Code == 0);

    /// <summary>Why the judge cannot be asked; null where it can. Where everything is meant to be tested, that is a failure.</summary>
    public static string? Missing { get; } = Python is not null || Environment.GetEnvironmentVariable("CI") == "true" ? null
        : "No Python with networkx and scipy is installed (Debian: python3-networkx python3-scipy)";

    /// <summary>What is wrong with the clusters in these folders, "folder: what", and what was measured of them.</summary>
    public static (IReadOnlyList<string> Faults, IReadOnlyDictionary<string, int> Measured) Judge(params IReadOnlyList<string> folders)
    {
        var (code, output) = Run(Python ?? "python3", [Path.Combine(AppContext.BaseDirectory, "oracle", "check.py"), "-"], string.Join('\n', folders));
        Assert.True(code == 0, output);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', 2)).ToList();
        var measured = lines.Single(line => line[0] == "measured")[1];
        return ([.. lines.Where(line => line[0] != "measured").Select(line => $"{Path.GetFileName(line[0])}: {line[1]}")],
            JsonSerializer.Deserialize<Dictionary<string, int>>(measured)!);
    }

    static (int Code, string Output) Run(string command, IEnumerable<string> arguments, string input)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, process.ExitCode == 0 ? output : output + error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, $"{command} is not installed");
        }
    }
}

/// <summary>A test that asks the judge; skipped where there is none.</summary>
sealed class OracleFactAttribute : FactAttribute
{
    public OracleFactAttribute() => Skip = Oracle.Missing;
}

/// <summary>The same, for several cases.</summary>
sealed class OracleTheoryAttribute : TheoryAttribute
{
    public OracleTheoryAttribute() => Skip = Oracle.Missing;
}
