using System.Collections.Immutable;
using ClusterDsl.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Tests;

public class CodeFixTests
{
    [Fact]
    public Task A_replaced_argument_keeps_its_name() => Fixes("ReplaceArgument", "16", "M(1, {|CDL1103:count: 12|});", "M(1, count: 16);");

    [Fact]
    public Task A_replaced_argument_without_a_name_gets_none() => Fixes("ReplaceArgument", "16", "M({|CDL1103:12|}, 2);", "M(16, 2);");

    [Fact]
    public Task An_appended_call_follows_the_underlined_one() =>
        Fixes("AppendCall", ".Oversubscribed(2, 1)", "a.{|CDL2101:B(1)|}\n    .C();", "a.B(1).Oversubscribed(2, 1)\n    .C();");

    [Fact]
    public async Task A_finding_on_a_call_offers_no_argument_to_replace() =>
        Assert.Empty(await Actions("ReplaceArgument", "16", Markup.Parse("a.{|CDL1103:B(1)|};")));

    [Fact]
    public void Fixes_apply_to_a_whole_document() => Assert.NotNull(new ClusterCodeFix().GetFixAllProvider());

    static async Task Fixes(string kind, string text, string before, string after)
    {
        var markup = Markup.Parse(before);
        var actions = await Actions(kind, text, markup);
        var action = Assert.Single(actions);
        Assert.Equal("Do it", action.Title);
        var operation = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        var changed = operation.ChangedSolution.Projects.Single().Documents.Single();
        Assert.Equal(after, (await changed.GetTextAsync()).ToString());
    }

    static async Task<List<CodeAction>> Actions(string kind, string text, Markup markup)
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Acme", LanguageNames.CSharp).AddDocument("Clusters.cs", SourceText.From(markup.Text));
        var tree = (await document.GetSyntaxTreeAsync())!;
        var (id, span) = markup.Spans.Single();
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(ClusterAnalyzer.FixTitle, "Do it").Add(ClusterAnalyzer.FixKind, kind).Add(ClusterAnalyzer.FixText, text);
        var descriptor = new DiagnosticDescriptor(id, "", "", "", DiagnosticSeverity.Error, true);
        var diagnostic = Diagnostic.Create(descriptor, Location.Create(tree, span), properties);
        var actions = new List<CodeAction>();
        await new ClusterCodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        return actions;
    }
}
