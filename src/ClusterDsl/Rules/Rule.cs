using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>What is the same for every finding of a rule. Its page is <c>analyzers/rules/ID.md</c>.</summary>
/// <param name="id">CDL and four digits; never reused.</param>
/// <param name="title">The fault, in a few words.</param>
/// <param name="category">Language, Structure, Capacity, Optics, Placement …</param>
/// <param name="severity">The severity when nothing else is configured.</param>
public abstract class Rule(string id, string title, string category, Severity severity)
{
    /// <summary>CDL and four digits.</summary>
    public string Id { get; } = id;

    /// <summary>The fault, in a few words.</summary>
    public string Title { get; } = title;

    /// <summary>The family of rules it belongs to.</summary>
    public string Category { get; } = category;

    /// <summary>The severity when nothing else is configured.</summary>
    public Severity Severity { get; } = severity;

    /// <summary>The address of its page.</summary>
    public string Page => $"https://github.com/clusterdsl/clusterdsl/blob/main/analyzers/rules/{Id}.md";

    /// <summary>A finding of this rule.</summary>
    protected Finding Report(Origin at, string message, params Fix?[] fixes) =>
        new(Id, Severity, message, at) { Fixes = fixes.OfType<Fix>().ToSeq() };
}
