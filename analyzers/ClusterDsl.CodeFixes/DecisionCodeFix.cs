using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ClusterDsl.CodeFixes;

/// <summary>
/// Offers to declare that a fault is meant: to accept it, or to allow the oversubscription. An editor applies that to a
/// document or a project at most, where a person sees it; <c>dotnet format</c>, which asks for whole solutions, never decides.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DecisionCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => Offers.Rules;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => InSight.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Offers.Register(context, decisions: true);

    sealed class InSight : FixAllProvider
    {
        public static readonly InSight Instance = new();

        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project];

        public override Task<CodeAction?> GetFixAsync(FixAllContext context) => WellKnownFixAllProviders.BatchFixer.GetFixAsync(context);
    }
}
