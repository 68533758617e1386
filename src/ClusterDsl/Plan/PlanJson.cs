using ClusterDsl.Plans.Json;

namespace ClusterDsl.Plans;

/// <summary>
/// The plan as text: what the generator embeds, what <c>plan.json</c> holds and what <c>plan.schema.json</c> describes.
/// Equal plans give equal text, and reading it back gives an equal plan.
/// </summary>
public static class PlanJson
{
    /// <summary>The canonical text of a plan: members in a fixed order, a line for each group, bundle, part and finding.</summary>
    public static string Write(Plan plan) => PlanEncoder.Encode(plan);

    /// <summary>The plan of a text.</summary>
    /// <exception cref="FormatException">The text is not a plan of this version; the message says where and why.</exception>
    public static Plan Read(string json) => PlanDecoder.Decode(JsonParser.Parse(json));
}
