namespace ClusterDsl.Analyzers.Rules;

/// <summary>A string, array or collection past the bound.</summary>
public sealed class TooLarge() : LanguageRule("CDL0006", "A value of the definition is too large")
{
    /// <summary>The one rule.</summary>
    public static readonly TooLarge Rule = new();
}
