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

    public static string Of(Waiver waiver) => $"{Of(waiver.Finding, "waived")} ({OneLine(waiver.Reason)})";

    static string Of(Finding finding, string severity) =>
        FormattableString.Invariant($"{finding.At.File}({finding.At.Line}): {severity} {finding.Rule}: {OneLine(finding.Message)}");

    static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
