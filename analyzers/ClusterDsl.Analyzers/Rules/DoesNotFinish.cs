namespace ClusterDsl.Analyzers.Rules;

/// <summary>An evaluation that used up its steps.</summary>
public sealed class DoesNotFinish() : LanguageRule("CDL0003", "The definition does not finish")
{
    /// <summary>The one rule.</summary>
    public static readonly DoesNotFinish Rule = new();
}
