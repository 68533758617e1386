using ClusterDsl.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>What to underline for a call.</summary>
internal static class Spans
{
    /// <summary>The call and its written arguments, as the library wants to know them.</summary>
    public static CallSite CallSite(SyntaxNode call, IEnumerable<IArgumentOperation> arguments, TextSpan? span = null)
    {
        var written = new Dictionary<string, SourceSpan>();
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter && Written(argument) is { } text) written[parameter.Name] = Of(text);
        return new CallSite(call.SyntaxTree.FilePath, Of(span ?? CallOf(call)), written);
    }

    /// <summary>From the name of the method to the closing parenthesis.</summary>
    public static TextSpan CallOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
            TextSpan.FromBounds(access.Name.SpanStart, call.Span.End),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } =>
            TextSpan.FromBounds(binding.Name.SpanStart, call.Span.End),
        BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => TextSpan.FromBounds(call.SpanStart, list.Span.End),
        MemberAccessExpressionSyntax access => access.Name.Span,
        _ => call.Span,
    };

    /// <summary>The smallest node that holds the name of what is called and its arguments.</summary>
    public static SyntaxNode NameOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        MemberAccessExpressionSyntax access => access.Name,
        _ => call,
    };

    /// <summary>Where a fault is shown: of a loop or a method the head, not the body.</summary>
    public static Location Blame(SyntaxNode at) => at switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        WhileStatementSyntax loop => Head(loop, loop.CloseParenToken),
        ForStatementSyntax loop => Head(loop, loop.CloseParenToken),
        CommonForEachStatementSyntax loop => Head(loop, loop.CloseParenToken),
        DoStatementSyntax loop => loop.DoKeyword.GetLocation(),
        _ => at.GetLocation(),
    };

    static Location Head(SyntaxNode node, SyntaxToken last) =>
        Location.Create(node.SyntaxTree, TextSpan.FromBounds(node.SpanStart, last.Span.End));

    static TextSpan? Written(IArgumentOperation argument)
    {
        if (argument.ArgumentKind == ArgumentKind.Explicit) return Whole(argument.Syntax)?.Span;
        // The values of a params array are underlined together.
        var elements = argument.Value switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => default,
        };
        if (argument.ArgumentKind == ArgumentKind.DefaultValue || elements.IsDefaultOrEmpty) return null;
        return TextSpan.FromBounds(elements[0].Syntax.SpanStart, elements[elements.Length - 1].Syntax.Span.End);
    }

    // What is in parentheses or before a '!' is an operation without them; its argument is around them.
    static ArgumentSyntax? Whole(SyntaxNode written)
    {
        while (written.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            written = written.Parent;
        return written as ArgumentSyntax ?? written.Parent as ArgumentSyntax;
    }

    static SourceSpan Of(TextSpan span) => new(span.Start, span.Length);
}
