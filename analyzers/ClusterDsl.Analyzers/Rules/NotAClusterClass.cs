namespace ClusterDsl.Analyzers.Rules;

/// <summary>A class marked [Cluster] that cannot define one.</summary>
public sealed class NotAClusterClass() : LanguageRule("CDL0007", "Not a class of clusters")
{
    /// <summary>The one rule.</summary>
    public static readonly NotAClusterClass Rule = new();
}
