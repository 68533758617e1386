using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ClusterDsl.CodeFixes;

/// <summary>Offers the remedies that findings carry. There is one for all rules: a rule says what to write where.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ClusterCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => Offers.Rules;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Offers.Register(context, decisions: false);
}
