namespace ClusterDsl.Analyzers.Rules;

/// <summary>Calls nested past the bound.</summary>
public sealed class RecursesTooDeep() : LanguageRule("CDL0005", "The definition recurses too deep")
{
    /// <summary>The one rule.</summary>
    public static readonly RecursesTooDeep Rule = new();
}
