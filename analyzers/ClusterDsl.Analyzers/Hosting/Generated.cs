using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Hosting;

/// <summary>How to tell the source that our own generator adds from the source that people write.</summary>
internal static class Generated
{
    public const string Suffix = ".ClusterDsl.g.cs";

    public static bool IsOurs(SyntaxTree tree) => tree.FilePath.EndsWith(Suffix, StringComparison.Ordinal);

    public static bool IsOurs(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty && IsOurs(symbol.DeclaringSyntaxReferences[0].SyntaxTree);
}
