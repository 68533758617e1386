using System.CommandLine;

namespace ClusterDsl.Tool;

/// <summary><c>clusterdsl check</c>: prints the findings, for a pipeline that has the assembly and not the sources.</summary>
static class CheckCommand
{
    public static Command Create(TextWriter output)
    {
        var assembly = Cli.AssemblyArgument();
        var sarif = new Option<string?>("--sarif") { Description = "Also write the findings to this file, as SARIF 2.1.0." };
        var command = new Command("check", "Prints the findings of every cluster; exit code 1 when there are errors.") { assembly, sarif };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(assembly);
            return Run(output, EmbeddedClusters.Read(path), path, parsed.GetValue(sarif));
        });
        return command;
    }

    static int Run(TextWriter output, EmbeddedClusters clusters, string assembly, string? sarif)
    {
        List<Finding> findings = [.. clusters.Errors, .. clusters.Plans.SelectMany(plan => plan.Findings)];
        List<Waiver> waivers = [.. clusters.Plans.SelectMany(plan => plan.Waivers)];
        foreach (var finding in findings) FindingText.Write(output, finding);
        foreach (var waiver in waivers) output.WriteLine(FindingText.Of(waiver));
        if (clusters is { Plans.Count: 0, Errors.Count: 0 }) output.WriteLine($"{assembly}: {EmbeddedClusters.None}");
        else output.WriteLine(string.Join(", ",
            Counted(clusters.Plans.Count, "sound cluster"),
            Counted(findings.Count(f => f.Severity == Severity.Error), "error"),
            Counted(findings.Count(f => f.Severity == Severity.Warning), "warning"),
            Counted(findings.Count(f => f.Severity == Severity.Info), "note"),
            Counted(waivers.Count, "waiver")));

        if (sarif is not null)
        {
            using var file = Disk.At(sarif, "name another file with --sarif", () => File.Create(sarif));
            FindingsSarif.Write(findings, waivers, file);
        }
        return findings.Any(f => f.Severity == Severity.Error) ? Cli.HasErrors : Cli.Done;
    }

    static string Counted(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");
}
