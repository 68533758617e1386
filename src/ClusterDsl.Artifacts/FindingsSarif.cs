using System.Text.Encodings.Web;
using System.Text.Json;
using ClusterDsl.Artifacts.Verification;
using ClusterDsl.Rules;

namespace ClusterDsl.Artifacts;

/// <summary><c>findings.sarif</c>: findings, and waivers as suppressed results with their reasons, in SARIF 2.1.0.</summary>
public sealed class FindingsSarif : SingleFile
{
    /// <summary>Messages are full of quotes and backticks; a log is no HTML, so they need no escaping.</summary>
    static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public override string Format => "findings";

    /// <inheritdoc/>
    public override bool IsDefault => true;

    /// <inheritdoc/>
    public override string FileName => "findings.sarif";

    /// <inheritdoc/>
    public override void Write(Plan plan, Stream output) => Write([plan], output);

    /// <summary>The findings of several plans as one log.</summary>
    public static void Write(IReadOnlyList<Plan> plans, Stream output) =>
        Write(plans.SelectMany(plan => plan.Findings).ToList(), plans.SelectMany(plan => plan.Waivers).ToList(), output,
            [.. plans.SelectMany(plan => plan.Settings).Distinct()]);

    /// <summary>A log of findings and waivers.</summary>
    public static void Write(IReadOnlyList<Finding> findings, IReadOnlyList<Waiver> waivers, Stream output, IReadOnlyList<string>? settings = null)
    {
        // Put together in memory: a log is small, and a writer that flushes in between would ask the stream to buffer.
        var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Readable))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, findings, waivers, settings ?? []);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        text.WriteByte((byte)'\n');
        text.WriteTo(output);
    }

    static void WriteRun(Utf8JsonWriter json, IReadOnlyList<Finding> findings, IReadOnlyList<Waiver> waivers, IReadOnlyList<string> settings)
    {
        string[] rules = [.. findings.Concat(waivers.Select(waiver => waiver.Finding)).Select(finding => finding.Rule)
            .Distinct().Order(StringComparer.Ordinal)];

        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "ClusterDsl");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule);
            if (RuleSet.All.FirstOrDefault(known => known.Id == rule) is { } known)
            {
                json.WriteString("name", known.GetType().Name);
                json.WriteStartObject("shortDescription");
                json.WriteString("text", known.Title);
                json.WriteEndObject();
                json.WriteString("helpUri", known.Page);
            }
            else if (VerificationRule.All.FirstOrDefault(known => known.Id == rule) is { } verification)
            {
                json.WriteString("name", verification.Name);
                json.WriteStartObject("shortDescription");
                json.WriteString("text", verification.Title);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        if (settings.Count > 0)
        {
            json.WriteStartObject("properties");
            json.WriteStartArray("settings");
            foreach (var setting in settings) json.WriteStringValue(setting);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteStartArray("results");
        foreach (var finding in findings) WriteResult(json, rules, finding, null);
        foreach (var waiver in waivers) WriteResult(json, rules, waiver.Finding, waiver.Reason);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteResult(Utf8JsonWriter json, string[] rules, Finding finding, string? waivedFor)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", Array.IndexOf(rules, finding.Rule));
        json.WriteString("level", finding.Severity switch
        {
            Severity.Info => "note",
            Severity.Warning => "warning",
            _ => "error",
        });
        json.WriteStartObject("message");
        json.WriteString("text", finding.Message);
        json.WriteEndObject();
        if (finding.At.File.Length > 0) WriteLocation(json, finding.At);
        if (waivedFor is not null)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteString("justification", waivedFor);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    static void WriteLocation(Utf8JsonWriter json, Origin at)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(at.File));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        if (at.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", at.Line);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
