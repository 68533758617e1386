using ClusterDsl.Analyzers.Generation;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>A class as members are added to it.</summary>
/// <param name="Name">With its namespace and the types around it.</param>
/// <param name="GlobalName">The same in C#, from global::.</param>
/// <param name="Namespace">Empty for the global one.</param>
/// <param name="Types">The declarations around and including the class, outermost first: "partial class SuperPod".</param>
/// <param name="HasSummary">Whether its author documented it.</param>
/// <param name="Taken">The names of the members that its author wrote.</param>
/// <param name="IsExtensible">Whether members can be added at all.</param>
internal sealed record ClassShape(
    string Name, string GlobalName, string Namespace, EquatableArray<string> Types, bool HasSummary, EquatableArray<string> Taken, bool IsExtensible)
{
    public static ClassShape Of(INamedTypeSymbol type) => new(
        type.ToDisplayString(),
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
        Around(type).Select(t => "partial " + Keyword(t) + " " + Identifiers.Escape(t.Name)).ToEquatable(),
        ClusterClasses.Parts(type).Any(p => p.GetLeadingTrivia().Any(t => t.HasStructure)),
        type.GetMembers().Where(m => m.Locations.Any(l => l.SourceTree is { } tree && !Generated.IsOurs(tree)))
            .Select(m => m.Name).Distinct().ToEquatable(),
        ClusterClasses.IsExtensible(type));

    static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol? type) => type is null ? [] : Around(type.ContainingType).Append(type);

    static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };
}
