using ClusterDsl.Plans;
using ClusterDsl.Rules;

namespace ClusterDsl.Analyzers.Rules;

/// <summary>A rule of the language itself: what a definition may say for the compiler to be able to evaluate it.</summary>
public abstract class LanguageRule(string id, string title) : Rule(id, title, "Language", Severity.Error);

/// <summary>The rules of the language.</summary>
public static class LanguageRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        NotEvaluable.Rule, OutsideTheLanguage.Rule, DoesNotFinish.Rule, Throws.Rule, RecursesTooDeep.Rule, TooLarge.Rule,
        NotAClusterClass.Rule, SameName.Rule, BadSetting.Rule,
    ];
}
