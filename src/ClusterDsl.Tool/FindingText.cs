using Spectre.Console;

namespace ClusterDsl.Tool;

/// <summary>A finding in the form that MSBuild and every editor take for a diagnostic: "file(line): error ID: message".</summary>
static class FindingText
{
    public static string Of(Finding finding) => Of(finding, finding.Severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        _ => "error",
    });

    /// <summary>Writes it in a line, for a person with its severity in colour.</summary>
    public static void Write(TextWriter output, Finding finding)
    {
        var line = Of(finding);
        if (output != Console.Out || Console.IsOutputRedirected)
        {
            output.WriteLine(line);
            return;
        }
        var place = line.IndexOf(": ", StringComparison.Ordinal) + 2;
        var severity = line.IndexOf(": ", place, StringComparison.Ordinal);
        var colour = finding.Severity switch { Severity.Info => "blue", Severity.Warning => "yellow", _ => "red" };
        AnsiConsole.MarkupLineInterpolated($"[grey]{line[..place]}[/][{colour}]{line[place..severity]}[/]{line[severity..]}");
    }

    public static string Of(Waiver waiver) => $"{Of(waiver.Finding, "waived")} ({OneLine(waiver.Reason)})";

    static string Of(Finding finding, string severity) =>
        FormattableString.Invariant($"{finding.At.File}({finding.At.Line}): {severity} {finding.Rule}: {OneLine(finding.Message)}");

    static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
