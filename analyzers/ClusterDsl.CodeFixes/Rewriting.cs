using ClusterDsl.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.CodeFixes;

/// <summary>From the edits of a fix to changed text. What an edit means depends on how the author wrote the place; where it cannot be done there, there is no fix.</summary>
static class Rewriting
{
    public static async Task<Solution?> Apply(Fix fix, Project project, CancellationToken cancellation)
    {
        var solution = project.Solution;
        foreach (var file in fix.Edits.GroupBy(e => e.Path))
        {
            if (project.Documents.FirstOrDefault(d => d.FilePath == file.Key || (d.FilePath is null && d.Name == file.Key)) is not { } document) return null;
            var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
            var changes = new List<TextChange>();
            foreach (var edit in file.OrderBy(e => e.Span.Start))
            {
                if (root is null || model is null || Change(edit, root, model) is not { } change) return null;
                changes.Add(change);
            }
            var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(document.Id, text.WithChanges(changes));
        }
        return solution;
    }

    static TextChange? Change(Edit edit, SyntaxNode root, SemanticModel model)
    {
        var span = new TextSpan(edit.Span.Start, edit.Span.Length);
        if (span.End > root.FullSpan.End || span.IsEmpty) return null;
        return edit.Kind switch
        {
            EditKind.SetArgument => ArgumentAt(root, span) is { } argument ? Replace(argument, edit.Text, model) : Add(CallAt(root, span), edit),
            EditKind.AppendCall => CallAt(root, span) is { } call ? new TextChange(new TextSpan(call.Span.End, 0), Break(call) + "." + edit.Text) : null,
            EditKind.RemoveCall => CallAt(root, span) is { } call ? Remove(call) : null,
            EditKind.AddModifiers => AddModifiers(root.FindToken(span.Start), edit.Text),
            _ => new TextChange(span, edit.Text),
        };
    }

    static ArgumentSyntax? ArgumentAt(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: false).AncestorsAndSelf().OfType<ArgumentSyntax>().FirstOrDefault(a => a.Span == span);

    /// <summary>The call that reaches from the first token of a span to its end.</summary>
    static InvocationExpressionSyntax? CallAt(SyntaxNode root, TextSpan span) =>
        root.FindToken(span.Start).Parent!.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(i => i.Span.End == span.End);

    /// <summary>A value that comes from a parameter or a variable belongs to others too: it is not written over.</summary>
    static TextChange? Replace(ArgumentSyntax argument, string text, SemanticModel model) =>
        argument.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => model.GetSymbolInfo(name).Symbol is IParameterSymbol or ILocalSymbol { IsConst: false } or IRangeVariableSymbol)
            ? null : new TextChange(argument.Expression.Span, text);

    static TextChange? Add(InvocationExpressionSyntax? call, Edit edit) =>
        call is null || edit.Parameter.Length == 0 ? null
        : new TextChange(new TextSpan(call.ArgumentList.CloseParenToken.SpanStart, 0),
            $"{(call.ArgumentList.Arguments.Count == 0 ? "" : ", ")}{edit.Parameter}: {edit.Text}");

    /// <summary>A call that begins a line is followed by one that does, as far to the right.</summary>
    static string Break(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access) return "";
        var text = call.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(access.OperatorToken.SpanStart);
        var indent = text.ToString(TextSpan.FromBounds(line.Start, access.OperatorToken.SpanStart));
        return string.IsNullOrWhiteSpace(indent) ? text.ToString(TextSpan.FromBounds(text.Lines[line.LineNumber - 1].End, line.Start)) + indent : "";
    }

    static TextChange? Remove(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: var receiver }) return null;
        if (receiver is InvocationExpressionSyntax || call.Parent is MemberAccessExpressionSyntax)
            return new TextChange(TextSpan.FromBounds(receiver.Span.End, call.Span.End), "");
        // Without the call nothing is left to say: the statement goes, and with it its line.
        return call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax } statement ? new TextChange(statement.FullSpan, "") : null;
    }

    static TextChange? AddModifiers(SyntaxToken name, string modifiers)
    {
        if (name.Parent is not TypeDeclarationSyntax type || type.Identifier != name) return null;
        var missing = modifiers.Split(' ').Where(m => type.Modifiers.All(has => has.Text != m)).ToList();
        // `partial` stands last.
        var before = type.Modifiers.FirstOrDefault(m => m.IsKind(SyntaxKind.PartialKeyword)) is { RawKind: not 0 } partial ? partial : type.Keyword;
        return missing.Count == 0 ? null : new TextChange(new TextSpan(before.SpanStart, 0), string.Join(" ", missing) + " ");
    }
}
