namespace ClusterDsl.Analyzers.Rules;

/// <summary>A call whose result the compiler cannot know: it has side effects, or reads what differs from run to run.</summary>
public sealed class NotEvaluable() : LanguageRule("CDL0001", "Not evaluable at compile time")
{
    /// <summary>The one rule.</summary>
    public static readonly NotEvaluable Rule = new();
}
