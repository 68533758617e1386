using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>
/// What tells, before anything is bound, whether a file can define clusters. Binding every class of a project to look at its attributes
/// would cost more than everything else.
/// </summary>
/// <param name="IsMarked">Whether an attribute is named as ours.</param>
/// <param name="HasAttributes">Whether any type has an attribute, which an alias may make ours.</param>
/// <param name="HasAlias">Whether it gives names of its own.</param>
/// <param name="HasGlobalAlias">Whether it gives names to all files.</param>
/// <param name="Partials">The names of its partial types.</param>
internal sealed record Outline(bool IsMarked, bool HasAttributes, bool HasAlias, bool HasGlobalAlias, IReadOnlyCollection<string> Partials)
{
    public static Outline Of(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        var aliases = Types<UsingDirectiveSyntax>(root).Where(u => u.Alias is not null).ToList();
        var attributes = AttributedTypes(root).SelectMany(t => t.AttributeLists).SelectMany(l => l.Attributes).ToList();
        return new Outline(
            attributes.Any(a => IsOurs(a.Name)), attributes.Count > 0,
            aliases.Count > 0, aliases.Any(u => u.GlobalKeyword != default),
            [.. Types<TypeDeclarationSyntax>(root).Where(IsPartial).Select(t => t.Identifier.ValueText).Distinct()]);
    }

    public static IEnumerable<TypeDeclarationSyntax> AttributedTypes(SyntaxNode root) =>
        Types<TypeDeclarationSyntax>(root).Where(t => t.AttributeLists.Count > 0);

    public static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    static IEnumerable<T> Types<T>(SyntaxNode root) where T : SyntaxNode =>
        root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<T>();

    static bool IsOurs(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => IsOurs(qualified.Right),
        AliasQualifiedNameSyntax qualified => IsOurs(qualified.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText is "Cluster" or "ClusterAttribute",
        _ => false,
    };
}
