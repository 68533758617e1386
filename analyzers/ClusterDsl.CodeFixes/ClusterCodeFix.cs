using System.Collections.Immutable;
using System.Composition;
using ClusterDsl.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.CodeFixes;

/// <summary>
/// Offers the fix that a finding carries. There is one for all rules: a rule says what to write, this knows where.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ClusterCodeFix : CodeFixProvider
{
    // The names under which the analyzer passes a fix on; see ClusterAnalyzer.
    const string Title = "Title";
    const string Kind = "Kind";
    const string Text = "Text";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [.. ClusterDsl.Rules.RuleSet.All.Select(r => r.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is null || Change(root, diagnostic) is not { } change) continue;
            var title = diagnostic.Properties[Title]!;
            context.RegisterCodeFix(
                CodeAction.Create(title, cancellation => Apply(context.Document, change, cancellation), equivalenceKey: diagnostic.Id),
                diagnostic);
        }
    }

    static TextChange? Change(SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(Text, out var text) || text is null) return null;
        var span = diagnostic.Location.SourceSpan;
        return diagnostic.Properties[Kind] switch
        {
            nameof(FixKind.ReplaceArgument) => ArgumentAt(root, span) is { } argument ? new TextChange(argument.Expression.Span, text) : null,
            nameof(FixKind.AppendCall) => new TextChange(new TextSpan(span.End, 0), text),
            _ => null,
        };
    }

    /// <summary>The underlined argument; a finding on a whole call has none to replace.</summary>
    static ArgumentSyntax? ArgumentAt(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: false).AncestorsAndSelf().OfType<ArgumentSyntax>().FirstOrDefault(a => a.Span == span);

    static async Task<Document> Apply(Document document, TextChange change, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
