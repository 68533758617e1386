namespace ClusterDsl.Plans.Json;

/// <summary>The names of the severities in a plan's text.</summary>
static class Severities
{
    public static string Name(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        _ => "error",
    };

    public static Severity Parse(JsonValue value) => value.Text switch
    {
        "info" => Severity.Info,
        "warning" => Severity.Warning,
        "error" => Severity.Error,
        var other => throw value.Wrong($"\"{other}\" is no severity: info, warning or error is expected"),
    };
}
