namespace ClusterDsl.Analyzers.Rules;

/// <summary>A setting of the project that cannot be understood: the designs would be judged by another than was meant.</summary>
public sealed class BadSetting() : LanguageRule("CDL0009", "Bad setting")
{
    /// <summary>The one rule.</summary>
    public static readonly BadSetting Rule = new();
}
