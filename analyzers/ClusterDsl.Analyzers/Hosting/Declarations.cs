using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>
/// What other files can know of a file: its syntax without bodies, initialisers and comments. While that stays, code elsewhere binds as
/// it did. The compiler's own comparison at the top level will not do: behind the first field it overlooks constants too.
/// </summary>
/// <param name="Seen">What any file may depend on.</param>
/// <param name="Constants">The values of private constants that nothing in <paramref name="Seen"/> names: bodies alone may depend on them.</param>
/// <param name="Homes">The partial types of those constants, whose bodies may lie in other files.</param>
internal sealed record Declarations(string Seen, string Constants, IReadOnlyCollection<string> Homes)
{
    public static Declarations Of(SyntaxTree tree, CancellationToken cancellation)
    {
        StringBuilder seen = new(), constants = new();
        HashSet<string> named = [], hidden = [], homes = [];
        foreach (var item in tree.GetRoot(cancellation).DescendantNodesAndTokens(node => !IsInside(node)))
        {
            seen.Append((char)item.RawKind);
            if (item.AsNode() is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax constant } value && IsPrivateConstant(value))
            {
                hidden.Add(constant.Identifier.ValueText);
                constants.Append(value).Append('\n');
                if (constant.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } home && Outline.IsPartial(home)) homes.Add(home.Identifier.ValueText);
            }
            else if (item.IsToken)
            {
                var token = item.AsToken();
                seen.Append(token.Text).Append('\n');
                if (!(token.Parent is VariableDeclaratorSyntax { Initializer: { } initializer } && IsPrivateConstant(initializer))) named.Add(token.ValueText);
            }
        }
        // What a declaration is made of shows through it: `public const int Ports = Units * 2`.
        if (hidden.Overlaps(named)) seen.Append(constants);
        return new Declarations(seen.ToString(), constants.ToString(), homes);
    }

    static bool IsInside(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax value => IsOfField(value, out var field) && !IsConstant(field) || IsPrivateConstant(value),
        _ => false,
    };

    static bool IsPrivateConstant(EqualsValueClauseSyntax value) =>
        IsOfField(value, out var field) && IsConstant(field) && IsPrivate(field);

    static bool IsOfField(EqualsValueClauseSyntax value, out FieldDeclarationSyntax field) =>
        (field = (value.Parent?.Parent?.Parent as FieldDeclarationSyntax)!) is not null;

    static bool IsConstant(FieldDeclarationSyntax field) => field.Modifiers.Any(SyntaxKind.ConstKeyword);

    static bool IsPrivate(FieldDeclarationSyntax field) =>
        field.Parent is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax
        && !field.Modifiers.Any(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword);
}
