namespace ClusterDsl.Analyzers.Rules;

/// <summary>A construct of C# that definitions do not have.</summary>
public sealed class OutsideTheLanguage() : LanguageRule("CDL0002", "Outside the language of definitions")
{
    /// <summary>The one rule.</summary>
    public static readonly OutsideTheLanguage Rule = new();
}
