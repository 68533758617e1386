using System.Collections.Immutable;
using ClusterDsl.Analyzers.Rules;
using ClusterDsl.Plans;
using ClusterDsl.Rules;
using Microsoft.CodeAnalysis;
using RuleSet = ClusterDsl.Rules.RuleSet;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>
/// The compiler's view of the rules. A rule is described once, in its class; the descriptors are made from those objects,
/// which release tracking cannot see through: the pages under <c>analyzers/rules</c> are the record of what exists.
/// </summary>
internal static class Descriptors
{
    public static readonly ImmutableDictionary<string, DiagnosticDescriptor> All =
        LanguageRules.All.Concat(DeviceRules.All).Concat(RuleSet.All).ToImmutableDictionary(r => r.Id, Describe);

    static DiagnosticDescriptor Describe(Rule rule) => new(
        rule.Id, rule.Title, "{0}", "ClusterDsl." + rule.Category, SeverityOf(rule.Severity), isEnabledByDefault: true,
        helpLinkUri: rule.Page,
        // What cannot be built cannot be configured away; it can be accepted in the definition, with a reason.
        customTags: rule.Severity == Severity.Error ? [WellKnownDiagnosticTags.NotConfigurable] : []);

    static DiagnosticSeverity SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
