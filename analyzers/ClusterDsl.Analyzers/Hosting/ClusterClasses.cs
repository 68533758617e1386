using ClusterDsl.Analyzers.Interpretation;
using ClusterDsl.Analyzers.Rules;
using ClusterDsl.Language;
using ClusterDsl.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>The classes marked [Cluster] and their definitions.</summary>
internal static class ClusterClasses
{
    const string Attribute = "ClusterDsl.ClusterAttribute";

    public static bool IsMarked(INamedTypeSymbol type) =>
        type.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == Attribute);

    /// <summary>The definitions of a class in source order.</summary>
    public static IEnumerable<IMethodSymbol> DefinitionsOf(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(m => m is { IsStatic: true, MethodKind: MethodKind.Ordinary, IsGenericMethod: false, Parameters.IsEmpty: true, PartialDefinitionPart: null }
            && !m.DeclaringSyntaxReferences.IsEmpty
            && m.ReturnType is { Name: "Cluster", ContainingNamespace: { Name: "ClusterDsl", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>Reports what makes a marked class unfit.</summary>
    public static void Check(INamedTypeSymbol type, Problems problems)
    {
        foreach (var part in Parts(type))
        {
            if (!type.IsStatic) Report($"'{type.Name}' must be static to define clusters", part);
            else if (type.IsGenericType) Report($"'{type.Name}' must not be generic to define clusters");
            else if (!Outline.IsPartial(part)) Report($"'{type.Name}' must be partial: its plan becomes a member of it", part);
            else if (Outer(part).FirstOrDefault(t => !Outline.IsPartial(t)) is { } outer)
                Report($"'{outer.Identifier.Text}' must be partial, because '{type.Name}' in it defines clusters", outer);
            else if (!DefinitionsOf(type).Any() && !Parts(type).Any(IsUnfinished))
                Report($"'{type.Name}' defines no cluster: add a static method that takes nothing and returns a Cluster");
            return;

            void Report(string message, TypeDeclarationSyntax? lacking = null) =>
                problems.Add(NotAClusterClass.Rule, part.Identifier.GetLocation(), message, lacking is null ? null : Modifiers(lacking, lacking == part));
        }
    }

    static Fix Modifiers(TypeDeclarationSyntax type, bool definesClusters)
    {
        var (text, name) = (definesClusters ? "static partial" : "partial", type.Identifier);
        return new Fix($"Make '{name.Text}' {text}", Seq.Of(
            new Edit(EditKind.AddModifiers, type.SyntaxTree.FilePath, new SourceSpan(name.SpanStart, name.Span.Length), text)));
    }

    /// <summary>Whether members can be added to the class.</summary>
    public static bool IsExtensible(INamedTypeSymbol type) =>
        type is { IsStatic: true, IsGenericType: false } && Parts(type).All(p => Outline.IsPartial(p) && Outer(p).All(Outline.IsPartial));

    /// <summary>The declarations that people wrote.</summary>
    public static IEnumerable<TypeDeclarationSyntax> Parts(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<TypeDeclarationSyntax>().Where(p => !Generated.IsOurs(p.SyntaxTree));

    static IEnumerable<TypeDeclarationSyntax> Outer(TypeDeclarationSyntax part) => part.Ancestors().OfType<TypeDeclarationSyntax>();

    // Its definition may be what is being written; C# says what is missing.
    static bool IsUnfinished(TypeDeclarationSyntax part) => part.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error);
}
