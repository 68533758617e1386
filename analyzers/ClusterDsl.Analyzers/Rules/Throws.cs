namespace ClusterDsl.Analyzers.Rules;

/// <summary>An exception that nothing in the definition catches.</summary>
public sealed class Throws() : LanguageRule("CDL0004", "The definition throws")
{
    /// <summary>The one rule.</summary>
    public static readonly Throws Rule = new();

    /// <summary>What is said where the planner is at fault.</summary>
    internal static string WhilePlanned(string definition, Exception exception) =>
        $"'{definition}' cannot be planned: {exception.GetType().Name}: {exception.Message}";
}
