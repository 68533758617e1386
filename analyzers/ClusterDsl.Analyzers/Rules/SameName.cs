namespace ClusterDsl.Analyzers.Rules;

/// <summary>Two clusters of one assembly whose artefacts would share a folder.</summary>
public sealed class SameName() : LanguageRule("CDL0008", "Two clusters of one name")
{
    /// <summary>The one rule.</summary>
    public static readonly SameName Rule = new();
}
